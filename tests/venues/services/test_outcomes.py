"""Saying what came of appointments: who may, of which, and taking it back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.world import OAK, STUDY, World
from venues.database.models import Attendance, Booking, Case
from venues.domain.outcomes import Outcome
from venues.domain.people import Viewer
from venues.domain.places import Point
from venues.errors import NotFound, WrongInput
from venues.services import booking_changes, bookings, outcomes
from venues.services.undoing import steps

EVENING = datetime(2026, 11, 26, 21)


def book(world: World, viewer: Viewer | None = None, **changed: Any) -> int:
    who = viewer or world.practitioner
    changed.setdefault("worker_ids", (who.staff_id,))
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, who, now=world.now).id


def note(
    world: World,
    viewer: Viewer,
    *ids: int,
    outcome: Outcome | None = Outcome.ATTENDED,
    now: datetime = EVENING,
) -> None:
    world.database.actor = viewer.staff_id
    with world.database.write("outcome of appointments") as session:
        outcomes.note(session, ids, outcome, viewer, now=now)


def waiting(world: World, viewer: Viewer, **asked: Any) -> list[tuple[int, str]]:
    with world.database.read() as session:
        rows = outcomes.read(session, viewer, asked.pop("now", EVENING), **asked)
        return [(row.seen.booking_id or 0, row.outcome) for row in rows]


def stored(world: World, id_: int) -> tuple[str, list[str]]:
    with world.database.read() as session:
        came = select(Attendance.outcome).where(Attendance.booking_id == id_)
        return session.get_one(Booking, id_).outcome, [*session.scalars(came)]


def test_my_own_appointments_wait_from_when_they_are_over(world: World) -> None:
    mine = book(world)
    book(world, world.colleague, references=(), room_ids=(OAK,))

    before = waiting(world, world.practitioner, now=datetime(2026, 11, 26, 15, 30))

    assert before == []
    assert waiting(world, world.practitioner) == [(mine, "")]
    with world.database.read() as session:
        assert outcomes.count(session, world.practitioner, EVENING) == 1


def test_after_three_months_nobody_is_asked_any_more(world: World) -> None:
    book(world)
    late = EVENING + timedelta(days=92)

    assert waiting(world, world.practitioner, now=late) == []


def test_several_are_noted_at_once_with_everybody_they_were_for(world: World) -> None:
    first, second = book(world, hour=11), book(world, room_ids=(STUDY,))

    note(world, world.practitioner, first, second, outcome=Outcome.NOT_BROUGHT)

    assert stored(world, first) == ("was not brought", ["was not brought"])
    assert waiting(world, world.practitioner) == []
    assert waiting(world, world.practitioner, noted=True) == [
        (first, "was not brought"),
        (second, "was not brought"),
    ]


def test_a_manager_sees_and_notes_those_of_everybody_and_others_do_not(
    world: World,
) -> None:
    mine = book(world)

    assert waiting(world, world.manager) == []
    assert waiting(world, world.manager, everybody=True) == [(mine, "")]
    assert waiting(world, world.colleague, everybody=True) == []
    assert waiting(world, world.coordinator, everybody=True) == []

    note(world, world.manager, mine)

    assert stored(world, mine)[0] == "attended"


def test_whoever_acts_for_the_worker_notes_it(world: World) -> None:
    mine = book(world)
    acting = Viewer(
        staff_id=world.colleague.staff_id,
        login=world.colleague.login,
        name=world.colleague.name,
        role=world.colleague.role,
        acts_for=frozenset({world.practitioner.staff_id}),
    )

    note(world, acting, mine)

    assert stored(world, mine)[0] == "attended"


@pytest.mark.parametrize("who", ["coordinator", "colleague", "victim_worker"])
def test_nobody_else_notes_it_and_all_of_it_stays(world: World, who: str) -> None:
    mine = book(world)
    viewer: Viewer = getattr(world, who)

    with pytest.raises(NotFound, match="worker or a manager"):
        note(world, viewer, mine)

    assert stored(world, mine) == ("", [""])


def test_what_has_not_begun_or_was_cancelled_has_no_outcome(world: World) -> None:
    mine = book(world)

    with pytest.raises(WrongInput, match="not begun"):
        note(world, world.practitioner, mine, now=world.now)
    with world.database.write() as session:
        booking_changes.cancel(
            session, mine, world.practitioner, reason="No longer needed", now=world.now
        )
    with pytest.raises(WrongInput, match="cancelled already"):
        note(world, world.practitioner, mine)


def test_who_cancelled_it_beforehand_is_kept_and_goes_when_it_is_restored(
    world: World,
) -> None:
    mine, theirs = book(world), book(world, hour=11, room_ids=(STUDY,))
    with world.database.write() as session:
        session.get_one(Booking, theirs).venue_answer = "no"
        for id_ in (mine, theirs):
            booking_changes.cancel(
                session, id_, world.practitioner, reason="Not needed", now=world.now
            )

    assert stored(world, mine)[0] == "cancelled by us"
    assert stored(world, theirs)[0] == "cancelled by venue"

    with world.database.write() as session:
        booking_changes.restore(session, mine, world.practitioner, now=world.now)

    assert stored(world, mine)[0] == ""


def test_an_outcome_is_undone_and_done_again(world: World) -> None:
    mine = book(world)
    note(world, world.practitioner, mine, outcome=Outcome.DID_NOT_ATTEND)
    with world.database.read() as session:
        (step, *_) = steps.read(session, world.practitioner).undo

    steps.turn(world.database, step.id, world.practitioner, now=EVENING)

    assert step.name == "outcome of appointments"
    assert stored(world, mine) == ("", [""])

    steps.turn(world.database, step.id, world.practitioner, now=EVENING)

    assert stored(world, mine) == ("did not attend", ["did not attend"])


def test_how_far_a_family_travels_is_not_kept_for_another_place(world: World) -> None:
    mine = book(world, near=Point(361_000, 388_000))

    def travel(room_id: int) -> int | None:
        with world.database.write() as session:
            who = world.practitioner
            booking_changes.move(session, mine, who, now=world.now, room_ids=(room_id,))
            return session.get_one(Booking, mine).travel

    assert travel(OAK) == 1000
    assert travel(STUDY) is None


def test_how_far_they_had_to_travel_is_put_down_where_nobody_knew(
    world: World,
) -> None:
    unknown = book(world)
    known = book(world, hour=11, room_ids=(STUDY,), near=Point(361_000, 388_000))
    nobody = book(world, hour=13, references=())
    with world.database.write() as session:
        session.get_one(Case, 1).sector = "WA2 9"
        outcomes.note(
            session,
            [unknown, known, nobody],
            Outcome.ATTENDED,
            world.practitioner,
            now=EVENING,
            where={"WA2 9": Point(360_300, 388_400)}.get,
        )

    with world.database.read() as session:
        travel = [
            session.get_one(Booking, id_).travel for id_ in (unknown, known, nobody)
        ]
    assert travel == [500, 800, None]
