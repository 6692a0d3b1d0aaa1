"""No-go windows: the only way the rules hear of links."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from venues.database import no_go
from venues.database.models import (
    Booking,
    Case,
    CaseStaff,
    CaseVenue,
    Hold,
    Separation,
)
from venues.domain.circumstances import Window
from venues.domain.numbers import Numbers
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import Refused
from venues.services import bookings

CHILD, VICTIM, OTHER = 1, 2, 3
MILLBROOK, LIBRARY, RAILSIDE = 1, 2, 3
DAY = date(2026, 11, 26)
BUFFERS = Numbers().buffers
KINDS = [*BUFFERS]
BY_BOOKING = (
    "SEARCH attendance USING COVERING INDEX sqlite_autoindex_attendance_1 "
    "(booking_id=?)"
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(DAY, time(hour, minute))


def link(world: Any, kind: str = "same offence", **more: Any) -> None:
    pair = {"first_id": CHILD, "second_id": VICTIM} | more
    with world.database.write() as session:
        session.add(Separation(kind=kind, since=date(2026, 1, 1), **pair))


def book_child(world: Any, hour: int, minutes: int = 60, **changed: Any) -> int:
    period = Period.lasting(at(hour), minutes)
    with world.database.write() as session:
        return bookings.book(
            session,
            world.request(period=period, **changed),
            world.practitioner,
            now=world.now,
        ).id


def windows(world: Any, case_id: int = VICTIM, **more: Any) -> set[Window]:
    with world.database.read() as session:
        return set(no_go.windows(session, [case_id], [DAY], BUFFERS, **more))


MORNING = (at(0), at(13))
AFTERNOON = (at(13), at(17))
EVENING = (at(17), datetime(2026, 11, 27))


def test_nothing_recorded_gives_no_window(world: Any) -> None:
    book_child(world, 15)

    assert windows(world) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_closes_the_venue_and_its_cluster_for_the_half_day(
    world: Any, kind: str
) -> None:
    link(world, kind)
    book_child(world, 15, 30)

    assert windows(world) == {
        Window(MILLBROOK, *AFTERNOON),
        Window(LIBRARY, *AFTERNOON),
    }


def test_it_works_both_ways(world: Any) -> None:
    link(world)
    book_child(world, 15)

    assert windows(world, CHILD) == set()
    assert windows(world, VICTIM)


@pytest.mark.parametrize(
    ("hour", "halves"),
    [
        (10, {MORNING}),
        (12, {MORNING, AFTERNOON}),
        (14, {AFTERNOON}),
        (16, {AFTERNOON, EVENING}),
        (18, {EVENING}),
    ],
)
def test_the_buffer_reaches_into_the_next_half_day(
    world: Any, hour: int, halves: set[tuple[datetime, datetime]]
) -> None:
    link(world)
    book_child(world, hour)

    found = {(each.starts, each.ends) for each in windows(world)}
    assert found == halves


def test_a_venue_without_neighbours_closes_alone(world: Any) -> None:
    link(world)
    book_child(world, 15, room_ids=(5,))

    assert windows(world) == {Window(RAILSIDE, *AFTERNOON)}


def test_a_cancelled_booking_closes_nothing(world: Any) -> None:
    link(world)
    id_ = book_child(world, 15)
    with world.database.write() as session:
        session.get(Booking, id_).status = "cancelled"

    assert windows(world) == set()


def test_the_booking_being_changed_is_left_out(world: Any) -> None:
    link(world)
    id_ = book_child(world, 15)

    assert windows(world, without=id_) == set()


@pytest.mark.parametrize(
    "more",
    [{"closed_on": date(2026, 6, 1)}, {"until": date(2026, 11, 25)}],
    ids=["closed", "ended"],
)
def test_a_link_that_is_over_closes_nothing(world: Any, more: dict[str, Any]) -> None:
    link(world, **more)
    book_child(world, 15)

    assert windows(world) == set()


def test_a_link_holds_on_its_last_day(world: Any) -> None:
    link(world, until=DAY)
    book_child(world, 15)

    assert windows(world)


def test_a_venue_not_to_use_is_closed_all_day_and_alone(world: Any) -> None:
    with world.database.write() as session:
        session.add(
            CaseVenue(case_id=VICTIM, venue_id=MILLBROOK, since=date(2026, 1, 1))
        )

    assert windows(world) == {
        Window(MILLBROOK, *half) for half in (MORNING, AFTERNOON, EVENING)
    }


def test_the_same_person_counts_under_every_reference(world: Any) -> None:
    link(world)  # the child and the victim are kept apart
    link(world, "same person", first_id=VICTIM, second_id=OTHER)
    book_child(world, 15)

    assert windows(world, OTHER) == windows(world, VICTIM) != set()


def test_the_one_kept_away_is_known_by_their_other_reference(world: Any) -> None:
    link(world, first_id=VICTIM, second_id=OTHER)
    link(world, "same person", first_id=CHILD, second_id=OTHER)
    book_child(world, 15)

    assert windows(world, VICTIM)


def test_the_same_person_is_known_through_a_third_reference(world: Any) -> None:
    with world.database.write() as session:
        session.add_all(
            Case(id=id_, reference=f"WA-3000{id_}", kind="child") for id_ in (4, 5)
        )
    link(world)  # the child and the victim are kept apart
    for first, second in ((VICTIM, 4), (4, 5)):
        link(world, "same person", first_id=first, second_id=second)
    book_child(world, 15)

    with world.database.read() as session:
        of_the_child = no_go.windows(session, [CHILD], [DAY], BUFFERS)

    assert windows(world, 5) == windows(world, VICTIM) != set()
    assert of_the_child == ()


def test_the_one_kept_away_is_known_through_a_third_reference(world: Any) -> None:
    with world.database.write() as session:
        session.add(Case(id=4, reference="WA-30004", kind="child"))
    link(world, first_id=VICTIM, second_id=4)
    for first, second in ((OTHER, 4), (CHILD, OTHER)):
        link(world, "same person", first_id=first, second_id=second)
    book_child(world, 15)

    assert windows(world, VICTIM)


def test_two_cases_kept_apart_are_not_booked_together_anywhere(world: Any) -> None:
    link(world)
    with world.database.read() as session:
        found = no_go.windows(session, [CHILD, VICTIM], [DAY], BUFFERS)

    assert {each.venue_id for each in found} == {None}


def test_no_case_and_no_day_ask_nothing(world: Any) -> None:
    with world.database.read() as session:
        assert no_go.windows(session, [], [DAY], BUFFERS) == ()
        assert no_go.windows(session, [CHILD], [], BUFFERS) == ()


@given(
    kind=st.sampled_from([*KINDS, "same person"]),
    pair=st.sampled_from([(CHILD, VICTIM), (CHILD, OTHER), (VICTIM, OTHER)]),
    asked=st.tuples(st.integers(9, 18), st.sampled_from([1, 3, 5])),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_adding_a_link_never_makes_a_refused_booking_allowed(
    world: Any, kind: str, pair: tuple[int, int], asked: tuple[int, int]
) -> None:
    with world.database.write() as session:
        session.execute(update(Separation).values(closed_on=date(2026, 1, 2)))
        session.execute(delete(Hold))
        session.execute(delete(CaseStaff).where(CaseStaff.staff_id == 3))
        session.add(CaseStaff(case_id=VICTIM, staff_id=3, since=date(2026, 1, 1)))
        booking = session.get(Booking, 1)
    if booking is None:
        book_child(world, 14)
    hour, room_id = asked
    request = world.request(
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20466",),
        worker_ids=(3,),
        room_ids=(room_id,),
        period=Period.lasting(at(hour), 60),
    )

    def refused() -> set[str]:
        with world.database.read() as session:
            judged = bookings.examine(
                session, request, world.victim_worker, now=world.now
            )
        return {found.rule for found in judged.findings if found.refuses}

    before = refused()
    link(world, kind, first_id=pair[0], second_id=pair[1])

    assert before <= refused()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("court", [False, True])
def test_the_refusal_is_the_same_to_the_letter_for_every_kind(
    world: Any, kind: str, *, court: bool
) -> None:
    link(world, kind, court_condition=court)
    book_child(world, 15)
    request = world.request(
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20466",),
        worker_ids=(3,),
        room_ids=(3,),
        period=Period.lasting(at(13), 60),
    )

    with pytest.raises(Refused) as refused, world.database.write() as session:
        bookings.book(session, request, world.victim_worker, now=world.now)

    assert str(refused.value) == (
        "This venue is not available for this case at this time. "
        "Choose another, or ring the coordinator."
    )
    assert len(refused.value.findings) == 1


def test_the_windows_are_read_by_time_and_the_links_by_their_cases(
    world: Any, plan: Any
) -> None:
    windows(world)

    steps = plan("closed AS")

    by_time = steps.index("MATERIALIZE about") + 1
    assert steps[by_time : by_time + 2] == [
        "SEARCH booking USING INDEX ix_booking_starts (starts>? AND starts<?)",
        BY_BOOKING,
    ]
    _reads_no_table_whole(steps)


def _reads_no_table_whole(steps: list[str]) -> None:
    """Nothing that grows with the years is gone through from end to end."""
    tables = {"attendance", "booking", "booking_room", "case", "tie", "case_venue"}
    whole = {step.split()[1] for step in steps if step.startswith("SCAN ")}

    assert not whole & tables
    links = {step for step in steps if step.startswith("SEARCH tie")}
    assert links == {
        "SEARCH tie USING PRIMARY KEY (case_id=?)",
        "SEARCH tie USING PRIMARY KEY (case_id=? AND kind=?) LEFT-JOIN",
    }
