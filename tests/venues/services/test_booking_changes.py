"""Moving, changing, cancelling and bringing back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Condition,
    Hold,
    Outing,
)
from venues.domain.findings import Severity
from venues.domain.period import Period
from venues.errors import NotFound, Refused, Stale, WrongInput
from venues.services import booking_changes, bookings

WILLOW, OAK, STUDY = 1, 2, 3
THREE = datetime(2026, 11, 26, 15)


def book(world: Any, **changed: Any) -> bookings.Booked:
    viewer = changed.pop("viewer", world.practitioner)
    with world.database.write() as session:
        return bookings.book(session, world.request(**changed), viewer, now=world.now)


def do(world: Any, work: Any, id_: int, viewer: Any = None, **more: Any) -> Any:
    with world.database.write() as session:
        return work(session, id_, viewer or world.practitioner, now=world.now, **more)


def change(world: Any, id_: int, request: Any) -> Any:
    with world.database.write() as session:
        return booking_changes.change(
            session, id_, request, world.practitioner, now=world.now
        )


def holds(world: Any) -> list[tuple[int, datetime, datetime]]:
    with world.database.read() as session:
        rows = session.execute(
            select(Hold.space_id, Hold.starts, Hold.ends).order_by(Hold.space_id)
        )
        return [tuple(row) for row in rows]


@pytest.mark.signed_in
def test_moving_in_time_takes_the_hold_along(world: Any) -> None:
    booked = book(world)

    moved = do(world, booking_changes.move, booked.id, period=Period.lasting(THREE, 90))

    assert moved.version > booked.version
    assert holds(world) == [(WILLOW, THREE, THREE + timedelta(minutes=90))]


@pytest.mark.signed_in
def test_moving_to_another_room(world: Any) -> None:
    booked = book(world)

    do(world, booking_changes.move, booked.id, room_ids=(OAK,))

    assert [space for space, *_ in holds(world)] == [OAK]


@pytest.mark.signed_in
def test_a_booking_does_not_stand_in_its_own_way(world: Any) -> None:
    booked = book(world)

    do(
        world,
        booking_changes.move,
        booked.id,
        period=Period.lasting(THREE + timedelta(minutes=15), 60),
    )

    assert holds(world)[0][1] == THREE + timedelta(minutes=15)


def test_a_move_onto_another_booking_is_refused_and_changes_nothing(
    world: Any,
) -> None:
    booked = book(world)
    book(
        world,
        viewer=world.colleague,
        worker_ids=(2,),
        references=("WA-20418",),
        room_ids=(OAK,),
    )
    before = holds(world)

    with pytest.raises(Refused, match="Oak Room is in use"):
        do(world, booking_changes.move, booked.id, room_ids=(OAK,))

    assert holds(world) == before


@pytest.mark.signed_in
def test_a_move_can_be_tried_without_doing_it(world: Any) -> None:
    booked = book(world)
    before = holds(world)

    with world.database.read() as session:
        judged = booking_changes.examine_move(
            session, booked.id, world.practitioner, now=world.now, room_ids=(OAK,)
        )

    assert {each.severity for each in judged.findings} <= {Severity.NOTE}
    assert holds(world) == before


@pytest.mark.signed_in
def test_a_reason_for_a_warning_can_come_with_the_move(world: Any) -> None:
    booked = book(world)

    moved = do(
        world, booking_changes.move, booked.id, room_ids=(5,), accepted={"R19": "Car"}
    )

    assert moved.status == "confirmed"


@pytest.mark.signed_in
def test_a_reason_that_comes_with_the_move_names_nobody(world: Any) -> None:
    booked = book(world)

    with pytest.raises(Refused) as refused:
        do(
            world,
            booking_changes.move,
            booked.id,
            room_ids=(5,),
            accepted={"R19": "Mr Smith gives me a lift"},
        )

    assert [found.rule for found in refused.value.findings] == ["R31"]


@pytest.mark.signed_in
def test_saving_over_somebody_elses_change_is_refused(world: Any) -> None:
    booked = book(world)
    do(world, booking_changes.move, booked.id, room_ids=(OAK,))

    with pytest.raises(Stale, match="Somebody else changed this booking"):
        do(
            world,
            booking_changes.move,
            booked.id,
            room_ids=(STUDY,),
            version=booked.version,
        )


@pytest.mark.signed_in
def test_cancelling_keeps_the_booking_and_frees_the_room(world: Any) -> None:
    booked = book(world)

    done = do(world, booking_changes.cancel, booked.id, reason="Child is ill")

    assert done.status == "cancelled"
    assert holds(world) == []
    with world.database.read() as session:
        assert session.get(Booking, booked.id).cancel_reason == "Child is ill"
    book(world)


@pytest.mark.parametrize(
    ("reason", "words"),
    [("  ", "Say why"), ("Mrs Hughes rang", "Use the case reference only")],
)
@pytest.mark.signed_in
def test_a_reason_is_needed_and_names_nobody(
    world: Any, reason: str, words: str
) -> None:
    booked = book(world)

    with pytest.raises(WrongInput, match=words):
        do(world, booking_changes.cancel, booked.id, reason=reason)

    assert holds(world)


@pytest.mark.signed_in
def test_cancelling_twice_says_so(world: Any) -> None:
    booked = book(world)
    do(world, booking_changes.cancel, booked.id, reason="Ill")

    with pytest.raises(WrongInput, match="cancelled already"):
        do(world, booking_changes.cancel, booked.id, reason="Ill")


@pytest.mark.signed_in
def test_a_cancelled_booking_can_be_brought_back(world: Any) -> None:
    booked = book(world)
    before = holds(world)
    do(world, booking_changes.cancel, booked.id, reason="Ill")

    done = do(world, booking_changes.restore, booked.id)

    assert done.status == "confirmed"
    assert holds(world) == before


def test_it_is_not_brought_back_onto_somebody_else(world: Any) -> None:
    booked = book(world)
    do(world, booking_changes.cancel, booked.id, reason="Ill")
    book(world, viewer=world.colleague, worker_ids=(2,), references=("WA-20418",))

    with pytest.raises(Refused, match="in use"):
        do(world, booking_changes.restore, booked.id)


@pytest.mark.signed_in
def test_a_live_booking_needs_no_bringing_back(world: Any) -> None:
    booked = book(world)

    with pytest.raises(WrongInput, match="not cancelled"):
        do(world, booking_changes.restore, booked.id)


@pytest.mark.signed_in
def test_what_is_over_stays_as_it_was(world: Any) -> None:
    booked = book(world)

    with (
        pytest.raises(WrongInput, match="over, so it stays as it was"),
        world.database.write() as session,
    ):
        booking_changes.cancel(
            session,
            booked.id,
            world.practitioner,
            reason="Ill",
            now=THREE + timedelta(days=1),
        )


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period.lasting(datetime(2026, 11, 26, 23, 30), 60), "past midnight"),
        (Period.lasting(datetime(2027, 3, 28, 1, 30), 60), "clocks"),
        (Period.lasting(datetime(2026, 11, 2, 15), 60), "has passed"),
    ],
)
@pytest.mark.signed_in
def test_it_is_not_moved_to_a_time_that_cannot_be(
    world: Any, period: Period, words: str
) -> None:
    booked = book(world)

    with pytest.raises(WrongInput, match=words):
        do(world, booking_changes.move, booked.id, period=period)


@pytest.mark.signed_in
def test_everything_about_a_booking_can_be_changed(world: Any) -> None:
    booked = book(world, references=())
    request = world.request(people=4, room_ids=(OAK,), note="4 chairs", kind="GRP")

    changed = change(world, booked.id, request)

    assert changed.status == "confirmed"
    with world.database.read() as session:
        booking = session.get(Booking, booked.id)
        room = session.scalars(select(BookingRoom)).one()
        case = session.scalars(select(Attendance)).one()
        met = session.scalars(select(Condition)).one().met_at
    assert (booking.people, booking.note, booking.type_id) == (4, "4 chairs", 4)
    assert (room.room_id, case.case_id) == (OAK, 1)
    assert met is not None


@pytest.mark.signed_in
def test_taking_the_case_away_opens_the_condition_again(world: Any) -> None:
    booked = book(world, references=())
    change(world, booked.id, world.request())

    again = change(world, booked.id, world.request(references=()))

    assert again.status == "provisional"
    with world.database.read() as session:
        assert session.scalars(select(Condition)).one().met_at is None


@pytest.mark.signed_in
def test_the_outing_moves_with_its_booking(world: Any) -> None:
    booked = book(world, buddy_id=2)

    do(
        world,
        booking_changes.move,
        booked.id,
        period=Period.lasting(THREE + timedelta(hours=1), 60),
    )

    with world.database.read() as session:
        outing = session.scalars(select(Outing)).one()
    assert outing.check_out == THREE.replace(hour=17, minute=15)


@pytest.mark.signed_in
def test_a_stranger_and_a_missing_booking_answer_the_same(world: Any) -> None:
    booked = book(world)
    said = set()
    for id_ in (booked.id, 999):
        with pytest.raises(NotFound) as trouble:
            do(world, booking_changes.cancel, id_, world.colleague, reason="Ill")
        said.add(str(trouble.value))
    for reference in ("B-10001", "B-99999"):
        with pytest.raises(NotFound) as trouble, world.database.read() as session:
            booking_changes.by_reference(session, reference, world.colleague)
        said.add(str(trouble.value))

    assert len(said) == 1


@pytest.mark.signed_in
def test_a_coordinator_may_move_anybodys_booking(world: Any) -> None:
    booked = book(world)

    with pytest.raises(Refused, match="Has its worker agreed"):
        do(world, booking_changes.move, booked.id, world.coordinator, room_ids=(OAK,))
    do(
        world,
        booking_changes.move,
        booked.id,
        world.coordinator,
        room_ids=(OAK,),
        accepted={"appointment": "She has"},
    )

    assert holds(world)[0][0] == OAK


@pytest.mark.signed_in
def test_buttons_are_for_ones_own_and_for_coordinators(world: Any) -> None:
    assert booking_changes.may_change(world.practitioner, own=True)
    assert booking_changes.may_change(world.coordinator, own=False)
    assert not booking_changes.may_change(world.practitioner, own=False)
