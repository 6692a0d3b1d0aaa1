"""One figure: what it is, how much, of what, and how it was before."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from ui import theme
from ui.paint import panel
from ui.theme import RADIUS, XS, L, M, Size
from ui.widgets.text import MUTED, Words, small
from venues.domain.figures import NOT_KNOWN
from venues.services.evidence.shown import Shown


class FigureCard(QAbstractButton):
    """A press on it opens its parts and the rows behind; its tip is its definition."""

    def __init__(self, shown: Shown, before: str) -> None:
        """``before`` are the days before, in words."""
        super().__init__()
        self.shown = shown
        said, definition = shown.headline, shown.definition
        detail = said.detail
        if shown.before is not None and shown.before.words != NOT_KNOWN:
            was = f"{shown.before.words} before"
            detail = f"{detail} · {was}" if detail else was
        if shown.notice and not shown.banded:
            detail = "Not for these days"
        self.setText(definition.title)
        tip = definition.words
        if shown.before is not None:
            tip = f"{tip} Before is {before}."
        self.setToolTip(f"<p>{escape(tip)}</p>")
        self.setAccessibleName(
            ". ".join(each for each in (definition.title, said.words, detail) if each)
        )
        self.setAccessibleDescription(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, M)
        column.setSpacing(XS)
        self.title = Words(definition.title, size=Size.SMALL, ink=MUTED, wrap=True)
        self.number = Words(said.words, size=Size.TITLE, strong=True, wrap=True)
        self.detail = small(detail, wrap=True)
        for words in (self.title, self.number, self.detail):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        fill = c.hover if self.underMouse() else c.surface
        panel(painter, self.rect(), fill, c.hairline, radius=RADIUS)
        if self.hasFocus():
            panel(painter, self.rect(), None, c.focus, radius=RADIUS, width=2)
