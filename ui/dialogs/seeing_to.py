"""Sees to what one booking waits for: the police, the panel, or the case."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.buttons import Button
from ui.widgets.casefield import CaseField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.domain.words import count
from venues.services import cases, seeing_to
from venues.services.seeing_to import CASE, FIELDS, POLICE, QUORUM, Answer, Asked

MOST = 12
LETTERS = 60
TITLES = {
    POLICE: "Police representative",
    QUORUM: "Panel members",
    CASE: "Case reference",
}
HINTS = {
    POLICE: "A role or an agency, never a name.",
    CASE: "From your list, or a new one. Use the case reference only.",
}


class SeeingTo(Editor):
    """One question; ``saved`` carries the booking as it stands then.

    Signals:
        opening: there is more to be done in the booking itself; carries its id.
    """

    opening = Signal(int)

    def __init__(
        self, desk: Desk, asked: Asked, where: str, parent: QWidget | None = None
    ) -> None:
        """``where`` says which booking it is: its time and its room."""
        super().__init__(desk, TITLES[asked.kind], parent)
        self._asked = asked
        self.entry = self._entry()
        self.elsewhere = Button("Open the booking")
        self.elsewhere.clicked.connect(self._open)
        self.body.addWidget(muted(where, wrap=True))
        form = QWidget()
        name = FIELDS[asked.kind]
        self.fields |= lay_out(form, [[Entry(name, TITLES[asked.kind], self.entry)]])
        self.fields[name].hint(self._hint())
        self.body.addWidget(form)
        self.body.addWidget(self.elsewhere)
        self.body.addStretch(1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.begin()
        self.entry.setFocus()

    def draft(self) -> Answer:
        """What is typed."""
        if isinstance(self.entry, QSpinBox):
            return self.entry.value()
        box = self.entry.edit if isinstance(self.entry, CaseField) else self.entry
        assert isinstance(box, QLineEdit)  # noqa: S101 - there are three kinds
        return box.text()

    def store(self, draft: Answer) -> object:
        """Change the booking by it."""
        desk = self.desk
        return seeing_to.answer(
            desk.database, self._asked, draft, desk.viewer, now=desk.now()
        )

    def _entry(self) -> QWidget:
        if self._asked.kind == QUORUM:
            number = QSpinBox()
            number.setRange(0, MOST)
            number.setValue(int(self._asked.said))
            return number
        if self._asked.kind == CASE:
            field = CaseField()
            with self.desk.database.read() as session:
                today = self.desk.now().date()
                field.offer(cases.mine(session, self.desk.viewer, today))
            return field
        return QLineEdit(str(self._asked.said))

    def _hint(self) -> str:
        if self._asked.kind == QUORUM:
            wanted = count(self._asked.wanted, "panel member")
            return f"{wanted} and somebody of the service make a panel."
        return HINTS[self._asked.kind]

    def _open(self) -> None:
        self.reject()
        self.opening.emit(self._asked.edit.id)
