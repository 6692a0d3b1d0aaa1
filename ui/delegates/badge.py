"""Cells of a table: badges, and words that stand out or back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.kinds import SIDE, Kind, badge_font, badge_size, icon_room, paint_badge
from ui.models.table import KIND_ROLE, WEIGHT_ROLE, Weight
from ui.theme import XS, S

Index = QModelIndex | QPersistentModelIndex

MARGIN = 9  # of a cell


class BadgeDelegate(QStyledItemDelegate):
    """Draws a cell of a table as a badge when its column gives it a kind.

    It also draws a column's words strong or standing back, as the column says.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        weight = index.data(WEIGHT_ROLE)
        if weight is Weight.STRONG:
            option.font.setWeight(QFont.Weight.DemiBold)
        elif weight is Weight.MUTED:
            c = theme.colours(option.palette)
            option.palette.setColor(QPalette.ColorRole.Text, c.muted)
            chosen = c.muted_on_selected
            option.palette.setColor(QPalette.ColorRole.HighlightedText, chosen)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        kind = index.data(KIND_ROLE)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if kind is None or not text:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        widget: QWidget | None = option.widget
        style = widget.style() if widget else None
        if style is not None:
            element = QStyle.ControlElement.CE_ItemViewItem
            style.drawControl(element, ground, painter, widget)
        c = theme.colours(option.palette)
        room = option.rect.adjusted(MARGIN, 0, -S, 0)
        size = badge_size(Kind(kind), text, option.font)
        size.setWidth(min(size.width(), room.width()))
        place = QStyle.alignedRect(
            Qt.LayoutDirection.LeftToRight,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            size,
            room,
        )
        metrics = QFontMetrics(badge_font(option.font))
        lead = icon_room(Kind(kind), metrics)
        words = metrics.elidedText(
            text, Qt.TextElideMode.ElideRight, size.width() - lead - 2 * SIDE + 1
        )
        paint_badge(painter, place, Kind(kind), words, base=option.font, c=c)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        kind = index.data(KIND_ROLE)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if kind is not None and text:
            size = badge_size(Kind(kind), text, option.font)
            hint.setWidth(max(hint.width(), size.width() + MARGIN + S + XS))
        return hint
