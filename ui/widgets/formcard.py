"""A form down the side of a page, on a surface of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from ui.theme import L
from ui.widgets.card import Card, Scroller

FORM = 42  # characters' widths of the form
PADDING = L - 2


class FormCard(Card):
    """The form on its surface, as wide as its text needs it."""

    def __init__(self, form: QWidget) -> None:
        super().__init__(padding=1)
        self._form = form
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.addWidget(form)
        self.add(Scroller(inside), 1)

    def fit(self, page: int) -> None:
        """Take a share of a page of that width, but no less than the fields need."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        least = self._form.minimumSizeHint().width() + 2 * PADDING + bar + 2
        full = self.fontMetrics().averageCharWidth() * FORM
        self.setFixedWidth(max(least, min(full, page * 2 // 5)))
