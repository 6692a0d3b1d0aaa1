"""The schedule page: how somebody gets about in it, and what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.dialogs.cancel import CancelDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.go_to_date import GoToDateDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.print_week import PrintDialog
from ui.models.table import NOWHERE
from ui.pages.schedule import SchedulePage
from ui.preferences import TWENTY_FOUR
from venues.database.models import Room, Venue
from venues.database.session import Database
from venues.domain import words


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def spoken(page: SchedulePage) -> list[str]:
    """Every cell of the table in words."""
    grid = page.table.grid.grid
    return [grid.spoken(cell) for cell in grid.sheet.cells()]


def names(page: SchedulePage) -> list[str]:
    """What stands at the left of the table, from the top."""
    return [band.name for band in page.table.sheet.bands]


@pytest.mark.parametrize(
    ("view", "later", "title"),
    [
        ("day", 1, "Friday 27 November 2026"),
        ("day", -1, "Wednesday 25 November 2026"),
        ("week", 1, "30 November to 5 December 2026"),
        ("room", -1, "16 to 21 November 2026"),
    ],
)
def test_page_keys_go_a_day_or_a_week_and_home_comes_back(
    qtbot: QtBot, opened: Opened, view: str, later: int, title: str
) -> None:
    page = opened.page
    page.show_view(view)
    start = page.bar.date.text()

    key = Qt.Key.Key_PageDown if later > 0 else Qt.Key.Key_PageUp
    qtbot.keyClick(page.table.grid, key)
    gone = page.bar.date.text()
    qtbot.keyClick(page.table.grid, Qt.Key.Key_Home)

    assert gone == title
    assert page.bar.date.text() == start


def test_the_date_leads_to_a_dialog_that_jumps_to_another(
    qtbot: QtBot, opened: Opened
) -> None:
    page = opened.page

    qtbot.mouseClick(page.bar.date, Qt.MouseButton.LeftButton)
    dialog = page.findChild(GoToDateDialog)
    dialog.day.setText("3 March 2027")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    assert page.bar.date.text() == "Wednesday 3 March 2027"


def test_a_rooms_name_leads_to_its_week_and_a_day_leads_back(opened: Opened) -> None:
    page = opened.page
    willow = next(b for b in page.table.sheet.bands if b.name == "Willow Room")

    page.table.grid.rooms.pointed.emit(willow)
    week = names(page)
    page.table.grid.rooms.pointed.emit(page.table.sheet.bands[0])

    assert week == [day for day in words.DAYS if day != "Sunday"]
    assert page.choice.view == "day"
    assert page.choice.day == scene.MONDAY


def test_the_room_view_says_where_the_room_is(opened: Opened) -> None:
    page = opened.page

    page.take(room=scene.STUDY)

    assert page.bar.room.currentText() == "Study Room"
    assert page.table.grid.corner.text() == "Station Road Library, 2 seats · stairs"


def test_another_page_can_point_at_a_day_and_a_venue(opened: Opened) -> None:
    page = opened.page

    page.take(day=date(2026, 12, 1), venue=scene.LIBRARY, view="week")

    assert page.bar.date.text() == "30 November to 5 December 2026"
    assert names(page)[0] == "Station Road Library"


def test_another_page_can_point_at_ones_own_week(opened: Opened) -> None:
    page = opened.page

    page.take(scope="mine", view="week")

    assert page.bar.scope.currentText() == "Mine only"
    assert page.bar.date.text() == "23 to 28 November 2026"


def test_a_booking_made_elsewhere_appears_and_what_is_chosen_stays(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page = opened.page
    grid = page.table.grid
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (15, 30)))
    grid.verticalScrollBar().setValue(20)

    with database.write() as session:
        scene.book(session, scene.WILLOW, 3, (11, 5), (11, 50), "SUP", scene.COLLEAGUE)
    qtbot.waitUntil(
        lambda: any("11:05am to 11:50am, In use" in s for s in spoken(page))
    )

    assert [cell.seen.title for cell in grid.choice.picked()] == ["WA-20417"]
    assert grid.current().start == 15 * 60 + 30


def test_the_24_hour_clock_is_followed_at_once(opened: Opened) -> None:
    page = opened.page

    opened.desk.preferences[TWENTY_FOUR] = True

    assert any("15:30 to 16:30, WA-20417" in each for each in spoken(page))
    header = page.table.grid.grid
    assert header.headerData(0, Qt.Orientation.Horizontal) == "08:00"


def test_without_venues_it_says_what_to_do(qtbot: QtBot, database: Database) -> None:
    made, told = driver.desk(database, scene.COORDINATOR)
    page = SchedulePage(made)
    qtbot.addWidget(page)
    page.show()

    page.table.empty.button.click()
    made.jobs.close()

    assert page.table.stack.currentWidget() is page.table.empty
    assert told.shown == [("venues", {})]


def test_a_day_without_ones_own_bookings_says_so(opened: Opened) -> None:
    page, told, _ = opened
    page.show_scope("mine")

    page.show_day(date(2027, 3, 3))
    page.table.empty.button.click()

    assert page.table.stack.currentWidget() is page.table.empty
    assert told.shown == [("find", {})]


def test_rooms_that_are_gone_are_not_remembered(
    opened: Opened, database: Database
) -> None:
    page = opened.page
    page.show_scope(f"venue:{scene.LIBRARY}")

    with database.write() as session:
        for id_ in (scene.MEETING, scene.STUDY):
            session.get_one(Room, id_).status = "retired"
        session.get_one(Venue, scene.LIBRARY).status = "retired"
    page.reload()

    assert page.choice.scope == "authority:2"


def test_the_table_keeps_qts_promises(qtmodeltester: object, opened: Opened) -> None:
    model = opened.page.table.grid.grid

    qtmodeltester.check(model)  # type: ignore[attr-defined]

    assert model.rowCount(NOWHERE) == 13


def test_printing_takes_the_week_and_the_venues_in_view(opened: Opened) -> None:
    page = opened.page
    page.show_scope(f"venue:{scene.LIBRARY}")

    page.print_page()

    dialog = page.findChild(PrintDialog)
    assert dialog.choice.monday() == scene.MONDAY
    dialog.close()


@pytest.mark.parametrize(
    ("key", "modifiers", "kind"),
    [
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, CancelDialog),
        (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier, MoveDialog),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, DetailsDialog),
    ],
)
def test_each_dialog_has_its_key_and_gives_the_keyboard_back(
    qtbot: QtBot,
    opened: Opened,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    kind: type[QDialog],
) -> None:
    page, grid = opened.page, opened.page.table.grid
    grid.setFocus()
    grid.choice.make_current(driver.cell_of(page, scene.WILLOW, (15, 30)))

    qtbot.keyClick(grid, key, modifiers)
    dialog = page.findChild(kind)
    dialog.reject()

    assert page.focusWidget() is grid


def test_the_list_and_the_table_are_reached_by_keyboard(opened: Opened) -> None:
    page = opened.page

    page.focus_first()
    focused = page.table.grid.hasFocus() or page.focusWidget() is page.table.grid
    page.find_focus()

    assert focused
    assert page.focusWidget() is page.bar.scope
