"""A list of sections at the left, of which one is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import theme
from ui.paint import panel
from ui.theme import M, S, Size

AIR = 16  # how much taller a line is than its text
BAR = 3  # width of the line beside the section that is shown
GAP = 2
LEAST = 22  # characters: narrower lists look lost
KEY = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class SectionDelegate(QStyledItemDelegate):
    """Draws a section as the rail draws a page."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        c = theme.colours(option.palette)
        box = option.rect.adjusted(0, GAP, -GAP, -GAP)
        state = option.state
        here = bool(state & QStyle.StateFlag.State_Selected)
        ink = (c.on_selected if c.high_contrast else c.accent_ink) if here else c.text
        if here:
            panel(painter, box, c.selected)
            painter.fillRect(box.x(), box.y() + 2, BAR, box.height() - 4, c.accent_ink)
        elif state & QStyle.StateFlag.State_MouseOver:
            panel(painter, box, c.hover)
        if state & QStyle.StateFlag.State_HasFocus:
            panel(painter, box, None, c.focus, width=2)
        painter.setFont(theme.sized(option.font, Size.BODY, strong=here))
        painter.setPen(ink)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, box.width() - M - S
        )
        painter.drawText(
            box.adjusted(M, 0, -S, 0), Qt.AlignmentFlag.AlignVCenter, words
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = option.fontMetrics
        wide = round(metrics.horizontalAdvance(str(index.data())) * 1.08)
        return QSize(wide + 2 * M + S, metrics.height() + AIR + 2 * GAP)


class Sections(QListWidget):
    """Names of sections: Up and Down go from one to the next.

    Signals:
        chosen: another section is to be shown; carries its key.
    """

    chosen = Signal(str)

    def __init__(self, name: str, sections: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(SectionDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        for key, title in sections:
            item = QListWidgetItem(title)
            item.setData(KEY, key)
            self.addItem(item)
        self._fit()
        self.currentItemChanged.connect(self._tell)

    def key(self) -> str:
        """The key of the section that is shown, or nothing."""
        row = self.currentRow()
        return str(self.item(row).data(KEY)) if row >= 0 else ""

    def choose(self, key: str) -> None:
        """Show that section; one that is not there changes nothing."""
        for item in self._all():
            if item.data(KEY) == key and not item.isHidden():
                self.setCurrentItem(item)

    def keep(self, keys: Iterable[str]) -> None:
        """Offer these sections only, and stay where one is if it is among them."""
        wanted = set(keys)
        for item in self._all():
            item.setHidden(item.data(KEY) not in wanted)
        if self.key() not in wanted:
            left = [n for n, item in enumerate(self._all()) if not item.isHidden()]
            self.setCurrentRow(left[0] if left else -1)

    def offered(self) -> list[str]:
        """The keys that may be chosen."""
        return [str(item.data(KEY)) for item in self._all() if not item.isHidden()]

    def _all(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(KEY)))

    def _fit(self) -> None:
        least = self.fontMetrics().averageCharWidth() * LEAST
        self.setFixedWidth(max(self.sizeHintForColumn(0), least) + 2 * S)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
