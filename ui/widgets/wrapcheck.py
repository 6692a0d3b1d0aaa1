"""A tick whose words wrap where they would make the page scroll sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle


class WrapCheck(QCheckBox):
    """As wide as there is room for, and as tall as its words then are."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)

    def _box(self) -> int:
        """The width that the square takes, with the gap after it."""
        metric, style = QStyle.PixelMetric, self.style()
        return (
            style.pixelMetric(metric.PM_IndicatorWidth, None, self)
            + style.pixelMetric(metric.PM_CheckBoxLabelSpacing, None, self)
            + 2
        )

    def _fit(self) -> None:
        """Break the words where a line is full."""
        room, wide = self.width() - self._box(), self.fontMetrics().horizontalAdvance
        lines: list[str] = []
        for word in self._words.split():
            if lines and wide(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        broken = "\n".join(lines)
        if broken != self.text():
            self.setText(broken)
            self.updateGeometry()

    def _tall(self) -> int:
        return super().sizeHint().height()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(wide + self._box() + 2, self._tall())

    def minimumSizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, self._words.split()))
        return QSize(longest + self._box() + 2, self._tall())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
