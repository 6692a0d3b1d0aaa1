"""What stands in an input, as a value; or why not, for beside the input."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from venues.domain.amounts import read_money, read_number
from venues.domain.typed import NotUnderstood, read_length, read_time
from venues.errors import WrongInput

Value = TypeVar("Value")

LINES = 3
"""Lines of a longer text that are always to be seen."""


def whole(entry: QLineEdit, field: str) -> int | None:
    """A whole number; None when nothing is typed.

    Raises:
        WrongInput: it is no whole number.
    """
    return _read(entry, field, read_number)


def pence(entry: QLineEdit, field: str) -> int | None:
    """An amount of money in pence; None when nothing is typed.

    Raises:
        WrongInput: it is no amount of money.
    """
    return _read(entry, field, read_money)


def minutes(entry: QLineEdit, field: str) -> int:
    """A length of time in minutes; nothing typed, "none" or 0 is none.

    Raises:
        WrongInput: it is no length of time.
    """
    if entry.text().strip().lower() in {"none", "0", "0 minutes"}:
        return 0
    if entry.text().strip().startswith("-"):
        raise WrongInput("A length of time cannot be less than 0.", field)
    return _read(entry, field, read_length) or 0


def clock_time(entry: QLineEdit, field: str) -> time | None:
    """A time of day; None when nothing is typed.

    Raises:
        WrongInput: it is no time of day.
    """
    return _read(entry, field, read_time)


def several_lines(*, lines: int = LINES) -> QPlainTextEdit:
    """An input for a longer text; Tab goes on to the next input."""
    entry = QPlainTextEdit()
    entry.setTabChangesFocus(True)
    line = entry.fontMetrics().lineSpacing()
    entry.setMinimumHeight(line * lines + 16)
    entry.setMaximumHeight(line * lines * 2 + 16)
    return entry


def _read(entry: QLineEdit, field: str, read: Callable[[str], Value]) -> Value | None:
    if not entry.text().strip():
        return None
    try:
        return read(entry.text())
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason
