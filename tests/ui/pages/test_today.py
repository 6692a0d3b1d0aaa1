"""The Today page: my day, and what waits for me."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.pages.today_scene import TEN, book, button, opened, words
from tests.ui.sitting import Sitting, sit
from tests.venues import hired
from tests.world import OAK, World
from ui.dialogs.ask_venues import AskVenuesDialog
from ui.preferences import TWENTY_FOUR
from venues.database.models import Booking
from venues.domain.people import Audience


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, TEN)


def ends(world: World, booking_id: int) -> datetime:
    with world.database.read() as session:
        found = session.scalar(select(Booking.ends).where(Booking.id == booking_id))
    assert found is not None
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


def test_a_team_meeting_has_no_reference(seat: Sitting, world: World) -> None:
    book(world, audience=Audience.STAFF, kind="PRO", references=())

    page = opened(seat)

    assert page.rows[0].texts[1].text() == "PRO appointment"


def test_a_room_of_others_leads_to_the_list_of_venues_to_ask(
    seat: Sitting, world: World
) -> None:
    page = opened(seat)
    before = "To ask the venue" in words(page)
    hired.hired(world)
    hired.book(world)
    seat.rest()

    button(page, "Open the list of venues to ask").click()
    dialog = page.findChild(AskVenuesDialog)

    assert not before
    assert "To ask the venue (1)" in words(page)
    assert dialog is not None
    assert dialog.isVisible()
