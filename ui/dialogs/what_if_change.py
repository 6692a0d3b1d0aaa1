"""A change of the places there are, to be tried: what kind, where, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.preferences import TWENTY_FOUR
from ui.theme import XL, S
from ui.widgets.card import Scroller
from ui.widgets.chips import ChipGroup
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from ui.widgets.timefield import TimeField
from venues.database import catalogue as catalogues
from venues.domain import what_if
from venues.domain.amounts import read_money
from venues.domain.needs import NEEDS
from venues.domain.typed import NotUnderstood
from venues.domain.what_if import (
    AddRooms,
    Change,
    CloseVenue,
    FixCriterion,
    HirePrice,
    OpenLonger,
)
from venues.errors import WrongInput
from venues.services.what_if import changed

KINDS = (
    ("add", "Add rooms"),
    ("open", "Open a venue longer"),
    ("fix", "Put a criterion right"),
    ("price", "Another hire price"),
    ("close", "Close a venue"),
)
SHOWN = {
    "add": ("where", "number", "seats", "days", "opens", "closes", "pence", "lacking"),
    "open": ("venue_id", "days", "opens", "closes"),
    "fix": ("venue_id", "code", "once"),
    "price": ("venue_id", "pence"),
    "close": ("venue_id",),
}
"""Kind of change → the fields it has."""

DAYS = (
    ("Monday to Friday", what_if.WEEKDAYS),
    ("Monday to Saturday", (*what_if.WEEKDAYS, 5)),
    ("Saturday", (5,)),
)
REVIEW = "The review is late: it is made"
ABOUT = "Nothing is saved: the change is only tried."


class Places(NamedTuple):
    """What there is to choose from: towns, venues by id, and criteria by code."""

    towns: Sequence[str]
    venues: Sequence[tuple[int, str]]
    criteria: Sequence[tuple[str, str]]


def places(desk: Desk, towns: Sequence[str]) -> Places:
    """Towns with venues and those on the map, venues in use, and criteria."""
    with desk.database.read() as session:
        catalogue = catalogues.read(session)
    venues = [each for each in catalogue.venues.values() if each.status == "active"]
    questions = catalogue.assessed.checklist.questions
    return Places(
        sorted({*towns, *changed.towns_of(catalogue)}),
        [(each.id, each.name) for each in sorted(venues, key=lambda each: each.name)],
        [(code, f"{code}: {one.words}") for code, one in questions.items()],
    )


class WhatIfChangeEditor(Editor):
    """One change; ``saved`` carries it."""

    def __init__(
        self,
        desk: Desk,
        towns: Sequence[str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "Try a change", parent)
        self._towns, self._today = towns, today
        known = places(desk, towns)
        four = desk.preferences[TWENTY_FOUR]
        self.kind = _choice(KINDS)
        self.where = _choice([*((town, town) for town in known.towns), *known.venues])
        self.venue = _choice(known.venues)
        self.code = _choice([("", REVIEW), *known.criteria])
        self.number = _number(1, changed.MOST_ROOMS, 1)
        self.seats = _number(1, 200, 8)
        self.days = QComboBox()
        for words, weekdays in DAYS:
            self.days.addItem(words, weekdays)
        self.opens = TimeField(time(15), twenty_four=four)
        self.closes = TimeField(time(20), twenty_four=four)
        self.pence, self.once = QLineEdit(), QLineEdit()
        self.lacking = ChipGroup("What they do not have", [*NEEDS.items()], first=6)
        self._lay_out_form()
        self.save.setText("Add")
        self.kind.currentIndexChanged.connect(self._follow)
        self._follow()
        self.begin()
        self.kind.setFocus()

    def draft(self) -> Change:
        """What is typed.

        Raises:
            WrongInput: a time or a sum cannot be read, or there is no venue.
        """
        kind = self.kind.currentData()
        if kind == "add":
            return self._rooms()
        venue_id = self.venue.currentData()
        if venue_id is None:
            raise WrongInput("There is no venue in use yet.", "venue_id")
        if kind == "open":
            return OpenLonger(venue_id=venue_id, **self._hours())
        if kind == "fix":
            code, once = self.code.currentData(), self.once.text().strip()
            cost = _money(self.once, "once") if once else None
            return FixCriterion(venue_id=venue_id, code=code, once=cost)
        if kind == "price":
            return HirePrice(venue_id=venue_id, pence=_money(self.pence, "pence"))
        return CloseVenue(venue_id=venue_id)

    def store(self, draft: Any) -> object:
        """Try it on the catalogue, which says what cannot be; nothing is written."""
        with self.desk.database.read() as session:
            catalogue = catalogues.read(session)
        changed.make(catalogue, [draft], self._today, {})
        return draft

    def _rooms(self) -> AddRooms:
        where = self.where.currentData()
        return AddRooms(
            town=where if isinstance(where, str) else "",
            venue_id=where if isinstance(where, int) else None,
            number=self.number.value(),
            seats=self.seats.value(),
            lacking=self.lacking.chosen(),
            pence=_money(self.pence, "pence") if self.pence.text().strip() else 0,
            **self._hours(),
        )

    def _hours(self) -> dict[str, Any]:
        return {
            "weekdays": self.days.currentData(),
            "opens": _time(self.opens, "opens"),
            "closes": _time(self.closes, "closes"),
        }

    @Slot()
    def _follow(self) -> None:
        """Show the fields that the kind of change has."""
        shown = SHOWN[self.kind.currentData()]
        for key, field in self.fields.items():
            field.setVisible(key == "kind" or key in shown)
        self._take_room()

    def _take_room(self) -> None:
        """As tall as the fields that are shown, as far as the screen goes."""
        form, layout = self._form, self._form.layout()
        if layout is None:
            return
        layout.activate()
        wide = max(self.width(), self.minimumWidth())
        tall = form.sizeHint().height()
        if layout.hasHeightForWidth():
            tall = layout.totalHeightForWidth(wide - 2 * XL)
        around = self.sizeHint().height() - self._scroller.sizeHint().height()
        wanted = QSize(wide, tall + around + S)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.94))

    def _lay_out_form(self) -> None:
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [Entry("kind", "What changes", self.kind)],
                [Entry("where", "Where", self.where)],
                [Entry("venue_id", "Venue", self.venue)],
                [Entry("code", "What is put right", self.code)],
                [
                    Entry("number", "Rooms", self.number),
                    Entry("seats", "Seats in each", self.seats),
                ],
                [
                    Entry("days", "Days", self.days, 2),
                    Entry("opens", "From", self.opens),
                    Entry("closes", "Until", self.closes),
                ],
                [Entry("pence", "Price an hour", self.pence)],
                [Entry("once", "Costs once, if known", self.once)],
                [Entry("lacking", "What they do not have", self.lacking)],
            ],
            first=muted(ABOUT, wrap=True),
        )
        self.fields["pence"].hint("Such as £14; nothing where it is free.")
        self._form, self._scroller = form, Scroller(form)
        self.body.addWidget(self._scroller, 1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)


def _choice(items: Sequence[tuple[Any, str]]) -> QComboBox:
    box = QComboBox()
    for data, words in items:
        box.addItem(words, data)
    box.setMinimumContentsLength(20)
    policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    box.setSizeAdjustPolicy(policy)
    return box


def _number(least: int, most: int, usual: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(usual)
    return box


def _time(entry: TimeField, field: str) -> time:
    try:
        return entry.value()
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason


def _money(entry: QLineEdit, field: str) -> int:
    try:
        return read_money(entry.text())
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason
