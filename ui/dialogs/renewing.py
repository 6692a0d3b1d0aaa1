"""Renews several records at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.desk import Desk
from ui.dialogs.apart_dates import DatesForm
from ui.dialogs.editor import Editor
from ui.theme import XS
from ui.widgets.fieldrows import Entry, lay_out
from venues.database import catalogue as catalogues
from venues.domain.apart import column_date, months_later
from venues.domain.words import count
from venues.services.apart import ending
from venues.services.apart.ending import Key
from venues.services.apart.overview import Row

LETTERS, LINES = 64, 10
KEY = Qt.ItemDataRole.UserRole


def row_words(row: Row) -> str:
    """A record in one line: "WA-20417, co-defendants, until 1 Mar 2027"."""
    what = f"not at {row.kept_from}" if row.kept_from else row.kind.lower()
    ends = f"until {column_date(row.until)}" if row.until else "no end"
    return f"{row.case}, {what}, {ends} ({row.standing.words.lower()})"


class RenewDialog(Editor):
    """What is renewed is ticked; all of it gets the same end and review."""

    def __init__(
        self,
        desk: Desk,
        rows: Sequence[Row],
        ticked: Collection[Key],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "Renew", parent)
        self.list = QListWidget()
        self.list.setAccessibleName("What is renewed")
        for row in rows:
            item = QListWidgetItem(row_words(row))
            item.setData(KEY, row.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = row.key in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setWordWrap(True)
        self.list.setSpacing(XS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        with desk.database.read() as session:
            months = catalogues.read(session).numbers.link_months
        later = months_later(self._today(), months)
        self.dates = DatesForm(
            self._today, since=None, until=later, review_on=later, begins=False
        )
        self.save.setText("Renew")
        self._lay_out_form()
        self.begin()
        self.list.setFocus()

    def keys(self) -> tuple[Key, ...]:
        """What is ticked."""
        items = [self.list.item(number) for number in range(self.list.count())]
        on = Qt.CheckState.Checked
        return tuple(item.data(KEY) for item in items if item.checkState() == on)

    def draft(self) -> tuple[tuple[Key, ...], date | None, date | None]:
        """What is ticked, and both dates.

        Raises:
            WrongInput: a date cannot be read.
        """
        dates = self.dates.dates()
        return self.keys(), dates["until"], dates["review_on"]

    def store(self, draft: Any) -> object:
        """Renew all of them or none; gives back each before and after."""
        keys, until, review_on = draft
        name = f"renewal of {count(len(keys), 'record')}"
        with self.desk.database.write(name) as session:
            return ending.renew(
                session,
                keys,
                self.desk.viewer,
                until=until,
                review_on=review_on,
                today=self._today(),
            )

    def _today(self) -> date:
        return self.desk.now().date()

    def _lay_out_form(self) -> None:
        form = QWidget()
        self.fields |= lay_out(form, [[Entry("keys", "What is renewed", self.list)]])
        self.fields |= self.dates.fields
        self.list.setMinimumHeight(self.fontMetrics().height() * LINES)
        self.body.addWidget(form, 1)
        self.body.addWidget(self.dates)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
