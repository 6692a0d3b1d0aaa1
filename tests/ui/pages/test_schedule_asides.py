"""Steps aside from a booking in the schedule."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.dialogs.ask_venues import AskVenuesDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.print_directions import DirectionsDialog
from ui.dialogs.series_dates import SeriesDatesDialog
from venues.database.audit import stamp
from venues.database.models import Booking, Series, Venue, Worker
from venues.database.session import Database
from venues.services.rehousing.values import One

SUPERVISION = 6


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def details(qtbot: QtBot, opened: Opened, at: tuple[int, int]) -> DetailsDialog:
    """The details of what begins then in Willow Room."""
    cell = driver.cell_of(opened.page, scene.WILLOW, at)
    opened.page.table.grid.choice.make_current(cell)
    qtbot.keyClick(opened.page.table.grid, Qt.Key.Key_Return)
    dialog = opened.page.findChild(DetailsDialog)
    assert dialog is not None
    return dialog


def hire(database: Database) -> None:
    """Let the hub be asked for its rooms."""
    with database.write() as session:
        session.get_one(Venue, scene.MILLBROOK).booked_by = "request"
        session.get_one(Booking, SUPERVISION).venue_answer = "to ask"


def test_the_venues_answer_is_noted_from_the_details(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    hire(database)
    qtbot.wait(50)

    details(qtbot, opened, (15, 30)).buttons["answer"].click()

    dialog = opened.page.findChild(AskVenuesDialog)
    assert dialog is not None
    assert [each.booking_id for each in dialog.view.chosen()] == [SUPERVISION]


def test_of_our_own_rooms_nobody_is_asked(qtbot: QtBot, opened: Opened) -> None:
    assert "answer" not in details(qtbot, opened, (15, 30)).buttons


def test_another_room_is_looked_for(qtbot: QtBot, opened: Opened) -> None:
    details(qtbot, opened, (15, 30)).buttons["elsewhere"].click()

    assert opened.told.shown == [("venues", {"displaced": One(booking_id=SUPERVISION)})]


def test_words_for_whoever_comes_are_copied(qtbot: QtBot, opened: Opened) -> None:
    details(qtbot, opened, (15, 30)).buttons["words"].click()

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Your appointment is on Thursday 26 November at 3:30pm")
    assert "WA-" not in copied
    assert opened.told.said == ["Copied the words for whoever comes."]


def test_directions_are_printed_for_the_booking(qtbot: QtBot, opened: Opened) -> None:
    details(qtbot, opened, (15, 30)).buttons["directions"].click()

    dialog = opened.page.findChild(DirectionsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview.document is not None)
    assert dialog.preview.document.name == "Directions Millbrook Family Hub"


def test_a_series_is_opened_from_the_details_of_a_booking(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    with database.write() as session:
        series = Series(rule="FREQ=WEEKLY", words="Every week", made_by=1)
        series.made_at = stamp()
        session.add(series)
        session.flush()
        session.get_one(Booking, SUPERVISION).series_id = series.id

    details(qtbot, opened, (15, 30)).buttons["dates"].click()

    dialog = opened.page.findChild(SeriesDatesDialog)
    assert dialog is not None
    assert dialog.heading.text() == "Every week"


def test_of_what_happens_once_there_are_no_dates(qtbot: QtBot, opened: Opened) -> None:
    assert "dates" not in details(qtbot, opened, (15, 30)).buttons


def test_whether_the_police_came_is_noted_from_the_details_and_taken_back(
    qtbot: QtBot,
    opened: Opened,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with database.write() as session:
        session.add(Worker(booking_id=SUPERVISION, agency="Risk desk", part="police"))
        begins = session.get_one(Booking, SUPERVISION).starts
    monkeypatch.setattr(scene, "NOW", begins)  # the clock of the desk

    dialog = details(qtbot, opened, (15, 30))
    planned = dialog.values["Police"].text()
    dialog.buttons["police did not come"].click()

    assert planned == "Risk desk (not noted yet)"
    assert attended(database) is False
    assert opened.told.said[-1].startswith("Noted: the police did not come.")
    opened.desk.undo.undo()
    qtbot.waitUntil(lambda: attended(database) is None)


def test_before_it_begins_there_is_nothing_to_note(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    with database.write() as session:
        session.add(Worker(booking_id=SUPERVISION, agency="Risk desk", part="police"))

    dialog = details(qtbot, opened, (15, 30))

    assert "police came" not in dialog.buttons
    assert dialog.values["Police"].text() == "Risk desk (not noted yet)"


def attended(database: Database) -> bool | None:
    with database.read() as session:
        return session.scalars(
            select(Worker.attended).where(Worker.part == "police")
        ).one()
