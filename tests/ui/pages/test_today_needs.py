"""What an appointment needs is seen to from its row on Today, by the keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.pages.today_scene import opened, words
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene
from tests.venues.services.conditional import PANEL, RISK, book, prepare
from tests.world import World
from ui.dialogs.seeing_to import SeeingTo
from ui.pages.today import TodayPage
from venues.database.models import Booking
from venues.domain.meeting import Meeting
from venues.services import police_there

AFTER = datetime(2026, 11, 26, 16, 30)


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    prepare(world)
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def press(seat: Sitting, page: TodayPage, verb: str) -> None:
    """The button that says so, by the space bar."""
    (found,) = (
        each
        for each in page.findChildren(QPushButton)
        if each.text() == verb and each.isVisible()
    )
    found.setFocus()
    seat.qtbot.keyClick(found, Qt.Key.Key_Space)
    seat.rest()


def dialog(page: TodayPage) -> SeeingTo:
    found = page.findChild(SeeingTo)
    assert found is not None
    return found


def answer(seat: Sitting, page: TodayPage, typed: str) -> None:
    """Type it where the keyboard is, and save with the keys."""
    asked = dialog(page)
    front = QApplication.focusWidget()
    assert front is not None
    assert asked.isAncestorOf(front)
    seat.qtbot.keyClick(front, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if isinstance(front, QLineEdit):
        front.insert(typed)  # as if pasted: a list to choose from wants a real screen
    else:
        seat.qtbot.keyClicks(front, typed)
    seat.qtbot.keyClick(front, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seat.rest()


def status(world: World, booking_id: int) -> str:
    with world.database.read() as session:
        return session.get_one(Booking, booking_id).status


@pytest.mark.parametrize(
    ("asked", "verb", "typed"),
    [
        (RISK, "Name them…", "Risk desk"),
        (PANEL, "Add members…", "2"),
        ({"references": ()}, "Add it…", "WA-20417"),
    ],
)
def test_what_is_missing_is_added_by_keys_and_can_be_undone(
    seat: Sitting, world: World, asked: dict[str, Any], verb: str, typed: str
) -> None:
    booked = book(world, **asked)
    page = opened(seat)

    press(seat, page, verb)
    answer(seat, page, typed)

    assert seat.host.said == ["Saved. The booking is confirmed. [Undo]"]
    assert status(world, booked.id) == "confirmed"
    assert "Nothing is waiting for you." in words(page)
    seat.desk.undo.undo()
    seat.rest()
    assert status(world, booked.id) == "provisional"


def test_half_a_panel_says_what_is_still_open(seat: Sitting, world: World) -> None:
    book(world, **PANEL)
    page = opened(seat)

    press(seat, page, "Add members…")
    assert "2 panel members and somebody of the service" in _hint(page)
    answer(seat, page, "1")

    assert seat.host.said == [
        "Saved. Still open: find the panel member who is missing. [Undo]"
    ]


def _hint(page: TodayPage) -> str:
    return dialog(page).fields["panel_members"].entry.accessibleDescription()


def test_a_refusal_for_a_person_keeps_what_is_typed(
    seat: Sitting, world: World
) -> None:
    apart_scene.link(world)
    apart_scene.book(world, 14, **apart_scene.victim(world))
    book(world, references=())
    page = opened(seat)

    press(seat, page, "Add it…")
    answer(seat, page, "WA-20417")

    asked = dialog(page)
    assert asked.isVisible()
    assert asked.notice.text.startswith("This venue is not available for this case")
    assert asked.draft() == "WA-20417"


def test_the_booking_itself_is_one_press_away(seat: Sitting, world: World) -> None:
    booked = book(world, **RISK)
    page = opened(seat)
    press(seat, page, "Name them…")

    dialog(page).elsewhere.click()
    seat.rest()
    press(seat, page, "Open")

    assert seat.host.shown == [("find", {"booking": booked.id, "back": "today"})] * 2


def test_whether_the_police_came_is_asked_afterwards(
    seat: Sitting, world: World
) -> None:
    booked = book(world, **RISK, meeting=Meeting(police="Risk desk"))
    seat.at(AFTER)
    page = opened(seat)
    assert "Did the police come (Risk desk)?" in words(page)

    press(seat, page, "They did not")

    assert seat.host.said == ["Noted: the police did not come. [Undo]"]
    with world.database.read() as session:
        found = police_there.read(session, booked.id, world.practitioner)
    assert found is not None
    assert found.came is False
    assert "Did the police come" not in words(page)
    seat.desk.undo.undo()
    seat.rest()
    assert "Did the police come (Risk desk)?" in words(page)


def test_it_is_not_asked_before_nor_for_ever(seat: Sitting, world: World) -> None:
    book(world, **RISK, meeting=Meeting(police="Risk desk"))
    page = opened(seat)
    assert "Did the police come" not in words(page)

    seat.at(datetime(2026, 12, 11, 9))
    page.reload()
    assert "Did the police come" not in words(page)
