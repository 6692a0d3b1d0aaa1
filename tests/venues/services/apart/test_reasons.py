"""The reason behind a code."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import FIRST, SECOND, THIRD, day
from venues.database.models import Booking, CaseStaff, RefusalCode
from venues.errors import NotAllowed, NotFound
from venues.services.apart import reasons
from venues.services.apart.reasons import Reason


def read(world: Any, code: str, viewer: Any = None) -> Reason:
    with world.database.write() as session:
        return reasons.read(session, code, viewer or world.coordinator)


def kept_apart(world: Any, **changed: Any) -> str:
    """The victim is at Millbrook on Thursday afternoon; the child is refused."""
    scene.book(world, 14, **scene.victim(world))
    scene.link(world, **changed)
    return scene.refused(world, room_ids=(3,))


def test_it_says_who_asked_for_what_and_what_stands_behind_it(world: Any) -> None:
    code = kept_apart(world, court_condition=True)

    found = read(world, code)

    assert found.words == (
        "Practitioner 04 asked for Library on Thursday 26 November 2026 in the "
        "afternoon, 1pm to 5pm, for WA-20417."
    )
    assert found.applies
    assert found.causes == (
        (
            "WA-20417 and WA-20466 are kept apart (same offence, court condition, "
            "until 11 June 2027), and the other one is there or next door that "
            "half-day: B-10001, Willow Room, Millbrook, Thursday 26 November, 2pm, "
            "Victim 01."
        ),
    )


def test_the_look_is_written_down(world: Any) -> None:
    code = kept_apart(world)
    with world.database.read() as session:
        code_id = session.scalars(select(RefusalCode.id)).one()

    read(world, code, world.manager)

    assert scene.looks(world) == [(world.manager.staff_id, "code", code_id)]


def test_a_code_is_read_however_it_is_typed(world: Any) -> None:
    code = kept_apart(world)

    assert read(world, f" {code.lower().replace('-', ' ')} ").code == code
    assert reasons.is_code("WA-20417") is None


def test_a_venue_not_to_use_is_a_reason(world: Any) -> None:
    scene.bar(world, until=None)
    scene.bar(world, venue_id=scene.LIBRARY)

    code = scene.refused(world, room_ids=(scene.RAILSIDE_ROOM,))

    assert read(world, code).causes == ("WA-20417 must not use Railside.",)


def test_of_a_group_it_says_which_two_must_not_meet(world: Any) -> None:
    with world.database.write() as session:
        session.add(CaseStaff(case_id=scene.OTHER, staff_id=1, since=day(-10)))
    scene.link(world, second_id=scene.OTHER, kind="family", until=None)

    code = scene.refused(world, kind="GRP", people=6, references=(FIRST, THIRD))

    found = read(world, code, world.manager)
    (cause,) = found.causes
    assert cause == (
        "WA-20417 and WA-20418 are kept apart (family), and both were asked for "
        "together."
    )
    assert [what for _, what, _ in scene.looks(world)] == ["code"]


def test_of_a_group_each_one_s_own_reasons_are_said(world: Any) -> None:
    with world.database.write() as session:
        session.add(CaseStaff(case_id=scene.OTHER, staff_id=1, since=day(-10)))
    scene.bar(world, case_id=scene.OTHER, venue_id=scene.MILLBROOK, until=None)
    scene.bar(world, venue_id=scene.MILLBROOK, until=None)

    code = scene.refused(world, kind="GRP", people=6, references=(FIRST, THIRD))

    assert read(world, code).causes == (
        "WA-20417 must not use Millbrook.",
        "WA-20418 must not use Millbrook.",
    )


def test_the_same_person_is_known_by_either_reference(world: Any) -> None:
    scene.link(world, second_id=scene.OTHER, kind="same person")
    code = kept_apart(world, first_id=scene.VICTIM, second_id=scene.OTHER)

    (cause,) = read(world, code).causes

    assert cause.startswith(f"{THIRD} and {SECOND} are kept apart")


def test_what_is_over_no_longer_applies(world: Any) -> None:
    code = kept_apart(world, kind="family")
    with world.database.write() as session:
        session.scalars(select(Booking)).one().status = "cancelled"

    assert not read(world, code).applies


@pytest.mark.parametrize(
    "over", [{"until": day(1)}, {"since": day(30)}, {"closed_on": day(0)}]
)
def test_a_link_that_does_not_hold_that_day_is_no_reason(
    world: Any, over: dict[str, Any]
) -> None:
    code = kept_apart(world)
    scene.link(world, kind="family", **over)

    assert len(read(world, code).causes) == 1


def test_a_link_within_one_person_is_no_reason(world: Any) -> None:
    code = kept_apart(world)
    scene.link(world, second_id=scene.OTHER, kind="same person")
    scene.link(world, second_id=scene.OTHER, kind="family")

    assert len(read(world, code).causes) == 1


def test_a_code_without_a_case_says_only_who_asked(world: Any) -> None:
    code = kept_apart(world)
    with world.database.write() as session:
        row = session.scalars(select(RefusalCode)).one()
        row.case_id = row.staff_id = None

    found = read(world, code)

    assert (found.case, found.causes) == ("Reference removed", ())
    assert found.asked_by == "Somebody who is no longer on record"


def test_nobody_else_is_told(world: Any) -> None:
    code = kept_apart(world)

    for viewer in (world.practitioner, world.victim_worker, world.board):
        with pytest.raises(NotAllowed):
            read(world, code, viewer)
    assert scene.looks(world) == []


@pytest.mark.parametrize("typed", ["K-222222", "seven", ""])
def test_a_code_that_is_not_there_is_said_so(world: Any, typed: str) -> None:
    with pytest.raises(NotFound, match="no such code"):
        read(world, typed)


def test_a_reference_is_not_taken_for_a_code(world: Any) -> None:
    assert reasons.is_code(FIRST) is None
    assert reasons.is_code("K7QX2MF") == "K-7QX2MF"
