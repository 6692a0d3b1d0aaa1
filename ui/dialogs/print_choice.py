"""What is to be printed: which sheets, of which week, of which venues."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import XS, M, S
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.checklist import CheckList
from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from ui.widgets.text import Words, small, strong
from venues.domain.proposal import Venue
from venues.domain.sheets import WEEKLY, Sheet
from venues.domain.typed import NotUnderstood
from venues.domain.words import week_title


class PrintChoice(QWidget):
    """The left of the print dialog.

    Signals:
        changed: something else is to be printed.
    """

    changed = Signal()

    def __init__(self, monday: date, today: Callable[[], date]) -> None:
        super().__init__()
        self._authority_ids: dict[int, int] = {}
        self._home: int | None = None
        self.sheets = {sheet: QCheckBox(sheet.words) for sheet in WEEKLY}
        self.sheets[Sheet.TEAM].setChecked(True)
        self.day = DateField(monday, today)
        self.day.setAccessibleName("Week")
        self.week = Field("Week", self._week_row())
        self.week.hint(week_title(self.monday() or monday))
        self.venues = CheckList("Venues", "venue", "Search by name or town")
        self.here = LinkButton("My authority")
        self.here.setAccessibleName("All venues in my authority")
        self.all = LinkButton("All")
        self.all.setAccessibleName("All venues")
        self.none = LinkButton("None")
        self.none.setAccessibleName("No venues")
        self.alone = QCheckBox("A file of its own for each venue")
        self._lay_out()
        for box in self.sheets.values():
            box.toggled.connect(self._tell)
        self.day.changed.connect(self._turn)
        self.day.misunderstood.connect(self.week.complain)
        self.day.understood.connect(self.week.clear)
        self.venues.changed.connect(self._tell)
        self.here.clicked.connect(self._tick_here)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(partial(self.venues.tick, ()))
        self._tell()

    def offer(self, venues: Sequence[Venue], home: int | None) -> None:
        """Fill the list of venues; ``home`` is the authority of whoever prints."""
        self._authority_ids = {venue.id: venue.authority_id for venue in venues}
        self._home = home
        self.here.setVisible(home is not None)
        self.venues.offer(
            [
                (venue.id, ", ".join(filter(None, (venue.name, venue.town))))
                for venue in venues
            ]
        )

    def tick(self, venue_ids: Collection[int]) -> None:
        """Tick those venues, or those of one's own authority if there are none."""
        if venue_ids:
            self.venues.tick(venue_ids)
        elif self._home is not None:
            self._tick_here()
        else:
            self._tick_all()

    def chosen_sheets(self) -> tuple[Sheet, ...]:
        """The sheets that are ticked."""
        return tuple(sheet for sheet, box in self.sheets.items() if box.isChecked())

    def monday(self) -> date | None:
        """The Monday of the week, or None while the date cannot be read."""
        try:
            day = self.day.value()
        except NotUnderstood:
            return None
        return day - timedelta(days=day.weekday())

    def trouble(self) -> str:
        """Why nothing can be printed yet, or nothing."""
        sheets = self.chosen_sheets()
        if not sheets:
            return "Nothing is chosen to print. Tick a sheet."
        if self.monday() is None:
            return "The week cannot be read. Type a date like 26/11/2026."
        if set(sheets) != {Sheet.OWN} and not self.venues.ticked():
            return "No venue is chosen. Tick at least one."
        return ""

    def _week_row(self) -> QWidget:
        row = QWidget()
        row.setFocusProxy(self.day)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(XS)
        for icon, name, days in (
            ("chevron-left", "Week before", -7),
            ("chevron-right", "Next week", 7),
        ):
            button = IconButton(icon, name)
            button.clicked.connect(partial(self._step, timedelta(days=days)))
            line.addWidget(button)
        line.insertWidget(1, self.day, 1)
        return row

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        sheets = QVBoxLayout()
        sheets.setSpacing(XS)
        sheets.addWidget(strong("Sheets"))
        for sheet, box in self.sheets.items():
            box.setAccessibleDescription(sheet.purpose)
            sheets.addWidget(box)
            sheets.addWidget(_indented(small(sheet.purpose, wrap=True)))
        layout.addLayout(sheets)
        layout.addWidget(self.week)
        links = QHBoxLayout()
        links.setSpacing(S)
        links.addWidget(strong("Venues"))
        links.addStretch(1)
        for link in (self.here, self.all, self.none):
            links.addWidget(link)
        venues = QVBoxLayout()
        venues.setSpacing(XS)
        venues.addLayout(links)
        venues.addWidget(self.venues, 1)
        venues.addWidget(self.alone)
        layout.addLayout(venues, 1)

    def _step(self, by: timedelta, _checked: object = None) -> None:
        monday = self.monday()
        if monday is not None:
            self.day.choose(monday + by)

    @Slot()
    def _tick_here(self) -> None:
        wanted = self._home
        self.venues.tick(
            {id_ for id_, home in self._authority_ids.items() if home == wanted}
        )

    @Slot()
    def _tick_all(self) -> None:
        self.venues.tick(self._authority_ids)

    @Slot(object)
    def _turn(self, _day: object) -> None:
        monday = self.monday()
        if monday is not None:
            self.week.hint(week_title(monday))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        of_venues = set(self.chosen_sheets()) - {Sheet.OWN}
        for widget in (self.venues, self.here, self.all, self.none):
            widget.setEnabled(bool(of_venues))
        self.alone.setEnabled(bool(of_venues) and len(self.venues.ticked()) > 1)
        self.changed.emit()


def _indented(words: Words) -> Words:
    """Under the words of a box, not under the box."""
    words.setContentsMargins(26, 0, 0, XS)
    return words
