"""From when until when a record holds, and when it is looked at again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput


class DatesForm(QWidget):
    """First day, last day or none, and the review."""

    def __init__(
        self,
        today: Callable[[], date],
        *,
        since: date | None,
        until: date | None,
        review_on: date | None,
        begins: bool = True,
    ) -> None:
        """With ``begins`` the first day is asked for too."""
        super().__init__()
        self._begins = begins
        self.since = DateField(since or today(), today)
        self.until = DateField(until or review_on or today(), today)
        self.endless = QCheckBox("No end")
        self.review = DateField(review_on or today(), today)
        ends = [
            Entry("until", "Until", self.until, 3),
            Entry("endless", "", self.endless, 2),
        ]
        starts = [Entry("since", "From", self.since)] if begins else []
        rows = [
            [*starts, Entry("review_on", "Looked at again by", self.review)],
            ends,
        ]
        self.fields: dict[str, Field] = lay_out(self, rows)
        self.endless.toggled.connect(self._follow)
        self.endless.setChecked(until is None)
        self._follow()

    def dates(self) -> dict[str, date | None]:
        """What is typed, by the names that drafts have for it.

        Raises:
            WrongInput: a date cannot be read; names its field.
        """
        found = {
            "until": None if self.endless.isChecked() else read(self.until, "until"),
            "review_on": read(self.review, "review_on"),
        }
        if self._begins:
            found["since"] = read(self.since, "since")
        return found

    @Slot()
    def _follow(self) -> None:
        self.until.setEnabled(not self.endless.isChecked())


def read(entry: DateField, field: str) -> date:
    """The date that is typed.

    Raises:
        WrongInput: it cannot be read.
    """
    try:
        return entry.value()
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason
