"""A list of things to decide: a table, what is known of the one in front, buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.models.table import Column, TableModel
from ui.preferences import TWENTY_FOUR
from ui.theme import L, M, S
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.table import Table
from ui.widgets.tallwords import TallWords
from venues.errors import VenuesError

LETTERS, LINES = 140, 34


class QueueDialog(QDialog):
    """What is chosen stays chosen when the list is read again.

    A queue says its ``columns`` and ``buttons``, ``read``s its items off the
    interface's thread, and in ``follow`` shows what is known of the one in front.
    """

    shows: frozenset[str] = frozenset()

    def __init__(
        self,
        desk: Desk,
        title: str,
        empty: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.notice = Notice()
        self._model: TableModel[Any] = TableModel(self.columns(), self)
        self.table = Table(title, self._model)
        self.about = TallWords("")
        self.back = Button("Close")
        self._card = Card()
        self._empty = EmptyState("calendar-check", *empty)
        self._lay_out(self.buttons())
        self.table.selectionModel().currentChanged.connect(self._follow)
        self.table.opened.connect(self.open_row)
        self.back.clicked.connect(self.reject)
        desk.changes.committed.connect(self._reload_if_shown)
        self.follow(None)
        self.reload()

    def columns(self) -> Sequence[Column[Any]]:
        """What the table shows of each."""
        raise NotImplementedError

    def buttons(self) -> Sequence[Button]:
        """What can be done with the one in front."""
        raise NotImplementedError

    def read(self) -> tuple[Any, ...]:
        """All there is to decide; called on a thread of its own."""
        raise NotImplementedError

    def key(self, item: Any) -> object:
        """What an item is known by from one reading to the next."""
        raise NotImplementedError

    def follow(self, item: Any | None) -> None:
        """Show what is known of it, and let the buttons be possible that are."""
        raise NotImplementedError

    def open_row(self, item: object) -> None:
        """What Enter and a double click do."""

    def current(self) -> Any | None:
        """The one in front."""
        return self.table.current()

    @Slot()
    def reload(self) -> None:
        """Read the list again."""
        self.desk.jobs.latest(
            self.windowTitle(), self._read, self._show, failed=self.fail
        )

    def fail(self, trouble: Exception) -> None:
        """Say what was not done."""
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))

    def say(self, *lines: str) -> None:
        """Show these lines beneath the table."""
        self.about.say("\n".join(line for line in lines if line))

    def twenty_four(self) -> bool:
        """How times are said."""
        return self.desk.preferences[TWENTY_FOUR]

    def _read(self, _progress: Callable[..., object]) -> tuple[Any, ...]:
        return self.read()

    @Slot(object)
    def _show(self, items: tuple[Any, ...]) -> None:
        before = self.current()
        kept = self.key(before) if before is not None else None
        self._model.show(items)
        self.table.fit()
        self._empty.setVisible(not items)
        self._card.setVisible(bool(items))
        self.about.setVisible(bool(items))
        place = self._model.place(lambda item: self.key(item) == kept)
        if items:
            source = self._model.index(max(place, 0), 0)
            self.table.select(self.table.ordered.mapFromSource(source))
        self.follow(self.current())

    @Slot(QModelIndex)
    def _follow(self, _current: QModelIndex) -> None:
        self.follow(self.current())

    @Slot(frozenset)
    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & self.shows:
            self.reload()

    def _lay_out(self, buttons: Sequence[Button]) -> None:
        self._card.add(self.table, 1)
        line = QHBoxLayout()
        line.setSpacing(S)
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.back)
        self.head = QVBoxLayout()
        self.head.addWidget(self.notice)
        self.beneath = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, L, L, L)
        layout.setSpacing(M)
        layout.addLayout(self.head)
        layout.addWidget(self._card, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.about)
        layout.addLayout(self.beneath)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * LETTERS)
        wanted.setHeight(metrics.height() * LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.94))
