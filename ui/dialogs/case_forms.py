"""The tabs of a case's record: when it can attend, and whose list it is on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from ui.dialogs.row_form import Cell, RowForm, Value
from ui.widgets.text import muted
from venues.domain.apart import column_date
from venues.domain.typed import NotUnderstood, read_date, read_time
from venues.domain.words import DAYS, clock
from venues.errors import WrongInput
from venues.services.apart.drafts import CanAttend, OnList

ANY_HOURS = "Without a line here the case can attend at any hour."
NO_LIST = "Whoever has the case on their list can book for it."


def _box(choices: Sequence[str]) -> QWidget:
    box = QComboBox()
    box.setEditable(True)
    box.addItems(list(choices))
    return box


def _day(text: str, today: date, field: str) -> date | None:
    if not text.strip():
        return None
    try:
        return read_date(text, today)
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason


class HoursForm(QWidget):
    """A line for each weekday and time in which a case can attend."""

    def __init__(self, hours: Sequence[CanAttend]) -> None:
        super().__init__()
        self.rows = RowForm(
            "hours",
            [
                Cell("Day", 3, partial(_box, DAYS)),
                Cell("From", 2),
                Cell("Until", 2),
                Cell("Holds until", 3),
                Cell("Court", 1, QCheckBox),
            ],
        )
        self.rows.show_rows([_line(each) for each in hours])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(muted(ANY_HOURS, wrap=True))
        column.addWidget(self.rows)
        column.addStretch(1)

    def hours(self, today: date) -> tuple[CanAttend, ...]:
        """What is typed; lines without a time are left out.

        Raises:
            WrongInput: a day, a time or a date cannot be read.
        """
        found = []
        for day, opens, closes, until, court in self.rows.rows():
            if not f"{opens}{closes}".strip():
                continue
            try:
                weekday = read_date(str(day), today).weekday()
                starts, ends = read_time(str(opens)), read_time(str(closes))
            except NotUnderstood as reason:
                raise WrongInput(str(reason), "hours") from reason
            last = _day(str(until), today, "hours")
            found.append(CanAttend(weekday, starts, ends, bool(court), last))
        return tuple(found)


def _line(each: CanAttend) -> tuple[Value, ...]:
    return (
        DAYS[each.weekday],
        clock(each.opens),
        clock(each.closes),
        column_date(each.until) if each.until else "",
        each.court_condition,
    )


class ListsForm(QWidget):
    """A line for each member of staff on whose list a case is."""

    def __init__(self, lists: Sequence[OnList], staff: Mapping[int, str]) -> None:
        """``staff`` maps ids to logins."""
        super().__init__()
        self._ids = {login: id_ for id_, login in staff.items()}
        logins = sorted(self._ids)
        self.rows = RowForm(
            "list",
            [
                Cell("Login", 3, partial(_box, logins)),
                Cell("From", 2),
                Cell("Until", 2),
            ],
        )
        self.rows.show_rows(
            [
                (
                    staff[each.staff_id],
                    column_date(each.since),
                    column_date(each.until) if each.until else "",
                )
                for each in lists
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(muted(NO_LIST, wrap=True))
        column.addWidget(self.rows)
        column.addStretch(1)

    def lists(self, today: date) -> tuple[OnList, ...]:
        """What is typed; lines without a login are left out.

        Raises:
            WrongInput: nobody has such a login, or a date cannot be read.
        """
        found = []
        for login, since, until in self.rows.rows():
            tidy = str(login).strip().lower()
            if not tidy:
                continue
            if tidy not in self._ids:
                raise WrongInput("Nobody here has that login. Choose one.", "lists")
            first = _day(str(since), today, "lists") or today
            last = _day(str(until), today, "lists")
            found.append(OnList(self._ids[tidy], first, last))
        return tuple(found)
