"""Asking why something is cancelled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.cancel import OWN_WORDS, SHOWN, CancelDialog
from ui.widgets.text import Words
from venues.errors import WrongInput

ONE = ["Willow Room, Thursday 26 November, 3:30pm to 4:30pm"]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it deletes itself when it is closed."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def shown(owner: QWidget, bookings: list[str]) -> CancelDialog:
    """The dialog for some bookings."""
    dialog = CancelDialog(bookings, owner)
    dialog.show()
    return dialog


def said(dialog: CancelDialog) -> list[str]:
    """All words of the dialog."""
    return [words.text() for words in dialog.findChildren(Words)]


@pytest.mark.parametrize(
    ("chosen", "typed", "text"),
    [
        ("The person cannot come", "", "The person cannot come"),
        ("No longer needed", " It was settled ", "No longer needed: It was settled"),
        (OWN_WORDS, "The boiler broke", "The boiler broke"),
    ],
)
def test_the_reason_is_chosen_typed_or_both(
    qtbot: QtBot, owner: QWidget, chosen: str, typed: str, text: str
) -> None:
    dialog = shown(owner, ONE)
    dialog.reason.setCurrentText(chosen)
    dialog.words.setText(typed)

    with qtbot.waitSignal(dialog.agreed) as told:
        qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)

    assert told.args == [text]


def test_without_a_reason_nothing_is_cancelled(qtbot: QtBot, owner: QWidget) -> None:
    dialog = shown(owner, ONE)
    dialog.reason.setCurrentText(OWN_WORDS)

    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)

    assert dialog.more.complaint == "Say why it is cancelled."


def test_while_it_is_written_nothing_can_be_pressed_twice(
    qtbot: QtBot, owner: QWidget
) -> None:
    dialog = shown(owner, ONE)

    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    waiting = dialog.cancel.isEnabled()
    dialog.refuse(WrongInput("Use the case reference only.", "reason"))

    assert not waiting
    assert dialog.cancel.isEnabled()
    assert dialog.more.complaint == "Use the case reference only."


def test_our_own_mistake_is_not_hidden(qtbot: QtBot, owner: QWidget) -> None:
    dialog = shown(owner, ONE)

    with pytest.raises(ZeroDivisionError):
        dialog.refuse(ZeroDivisionError())


def test_one_is_named_many_are_counted(qtbot: QtBot, owner: QWidget) -> None:
    one, many = shown(owner, ONE), shown(owner, [f"Room {n}" for n in range(9)])

    assert {"Cancel this booking?", *ONE} <= set(said(one))
    assert {"Cancel 9 bookings?", f"and {9 - SHOWN} more"} <= set(said(many))
    assert many.keep.text() == "Keep bookings"


def test_escape_keeps_the_booking(qtbot: QtBot, owner: QWidget) -> None:
    dialog = shown(owner, ONE)

    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_what_is_charged_all_the_same_is_said_before_the_reason(owner: QWidget) -> None:
    dialog = CancelDialog(ONE, owner, costs="Cancelling now costs £36.")
    dialog.show()
    free = shown(owner, ONE)

    assert dialog.costs.isVisible()
    assert dialog.costs.text() == "Cancelling now costs £36."
    assert not free.costs.isVisible()
