"""What stands in an input, as a value."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.dialogs import entries
from venues.errors import WrongInput


@pytest.fixture
def entry(qtbot: QtBot) -> QLineEdit:
    """An empty input."""
    entry = QLineEdit()
    qtbot.addWidget(entry)
    return entry


def test_nothing_typed_is_nothing(entry: QLineEdit) -> None:
    assert entries.whole(entry, "seats") is None
    assert entries.pence(entry, "rate") is None
    assert entries.clock_time(entry, "last_bus") is None
    assert entries.minutes(entry, "turnaround") == 0


def test_what_is_typed_becomes_a_value(entry: QLineEdit) -> None:
    entry.setText("12")
    assert (entries.whole(entry, "a"), entries.pence(entry, "a")) == (12, 1200)
    entry.setText("9pm")
    assert entries.clock_time(entry, "a") == time(21)
    entry.setText("1 hour 15")
    assert entries.minutes(entry, "a") == 75
    entry.setText("None")
    assert entries.minutes(entry, "a") == 0


@pytest.mark.parametrize(
    ("read", "typed", "sentence"),
    [
        (entries.whole, "six", "not a whole number"),
        (entries.pence, "six", "not an amount of money"),
        (entries.clock_time, "late", "not a time"),
        (entries.minutes, "a while", "not a length of time"),
        (entries.minutes, "-15", "cannot be less than 0"),
    ],
)
def test_what_cannot_be_read_names_its_field(
    entry: QLineEdit, read: object, typed: str, sentence: str
) -> None:
    entry.setText(typed)

    with pytest.raises(WrongInput, match=sentence) as wrong:
        read(entry, "here")  # type: ignore[operator]

    assert wrong.value.field == "here"


def test_tab_leaves_a_longer_text(qtbot: QtBot) -> None:
    text = entries.several_lines(lines=2)
    qtbot.addWidget(text)

    assert text.tabChangesFocus()
    assert text.minimumHeight() < text.maximumHeight()
