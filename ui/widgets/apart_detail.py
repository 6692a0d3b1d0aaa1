"""The right of the Keep apart page: one record, what it touches, and its cases."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.models.apart_facts import facts
from ui.theme import L, M, S
from ui.widgets.apart_about import AboutCase
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Scroller
from ui.widgets.empty import EmptyState
from ui.widgets.facts import FactList
from ui.widgets.flow import Flow
from ui.widgets.tallwords import TallWords
from ui.widgets.text import muted, strong
from ui.widgets.touched_rows import TouchedRows
from venues.services.apart.ending import LINK
from venues.services.apart.glances import Glance, Opened

RECORDED = "Who looks, and when, is written down."


class ApartDetail(Card):
    """Shows a record by one reference, and all of it once somebody asks.

    Signals:
        asked: something is to be done, and what with: "show", "edit", "close",
            "reopen", "confirm" (the record), "case", "confirm case" (a case's id),
            "bar", "merge", "everything" (its reference), "move" (a booking's id).
    """

    asked = Signal(str, object)

    def __init__(self, *, manager: bool = False) -> None:
        super().__init__()
        self._manager = manager
        self.glance: Glance | None = None
        self.title = TallWords(strong=True)
        self.edit = Button("Edit")
        self.close_ = Button("Close link…")
        self.confirm = Button("Confirm…")
        self.show_ = Button("Show…")
        self.facts = FactList()
        self._below = QVBoxLayout()
        self._empty = EmptyState("users", "Nothing chosen", "Choose one from the list.")
        self._stack = QStackedWidget()
        self._lay_out()

        self.edit.clicked.connect(partial(self._ask, "edit"))
        self.close_.clicked.connect(self._close)
        self.confirm.clicked.connect(partial(self._ask, "confirm"))
        self.show_.clicked.connect(partial(self._ask, "show"))

    def show_record(self, found: Glance | None, opened: Opened | None) -> None:
        """Show that record, or that none is chosen."""
        self.glance = found
        self._stack.setCurrentIndex(0 if found is None else 1)
        if found is None:
            return
        link, kept = found.link, found.link or found.venue
        closed = kept is not None and kept.closed_on is not None
        another = f"{found.about.reference} and …" if link else found.about.reference
        self.title.say(opened.title if opened else another)
        self.edit.setVisible(kept is not None and not closed)
        self.close_.setVisible(kept is not None)
        closing = "Close link…" if link else "Close…"
        self.close_.setText("Open again" if closed else closing)
        self.confirm.setVisible(link is not None and not closed)
        self.facts.show_facts([("", facts(found))])
        self.facts.setVisible(kept is not None)
        self._fill(found, opened, closed=closed)

    def _fill(self, found: Glance, opened: Opened | None, *, closed: bool) -> None:
        """The bookings and cases, or the way to them."""
        had = self.show_.hasFocus()
        self._clear()
        self.show_.setVisible(opened is None)
        if opened is None:
            whose = "Show both cases…" if found.key.what == LINK else "Show bookings…"
            self.show_.setText(whose)
        elif not closed:
            self._below.addWidget(self._bookings(opened))
        for about in opened.about if opened else (found.about,):
            block = AboutCase(about, manager=self._manager)
            block.asked.connect(self.asked)
            self._below.addWidget(block)
        if had and opened is not None:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bookings(self, opened: Opened) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(strong(f"Bookings this touches ({len(opened.touched)})"))
        if not opened.touched:
            column.addWidget(muted("No booking to come is on record for them."))
        rows = TouchedRows(opened.touched)
        rows.wanted.connect(partial(self.asked.emit, "move"))
        column.addWidget(rows)
        return block

    def _clear(self) -> None:
        while (item := self._below.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _ask(self, what: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.asked.emit(what, self.glance)

    def _close(self) -> None:
        kept = self.glance and (self.glance.link or self.glance.venue)
        closed = bool(kept and kept.closed_on)
        self._ask("reopen" if closed else "close")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        tools = Flow()
        for button in (self.edit, self.confirm, self.close_):
            tools.add(button)
        ask = QHBoxLayout()
        ask.setSpacing(M)
        ask.addWidget(self.show_)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(L - S, L - S, L - S, L - S)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(tools)
        column.addWidget(self.facts)
        ask.addStretch(1)
        column.addLayout(ask)
        self._below.setSpacing(L)
        column.addLayout(self._below)
        column.addStretch(1)
        self.show_.setToolTip(RECORDED)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(Scroller(shown))
        self.body.setContentsMargins(S, S, S, S)
        self.add(self._stack, 1)
