"""A room that fits, as a row: name and facts, its day, and the button to book it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import theme
from ui.delegates.daystrip import DayStrip, paint_strip, strip_height
from ui.kinds import Kind, badge_size, paint_badge
from ui.models.matches import MatchRow
from ui.models.table import ROW_ROLE
from ui.paint import panel, ring
from ui.theme import XS, Colours, M, S, Size

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag

BAR = 3  # width of the line at the left of the chosen row
SIDE = 14  # between the edge of the row and what is in it
BUTTON_SIDE, BUTTON_TALL = 13, 14  # as other buttons have them
KEPT = 2_000  # heights that are kept; measuring text is slow
WORD = "Book"
STRIP = 31  # characters' widths that a day wants
LINES = 4  # that place and facts may take each, where it is narrow
LEAST_TEXT = 34  # characters' widths below which the day is left out


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row are; ``strip`` is empty where it finds no room."""

    text: QRect
    strip: QRect
    button: QRect


class MatchDelegate(QStyledItemDelegate):
    """Draws rooms that fit.

    Signals:
        pressed: the button of a row was pressed; carries its index.
    """

    pressed = Signal(QModelIndex)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.twenty_four = False
        self._heights: dict[tuple[object, ...], int] = {}

    def places(self, box: QRect, font: QFont) -> Places:
        """Where the parts are in a row of that box."""
        metrics = QFontMetrics(font)
        strong = QFontMetrics(theme.sized(font, Size.BODY, strong=True))
        button = QRect(0, 0, strong.horizontalAdvance(WORD) + 2 * BUTTON_SIDE, 0)
        button.setHeight(metrics.height() + BUTTON_TALL)
        button.moveCenter(box.center())
        button.moveRight(box.right() - SIDE)
        wide = metrics.averageCharWidth() * STRIP
        text = box.adjusted(SIDE, M, 0, -M)
        left = button.left() - 2 * SIDE - wide
        strip = QRect()
        if left - text.left() >= metrics.averageCharWidth() * LEAST_TEXT:
            strip = QRect(left, 0, wide, strip_height(font))
            strip.moveTop(box.center().y() - strip.height() // 2)
            text.setRight(left - SIDE)
        else:
            text.setRight(button.left() - SIDE)
        return Places(text, strip, button)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: MatchRow = index.data(ROW_ROLE)
        c = theme.colours(option.palette)
        chosen = bool(option.state & State.State_Selected)
        # With strong contrast a line marks the row: not every part has an ink for
        # the strong ground.
        filled = chosen and not c.high_contrast
        places = self.places(option.rect, option.font)
        painter.save()
        if chosen:
            if filled:
                painter.fillRect(option.rect, c.selected)
            else:
                panel(painter, option.rect, None, c.accent, width=2)
            line = QRect(option.rect)
            line.setWidth(BAR)
            painter.fillRect(line, c.accent_ink)
        elif option.state & State.State_MouseOver:
            painter.fillRect(option.rect, c.hover)
        foot = QRect(option.rect)
        foot.setTop(foot.bottom())
        painter.fillRect(foot, c.hairline)
        self._words(painter, places.text, row, option.font, c, chosen=filled)
        if not places.strip.isEmpty():
            self._day(painter, places.strip, row, option.font, c)
        self._button(painter, places.button, option.font, c, chosen=chosen)
        if option.state & State.State_HasFocus:
            ring(painter, option.rect, c.focus, 1)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        box: QRect,
        row: MatchRow,
        font: QFont,
        c: Colours,
        *,
        chosen: bool,
    ) -> None:
        quiet = c.muted_on_selected if chosen else c.muted
        strong = theme.sized(font, Size.BODY, strong=True)
        title, rest = _title(row, box, font)
        painter.setFont(strong)
        painter.setPen(c.on_selected if chosen else c.text)
        name = _shortened(QFontMetrics(strong), row.name, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font)
        painter.setPen(quiet)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rest, flags, row.place)
        small = theme.sized(font, Size.SMALL)
        metrics = QFontMetrics(small)
        facts = _facts(row, box, rest.bottom() + 1 + XS, metrics)
        painter.setFont(small)
        painter.drawText(facts, Qt.TextFlag.TextWordWrap, row.facts)
        low = facts.bottom() + 1
        for kind, text, place in _badges(row, box, low + XS, font):
            paint_badge(painter, place, kind, text, base=font, c=c)
            low = max(low, place.bottom() + 1)
        if row.fourth:
            painter.setFont(small)
            painter.setPen(quiet)
            fourth = _wrapped(
                metrics, QRect(box.x(), low + XS, box.width(), 0), row.fourth
            )
            painter.drawText(fourth, Qt.TextFlag.TextWordWrap, row.fourth)

    def _day(
        self, painter: QPainter, box: QRect, row: MatchRow, font: QFont, c: Colours
    ) -> None:
        strip = DayStrip(busy=row.busy, closed=row.closed, wish=row.wish)
        paint_strip(painter, box, strip, base=font, c=c, twenty_four=self.twenty_four)

    def _button(
        self, painter: QPainter, box: QRect, font: QFont, c: Colours, *, chosen: bool
    ) -> None:
        """The one primary button is that of the chosen row."""
        if chosen:
            panel(painter, box, c.accent)
        else:
            panel(painter, box, c.surface, c.outline)
        painter.setFont(theme.sized(font, Size.BODY, strong=chosen))
        painter.setPen(c.on_accent if chosen else c.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, WORD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: MatchRow = index.data(ROW_ROLE)
        view = self.parent()
        wide = view.viewport().width() if isinstance(view, QAbstractItemView) else 0
        words = (row.name, row.place, row.facts, row.start, row.warnings, row.badges)
        key = (wide, option.font.pointSizeF(), *words, row.fourth)
        tall = self._heights.get(key)
        if tall is None:
            if len(self._heights) > KEPT:
                self._heights.clear()
            tall = self._heights[key] = self._height(row, wide, option)
        return QSize(wide, tall)

    def _height(self, row: MatchRow, wide: int, option: QStyleOptionViewItem) -> int:
        """The height of a row with those words, in pixels."""
        places = self.places(QRect(0, 0, wide, 100), option.font)
        small = QFontMetrics(theme.sized(option.font, Size.SMALL))
        box = places.text.translated(0, -places.text.y())
        _, rest = _title(row, box, option.font)
        tall = _facts(row, box, rest.bottom() + 1 + XS, small).bottom() + 1
        badges = _badges(row, box, tall + XS, option.font)
        if badges:
            tall = max(place.bottom() + 1 for _, _, place in badges)
        if row.fourth:
            line = QRect(box.x(), tall + XS, box.width(), 0)
            tall = _wrapped(small, line, row.fourth).bottom() + 1
        tall = max(tall, strip_height(option.font), places.button.height())
        return tall + 2 * M + 1

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            button = self.places(option.rect, option.font).button
            if button.contains(event.position().toPoint()):
                self.pressed.emit(index)
                return True
        return super().editorEvent(event, model, option, index)


def _title(row: MatchRow, box: QRect, font: QFont) -> tuple[QRect, QRect]:
    """Where the name is and where its place: beside it, or under it in a short line."""
    strong = QFontMetrics(theme.sized(font, Size.BODY, strong=True))
    title = QRect(box.x(), box.y(), box.width(), strong.height())
    wide = strong.horizontalAdvance(row.name) + S
    metrics = QFontMetrics(font)
    if wide + metrics.horizontalAdvance(row.place) <= box.width():
        return title, title.adjusted(wide, 0, 0, 0)
    return title, _wrapped(metrics, title.translated(0, strong.height()), row.place)


def _facts(row: MatchRow, box: QRect, top: int, metrics: QFontMetrics) -> QRect:
    """Where the facts are: in more lines where one is too short."""
    return _wrapped(metrics, QRect(box.x(), top, box.width(), 0), row.facts)


def _wrapped(metrics: QFontMetrics, box: QRect, text: str) -> QRect:
    """The box with the height that the text takes in it."""
    room = QRect(box.x(), box.y(), box.width(), metrics.lineSpacing() * LINES)
    taken = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
    room.setHeight(min(room.height(), max(taken.height(), metrics.height())))
    return room


def _badges(
    row: MatchRow, box: QRect, top: int, font: QFont
) -> list[tuple[Kind, str, QRect]]:
    """The badges under the facts, in lines as they fit."""
    wanted = [(Kind.QUIET, row.start)] if row.start else []
    wanted += [
        (Kind.GOOD if badge.good else Kind.WARN, badge.said) for badge in row.badges
    ]
    wanted += [(Kind.WARN, warning) for warning in row.warnings]
    placed, left, tall = [], box.x(), 0
    for kind, text in wanted:
        size = badge_size(kind, text, font, widest=box.width())
        if left > box.x() and left + size.width() > box.right() + 1:
            left, top, tall = box.x(), top + tall + XS, 0
        placed.append((kind, text, QRect(left, top, size.width(), size.height())))
        left += size.width() + XS + 2
        tall = max(tall, size.height())
    return placed


def _shortened(metrics: QFontMetrics, text: str, room: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
