"""What becomes of each date of a series, with a way out for those that do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kinds import Kind
from ui.theme import M, S
from ui.widgets.badge import Badge
from ui.widgets.modest import ModestBox
from ui.widgets.text import Words
from venues.domain.words import short_day, span
from venues.services.series.change import Fate, Step, Way
from venues.services.series.planning import Outcome

NO_WAY = "Choose…"
TOP = Qt.AlignmentFlag.AlignTop


class DateFates(QWidget):
    """A line for each date, in order.

    Signals:
        changed: another way out was chosen for a date.
    """

    changed = Signal()

    def __init__(self, *, twenty_four: bool = False) -> None:
        super().__init__()
        self._twenty_four = twenty_four
        self._ways: dict[date, Way] = {}
        self.boxes: dict[date, ModestBox] = {}
        self.lines: dict[date, str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, S, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(1, 1)

    def ways(self) -> dict[date, Way]:
        """What was chosen, date by date."""
        return dict(self._ways)

    def forget(self) -> None:
        """What was chosen holds no longer: something else is asked for."""
        self._ways.clear()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show them in the place of those before; the keyboard stays on its date."""
        held = next((day for day, box in self.boxes.items() if box.hasFocus()), None)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes.clear()
        self.lines.clear()
        for row, step in enumerate(steps):
            self._add(row, step)
        self._grid.setRowStretch(len(steps), 1)
        if held in self.boxes:
            self.boxes[held].show()  # its layout does so later, too late for the focus
            self.boxes[held].setFocus()

    def _add(self, row: int, step: Step) -> None:
        kind, said = standing(step)
        where = place(step, twenty_four=self._twenty_four)
        line = f"{short_day(step.day)}: {where}" if where else short_day(step.day)
        self.lines[step.day] = f"{said}: {line}. {step.why}".strip()
        self._grid.addWidget(Badge(kind, said), row, 0, TOP)
        words = Words(f"{line}\n{step.why}" if step.why else line, wrap=True)
        self._grid.addWidget(words, row, 1, TOP)
        failed = step.planned is not None and bool(step.planned.why)
        if failed or step.day in self._ways:
            box = self._box(step)
            self.boxes[step.day] = box
            self._grid.addWidget(box, row, 2, TOP)

    def _box(self, step: Step) -> ModestBox:
        box = ModestBox()
        box.setAccessibleName(f"What then, on {short_day(step.day)}")
        person = step.planned is not None and step.planned.for_a_person
        box.addItem(NO_WAY, None)
        box.addItem("Nearest other room", Way.OTHER_ROOM)
        if not person:
            box.addItem("Another time that day", Way.OTHER_TIME)
        leave = "Leave it as it is" if step.date else "Leave it out"
        box.addItem(leave, Way.LEAVE_OUT)
        with QSignalBlocker(box):
            box.setCurrentIndex(max(box.findData(self._ways.get(step.day)), 0))
        box.activated.connect(self._choose)
        return box

    @Slot()
    def _choose(self) -> None:
        self._ways = {
            day: Way(box.currentData())
            for day, box in self.boxes.items()
            if box.currentData() is not None
        }
        self.changed.emit()


def standing(step: Step) -> tuple[Kind, str]:
    """How a date stands, in a word or two."""
    planned = step.planned
    outcome = planned.outcome if planned else None
    if outcome is Outcome.REFUSED:
        return Kind.BAD, "Does not fit"
    if step.fate is Fate.STAYS:
        return Kind.WARN if step.why else Kind.GOOD, "Stays as it is"
    said = _ODD.get(outcome, "") if outcome else "Cancelled"
    if planned is not None and planned.moved:
        said = said or "Other time"
    if said:
        return Kind.WARN, said
    return Kind.GOOD, "New" if step.fate is Fate.NEW else "Fits"


_ODD = {Outcome.LEFT_OUT: "Left out", Outcome.OTHER_ROOM: "Other room"}


def place(step: Step, *, twenty_four: bool) -> str:
    """When and where it would be: "4pm to 5pm, Willow Room"."""
    if step.planned is None or step.planned.judged is None:
        return ""
    judged = step.planned.judged
    period, room = judged.request.period, judged.rooms[0]
    hours = span(period.starts, period.ends, twenty_four=twenty_four)
    return f"{hours}, {room.name}, {room.venue.name}"
