"""What is written of a meeting with its booking, and given back as it was."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.conditional import FACING, PANEL, RISK, book, prepare
from tests.world import World
from venues.database.models import Booking, BookingRoom, CaseHours, Hours, Worker
from venues.domain.meeting import Meeting
from venues.errors import Refused
from venues.services import booking_changes, bookings


@pytest.fixture(autouse=True)
def _kinds(world: World) -> None:
    prepare(world)


def stored(world: World, id_: int) -> Meeting:
    with world.database.read() as session:
        booking = session.get_one(Booking, id_)
        return booking_changes.stored(session, booking)[0].meeting


def outsiders(world: World, id_: int) -> list[tuple[str | None, str, bool | None]]:
    with world.database.read() as session:
        rows = session.scalars(
            select(Worker)
            .where(Worker.booking_id == id_, Worker.staff_id.is_(None))
            .order_by(Worker.id)
        )
        return [(row.agency, row.part, row.attended) for row in rows]


def change(world: World, id_: int, **changed: Any) -> None:
    with world.database.write() as session:
        booking_changes.change(
            session, id_, world.request(**changed), world.practitioner, now=world.now
        )


SAID = Meeting(
    panel_members=3,
    order_on=date(2026, 11, 2),
    venues_offered=2,
)


def test_all_that_is_said_of_a_meeting_is_kept(world: World) -> None:
    panel = book(world, **PANEL, meeting=SAID, accepted={"R25 DUE": "Holidays"})
    risk = book(world, **RISK, hour=10, meeting=Meeting(police=" Risk desk "))

    assert stored(world, panel.id) == SAID
    assert stored(world, risk.id) == Meeting(police="Risk desk")
    assert outsiders(world, panel.id) == [("Panel volunteer", "panel", None)] * 3
    assert outsiders(world, risk.id) == [("Risk desk", "police", None)]


def test_a_panel_that_is_late_needs_a_reason_and_keeps_the_day_it_was_due(
    world: World,
) -> None:
    with pytest.raises(Refused, match="due by 30 November"):
        book(world, **PANEL, meeting=SAID)

    booked = book(world, **PANEL, meeting=SAID, accepted={"R25 DUE": "Holidays"})

    with world.database.read() as session:
        assert session.get_one(Booking, booked.id).due_by == date(2026, 11, 30)


def test_outsiders_who_stay_keep_whether_they_came(world: World) -> None:
    panel = book(world, **PANEL, meeting=Meeting(panel_members=2))
    with world.database.write() as session:
        session.add(Worker(booking_id=panel.id, agency="Health", part="partner"))
        first = session.scalars(
            select(Worker).where(Worker.part == "panel").order_by(Worker.id)
        ).first()
        assert first is not None
        first.attended = True

    change(world, panel.id, **PANEL, meeting=Meeting(panel_members=1))

    assert outsiders(world, panel.id) == [
        ("Panel volunteer", "panel", True),
        ("Health", "partner", None),
    ]


def test_rooms_to_wait_in_are_told_from_those_to_break_out_to(world: World) -> None:
    facing = FACING | {
        "room_ids": (1, 2, 7),
        "meeting": Meeting(both_agreed=True, waiting_ids=(7, 99)),
    }

    booked = book(world, **facing)

    with world.database.read() as session:
        roles = dict(
            session.execute(
                select(BookingRoom.room_id, BookingRoom.role).where(
                    BookingRoom.booking_id == booked.id
                )
            ).all()
        )
    assert roles == {1: "main", 2: "break-out", 7: "waiting"}
    assert stored(world, booked.id).waiting_ids == (7,)


def test_a_plan_for_working_alone_is_booked_until_a_manager_approves_it(
    world: World,
) -> None:
    with world.database.write() as session:
        for weekday in range(5):
            session.add(
                Hours(
                    venue_id=1,
                    weekday=weekday,
                    use="staffed",
                    opens=time(9),
                    closes=time(17),
                )
            )
    with pytest.raises(Refused, match="Nobody else is in the building after 5pm"):
        book(world, hour=17)

    booked = book(world, hour=17, meeting=Meeting(lone_plan=True))

    assert (booked.status, booked.conditions) == ("provisional", ("sign-off",))
    assert stored(world, booked.id).lone_plan


def test_hours_under_a_court_refuse_and_others_are_passed_with_a_reason(
    world: World,
) -> None:
    with world.database.write() as session:
        hours = CaseHours(case_id=1, weekday=3, opens=time(9), closes=time(10))
        session.add(hours)
    with pytest.raises(Refused, match="Outside the hours recorded for this case"):
        book(world)
    book(world, accepted={"R7": "Agreed with the family"})
    with world.database.write() as session:
        session.get_one(CaseHours, 1).court_condition = True

    with pytest.raises(Refused, match="Outside the hours recorded for this case"):
        book(world, hour=17, accepted={"R7": "Agreed with the family"})


def test_hours_of_one_case_are_not_told_of_another(world: World) -> None:
    with world.database.write() as session:
        session.add(CaseHours(case_id=2, weekday=3, opens=time(9), closes=time(10)))

    with world.database.read() as session:
        judged = bookings.examine(
            session, world.request(), world.practitioner, now=world.now
        )

    assert not [each for each in judged.findings if each.rule == "R7"]
