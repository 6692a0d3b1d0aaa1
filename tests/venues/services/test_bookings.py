"""Making a booking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select

from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Case,
    Condition,
    Hold,
    Outing,
    Override,
    Worker,
)
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.places import Point
from venues.errors import Clash, NotAllowed, Refused, VenuesError, WrongInput
from venues.services import bookings

WILLOW, OAK, STUDY, HALL, HALL_A, HALL_B = range(1, 7)
THURSDAY = datetime(2026, 11, 26)
FAR_AWAY = Point(340_000, 388_000)


def book(world: Any, viewer: Any = None, **changed: Any) -> bookings.Booked:
    with world.database.write() as session:
        return bookings.book(
            session,
            world.request(**changed),
            viewer or world.practitioner,
            now=world.now,
        )


def counted(world: Any, table: type) -> int:
    with world.database.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.signed_in
def test_a_booking_is_confirmed_and_has_all_that_belongs_to_it(world: Any) -> None:
    booked = book(world)

    assert booked.reference == "B-10001"
    assert booked.status == "confirmed"
    tables = (Booking, BookingRoom, Hold, Attendance, Worker)
    assert [counted(world, table) for table in tables] == [1, 1, 1, 1, 1]


def test_the_same_room_twice_is_refused_and_leaves_no_trace(world: Any) -> None:
    book(world)

    with pytest.raises(Refused, match="in use from 3pm to 4pm"):
        book(world, references=("WA-99999",), worker_ids=(2,), viewer=world.colleague)

    assert counted(world, Booking) == 1
    assert counted(world, Case) == 3


@pytest.mark.signed_in
def test_the_database_itself_refuses_what_slips_past_the_rules(world: Any) -> None:
    booked = book(world)

    with (
        pytest.raises(Clash, match="booked by somebody else a moment ago"),
        world.database.write() as session,
    ):
        hold = session.scalar(select(Hold).where(Hold.booking_id == booked.id))
        session.add(
            Hold(
                booking_id=booked.id,
                space_id=hold.space_id,
                starts=hold.starts + timedelta(minutes=30),
                ends=hold.ends + timedelta(minutes=30),
            )
        )


@pytest.mark.signed_in
def test_back_to_back_bookings_both_stand(world: Any) -> None:
    book(world)
    book(world, hour=16)
    book(world, hour=14)

    assert counted(world, Booking) == 3


def test_a_hall_takes_its_halves_with_it(world: Any) -> None:
    book(world, room_ids=(HALL,))

    for half in (HALL_A, HALL_B):
        with pytest.raises(Refused, match="in use"):
            book(
                world,
                room_ids=(half,),
                references=("WA-20418",),
                worker_ids=(2,),
                viewer=world.colleague,
            )


def test_two_halves_can_be_booked_apart(world: Any) -> None:
    book(world, room_ids=(HALL_A,))
    book(
        world,
        room_ids=(HALL_B,),
        references=("WA-20418",),
        worker_ids=(2,),
        viewer=world.colleague,
    )

    assert counted(world, Booking) == 2


@pytest.mark.signed_in
def test_several_rooms_are_held_by_one_booking(world: Any) -> None:
    booked = book(world, room_ids=(WILLOW, OAK))

    with world.database.read() as session:
        roles = session.execute(
            select(BookingRoom.room_id, BookingRoom.role).where(
                BookingRoom.booking_id == booked.id
            )
        ).all()
    assert sorted(roles) == [(WILLOW, "main"), (OAK, "break-out")]
    assert counted(world, Hold) == 2


@pytest.mark.signed_in
def test_a_hall_and_its_half_are_not_two_rooms(world: Any) -> None:
    with pytest.raises(Refused, match="partly the same room"):
        book(world, room_ids=(HALL, HALL_A))


@pytest.mark.signed_in
def test_set_up_and_clearing_are_held_with_the_room(world: Any) -> None:
    book(world, kind="GRP", people=8)

    with world.database.read() as session:
        hold = session.scalars(select(Hold)).one()
    assert (hold.starts.time(), hold.ends.time()) == (time(14, 45), time(16, 15))


@pytest.mark.signed_in
def test_without_a_case_it_is_provisional_with_that_condition_open(world: Any) -> None:
    booked = book(world, references=())

    assert booked.status == "provisional"
    assert booked.conditions == ("case",)
    assert counted(world, Condition) == 1


@pytest.mark.signed_in
def test_a_new_reference_is_made_and_put_on_the_bookers_list(world: Any) -> None:
    book(world, references=("wa 31234",))

    with world.database.read() as session:
        case = session.scalars(select(Case).where(Case.reference == "WA-31234")).one()
    assert case.kind == "child"
    assert not case.confirmed


@pytest.mark.signed_in
def test_somebody_elses_reference_is_refused_without_a_word_more(world: Any) -> None:
    with pytest.raises(WrongInput) as refused:
        book(world, references=("WA-20418",))

    assert str(refused.value) == "Not on your list. Ask the coordinator."


@pytest.mark.signed_in
def test_the_same_worker_cannot_be_in_two_places(world: Any) -> None:
    book(world)

    with pytest.raises(Refused, match="You are at Millbrook from 3pm to 4pm"):
        book(world, room_ids=(STUDY,), references=("WA-31234",))


def test_a_colleague_who_is_busy_is_only_not_free(world: Any) -> None:
    book(world)

    with pytest.raises(Refused) as refused:
        book(
            world,
            viewer=world.colleague,
            worker_ids=(2, 1),
            room_ids=(STUDY,),
            references=("WA-20418",),
        )

    assert str(refused.value) == "Not free then."


def test_a_case_is_in_one_place_at_a_time(world: Any) -> None:
    book(world)

    with pytest.raises(Refused, match="already has an appointment then"):
        book(world, viewer=world.manager, worker_ids=(5,), room_ids=(STUDY,))


@pytest.mark.signed_in
def test_a_warning_asks_for_a_reason_and_keeps_it(world: Any) -> None:
    with pytest.raises(Refused, match="miles in a straight line"):
        book(world, near=FAR_AWAY)

    booked = book(world, near=FAR_AWAY, accepted={"R21": "Father drives"})

    with world.database.read() as session:
        kept = session.scalars(select(Override)).one()
    assert (kept.booking_id, kept.rule, kept.reason) == (
        booked.id,
        "R21",
        "Father drives",
    )


def test_only_a_manager_passes_an_unmet_need_with_the_adjustment(world: Any) -> None:
    accepted = {"R12": "Portable loop brought along"}
    with pytest.raises(Refused, match="Hearing loop needed"):
        book(world, needs=("hearing-loop",), accepted=accepted)

    booked = book(
        world,
        viewer=world.manager,
        worker_ids=(5,),
        needs=("hearing-loop",),
        accepted=accepted,
    )

    with world.database.read() as session:
        assert session.scalars(select(Override)).one().kind == "adjustment"
    assert booked.status == "confirmed"


def test_nobody_passes_a_room_that_is_taken(world: Any) -> None:
    book(world)

    with pytest.raises(Refused, match="in use"):
        book(
            world,
            viewer=world.manager,
            worker_ids=(5,),
            references=("WA-20418",),
            accepted={"R1": "Because"},
        )


@pytest.mark.signed_in
def test_checking_out_with_somebody_makes_an_outing(world: Any) -> None:
    book(world, buddy_id=2, check_out=time(16, 15))

    with world.database.read() as session:
        outing = session.scalars(select(Outing)).one()
    assert outing.buddy_id == 2
    assert outing.check_out == THURSDAY.replace(hour=16, minute=15)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"people": 0}, "people", "from 1 to"),
        ({"room_ids": ()}, "room", "Choose a room"),
        ({"room_ids": (99,)}, "room", "There is no room 99"),
        ({"kind": "XYZ"}, "kind", "no kind of appointment"),
        ({"kind": "VIC"}, "kind", "is not for child"),
        ({"references": ("Jack",)}, "case", "looks like WA-20417"),
        ({"worker_ids": ()}, "workers", "who works"),
        ({"worker_ids": (1, 1)}, "second", "somebody else"),
        ({"buddy_id": 1}, "buddy", "somebody else"),
        ({"check_out": time(15, 30)}, "check_out", "after the end"),
        (
            {"period": Period.lasting(datetime(2026, 11, 20, 15), 60)},
            "date",
            "has passed",
        ),
        (
            {"period": Period.lasting(datetime(2036, 11, 20, 15), 60)},
            "date",
            "Check the year",
        ),
    ],
)
@pytest.mark.signed_in
def test_bad_input_gets_its_sentence_and_writes_nothing(
    world: Any, changed: dict[str, Any], field: str, words: str
) -> None:
    with pytest.raises(WrongInput, match=words) as trouble:
        book(world, **changed)

    assert trouble.value.field == field
    assert counted(world, Booking) == 0


@pytest.mark.signed_in
def test_a_name_in_the_note_is_refused(world: Any) -> None:
    with pytest.raises(Refused, match="Use the case reference only"):
        book(world, note="Mr Hughes brings the key")


def test_victim_meetings_are_booked_by_victim_workers(world: Any) -> None:
    victims = {"audience": Audience.VICTIM, "kind": "VIC", "references": ("WA-20466",)}
    with pytest.raises(NotAllowed, match="victim workers and managers"):
        book(world, **victims)

    booked = book(world, viewer=world.victim_worker, worker_ids=(3,), **victims)

    assert booked.status == "confirmed"


@pytest.mark.parametrize("who", ["coordinator", "board"])
@pytest.mark.signed_in
def test_roles_that_do_not_book_children_are_told_so(world: Any, who: str) -> None:
    with pytest.raises(NotAllowed, match="does not book these appointments"):
        book(world, viewer=getattr(world, who))


@pytest.mark.signed_in
def test_nobody_books_for_a_colleague_they_do_not_act_for(world: Any) -> None:
    with pytest.raises(NotAllowed, match="for yourself and for those you act for"):
        book(world, worker_ids=(2,))


@pytest.mark.signed_in
def test_examining_takes_the_same_few_statements_however_much_is_booked(
    world: Any, statements: Callable[[], list[str]]
) -> None:
    def examine() -> int:
        statements()
        with world.database.read() as session:
            bookings.examine(
                session, world.request(), world.practitioner, now=world.now
            )
        return len(statements())

    examine()  # reads the catalogue, which is then kept
    empty = examine()
    for hour in (9, 11, 13, 17):
        book(world, hour=hour)

    assert examine() == empty == 6


@pytest.mark.signed_in
def test_booking_takes_a_fixed_number_of_statements(
    world: Any, statements: Callable[[], list[str]]
) -> None:
    book(world, hour=9)
    statements()

    book(world, hour=11)
    first = len(statements())
    book(world, hour=13)

    assert len(statements()) == first <= 22


minutes = st.integers(min_value=9 * 60, max_value=18 * 60)
lengths = st.integers(min_value=5, max_value=120)


@given(minutes, lengths, minutes, lengths)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_the_rules_and_the_trigger_agree_on_overlap(
    world: Any, one: int, one_long: int, other: int, other_long: int
) -> None:
    first = Period.lasting(THURSDAY + timedelta(minutes=one), one_long)
    second = Period.lasting(THURSDAY + timedelta(minutes=other), other_long)
    with world.database.write() as session:
        session.execute(delete(Hold))
        session.add(
            Booking(
                reference=f"B-{datetime.now().timestamp()}",
                type_id=1,
                audience="child",
                authority_id=1,
                status="confirmed",
                starts=first.starts,
                ends=first.ends,
                people=1,
                made_at=datetime(2026, 1, 1),
            )
        )
        session.flush()
        id_ = session.scalar(select(func.max(Booking.id)))
        session.add(
            Hold(space_id=1, starts=first.starts, ends=first.ends, booking_id=id_)
        )

    with world.database.read() as session:
        judged = bookings.examine(
            session,
            world.request(period=second, references=()),
            world.practitioner,
            now=world.now,
        )
    says_no = any(found.rule == "R1" for found in judged.findings)
    try:
        with world.database.write() as session:
            session.add(
                Hold(space_id=1, starts=second.starts, ends=second.ends, booking_id=id_)
            )
        refused = False
    except VenuesError:
        refused = True

    assert says_no == refused == first.overlaps(second)
