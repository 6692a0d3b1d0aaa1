"""Changes the hours that hold for some dates in the place of the usual ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.preferences import TWENTY_FOUR
from ui.widgets.card import Scroller
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import small
from ui.widgets.weekform import WeekForm
from venues.domain import far_off, week
from venues.domain.opening import Stretch
from venues.domain.typed import NotUnderstood
from venues.domain.week import Dates
from venues.errors import VenuesError, WrongInput
from venues.services import hours_editing

HINT = (
    "Between these days this is the whole week, in term and in the holidays: a day "
    "left closed here is closed. Type hours like 9-5, or 9-12, 1-5."
)
NOTHING = (
    "Type the hours of at least one day. If it is closed all the time, add a closure "
    "instead."
)


class DatedHoursEditor(Editor):
    """First day, last day, and the week between them."""

    def __init__(
        self,
        desk: Desk,
        whose: tuple[int, int | None],
        name: str,
        stretches: Iterable[Stretch],
        dates: Dates | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``whose`` is a venue's id and a room's; ``dates`` are those to change."""
        super().__init__(desk, f"Hours of {name} for some dates", parent)
        self._name = name
        self._whose, self._dates = whose, dates
        self._opened = tuple(stretches)
        today = desk.now().date()
        first, last = dates or (today, today)
        self.first = DateField(first or today, self._today)
        self.last = DateField(last or first or today, self._today)
        self.no_end = QCheckBox("No last day")
        self.form = WeekForm(twenty_four=desk.preferences[TWENTY_FOUR])
        self._lay_out_form()
        weeks = week.of_dates(self._opened)
        usual = week.of_season(self._opened, "term")
        self.form.show_week(usual if dates is None else weeks[dates])
        self.no_end.setChecked(dates is not None and last is None)
        self._follow()
        self.begin()
        self.no_end.toggled.connect(self._follow)
        self.first.changed.connect(self._push)
        self.first.setFocus()

    def draft(self) -> tuple[Stretch, ...]:
        """All hours as they are to be, those of other dates included.

        Raises:
            WrongInput: a date or the hours of a day cannot be read.
        """
        dates = self._typed_dates()
        found = self.form.week()
        if not found:
            raise WrongInput(NOTHING, "week")
        others = (
            each
            for each in self._opened
            if (each.valid_from, each.valid_until) != self._dates
        )
        return (*others, *week.for_dates(found, dates))

    def store(self, draft: Any) -> object:
        """Save the hours; gives back what was before and what is now."""
        venue_id, room_id = self._whose
        name = f"change of the hours of {self._name}"
        with self.desk.database.write(name) as session:
            saved = hours_editing.save(
                session,
                venue_id,
                draft,
                self.desk.viewer,
                opened=self._opened,
                room_id=room_id,
                dated_too=True,
            )
        return self._opened, saved

    def complain(self, trouble: VenuesError) -> None:
        """Mark the day that will not do."""
        super().complain(trouble)
        if isinstance(trouble, WrongInput):
            self.form.mark(trouble.field)

    def _typed_dates(self) -> Dates:
        first = self._date(self.first, "first")
        if self.no_end.isChecked():
            return first, None
        last = self._date(self.last, "last")
        if last < first:
            raise WrongInput("The last day comes before the first.", "last")
        return first, last

    def _date(self, entry: DateField, field: str) -> date:
        try:
            found = entry.value()
        except NotUnderstood as reason:
            raise WrongInput(str(reason), field) from reason
        if sentence := far_off.check(found, self._today()):
            raise WrongInput(sentence, field)
        return found

    def _today(self) -> date:
        return self.desk.now().date()

    @Slot()
    def _follow(self) -> None:
        self.fields["last"].setVisible(not self.no_end.isChecked())

    @Slot(object)
    def _push(self, first: object) -> None:
        """Hours that begin later do not end before they begin."""
        try:
            last = self.last.value()
        except NotUnderstood:
            return
        if isinstance(first, date) and first > last:
            self.last.choose(first)

    def _lay_out_form(self) -> None:
        days = QWidget()
        self.fields |= lay_out(
            days,
            [
                [
                    Entry("first", "First day", self.first, 2),
                    Entry("last", "Last day", self.last, 2),
                    Entry("no_end", "", self.no_end),
                ]
            ],
        )
        self.form.misunderstood.connect(self.notice.say)
        self.form.understood.connect(self.notice.clear)
        self.body.addWidget(days)
        self.body.addWidget(small(HINT, wrap=True))
        self.body.addWidget(Scroller(self.form), 1)
        self.take_size(105, 38)
