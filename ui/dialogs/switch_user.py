"""Lets somebody else sit at this PC."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.models.table import Column, TableModel, Weight
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import FlushCard
from ui.widgets.table import Table
from ui.widgets.text import COMPLAINT, Words
from venues.domain.people import Viewer
from venues.errors import VenuesError
from venues.services import calendar_days, people

WIDE, TALL = 88, 24  # characters and lines


@dataclass(frozen=True, slots=True)
class Somebody:
    """A member of staff as the list shows them."""

    login: str
    name: str
    role: str
    authority: str


COLUMNS: tuple[Column[Somebody], ...] = (
    Column("Name", lambda one: one.name, lambda one: one.name, weight=Weight.STRONG),
    Column("Role", lambda one: one.role, lambda one: one.role),
    Column("Local authority", lambda one: one.authority, lambda one: one.authority),
    Column("Login", lambda one: one.login, lambda one: one.login, weight=Weight.MUTED),
)


class SwitchUserDialog(QDialog):
    """Everybody who works here, to be searched by name, login or role.

    Signals:
        chosen: somebody else sits here now; carries a ``Viewer``.
    """

    chosen = Signal(Viewer)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Switch user")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = TableModel(COLUMNS, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search by name, login or role")
        self.search.setAccessibleName("Search")
        self.search.setClearButtonEnabled(True)
        self.table = Table("Staff", self._model)
        self.complaint = Words(ink=COMPLAINT, wrap=True)
        self.complaint.hide()
        self.back = Button("Stay signed in")
        self.sign_in = PrimaryButton("Sign in")
        self.sign_in.setDefault(True)
        self._lay_out()
        self._fill()
        self.search.textChanged.connect(self._filter)
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(self._sign_in)
        self.sign_in.clicked.connect(self._sign_in)
        self.back.clicked.connect(self.reject)
        self._filter("")
        self.search.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(Words("Who are you?", size=Size.TITLE, strong=True))
        column.addWidget(self.search)
        card = FlushCard()
        card.add(self.table, 1)
        column.addWidget(card, 1)
        column.addWidget(self.complaint)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.sign_in)
        column.addLayout(line)
        metrics = self.fontMetrics()
        wide, tall = metrics.averageCharWidth() * WIDE, metrics.height() * TALL
        free = self.screen().availableSize()
        self.resize(min(wide, free.width()), min(tall, free.height()))

    def _fill(self) -> None:
        with self._desk.database.read() as session:
            staff = people.seats(session, self._desk.now().date())
            places = {a.id: a.name for a in calendar_days.authorities(session)}
        self._model.show(
            [
                Somebody(
                    each.login,
                    each.name,
                    each.role.words,
                    places.get(each.authority_id or 0, "All four"),
                )
                for each in staff
            ]
        )
        self.table.fit()

    @Slot(str)
    def _filter(self, text: str) -> None:
        """Whoever has every word that was typed, somewhere."""
        words = text.lower().split()

        def fits(one: Somebody) -> bool:
            said = f"{one.name} {one.login} {one.role} {one.authority}".lower()
            return all(word in said for word in words)

        self.table.ordered.keep(fits)
        self.table.select(self.table.ordered.index(0, 0))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.sign_in.setEnabled(self.table.current() is not None)

    @Slot()
    def _sign_in(self) -> None:
        one = self.table.current()
        if not isinstance(one, Somebody):
            return
        try:
            with self._desk.database.read() as session:
                viewer = people.sign_in(session, one.login, self._desk.now().date())
        except VenuesError as trouble:  # they left while the list was open
            self.complaint.setText(str(trouble))
            self.complaint.show()
            return
        self.accept()
        self.chosen.emit(viewer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the list while somebody types."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.search.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.table.currentIndex().row() + step
            self.table.select(self.table.ordered.index(row, 0))
            return
        super().keyPressEvent(event)
