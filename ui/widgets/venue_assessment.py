"""The Assessment tab of a venue's detail: what was found, and what each room suits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.models import assessing
from ui.theme import L, M, S
from ui.widgets.assessment_lines import AssessmentLines, Shown
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Scroller
from ui.widgets.room_matrix import RoomMatrix
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED, Words, strong
from venues.domain.people import Role, Viewer
from venues.services.assessment_questions import GROUPS
from venues.services.assessment_sheet import Control, Sheet
from venues.services.assessments import TRIGGERS

START, CHANGE, TRIGGER = "start assessment", "change assessment", "trigger"
RECORD, CLOSE, REOPEN = "record incident", "close incident", "reopen incident"
SUSPEND, LIFT = "suspend", "lift"
ACCEPT, DECLINE, TAKE_BACK = "accept control", "decline control", "take back control"
WORDS_OF_TRIGGERS = {
    "building work": "Building work",
    "new users": "A new group uses the building",
    "staffing or hours": "Staffing or hours changed",
}
WAITING, ACCEPTED = "Controls to accept", "Controls accepted"
NO_ROOMS = "Add a room first: rooms are what is suitable or not."


class AssessmentTab(Scroller):
    """How the venue was assessed, question by question, and how its rooms stand.

    Signals:
        asked: something is to be done (one of the words above) and what with: a room's
            id or None, a trigger and a room, an incident, or a control.
    """

    asked = Signal(str, object)

    def __init__(self, viewer: Viewer, now: Callable[[], datetime]) -> None:
        self._viewer, self._now = viewer, now
        self._sheet: Sheet | None = None
        self.when = TallWords(ink=MUTED)
        self.start = Button("Start new assessment")
        self.more = IconButton("ellipsis", "More about the assessment")
        self.starting, self.menu = QMenu(), QMenu()
        self.overdue = AssessmentLines()
        self.waiting = AssessmentLines()
        self.controls = AssessmentLines()
        self.incidents = AssessmentLines()
        self.matrix = RoomMatrix()
        self.fixes = AssessmentLines()
        self.rooms = TallWords(ink=MUTED)
        self.groups = {group: AssessmentLines() for group in GROUPS}
        self._titles: dict[str, Words] = {}
        content = QWidget()
        self._lay_out(content)
        super().__init__(content)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for menu in (self.starting, self.menu):
            menu.setParent(self, menu.windowFlags())
        self.start.clicked.connect(self._open_starting)
        self.more.clicked.connect(self._open_menu)
        self.start.setVisible(viewer.edits_venues)
        self.more.setVisible(viewer.role is not Role.BOARD)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show that assessment; another venue is shown from its top."""
        if self._sheet is None or self._sheet.venue_id != sheet.venue_id:
            self.verticalScrollBar().setValue(0)
        self._sheet = sheet
        self.when.say(assessing.visit_words(sheet.venue))
        self.rooms.say(assessing.room_visits(sheet))
        self.rooms.setVisible(bool(self.rooms.text()))
        since = assessing.overdue_words(sheet)
        self.overdue.show_lines(
            [Shown(Kind.BAD, "Review overdue", since)] if since else []
        )
        for lines, waits in ((self.waiting, True), (self.controls, False)):
            lines.show_lines(
                self._control(each) for each in sheet.controls if each.waits is waits
            )
        self.incidents.show_lines(self._incidents(sheet))
        self.matrix.setVisible(bool(sheet.rooms))
        if sheet.rooms:
            self.matrix.show_sheet(sheet, self._now().date())
        self._show_fixes(sheet)
        shown = dict(sheet.groups)
        for group, lines in self.groups.items():
            lines.show_lines(
                Shown(
                    assessing.MARKS[each.mark], each.mark.value, each.words, each.said
                )
                for each in shown.get(group, ())
            )
        for title, words in self._titles.items():
            words.setVisible(bool(self._part(title)))
        self._make_menus(sheet)

    def _part(self, title: str) -> object:
        """What stands under a heading; nothing hides the heading as well."""
        parts = {
            WAITING: self.waiting.lines,
            ACCEPTED: self.controls.lines,
            "Open incidents": self.incidents.lines,
            "Rooms": self._sheet and self._sheet.rooms,
            "Which fix opens most rooms": self.fixes.lines,
        }
        return parts[title] if title in parts else self.groups[title].lines

    def _show_fixes(self, sheet: Sheet) -> None:
        found = [
            Shown(Kind.QUIET, f"{place}.", each.words, assessing.fix_words(each))
            for place, each in enumerate(sheet.fixes[: assessing.MOST_FIXES], 1)
        ]
        if not sheet.rooms:
            found = [Shown(Kind.QUIET, "1.", NO_ROOMS)]
        elif sheet.venue.draft is None:
            found = []
        self.fixes.show_lines(found)

    def _control(self, control: Control) -> Shown:
        place = f" ({control.place})" if control.place else ""
        ways = []
        if self._viewer.role is Role.MANAGER:
            verbs = (
                [("Accept…", ACCEPT), ("Decline", DECLINE)]
                if control.waits
                else [("Accept no longer", TAKE_BACK)]
            )
            ways = [
                (verb, f"{verb} {control.words}", partial(self._ask, what, control))
                for verb, what in verbs
            ]
        return Shown(
            Kind.WARN,
            "Waits" if control.waits else "Accepted",
            f"{control.failing}{place}",
            assessing.control_words(control),
            tuple(ways),
        )

    def _incidents(self, sheet: Sheet) -> list[Shown]:
        found = []
        for each in sheet.incidents:
            if not each.open:
                continue
            words = assessing.incident_words(each, sheet.rooms)
            way = ("Close incident", f"Close {words}", partial(self._ask, CLOSE, each))
            found.append(
                Shown(
                    Kind.BAD if each.suspends else Kind.WARN,
                    "Suspends" if each.suspends else "Open",
                    words,
                    ways=(way,) if self._viewer.edits_venues else (),
                )
            )
        return found

    def _ask(self, what: str, about: object = None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.asked.emit(what, about)

    def _make_menus(self, sheet: Sheet) -> None:
        self.starting.clear()
        self.menu.clear()
        for visit in sheet.visits:
            action = self.starting.addAction(visit.name)
            action.triggered.connect(partial(self._ask, START, visit.room_id))
        if self._viewer.edits_venues:
            change = self.menu.addMenu("Change the last assessment of")
            review = self.menu.addMenu("Review it because of")
            for visit in sheet.visits:
                if visit.draft is not None:
                    action = change.addAction(visit.name)
                    action.triggered.connect(partial(self._ask, CHANGE, visit.room_id))
            for key in TRIGGERS:
                if key in WORDS_OF_TRIGGERS:
                    action = review.addAction(WORDS_OF_TRIGGERS[key])
                    action.triggered.connect(partial(self._ask, TRIGGER, key))
            change.setEnabled(any(visit.draft for visit in sheet.visits))
            review.setEnabled(sheet.venue.draft is not None)
            self.menu.addSeparator()
        record = self.menu.addAction("Record an incident…")
        record.triggered.connect(partial(self._ask, RECORD, None))
        if self._viewer.edits_venues and sheet.status in {"active", "suspended"}:
            lift = sheet.status == "suspended"
            words = "Lift the suspension" if lift else "Suspend this venue"
            action = self.menu.addAction(words)
            action.triggered.connect(
                partial(self._ask, LIFT if lift else SUSPEND, None)
            )

    @Slot()
    def _open_starting(self) -> None:
        """Start with the venue where it has no rooms, else ask what to assess."""
        if self._sheet is not None and not self._sheet.rooms:
            self.asked.emit(START, None)
            return
        self.starting.popup(self._below(self.start, self.starting))

    @Slot()
    def _open_menu(self) -> None:
        self.menu.popup(self._below(self.more, self.menu))

    def _below(self, button: QWidget, menu: QMenu) -> QPoint:
        place = button.mapToGlobal(button.rect().bottomRight())
        return place - QPoint(menu.sizeHint().width(), 0)

    def _lay_out(self, content: QWidget) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.when, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.start, 0, top)
        head.addWidget(self.more, 0, top)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, L, M, L)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(self.overdue)
        column.addWidget(self.rooms)
        for title, part in (
            (WAITING, self.waiting),
            ("Open incidents", self.incidents),
            ("Rooms", self.matrix),
            ("Which fix opens most rooms", self.fixes),
            (ACCEPTED, self.controls),
            *self.groups.items(),
        ):
            self._titles[title] = strong(title)
            self._titles[title].setContentsMargins(0, M, 0, 0)
            column.addWidget(self._titles[title])
            column.addWidget(part)
        column.addStretch(1)
