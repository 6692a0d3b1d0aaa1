"""Says that something is being waited for, but not when it comes at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icons, theme
from ui.paint import panel
from ui.theme import RADIUS, L, S
from ui.widgets.text import announce

PATIENCE = 300  # milliseconds before anybody is told that they wait


class WaitOverlay(QWidget):
    """Lies over what is being filled, from 0.3 seconds on until it is there."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._appear)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        over.installEventFilter(self)

    def start(self, words: str = "Looking…") -> None:
        """Something is under way; may be said again and again."""
        self._words = words
        if self.isHidden() and not self._timer.isActive():
            self._timer.start()
        self.update()

    @Slot()
    def stop(self) -> None:
        """It is there."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _appear(self) -> None:
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        announce(self._over, self._words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        veil = QColor(c.page)
        veil.setAlphaF(0.6)
        painter.fillRect(self.rect(), veil)
        metrics = self.fontMetrics()
        side = metrics.height()
        wide = metrics.horizontalAdvance(self._words) + side + S + 2 * L
        box = QRect(0, 0, min(wide, self.width()), metrics.height() + 2 * L)
        box.moveCenter(self.rect().center())
        panel(painter, box, c.surface, c.outline, radius=RADIUS)
        place = QRect(box.x() + L, box.y() + L, side, side)
        icons.draw(painter, place, "hourglass", c.muted)
        painter.setPen(c.text)
        words = box.adjusted(L + side + S, 0, -S, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
