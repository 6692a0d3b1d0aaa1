"""Settings: bank holidays and one-off closed days of one year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.desk import Desk
from ui.kinds import Kind
from ui.saving import Saving
from ui.theme import M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.datefield import DateField
from ui.widgets.dayrows import DayRow, DayRows
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from ui.widgets.notice import Notice
from ui.widgets.text import muted
from venues.domain.typed import NotUnderstood
from venues.domain.words import count, short_day
from venues.services import calendar_days
from venues.services.calendar_days import Closed

EVERYWHERE = "Every venue"
HOLIDAY = "Bank holiday"


class ClosedDays(Card):
    """The closed days, and for keepers of the list a way to add and remove them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Closed days")
        self._desk = desk
        self._keeps = desk.viewer.edits_venues
        self._year = desk.now().year
        self._missing: tuple[Closed, ...] = ()
        self.rows = DayRows("No day of this year is closed.")
        self.fill = Button("")
        self.notice = Notice()
        self.day = DateField(desk.now().date(), self._today)
        self.name = QLineEdit()
        self.name.setMaxLength(calendar_days.LONGEST_NAME)
        self.place = ModestBox()
        self.add_day = Button("Add closed day")
        self.fields = {
            "day": Field("Date", self.day),
            "name": Field("Why it is closed", self.name),
            "authority": Field("Where", self.place),
        }
        self.saving = Saving(desk, self, self.notice, self.fields)
        self._lay_out()
        self.fill.clicked.connect(self._fill)
        self.add_day.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.name.textEdited.connect(self.fields["name"].clear)

    def show_year(self, year: int) -> None:
        """Show the closed days of that year."""
        self._year = year
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look them up again."""
        with self._desk.database.read() as session:
            closed = calendar_days.closed_days(session, self._year)
            places = calendar_days.authorities(session)
            self._missing = calendar_days.missing_holidays(session, self._year)
        if not self.place.count():
            self.place.addItem(EVERYWHERE, None)
            for place in places:
                self.place.addItem(place.name, place.id)
        short = {place.id: place.short for place in places}
        self.rows.show_rows(
            [
                DayRow(
                    short_day(each.day),
                    each.name,
                    _badge(each, short),
                    partial(self._remove, each) if self._keeps else None,
                )
                for each in closed
            ]
        )
        self.fill.setText(f"Fill in the bank holidays of England for {self._year}")
        self.fill.setVisible(self._keeps and bool(self._missing))

    def _lay_out(self) -> None:
        self.body.setSpacing(M)
        self.add(self.rows)
        self.add(self.fill)
        form = QHBoxLayout()
        form.setSpacing(S)
        for key, share in (("day", 3), ("name", 5), ("authority", 4)):
            form.addWidget(self.fields[key], share)
        self.body.addLayout(form)
        self.add(self.add_day)
        self.add(self.notice)
        if not self._keeps:
            for widget in (*self.fields.values(), self.add_day):
                widget.hide()
            self.add(muted("Coordinators and managers keep these.", wrap=True))

    def _today(self) -> date:
        return self._desk.now().date()

    @Slot()
    def _add(self) -> None:
        try:
            day = self.day.value()
        except NotUnderstood as trouble:
            self.fields["day"].complain(str(trouble))
            return
        wanted = Closed(
            day=day, name=self.name.text(), authority_id=self.place.currentData()
        )
        steps = _Steps(self._desk, (wanted,))
        self.saving.start(steps.put_in, partial(self._added, steps))

    @Slot()
    def _fill(self) -> None:
        steps = _Steps(self._desk, self._missing)
        self.saving.start(steps.put_in, partial(self._filled, steps))

    def _remove(self, closed: Closed, _checked: object = None) -> None:
        steps = _Steps(self._desk, (closed,))
        self.saving.start(steps.take_in, partial(self._removed, steps))

    def _added(self, steps: _Steps, _result: object) -> None:
        self.name.clear()
        self.day.setFocus()
        closed = steps.days[0]
        if closed.day.year != self._year:
            self._year = closed.day.year
        self.reload()
        self._desk.undo.push("closed day", steps.take, steps.put)
        said = f"{short_day(closed.day)} is closed: {closed.name}."
        self._desk.host.say(said, undoable=True)

    def _filled(self, steps: _Steps, _result: object) -> None:
        self.reload()
        self._desk.undo.push("bank holidays", steps.take, steps.put)
        said = f"Filled in {count(len(steps.days), 'bank holiday')}."
        self._desk.host.say(said, undoable=True)

    def _removed(self, steps: _Steps, _result: object) -> None:
        self.reload()
        self._desk.undo.push("removal of a closed day", steps.put, steps.take)
        said = f"{short_day(steps.days[0].day)} is not closed any more."
        self._desk.host.say(said, undoable=True)


@dataclass(slots=True)
class _Steps:
    """Days that are put down, taken off, and put down again under other ids."""

    desk: Desk
    days: tuple[Closed, ...]

    def put(self) -> None:
        """Close on these days."""
        with self.desk.database.write() as session:
            self.put_in(session)

    def take(self) -> None:
        """Open on these days again."""
        with self.desk.database.write() as session:
            self.take_in(session)

    def put_in(self, session: Any) -> None:
        """The same in a unit of work that is there already."""
        desk = self.desk
        fresh = (replace(each, id=None) for each in self.days)
        self.days = calendar_days.close(session, desk.viewer, *fresh, now=desk.now())

    def take_in(self, session: Any) -> None:
        """As ``put_in``."""
        calendar_days.reopen(session, self.desk.viewer, *self.days)


def _badge(closed: Closed, places: dict[int, str]) -> Badge | None:
    if closed.authority_id is not None:
        return Badge(Kind.QUIET, places[closed.authority_id])
    return Badge(Kind.QUIET, HOLIDAY) if closed.bank_holiday else None
