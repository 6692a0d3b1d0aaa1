"""Hides a window's contents from whoever is looking over a shoulder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui import theme
from ui.theme import S, Size

INVITATION = "Press any key or click to go on"


class Cover(QWidget):
    """A calm surface over a whole window.

    It takes every key, so that no shortcut works behind it.

    Signals:
        lifted: a key or a button of the mouse was pressed.
    """

    lifted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._title = window.windowTitle()
        self._focus = window.focusWidget()
        # What it covers is hidden from screen readers too, as far as it can be.
        self._hidden = _contents(window)
        for widget in self._hidden:
            widget.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Venues. {INVITATION}")
        self.setMouseTracking(True)
        window.setWindowTitle("Venues")
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

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


def _contents(window: QWidget) -> list[QWidget]:
    """The parts of a main window that are shown; a dialog would lose its size."""
    middle = window.centralWidget() if isinstance(window, QMainWindow) else None
    return [] if middle is None else [middle]
