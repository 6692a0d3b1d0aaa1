"""Hides a window's contents from whoever is looking over a shoulder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui import theme
from ui.theme import S, Size
from ui.widgets.text import announce

INVITATION = "Press any key or click to go on"


class Cover(QWidget):
    """A calm surface over a whole window.

    It takes every key, so that no shortcut works behind it.

    Signals:
        lifted: a key or a button of the mouse was pressed.
    """

    lifted = Signal()

    def __init__(self, window: QWidget, note: str = "") -> None:
        """``note`` is a sentence that anybody may read who walks past."""
        super().__init__(window)
        self._window = window
        self._title = window.windowTitle()
        self._focus = window.focusWidget()
        # What it covers is hidden from screen readers too, as far as it can be.
        self._hidden = _contents(window)
        for widget in self._hidden:
            widget.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._note = ""
        self.say(note)
        self.setMouseTracking(True)
        window.setWindowTitle("Venues")
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, note: str) -> None:
        """Show another sentence, or none; a new one is spoken."""
        new = note and note != self._note
        self._note = note
        self.setAccessibleName(" ".join(filter(None, ("Venues.", note, INVITATION))))
        self.update()
        if new:
            announce(self, note)

    def lift(self) -> None:
        """Show the window again as it was, and give the keyboard back."""
        self._window.removeEventFilter(self)
        self._window.setWindowTitle(self._title)
        for widget in self._hidden:
            widget.show()
        self.hide()
        self.deleteLater()
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            event.accept()
            self.lifted.emit()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.lifted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.page)
        middle = Qt.AlignmentFlag.AlignHCenter
        half = self.rect().center().y()
        title = theme.sized(self.font(), Size.TITLE, strong=True)
        painter.setFont(title)
        painter.setPen(c.accent_ink)
        upper = QRect(0, 0, self.width(), half - S)
        painter.drawText(upper, middle | Qt.AlignmentFlag.AlignBottom, "Venues")
        painter.setFont(self.font())
        painter.setPen(c.muted)
        lower = QRect(0, half + S, self.width(), self.height() - half - S)
        painter.drawText(lower, middle | Qt.AlignmentFlag.AlignTop, INVITATION)
        lower.setTop(lower.top() + 3 * painter.fontMetrics().height())
        painter.setFont(theme.sized(self.font(), Size.BODY, strong=True))
        painter.setPen(c.bad.ink)
        wrapped = middle | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(lower, int(wrapped), self._note)


def _contents(window: QWidget) -> list[QWidget]:
    """The parts of a main window that are shown; a dialog would lose its size."""
    middle = window.centralWidget() if isinstance(window, QMainWindow) else None
    return [] if middle is None else [middle]
