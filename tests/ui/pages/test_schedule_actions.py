"""What Enter, Delete, the menu and the dialogs do to what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.dialogs.cancel import OWN_WORDS, CancelDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.message import MessageDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.outing_editor import OutingEditor
from ui.pages import room_asking
from venues.database.models import Booking
from venues.database.session import Database

SUPERVISION = 6
LATER = (scene.WILLOW, (15, 30))


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def choose(opened: Opened, room_id: int, starts: tuple[int, int]) -> None:
    """Put the keyboard on what begins there and then."""
    cell = driver.cell_of(opened.page, room_id, starts)
    opened.page.table.grid.choice.make_current(cell)


def status(database: Database, booking_id: int = SUPERVISION) -> tuple[str, str]:
    """How a booking stands, and why it was cancelled."""
    with database.read() as session:
        row = session.get_one(Booking, booking_id)
        return row.status, row.cancel_reason


def press(qtbot: QtBot, opened: Opened, key: Qt.Key) -> None:
    """Press a key in the table."""
    qtbot.keyClick(opened.page.table.grid, key)


def test_enter_on_free_time_goes_on_to_book_an_hour_of_it(
    qtbot: QtBot, opened: Opened
) -> None:
    choose(opened, scene.OAK, (13, 30))

    press(qtbot, opened, Qt.Key.Key_Return)

    assert opened.told.shown == [
        (
            "find",
            {
                "room": scene.OAK,
                "starts": datetime(2026, 11, 26, 13, 30),
                "ends": datetime(2026, 11, 26, 14, 30),
            },
        )
    ]


def test_less_than_an_hour_is_proposed_where_no_more_is_free(
    qtbot: QtBot, opened: Opened
) -> None:
    choose(opened, scene.OAK, (14, 30))

    press(qtbot, opened, Qt.Key.Key_Return)

    assert opened.told.shown[0][1]["ends"] == datetime(2026, 11, 26, 15)


@pytest.mark.parametrize(
    ("room_id", "starts", "said"),
    [
        (
            scene.WILLOW,
            (13, 0),
            "Willow Room, Thursday 26 November, 1pm to 2:30pm: in use.",
        ),
        (scene.CONSULTING_2, (17, 30), "Consulting 2 is closed then: closed."),
        (scene.OAK, (9, 30), "Nothing is left of that time. Choose a later one."),
    ],
)
def test_enter_elsewhere_says_why_nothing_can_be_done(
    qtbot: QtBot, opened: Opened, room_id: int, starts: tuple[int, int], said: str
) -> None:
    choose(opened, room_id, starts)

    press(qtbot, opened, Qt.Key.Key_Return)

    assert opened.told.said == [said]
    assert opened.told.shown == []


def test_enter_on_ones_own_booking_shows_its_details(
    qtbot: QtBot, opened: Opened
) -> None:
    choose(opened, *LATER)

    press(qtbot, opened, Qt.Key.Key_Return)

    dialog = opened.page.findChild(DetailsDialog)
    assert dialog.values["When"].text() == "Thursday 26 November 2026, 3:30pm to 4:30pm"
    ways_on = {"cancel", "duplicate", "move", "edit"}
    asides = {"words", "directions", "calendar", "elsewhere"}
    assert set(dialog.buttons) == ways_on | asides
    dialog.close()


def test_details_lead_on_to_editing_and_to_duplicating(
    qtbot: QtBot, opened: Opened
) -> None:
    for key in ("edit", "duplicate"):
        choose(opened, *LATER)
        opened.page.acts.open()
        dialogs = opened.page.findChildren(DetailsDialog)
        qtbot.mouseClick(dialogs[-1].buttons[key], Qt.MouseButton.LeftButton)

    assert opened.told.shown == [
        ("find", {"booking": SUPERVISION}),
        ("find", {"like": SUPERVISION}),
    ]


def test_delete_cancels_with_a_reason_and_undo_brings_it_back(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    choose(opened, *LATER)

    opened.page.acts.actions["cancel"].trigger()
    dialog = opened.page.findChild(CancelDialog)
    dialog.reason.setCurrentText("The person cannot come")
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.told.said))
    cancelled = status(database)
    grid = opened.page.table.grid
    freed = grid.grid.spoken(grid.current())
    with qtbot.waitSignal(opened.desk.undo.told):
        opened.desk.undo.undo()

    assert freed.endswith("3:30pm to 4pm, free")
    when = "Thursday 26 November, 3:30pm to 4:30pm"
    assert opened.told.said == [f"Cancelled the booking in Willow Room, {when}. [Undo]"]
    assert cancelled == ("cancelled", "The person cannot come")
    assert status(database) == ("confirmed", "")


def test_details_save_a_calendar_file_of_the_booking(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    choose(opened, *LATER)
    press(qtbot, opened, Qt.Key.Key_Return)
    opened.page.findChild(DetailsDialog).buttons["calendar"].click()
    dialog = opened.page.findChild(QFileDialog)

    dialog.fileSelected.emit(str(tmp_path / "Appointments.ics"))
    qtbot.waitUntil(lambda: bool(opened.told.said))

    text = (tmp_path / "Appointments.ics").read_text()
    assert "DTSTART;TZID=Europe/London:20261126T153000" in text
    dialog.close()


def test_a_reason_that_names_somebody_is_refused_and_kept(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    choose(opened, *LATER)
    opened.page.acts.cancel()
    dialog = opened.page.findChild(CancelDialog)

    dialog.reason.setCurrentText(OWN_WORDS)
    dialog.words.setText("Mrs Example rang from 07700 900123")
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.more.complaint))

    assert dialog.more.complaint.startswith("Use the case reference only.")
    assert dialog.words.text() == "Mrs Example rang from 07700 900123"
    assert dialog.cancel.isEnabled()
    assert status(database) == ("confirmed", "")
    dialog.close()


def test_several_are_cancelled_with_one_reason_in_one_step(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page = opened.page
    page.show_view("week")
    page.step(1)
    with database.write() as session:
        ids = [
            scene.book(session, scene.OAK, 7 + day, (9, 0), (10, 0), "TRN", 1)
            for day in range(3)
        ]
    page.reload()

    page.acts.choose_own()
    page.acts.cancel()
    dialog = page.findChild(CancelDialog)
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.told.said))
    cancelled = [status(database, id_)[0] for id_ in ids]
    with qtbot.waitSignal(opened.desk.undo.told):
        opened.desk.undo.undo()

    assert opened.told.said == ["Cancelled 3 bookings. [Undo]"]
    assert cancelled == ["cancelled"] * 3
    assert [status(database, id_)[0] for id_ in ids] == ["confirmed"] * 3


def test_if_one_of_several_cannot_be_cancelled_none_is(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    page = opened.page
    page.acts.choose_own()
    page.acts.cancel()
    dialog = page.findChild(CancelDialog)
    with database.write() as session:  # behind the dialog's back
        session.get_one(Booking, SUPERVISION).note = "Bring the form"

    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.more.complaint))

    assert dialog.more.complaint.startswith("Somebody else changed this booking")
    assert {status(database, id_)[0] for id_ in (SUPERVISION, 14)} == {"confirmed"}
    dialog.close()


def test_appointments_that_are_over_stay_as_they_were(opened: Opened) -> None:
    choose(opened, scene.WILLOW, (9, 0))

    opened.page.acts.follow()

    actions = opened.page.acts.actions
    assert not actions["cancel"].isEnabled()
    assert not actions["move"].isEnabled()
    assert actions["open"].isEnabled()
    assert actions["duplicate"].isEnabled()


def test_a_masked_booking_offers_to_ask_for_its_room(opened: Opened) -> None:
    choose(opened, scene.WILLOW, (13, 0))

    opened.page.acts.follow()

    enabled = {k for k, a in opened.page.acts.actions.items() if a.isEnabled()}
    assert enabled == {"ask", "own", "outing"}
    assert opened.page.table.grid.choice.picked() == []
    assert [
        each.text() for each in opened.page.acts.menu().actions() if each.text()
    ] == [
        room_asking.VERB,
        "Choose all of mine",
        "New outing…",
    ]


def test_a_room_in_use_is_asked_for_from_its_block(opened: Opened) -> None:
    choose(opened, scene.WILLOW, (13, 0))

    opened.page.acts.ask_for()

    dialog = opened.page.findChild(MessageDialog)
    assert dialog is not None
    assert dialog.accessibleName() == "Ask for Willow Room?"
    dialog.reject()


def test_what_is_not_masked_is_not_asked_for(opened: Opened) -> None:
    choose(opened, scene.OAK, (13, 30))

    opened.page.acts.ask_for()

    assert opened.page.findChild(MessageDialog) is None


def test_a_manager_may_move_what_is_not_theirs(
    qtbot: QtBot, database: Database
) -> None:
    with driver.opened(qtbot, database, scene.MANAGER) as opened:
        choose(opened, scene.OAK, (15, 0))
        opened.page.acts.follow()
        enabled = opened.page.acts.actions["move"].isEnabled()

    assert enabled


def test_the_move_dialog_moves_it(
    qtbot: QtBot, opened: Opened, database: Database
) -> None:
    choose(opened, *LATER)

    opened.page.acts.actions["move"].trigger()
    dialog = opened.page.findChild(MoveDialog)
    dialog.room.setCurrentIndex(dialog.room.findData(scene.SMALL))
    qtbot.waitUntil(dialog.move_it.isEnabled)
    qtbot.mouseClick(dialog.move_it, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened.told.said))

    assert driver.where(database, SUPERVISION)[0] == scene.SMALL


def test_the_menu_offers_what_fits_the_cell(opened: Opened) -> None:
    choose(opened, *LATER)
    menu = opened.page.acts.menu()
    own = [action.text() for action in menu.actions() if action.text()]
    choose(opened, scene.OAK, (13, 30))
    opened.page.table.grid.clearSelection()
    menu = opened.page.acts.menu()
    free = [action.text() for action in menu.actions() if action.text()]

    assert own[:5] == ["Open", "Edit", "Move…", "Duplicate", "Cancel booking…"]
    assert free == ["Book here…", "Choose all of mine", "New outing…"]


def test_an_outing_is_planned_from_the_menu(opened: Opened) -> None:
    opened.page.acts.actions["outing"].trigger()

    (editor,) = opened.page.window().findChildren(OutingEditor)
    assert editor.isVisible()
    editor.reject()


def test_copying_takes_only_what_may_be_seen(opened: Opened) -> None:
    opened.page.table.grid.selectAll()

    opened.page.acts.copy()

    board = QGuiApplication.clipboard()
    text, html = board.text(), board.mimeData().html()
    board.clear()  # what lies there must not outlive the program's end
    assert "Thu 26 Nov 2026\t3:30pm\t4:30pm\tWillow Room" in text
    assert "<td>WA-20417</td>" in html
    assert "In use" not in text
