"""Merging a wrong reference into the right one."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import (
    CHILD,
    FIRST,
    OTHER,
    THIRD,
    TODAY,
    VICTIM,
    day,
)
from tests.venues.services.reviews.scene import book, for_the_victim, link, watched
from tests.venues.services.sign_offs.scene import ask, grant, waiting
from tests.world import World
from venues.database import no_go
from venues.database.models import (
    Attendance,
    Case,
    CaseHours,
    CaseStaff,
    CaseVenue,
    RefusalCode,
    Review,
    Separation,
)
from venues.domain.numbers import Numbers
from venues.errors import NotAllowed, WrongInput
from venues.services import cases
from venues.services.apart import merging
from venues.services.apart.merging import Merged
from venues.services.cases import Standing

__all__ = ["watched"]


def merge(world: Any, wrong: str = THIRD, right: str = FIRST) -> Merged:
    with world.database.write() as session:
        return merging.merge(session, wrong, right, world.manager, today=TODAY)


def all_of(world: Any, model: Any, *order: Any) -> list[Any]:
    with world.database.read() as session:
        return list(session.scalars(select(model).order_by(*order)))


def case(world: Any, case_id: int) -> Case:
    with world.database.read() as session:
        found = session.get(Case, case_id)
        assert found is not None
        return found


def wrong_ones(world: Any, **changed: Any) -> int:
    usual = {
        "references": (THIRD,),
        "viewer": world.colleague,
        "worker_ids": (world.colleague.staff_id,),
    }
    return scene.book(world, **usual | changed)


def test_bookings_links_venues_and_lists_move_over(world: Any) -> None:
    booking = wrong_ones(world)
    scene.link(world, first_id=VICTIM, second_id=OTHER)
    scene.bar(world, case_id=OTHER)

    merged = merge(world)

    assert merged.words == (
        "Moved over 1 booking, 1 link, 1 venue not to use and 1 place on a list."
    )
    (attendance,) = all_of(world, Attendance)
    (link,) = all_of(world, Separation)
    (barred,) = all_of(world, CaseVenue)
    assert (attendance.booking_id, attendance.case_id) == (booking, CHILD)
    assert (link.first_id, link.second_id) == (CHILD, VICTIM)
    assert barred.case_id == CHILD
    assert {row.staff_id for row in all_of(world, CaseStaff) if row.case_id == 1} == {
        1,
        2,
    }


def test_the_windows_move_with_the_links(world: Any) -> None:
    wrong_ones(world)
    scene.link(world, first_id=VICTIM, second_id=OTHER)
    buffers = Numbers().buffers
    with world.database.read() as session:
        before = no_go.windows(session, [VICTIM], [scene.THURSDAY], buffers)

    merge(world)

    with world.database.read() as session:
        after = no_go.windows(session, [VICTIM], [scene.THURSDAY], buffers)
    assert before == after != ()


def test_the_wrong_one_stays_on_record_and_cannot_be_used(world: Any) -> None:
    merge(world)

    row = case(world, OTHER)
    assert (row.reference, row.merged_into) == (THIRD, CHILD)
    with world.database.read() as session:
        for viewer in (world.colleague, world.manager):
            answer = cases.look_up(session, THIRD, viewer, TODAY)
            assert answer.standing is Standing.NOT_MINE


def test_what_would_be_there_twice_is_folded_into_the_stricter(world: Any) -> None:
    scene.book(world, references=(FIRST, THIRD), viewer=world.manager)
    link = scene.link(world)
    scene.link(
        world,
        first_id=VICTIM,
        second_id=OTHER,
        court_condition=True,
        since=day(-30),
        until=day(400),
        review_on=day(9),
    )
    barred = scene.bar(world)
    scene.bar(world, case_id=OTHER, until=None, review_on=None)
    with world.database.write() as session:
        session.add(CaseStaff(case_id=OTHER, staff_id=1, since=day(-9), until=day(9)))
        session.add(CaseStaff(case_id=CHILD, staff_id=1, since=day(-9), until=day(2)))

    merge(world)

    assert [row.case_id for row in all_of(world, Attendance)] == [CHILD]
    first, second = all_of(world, Separation, Separation.id)
    assert (first.id, first.court_condition, first.since) == (link, True, day(-30))
    assert (first.until, first.review_on, first.closed_on) == (day(400), day(9), None)
    assert second.closed_on == TODAY
    one, other = all_of(world, CaseVenue, CaseVenue.id)
    assert (one.id, one.until, one.review_on) == (barred, None, day(150))
    assert other.closed_on == TODAY
    kept = [row for row in all_of(world, CaseStaff) if row.since == day(-9)]
    assert [(row.case_id, row.until) for row in kept] == [(CHILD, day(9))]


def test_a_venue_that_was_closed_the_same_day_is_opened_again(world: Any) -> None:
    closed = scene.bar(world, closed_on=day(-1), until=day(5))
    scene.bar(world, case_id=OTHER)

    merge(world)

    one, other = all_of(world, CaseVenue, CaseVenue.id)
    assert (one.id, one.closed_on, one.until) == (closed, None, day(200))
    assert other.closed_on == TODAY


def test_a_link_between_the_two_is_closed(world: Any) -> None:
    scene.link(world, second_id=OTHER, kind="same person")
    scene.link(world, second_id=OTHER, kind="family", closed_on=day(-1))

    merge(world)

    first, second = all_of(world, Separation, Separation.id)
    assert (first.closed_on, second.closed_on) == (TODAY, day(-1))


def test_marks_hours_codes_and_earlier_merges_move_too(world: Any) -> None:
    with world.database.write() as session:
        wrong, right = session.get(Case, OTHER), session.get(Case, CHILD)
        wrong.two_workers, wrong.needs, wrong.sector = True, ["bus"], "WA2 9"
        right.needs = ["step-free"]
        wrong.on_hold, wrong.hold_until, wrong.held_by = True, day(90), 5
        session.add(CaseHours(case_id=OTHER, weekday=0, opens=time(9), closes=time(12)))
        session.add(Case(id=9, reference="WA-20409", kind="child", merged_into=OTHER))
        session.add(
            RefusalCode(
                code="K-222222",
                at=world.now,
                case_id=OTHER,
                venue_id=1,
                day=TODAY,
                half=0,
                case_ids=[OTHER, VICTIM],
            )
        )

    merge(world)

    right, wrong = case(world, CHILD), case(world, OTHER)
    assert (right.two_workers, right.needs) == (True, ["step-free", "bus"])
    assert right.sector == "WA2 9"
    assert (right.on_hold, right.hold_until, right.held_by) == (True, day(90), 5)
    assert (wrong.on_hold, wrong.hold_until, wrong.held_by) == (False, None, None)
    assert [row.case_id for row in all_of(world, CaseHours)] == [CHILD]
    assert [row.case_id for row in all_of(world, RefusalCode)] == [CHILD]
    assert [row.case_ids for row in all_of(world, RefusalCode)] == [[CHILD, VICTIM]]
    assert case(world, 9).merged_into == CHILD


def test_of_two_holds_and_two_sets_of_hours_the_right_ones_stay(world: Any) -> None:
    with world.database.write() as session:
        for id_, until in ((OTHER, day(90)), (CHILD, day(30))):
            row = session.get(Case, id_)
            row.on_hold, row.hold_until = True, until
            session.add(
                CaseHours(case_id=id_, weekday=id_, opens=time(9), closes=time(12))
            )

    merge(world)

    assert case(world, CHILD).hold_until == day(90)
    assert [row.weekday for row in all_of(world, CaseHours)] == [CHILD]


@pytest.mark.parametrize(
    ("wrong", "right", "field", "said"),
    [
        ("WA-29999", FIRST, "wrong", "no case"),
        (THIRD, "Rose", "right", "not a case reference"),
        (THIRD, THIRD, "right", "two different"),
        (THIRD, scene.SECOND, "right", "link them as that"),
    ],
)
def test_what_cannot_be_merged_says_why(
    world: Any, wrong: str, right: str, field: str, said: str
) -> None:
    with pytest.raises(WrongInput, match=said) as trouble:
        merge(world, wrong, right)

    assert trouble.value.field == field


def test_only_a_manager_merges_and_it_is_written_down(world: Any) -> None:
    with world.database.write() as session, pytest.raises(NotAllowed):
        merging.merge(session, THIRD, FIRST, world.coordinator, today=TODAY)

    merge(world)

    assert scene.looks(world) == [(world.manager.staff_id, "merge", OTHER)]


def test_bookings_that_a_merge_brings_together_need_review(watched: World) -> None:
    link(watched)
    victim = for_the_victim(watched)
    other = book(watched, watched.colleague, references=("WA-20418",))

    merge(watched, "WA-20418", "WA-20417")

    with watched.database.read() as session:
        assert set(session.scalars(select(Review.booking_id))) == {victim, other}


def test_what_waits_for_a_manager_is_for_the_right_case_then(watched: World) -> None:
    link(watched, court_condition=True)
    for_the_victim(watched)
    ask(watched, watched.colleague, references=("WA-20418",), worker_ids=(2,))

    merge(watched, "WA-20418", "WA-20417")

    (item,) = waiting(watched)
    assert item.cases == ("WA-20417",)
    with pytest.raises(NotAllowed, match="court condition"):
        grant(watched, item)


def test_what_waits_for_other_cases_stays_as_it_is(watched: World) -> None:
    ask(watched)

    merge(watched, "WA-20418", "WA-20417")

    assert [item.cases for item in waiting(watched)] == [("WA-20417",)]
