"""What was read of a spreadsheet: sheets of rows of text, and how much is too much."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from venues.errors import WrongInput

FIELD = "file"

MOST_BYTES = 32 * 1024 * 1024
"""Of a file as it lies on the disk; 2,000 venues with rooms and hours take 1 MB."""

MOST_UNPACKED = 128 * 1024 * 1024
"""Of what is packed in a file."""

MOST_ROWS = 50_000
MOST_COLUMNS = 256
MOST_CELLS = 1_000_000
MOST_SHEETS = 60
LONGEST_CELL = 32_767
"""Characters, as many as a cell of a spreadsheet holds."""

EARLY = 1901
"""A time of day comes as a moment of the day on which spreadsheets begin to count."""

_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffd\ufffe\uffff]")
_BROKEN = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; ``rows`` are all its rows from the first, as text without edges."""

    name: str
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class Book:
    """A file's sheets, those that are hidden included, and the file's name."""

    name: str
    sheets: tuple[Sheet, ...]

    @property
    def rows(self) -> int:
        """How many rows there are in all sheets."""
        return sum(len(sheet.rows) for sheet in self.sheets)


def text(value: Any) -> str:
    """A cell's value as somebody would type it: 9:30 is 09:30, 12.0 is 12."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.12g}"
    return _moment(value) if isinstance(value, date | time | timedelta) else str(value)


def _moment(value: date | time | timedelta) -> str:
    """A date or a time of day; both only where both say something."""
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, time) or (isinstance(value, datetime) and value.year < EARLY):
        return f"{value:%H:%M}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def unusable(cell: str) -> str | None:
    """Why a cell's text cannot be used, whatever it is for; None when it can."""
    if len(cell) > LONGEST_CELL:
        return f"There are more than {LONGEST_CELL:,} characters here. Shorten it."
    if _BROKEN.fullmatch(cell):
        return f"The spreadsheet could not work out its formula ({cell}). Mend it."
    if _HIDDEN.search(cell):
        return "There are characters here that cannot be shown. Type it again."
    return None


def too_many_rows(name: str) -> WrongInput:
    """The sentence for a sheet that goes on and on."""
    return WrongInput(
        f"{name} has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells in a sheet. "
        "Delete what is empty below and beside the list, or split it, then try again.",
        FIELD,
    )


def damaged(name: str) -> WrongInput:
    """The sentence for a file that breaks off or makes no sense."""
    return WrongInput(
        f"{name} is damaged or not a spreadsheet, so nothing was read. Open it in the "
        "spreadsheet program, save it again as .xlsx and choose that.",
        FIELD,
    )


def locked(name: str) -> WrongInput:
    """The sentence for a file that asks for a password."""
    return WrongInput(
        f"{name} is protected with a password. Save it without one, then try again.",
        FIELD,
    )
