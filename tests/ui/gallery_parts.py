"""The cards that the gallery shows, filled as the design's pictures are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from operator import attrgetter

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.delegates.daystrip import DayStrip
from ui.kinds import Kind
from ui.models.table import Column, TableModel, Weight
from ui.theme import L, M
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, IconButton, PrimaryButton
from ui.widgets.card import Card, FlushCard, Hairline
from ui.widgets.checkrow import CheckRow
from ui.widgets.chips import ChipGroup
from ui.widgets.datefield import DateField
from ui.widgets.daystrip import DayBar
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.lengthfield import LengthField
from ui.widgets.segmented import Segmented
from ui.widgets.table import Table
from ui.widgets.text import muted, small, strong
from ui.widgets.timefield import TimeField

TODAY = date(2026, 11, 26)
AUDIENCES = [
    ("child", "Child"),
    ("victim", "Victim"),
    ("family", "Family"),
    ("staff", "Staff"),
]
AREAS = [
    ("WAR", "Warrington"),
    ("HAL", "Halton"),
    ("CHE", "Cheshire East"),
    ("CWC", "Cheshire West"),
]
NEEDS = [
    ("step", "Step-free"),
    ("quiet", "Quiet space"),
    ("loop", "Hearing loop"),
    ("wait", "Separate waiting"),
    ("exit", "Second exit"),
    ("staff", "Staffed building"),
    ("toilet", "Accessible toilet"),
]
CHECKS = [
    (Kind.GOOD, "Free", "15 minutes to clear the room afterwards"),
    (Kind.QUIET, "This case", "Nothing recorded against this venue and time."),
    (Kind.WARN, "School hours", "7 January is an inset day: has the school agreed?"),
    (Kind.BAD, "Must have", "There is no step-free way in."),
]
STRIPS = [
    DayStrip(busy=((545, 605), (780, 870)), wish=(930, 990)),
    DayStrip(busy=((600, 720),), closed=((1050, 1200),), wish=(930, 990)),
]
CONFIDENTIAL = [
    (Kind.GOOD, "Confidential"),
    (Kind.WARN, "Confidential: part-glazed door, blinds must be down"),
]


@dataclass(frozen=True)
class Venue:
    """A line of the list of venues."""

    name: str
    authority: str
    rooms: int
    kind: str
    words: str
    review: str


VENUES = [
    Venue("Millbrook Family Hub", "Warrington", 3, "good", "7 of 7", "4 Jun 2027"),
    Venue("Lantern Health Centre", "Warrington", 2, "good", "7 of 7", "12 Feb 2027"),
    Venue("Station Road Library", "Warrington", 2, "warn", "5 of 7", "30 Jan 2027"),
    Venue("Oakmere Community Centre", "Warrington", 12, "bad", "0 of 7", "Overdue"),
    Venue("St Bride's Church Hall", "Halton", 1, "quiet", "Not assessed", "—"),
]
COLUMNS: tuple[Column[Venue], ...] = (
    Column("Venue", attrgetter("name"), attrgetter("name"), weight=Weight.STRONG),
    Column("Authority", attrgetter("authority"), attrgetter("authority")),
    Column("Rooms", lambda v: str(v.rooms), attrgetter("rooms"), right=True),
    Column(
        "Suitable for",
        attrgetter("words"),
        attrgetter("words"),
        kind=attrgetter("kind"),
    ),
    Column(
        "Next review",
        attrgetter("review"),
        attrgetter("review"),
        weight=Weight.MUTED,
    ),
)


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row


def form() -> QWidget:
    card = Card()
    card.add(Field("Who is it for?", Segmented("Who is it for?", AUDIENCES)))
    case = Field("Case reference", QLineEdit("WA-2041"))
    case.complain("“WA-2041” is not a case reference. Type it like WA-20417.")
    card.add(case)
    types = QComboBox()
    types.addItems(["Supervision session", "Referral order panel"])
    card.add(Field("Appointment", types))
    day, length = DateField(TODAY, lambda: TODAY), LengthField()
    card.body.addLayout(side_by_side(Field("Date", day), Field("Length", length)))
    people = QSpinBox()
    people.setRange(1, 99)
    people.setValue(3)
    start = Field("Start", TimeField(time(15, 30)))
    card.body.addLayout(side_by_side(start, Field("People", people)))
    near, off = QLineEdit(), QLineEdit("Not now")
    near.setPlaceholderText("Postcode")
    off.setEnabled(False)
    hint = "Used for the distance, never kept."
    places = side_by_side(Field("Near", near, hint=hint), Field("Within", off))
    card.body.addLayout(places)
    areas = ChipGroup("Local authority", AREAS)
    areas.choose(["WAR", "HAL"])
    card.add(Field("Local authority", areas))
    needs = ChipGroup("Must have", NEEDS, first=5)
    needs.choose(["step", "quiet"])
    card.add(Field("Must have", needs))
    note = QPlainTextEdit()
    note.setPlaceholderText("Set-up only. Nothing about the case.")
    note.setMaximumHeight(note.fontMetrics().height() * 4)
    card.add(Field("Notes for the room", note))
    card.body.addStretch(1)
    card.setMaximumWidth(card.fontMetrics().averageCharWidth() * 48)
    return card


def result(number: int) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(L, M, L, M)
    line.setSpacing(M)
    words = QVBoxLayout()
    words.setSpacing(4)
    name = side_by_side(strong("Willow Room"), muted("Millbrook Family Hub"))
    name.addStretch(1)
    words.addLayout(name)
    words.addWidget(small("1.2 miles · seats 6 · ground floor · free of charge"))
    flow = Flow()
    kinds = [(Kind.GOOD, "Safe"), CONFIDENTIAL[number], (Kind.GOOD, "Accessible")]
    for kind, text in kinds:
        flow.add(Badge(kind, text))
    words.addWidget(flow)
    line.addLayout(words, 5)
    line.addWidget(DayBar(STRIPS[number]), 4)
    line.addWidget(Button("Book") if number else PrimaryButton("Book"))
    return row


def results() -> QWidget:
    card = FlushCard()
    card.add(result(0))
    card.add(Hairline())
    card.add(result(1))
    return card


def checks() -> QWidget:
    card = Card("Checks")
    for number, row in enumerate(CHECKS):
        if number:
            card.add(Hairline())
        card.add(CheckRow(*row))
    card.body.addStretch(1)
    return card


def venues() -> QWidget:
    model = TableModel(COLUMNS)
    table = Table("Venues", model)
    model.setParent(table)
    model.show(VENUES)
    table.fit()
    table.select(table.model().index(1, 0))
    card = FlushCard()
    card.add(table)
    return card


def standard() -> QWidget:
    card = Card("Standard controls")
    for name in ("Tick", "No tick", "Not to be used"):
        box, choice = QCheckBox(name), QRadioButton(name)
        choice.setAutoExclusive(False)
        for widget in (box, choice):
            widget.setChecked(name == "Tick")
            widget.setEnabled(name != "Not to be used")
        card.body.addLayout(side_by_side(box, choice))
    some, endless = QProgressBar(), QProgressBar()
    some.setValue(40)
    endless.setRange(0, 0)
    card.add(some)
    card.add(endless)
    names = QDialogButtonBox.StandardButton
    card.add(QDialogButtonBox(names.Save | names.Cancel))
    icons = (("chevron-left", "Earlier"), ("chevron-right", "Later"), ("x", "Close"))
    row = side_by_side(*(IconButton(icon, name) for icon, name in icons))
    row.addStretch(1)
    card.body.addLayout(row)
    card.add(QPlainTextEdit("\n".join(f"Line {number}" for number in range(40))))
    return card


def tabs() -> QWidget:
    pages = QTabWidget()
    for name in ("Overview", "Rooms", "Assessment", "Opening"):
        empty = EmptyState(
            "calendar-x",
            "Nothing is booked today",
            "Find a room to make the first booking.",
            action="Find a room",
        )
        pages.addTab(empty, name)
    pages.setCurrentIndex(2)
    card = Card()
    card.add(pages)
    return card


def badges() -> QWidget:
    card = Card("Badges")
    flow = Flow()
    for kind in Kind:
        flow.add(Badge(kind, f"A {kind.value} thing"))
    card.add(flow)
    card.body.addStretch(1)
    return card
