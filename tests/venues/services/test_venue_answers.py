"""What a venue has said to a booking, from its first day and through its changes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests import turned
from tests.venues import hired
from tests.world import HALL_A, HALL_B, THURSDAY, WILLOW, World
from venues.database import catalogue as catalogues
from venues.database.models import Booking, BookingRoom, ClosedDay
from venues.domain.period import Period
from venues.errors import Refused
from venues.services import booking_changes, booking_edits, moves, venue_answers
from venues.services.moves import Move
from venues.services.venue_answers import STANDING

THREE = datetime(2026, 11, 26, 15)
YES: dict[str, Any] = {
    "venue_answer": "yes",
    "asked_on": date(2026, 11, 20),
    "answered_on": date(2026, 11, 21),
    "answered_by": "Caretaker",
    "venue_reference": "H-7",
    "cost": 4000,
}
WHY = {"R30": "The family asked for it"}


def move(world: World, booking_id: int, **to: Any) -> None:
    now = to.pop("now", world.now)
    with world.database.write() as session:
        booking_changes.move(
            session, booking_id, world.practitioner, now=now, accepted=WHY, **to
        )


def test_a_room_of_others_begins_to_ask(world: World) -> None:
    hired.hired(world)

    answer = hired.answer(world, hired.book(world))

    assert (answer.said, answer.cost) == ("to ask", 3600)


def test_our_own_room_need_not_be_asked(world: World) -> None:
    answer = hired.answer(world, hired.book(world, room_ids=(WILLOW,)))

    assert answer.said == "not needed"


def test_a_standing_agreement_has_said_yes_already(world: World) -> None:
    hired.hired(world)
    hired.block(world)

    inside = hired.answer(world, hired.book(world))
    beside = hired.answer(
        world, hired.book(world, room_ids=(HALL_B,), hour=17, references=())
    )

    assert (inside.said, inside.by) == ("yes", STANDING)
    assert inside.answered_on == world.now.date()
    assert beside.said == "to ask"


def test_its_set_up_has_to_be_covered_too(world: World) -> None:
    hired.hired(world)
    hired.block(world)
    group = {"kind": "GRP", "people": 6, "references": ("WA-20417",)}

    late = hired.answer(world, hired.book(world, hour=14, **group))

    assert late.said == "to ask"


def test_another_place_has_to_be_asked_anew(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)

    move(world, booked, room_ids=(HALL_B,))
    there = hired.answer(world, booked)
    move(world, booked, room_ids=(WILLOW,))
    ours = hired.answer(world, booked)
    move(world, booked, room_ids=(HALL_B,))

    assert (there.said, there.asked_on, there.by, there.cost) == (
        "to ask",
        None,
        "",
        3600,
    )
    assert ours.said == "not needed"
    assert hired.answer(world, booked).said == "to ask"


def test_what_lies_within_the_time_agreed_is_agreed(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)

    move(world, booked, period=Period.lasting(THREE, 45))

    shorter = hired.answer(world, booked)
    assert (shorter.said, shorter.by, shorter.cost) == ("yes", "Caretaker", 3600)


def test_longer_has_to_be_asked_but_not_while_it_runs(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)

    running = THREE + timedelta(minutes=30)
    move(world, booked, period=Period.lasting(THREE, 75), now=running)
    after = hired.answer(world, booked)
    move(world, booked, period=Period.lasting(THREE, 90))

    assert after.said == "yes"
    assert hired.answer(world, booked).said == "to ask"


def test_a_move_taken_back_brings_the_yes_back(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)
    before = hired.answer(world, booked)
    to = Move(
        booking_id=booked,
        room_id=HALL_A,
        to_room_id=WILLOW,
        period=Period.lasting(THREE, 60),
        accepted=tuple(WHY.items()),
    )
    viewer = world.practitioner

    moves.make(world.database, to, viewer, now=world.now)
    turned.undo(world.database, viewer, world.now)
    back = hired.answer(world, booked)
    turned.redo(world.database, viewer, world.now)

    assert back == before
    assert hired.answer(world, booked).said == "not needed"


def test_a_change_taken_back_brings_the_yes_back(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)
    before, viewer = hired.answer(world, booked), world.practitioner
    with world.database.read() as session:
        edit = booking_edits.open_booking(session, booked, viewer)
    later = world.request(room_ids=(HALL_A,), hour=17)

    booking_edits.save(world.database, edit, later, viewer, now=world.now)
    changed = hired.answer(world, booked)
    turned.undo(world.database, viewer, world.now)

    assert changed.said == "to ask"
    assert hired.answer(world, booked) == before


def test_a_cancelled_booking_brought_back_keeps_what_was_said(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)
    before, viewer = hired.answer(world, booked), world.practitioner

    with world.database.write() as session:
        booking_changes.cancel(session, booked, viewer, reason="Ill", now=world.now)
    with world.database.write() as session:
        booking_changes.restore(session, booked, viewer, now=world.now)

    assert hired.answer(world, booked) == before


def test_booking_inside_the_notice_needs_a_reason(world: World) -> None:
    hired.hired(world, notice_days=7)

    with pytest.raises(Refused, match="7 days of notice"):
        hired.book(world)

    assert hired.book(world, accepted={"R29": "Rang them: they have it free"})


def test_a_booking_that_has_its_yes_may_be_changed_without_notice(
    world: World,
) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)
    soon = datetime(2026, 11, 26, 9)

    move(world, booked, period=Period.lasting(THREE, 30), now=soon)
    with pytest.raises(Refused, match="2 days of notice"):
        move(world, booked, period=Period.lasting(THREE, 45), now=soon)

    assert hired.answer(world, booked).said == "yes"


def test_moving_away_late_needs_a_reason_each_time(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, **YES)
    friday = Period.lasting(THREE + timedelta(days=1), 60)

    def go(period: Period, accepted: dict[str, str] | None = None) -> None:
        with world.database.write() as session:
            booking_changes.move(
                session,
                booked,
                world.practitioner,
                now=world.now,
                period=period,
                accepted=accepted,
            )

    with pytest.raises(Refused, match="Cancelling now costs £40"):
        go(friday)
    go(friday, WHY)
    hired.say(world, booked, **YES)

    with pytest.raises(Refused, match="Cancelling now costs"):
        go(Period.lasting(THREE, 60))


def test_nothing_is_given_up_before_the_venue_said_yes(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)

    def cost() -> int | None:
        with world.database.read() as session:
            found = venue_answers.given_up(
                session, catalogues.read(session), session.get_one(Booking, booked)
            )
        return found.cost if found else None

    to_ask = cost()
    hired.say(world, booked, venue_answer="yes", cost=None)
    computed = cost()
    hired.say(world, booked, answered_by=STANDING)
    standing = cost()
    hired.say(world, booked, answered_by="Caretaker")
    with world.database.write() as session:
        row = session.query(BookingRoom).filter_by(booking_id=booked).one()
        session.delete(row)

    assert (to_ask, computed, standing, cost()) == (None, 3600, None, None)


def test_a_bank_holiday_is_no_working_day(world: World) -> None:
    with world.database.write() as session:
        session.add(ClosedDay(day=date(2026, 11, 25), name="Extra", bank_holiday=True))

    with world.database.read() as session:
        catalogue = catalogues.read(session)

        assert venue_answers.is_urgent(catalogue, THURSDAY, date(2026, 11, 23))
        assert not venue_answers.is_urgent(catalogue, THURSDAY, date(2026, 11, 20))


TELL = "Tell Railside that Thursday 26 November, 3pm to 4pm is not needed."


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"venue_answer": "asked", "asked_on": date(2026, 11, 20)}, TELL),
        (YES, TELL),
        ({"venue_answer": "to ask"}, ""),
        ({"venue_answer": "no", "answered_on": date(2026, 11, 21)}, ""),
        (YES | {"answered_by": STANDING}, ""),
    ],
)
def test_a_venue_that_keeps_the_time_is_to_be_told_when_it_is_cancelled(
    world: World, said: dict[str, Any], told: str
) -> None:
    hired.hired(world)
    id_ = hired.book(world)
    hired.say(world, id_, **said)

    with world.database.write() as session:
        gone = booking_changes.cancel(
            session, id_, world.practitioner, reason="Not needed", now=world.now
        )

    assert gone.tell == told


def test_nobody_is_told_of_our_own_room(world: World) -> None:
    id_ = hired.book(world, room_ids=(WILLOW,))
    hired.say(world, id_, **YES)

    with world.database.write() as session:
        gone = booking_changes.cancel(
            session, id_, world.practitioner, reason="Not needed", now=world.now
        )

    assert gone.tell == ""


def test_a_move_says_which_venue_is_to_be_told_of_the_old_time(world: World) -> None:
    hired.hired(world)
    id_ = hired.book(world)
    hired.say(world, id_, **YES)

    def told(hour: int, minute: int = 0, room: int = HALL_A) -> str:
        starts = datetime(2026, 11, 26, hour, minute)
        to = Move(
            booking_id=id_,
            room_id=room,
            to_room_id=room,
            period=Period.lasting(starts, 60 - minute),
            accepted=tuple({"R30": "Agreed", "R34": "Agreed"}.items()),
        )
        made = moves.make(world.database, to, world.practitioner, now=world.now)
        return made.booked.tell

    within, moved, asked_again = told(15, 15), told(16), told(17)

    assert (within, asked_again) == ("", "")
    assert moved == TELL.replace("3pm", "3:15pm")
