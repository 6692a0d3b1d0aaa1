"""One date of a series: what becomes of it, and what else could."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.paint import panel
from ui.theme import M, S
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.flow import Flow
from ui.widgets.text import Words, announce


class DateDetail(QWidget):
    """The words for one date, and a button for each thing that can be done about it.

    Signals:
        wanted: a button was pressed; carries its key.
        closed: somebody is done with it.
    """

    wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Words(wrap=True)
        self.buttons: dict[str, Button] = {}
        self.close_ = LinkButton("Close")
        self.close_.setAccessibleName("Close this date")
        self._flow = Flow(gap=S)
        self._flow.add(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S + 2)
        column.setSpacing(S)
        column.addWidget(self.words)
        column.addWidget(self._flow)
        self.close_.clicked.connect(self.closed)
        self.hide()

    def say(self, words: str, ways: Sequence[tuple[str, str]]) -> None:
        """Show that, with a button for each key; the keyboard stays on its button."""
        had = next((key for key, each in self.buttons.items() if each.hasFocus()), "")
        self.words.setText(words)
        if [(key, each.text()) for key, each in self.buttons.items()] != [*ways]:
            self._offer(ways)
            if had:
                (self.buttons.get(had) or self._first()).setFocus()
        self.show()

    def take_up(self) -> None:
        """Put the keyboard on the first button, and have the words read out."""
        self._first().setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self.words.text())

    def _first(self) -> Button:
        return next(iter(self.buttons.values()), self.close_)

    def _offer(self, ways: Sequence[tuple[str, str]]) -> None:
        for button in (*self.buttons.values(), self.close_):
            self._flow.flow.removeWidget(button)
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for key, words in ways:
            self.buttons[key] = button = Button(words)
            button.clicked.connect(partial(self._want, key))
            self._flow.add(button)
            button.show()  # at once, so that it can take the keyboard
        self._flow.add(self.close_)

    def _want(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.wanted.emit(key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        panel(QPainter(self), self.rect(), c.raised, c.hairline)

    def event(self, event: QEvent) -> bool:
        """Take Escape before the page does, while there is something to close."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.closed.emit()
            return True
        return super().event(event)
