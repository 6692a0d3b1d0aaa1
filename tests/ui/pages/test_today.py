"""The Today page: my day, what waits for me, and what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from tests.ui.sitting import Sitting, sit
from tests.world import OAK, World
from ui.pages.today import TodayPage
from ui.preferences import TWENTY_FOUR
from ui.widgets.buttons import Button
from venues.database.models import Booking, Closure, Outing, Venue
from venues.domain.people import Audience
from venues.services import bookings

TEN = datetime(2026, 11, 26, 10)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, TEN)


@pytest.fixture
def keeper(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, TEN)


def opened(seat: Sitting) -> TodayPage:
    page = TodayPage(seat.desk)
    seat.show(page)
    return page


def book(world: World, **changed: Any) -> int:
    viewer = changed.pop("viewer", world.practitioner)
    changed.setdefault("worker_ids", (viewer.staff_id,))
    with world.database.write() as session:
        request = world.request(**changed)
        return bookings.book(session, request, viewer, now=world.now).id


def ends(world: World, booking_id: int) -> datetime:
    with world.database.read() as session:
        found = session.scalar(select(Booking.ends).where(Booking.id == booking_id))
    assert found is not None
    return found


def words(page: TodayPage) -> str:
    """Everything that is written on the page."""
    labels = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def button(page: TodayPage, name: str) -> Button:
    """The button of that accessible name."""
    (found,) = (
        each
        for each in page.findChildren(Button)
        if (each.accessibleName() or each.text()) == name and each.isVisible()
    )
    return found


def test_my_appointments_stand_with_time_place_and_reference(
    seat: Sitting, world: World
) -> None:
    book(world)
    book(world, hour=9, arrival="Side door", room_ids=(OAK,))

    page = opened(seat)

    assert [row.texts[0].text() for row in page.rows] == [
        "Oak Room, Millbrook",
        "Willow Room, Millbrook",
    ]
    assert page.rows[0].texts[1].text() == "SUP appointment · WA-20417"
    assert page.rows[0].texts[2].text() == "Side door."
    assert [row.badge.text() for row in page.rows] == ["Over", "Confirmed"]
    assert "Thursday 26 November 2026" in words(page)


def test_a_new_booking_appears_by_itself(seat: Sitting, world: World) -> None:
    page = opened(seat)
    assert "Nothing is booked" in words(page)

    book(world)
    seat.rest()

    assert len(page.rows) == 1
    assert "Nothing is waiting for you." in words(page)


def test_a_colleagues_booking_does_not(seat: Sitting, world: World) -> None:
    page = opened(seat)

    book(world, viewer=world.colleague, references=("WA-20418",))
    seat.rest()

    assert page.rows == []
    assert "WA-20418" not in words(page)


def test_open_leads_to_the_booking_and_back_again(seat: Sitting, world: World) -> None:
    booked = book(world)
    page = opened(seat)

    page.rows[0].open.click()
    button(page, "All my appointments").click()
    page.find_room.click()

    assert seat.host.shown == [
        ("find", {"booking": booked, "back": "today"}),
        ("schedule", {"scope": "mine", "view": "week"}),
        ("find", {}),
    ]


def test_what_waits_is_counted_and_can_be_opened(seat: Sitting, world: World) -> None:
    booked = book(world, references=())
    page = opened(seat)

    assert "Needs me (1)" in words(page)
    assert "Add the case reference." in words(page)
    button(page, "Open: Thu 26 November, 3:00pm, Willow Room, Millbrook").click()

    assert seat.host.shown == [("find", {"booking": booked, "back": "today"})]


def test_an_appointment_begins_while_somebody_looks(
    seat: Sitting, world: World
) -> None:
    book(world)
    page = opened(seat)
    assert not page.rows[0].longer.isVisible()

    seat.at(TEN.replace(hour=15, minute=30))
    page.reload()

    assert page.rows[0].badge.text() == "Now, until 4pm"
    assert page.rows[0].longer.isVisible()


def test_a_quarter_of_an_hour_more_and_back(seat: Sitting, world: World) -> None:
    booked = book(world)
    seat.at(TEN.replace(hour=15, minute=50))
    page = opened(seat)

    page.rows[0].longer.click()
    assert not page.rows[0].longer.isEnabled()
    seat.rest()

    assert ends(world, booked) == TEN.replace(hour=16, minute=15)
    assert seat.host.said == ["Willow Room is yours until 4:15pm. [Undo]"]
    assert page.rows[0].badge.text() == "Now, until 4:15pm"
    assert page.rows[0].longer.isEnabled()
    assert seat.desk.undo.undo_name == "Undo 15 minutes more in Willow Room"
    seat.desk.undo.undo()
    seat.rest()
    assert ends(world, booked) == TEN.replace(hour=16)


def test_a_refusal_stands_in_the_row_until_it_is_read(
    seat: Sitting, world: World
) -> None:
    booked = book(world)
    book(world, hour=16, viewer=world.colleague, references=("WA-20418",))
    seat.at(TEN.replace(hour=15, minute=50))
    page = opened(seat)

    page.rows[0].longer.click()
    seat.rest()

    assert "in use" in page.rows[0].notice.text
    assert ends(world, booked) == TEN.replace(hour=16)
    page.rows[0].notice.close_button.click()
    page.reload()
    assert page.rows[0].notice.text == ""


def test_the_keyboard_stays_where_it_was(seat: Sitting, world: World) -> None:
    book(world)
    page = opened(seat)
    page.focus_first()
    assert page.rows[0].open.hasFocus()

    book(world, hour=17, room_ids=(OAK,))
    seat.rest()

    assert len(page.rows) == 2
    assert page.rows[0].open.hasFocus()


def test_without_an_appointment_to_come_work_begins_at_the_button(
    seat: Sitting,
) -> None:
    page = opened(seat)

    page.focus_first()

    assert page.find_room.hasFocus()


def test_times_follow_the_preference(seat: Sitting, world: World) -> None:
    book(world)
    page = opened(seat)

    seat.desk.preferences[TWENTY_FOUR] = True

    assert "15:00" in words(page)
    assert "3:00pm" not in words(page)


def test_nothing_today_but_something_ahead(seat: Sitting, world: World) -> None:
    book(world)
    seat.at(datetime(2026, 11, 24, 10))

    page = opened(seat)

    assert "Nothing is booked today." in words(page)
    assert "Next: Thursday 26 November, 3:00pm" in words(page)


def test_a_buddy_sees_who_is_out(seat: Sitting, world: World) -> None:
    with world.database.write() as session:
        session.add(
            Outing(
                staff_id=2,
                buddy_id=1,
                place="School visit",
                starts=TEN,
                ends=TEN.replace(hour=11),
                check_out=TEN.replace(hour=11, minute=15),
            )
        )

    page = opened(seat)

    assert "I am buddy for" in words(page)
    assert "Practitioner 05, out by 11:15am" in words(page)


def test_where_there_are_no_rooms_a_practitioner_is_told_whom_to_ask(
    seat: Sitting, world: World
) -> None:
    shut_all(world)

    page = opened(seat)

    assert "Ask one of them." in words(page)


def test_where_there_are_no_rooms_a_keeper_is_led_to_the_venues(
    keeper: Sitting, world: World
) -> None:
    shut_all(world)
    page = opened(keeper)

    button(page, "Add a venue").click()

    assert keeper.host.shown == [("venues", {})]


def shut_all(world: World) -> None:
    with world.database.write() as session:
        session.execute(update(Venue).values(status="retired"))


def test_a_keeper_sees_what_closes_and_goes_there(
    keeper: Sitting, world: World
) -> None:
    with world.database.write() as session:
        session.add(
            Closure(
                venue_id=2,
                starts=TEN,
                ends=TEN.replace(hour=17),
                reason="Burst pipe",
            )
        )
        session.execute(update(Venue).where(Venue.id == 3).values(status="suspended"))

    page = opened(keeper)

    assert "Thursday 26 November, 10am to 5pm: Burst pipe" in words(page)
    assert {"Closed", "Suspended"} <= set(words(page).split("\n"))
    button(page, "Open Library").click()
    assert keeper.host.shown == [("venues", {"venue": 2})]


def test_with_little_room_the_cards_stand_under_one_another(seat: Sitting) -> None:
    page = opened(seat)
    columns = page.layout().itemAt(1).layout()
    assert isinstance(columns, QBoxLayout)
    assert columns.direction() == QBoxLayout.Direction.LeftToRight

    page.resize(500, 700)

    assert columns.direction() == QBoxLayout.Direction.TopToBottom


def test_every_button_can_be_reached_and_has_a_name(
    seat: Sitting, world: World
) -> None:
    book(world, references=())
    page = opened(seat)

    shown = [each for each in page.findChildren(Button) if each.isVisible()]

    assert len(shown) == 4
    assert all(each.accessibleName() or each.text() for each in shown)
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in shown)


def test_a_team_meeting_has_no_reference(seat: Sitting, world: World) -> None:
    book(world, audience=Audience.STAFF, kind="PRO", references=())

    page = opened(seat)

    assert page.rows[0].texts[1].text() == "PRO appointment"
