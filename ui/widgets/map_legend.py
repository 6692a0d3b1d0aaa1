"""What the marks on the map mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.theme import M, Size
from ui.widgets import map_marks
from ui.widgets.flow import FlowLayout
from ui.widgets.text import Words
from venues.services.venue_pins import Pin
from venues.services.venue_words import STATUS

ORDER = ("active", "candidate", "suspended", "retired")
"""Statuses, the usual one first."""


class Sample(QWidget):
    """A mark as it stands on the map."""

    def __init__(self, status: str, text: str) -> None:
        super().__init__()
        self.status = status
        self.text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.5)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = map_marks.radius(self.fontMetrics().height())
        size *= 0.9 if self.text else 0.72
        middle = QPointF(self.width() / 2, self.height() / 2)
        look = theme.colours(self.palette()), self.font()
        map_marks.Stamps(painter, size, look).put(middle, self.status, self.text)


class MapLegend(QWidget):
    """The kinds and the statuses that are on the map now, each beside its mark."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=M, lines=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._said: list[tuple[str, str, str]] = []

    def say(self, pins: Sequence[Pin], letters: Mapping[str, str]) -> None:
        """Explain what these venues show."""
        kinds = sorted({pin.kind for pin in pins}, key=str.casefold)
        held = {pin.status for pin in pins}
        statuses = [each for each in ORDER if each in held]
        said = [
            (
                "active",
                letters[kind],
                kind[:1].upper() + kind[1:] or "Kind not recorded",
            )
            for kind in kinds
        ]
        if statuses != ["active"]:
            said += [(each, "", STATUS[each]) for each in statuses]
        if said != self._said:
            self._said = said
            self._fill()

    def entries(self) -> list[tuple[str, str, str]]:
        """What it says: status, letters, words."""
        return self._said

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for status, text, meaning in self._said:
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(4)
            line.addWidget(Sample(status, text))
            line.addWidget(Words(meaning, size=Size.SMALL))
            self._flow.addWidget(entry)
        self.updateGeometry()
