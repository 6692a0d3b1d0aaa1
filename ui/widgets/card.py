"""White surfaces on the grey page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.paint import panel
from ui.theme import RADIUS, L, S
from ui.widgets.text import strong


class Card(QFrame):
    """A surface with a hairline round it, and a heading if it has a title."""

    def __init__(self, title: str = "", *, padding: int = L) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(S)
        if title:
            self.heading = strong(title)
            self.body.addWidget(self.heading)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put another thing under what is there."""
        self.body.addWidget(widget, stretch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        panel(QPainter(self), self.rect(), c.surface, c.hairline, radius=RADIUS)


class FlushCard(Card):
    """A card filled to its edges by a table or a list, with its corners kept round."""

    def __init__(self) -> None:
        super().__init__(padding=1)
        self.body.setSpacing(0)
        self._rim = _Rim(self)


class _Rim(QWidget):
    """Lies over a card and paints what its contents would cover: corners and line."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.setGeometry(self._card.rect())
            self.raise_()
        elif event.type() == QEvent.Type.ChildAdded:
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(self.rect()))
        inside.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.fillPath(outside.subtracted(inside), c.page)
        panel(painter, self.rect(), None, c.hairline, radius=RADIUS)


class Hairline(QFrame):
    """A thin line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colours(self.palette()).hairline)


class Scroller(QScrollArea):
    """Whatever does not fit is scrolled, on the ground that is already there."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
