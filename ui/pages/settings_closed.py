"""Settings: bank holidays and one-off closed days of one year."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from ui.desk import Desk
from ui.kinds import Kind
from ui.pages.settings_list import Steps, YearList
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.datefield import DateField
from ui.widgets.dayrows import DayRow
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from venues.domain.typed import NotUnderstood
from venues.domain.words import count, short_day
from venues.services import calendar_days
from venues.services.calendar_days import Closed

EVERYWHERE = "Every venue"
HOLIDAY = "Bank holiday"

Days = tuple[Closed, ...]


class ClosedDays(YearList):
    """The closed days, and for keepers of the list a way to add and remove them."""

    def __init__(self, desk: Desk) -> None:
        empty = "No day of this year is closed."
        super().__init__(desk, "Closed days", empty, "Add closed day")
        self._missing: Days = ()
        self.fill = Button("")
        self.day = DateField(desk.now().date(), self._today)
        self.place = ModestBox()
        self.add(self.rows)
        self.add(self.fill)
        self.take_form(
            {
                "day": (Field("Date", self.day), 3),
                "name": (Field("Why it is closed", self.name), 5),
                "authority": (Field("Where", self.place), 4),
            }
        )
        self.fill.clicked.connect(self._fill)
        self.plus.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)

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
        self.put_down(self._steps((wanted,)), "closed day", self._added)

    @Slot()
    def _fill(self) -> None:
        self.put_down(self._steps(self._missing), "bank holidays", _filled)

    def _remove(self, closed: Closed, _checked: object = None) -> None:
        self.take_off(self._steps((closed,)), "removal of a closed day", _removed)

    def _added(self, days: Days) -> str:
        self.name.clear()
        self.day.setFocus()
        self._year = days[0].day.year
        return f"{short_day(days[0].day)} is closed: {days[0].name}."

    def _steps(self, days: Days) -> Steps[Days]:
        desk = self._desk

        def write(session: Any, days: Days) -> Days:
            fresh = (replace(each, id=None) for each in days)
            return calendar_days.close(session, desk.viewer, *fresh, now=desk.now())

        def erase(session: Any, days: Days) -> None:
            calendar_days.reopen(session, desk.viewer, *days)

        return Steps(days, write, erase)


def _filled(days: Days) -> str:
    return f"Filled in {count(len(days), 'bank holiday')}."


def _removed(days: Days) -> str:
    return f"{short_day(days[0].day)} is not closed any more."


def _badge(closed: Closed, places: dict[int, str]) -> Badge | None:
    if closed.authority_id is not None:
        return Badge(Kind.QUIET, places[closed.authority_id])
    return Badge(Kind.QUIET, HOLIDAY) if closed.bank_holiday else None
