"""Appointments that are over, and what came of each: several at once, by one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QItemSelection, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.queue import QueueDialog
from ui.jobs import Lane, Progress
from ui.models import outcomes as words
from ui.models.table import Column
from ui.theme import S
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.text import muted
from ui.widgets.wrapcheck import WrapCheck
from venues.domain.outcomes import Outcome
from venues.domain.people import Role
from venues.domain.words import count
from venues.services import outcomes
from venues.services.outcomes import Past

NONE = (
    "Nothing is waiting",
    "An appointment stands here once it is over, until you say what came of it.",
)
HOW = (
    "Choose one or more, then press a button or its number. "
    "Shift and the arrows choose several; Ctrl+Z takes the last one back."
)
NOTED = "Noted: {}, {}."
NAME = "outcome of appointments"


class OutcomesDialog(QueueDialog):
    """One's own, and for a manager those of everybody."""

    shows = frozenset({"booking", "worker", "attendance", "acting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.everybody = WrapCheck("Also those of others")
        self.noted = WrapCheck("Also those that are noted")
        self._busy = False
        super().__init__(desk, "What came of appointments", NONE, parent)
        self.everybody.setVisible(desk.viewer.role is Role.MANAGER)
        line = QHBoxLayout()
        for each in (self.noted, self.everybody):
            line.addWidget(each)
            each.toggled.connect(self.reload)
        line.addStretch(1)
        self.head.addWidget(muted(HOW, wrap=True))
        self.head.addLayout(line)
        answers = Flow(gap=S, lines=S)
        for button in self.said.values():
            answers.add(button)
        self.beneath.addWidget(answers)
        for number, outcome in enumerate(Outcome, 1):
            key = QShortcut(QKeySequence(str(number)), self)
            key.activated.connect(self.said[outcome].click)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(desk.undo.undo)
        chosen = self.table.selectionModel().selectionChanged
        chosen.connect(self._choose)

    def columns(self) -> Sequence[Column[Past]]:
        """When, where, for whom, and what came of it."""
        return words.columns(self.twenty_four)

    def buttons(self) -> Sequence[Button]:
        """None in the last line: there is one for each outcome, and they wrap."""
        self.said: dict[Outcome, Button] = {}
        for number, outcome in enumerate(Outcome, 1):
            button = Button(f"{number}  {outcome.words}")
            button.setAccessibleName(outcome.words)
            button.clicked.connect(partial(self._note, outcome))
            self.said[outcome] = button
        return ()

    def read(self) -> tuple[Past, ...]:
        """Those that are over."""
        desk = self.desk
        everybody, noted = self.everybody.isChecked(), self.noted.isChecked()
        with desk.database.read() as session:
            return outcomes.read(
                session, desk.viewer, desk.now(), everybody=everybody, noted=noted
            )

    def key(self, item: Past) -> object:
        """Its booking."""
        return item.seen.booking_id

    def follow(self, item: Past | None) -> None:
        """The buttons are for what is chosen."""
        chosen = self._chosen()
        for button in self.said.values():
            button.setEnabled(bool(chosen) and not self._busy)
        number = len(chosen)
        self.say(f"{count(number, 'appointment')} chosen." if item else "")

    def _chosen(self) -> list[int]:
        rows = [each for each in self.table.picked() if isinstance(each, Past)]
        return [each.seen.booking_id for each in rows if each.seen.booking_id]

    @Slot(QItemSelection, QItemSelection)
    def _choose(self, _new: object = None, _old: object = None) -> None:
        self.follow(self.current())

    def _note(self, outcome: Outcome, _checked: object = None) -> None:
        ids, desk = self._chosen(), self.desk
        if not ids or self._busy:
            return

        gazetteer = desk.gazetteer()
        where = gazetteer.sector_centre if gazetteer is not None else None

        def work(_progress: Progress) -> None:
            with desk.database.write(NAME) as session:
                outcomes.note(
                    session, ids, outcome, desk.viewer, now=desk.now(), where=where
                )

        self._busy = True
        self.notice.clear()
        self.follow(self.current())
        done = partial(self._done, outcome, len(ids))
        desk.jobs.run("", work, done, failed=self._failed, lane=Lane.QUICK)

    def _done(self, outcome: Outcome, number: int, _result: object) -> None:
        self._busy = False
        said = NOTED.format(count(number, "appointment"), outcome.words.lower())
        self.desk.host.say(said, undoable=True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow(self.current())

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        self._busy = False
        self.reload()
        self.fail(trouble)
