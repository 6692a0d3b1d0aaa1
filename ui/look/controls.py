"""How fields, buttons, bars and headings are drawn, each from its style option."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionFrame,
    QTextEdit,
)

from ui import icons, theme
from ui.marks import COMPLAINT, LINK, PRIMARY, SYMBOL, Owner, has, manner
from ui.paint import panel, ring
from ui.theme import RADIUS, Colours

State = QStyle.StateFlag
GAP = 6  # between an icon and its words


def colours(option: QStyleOption) -> Colours:
    """The colours of whatever is being drawn."""
    return theme.colours(option.palette)


def enabled(option: QStyleOption) -> bool:
    """Whether it can be used."""
    return bool(option.state & State.State_Enabled)


def field(option: QStyleOption, painter: QPainter, widget: Owner) -> None:
    """The box of anything that is typed or chosen in."""
    c = colours(option)
    box = option.rect
    if not enabled(option):
        panel(painter, box, c.page, c.hairline)
        return
    focused = bool(option.state & State.State_HasFocus)
    hovered = bool(option.state & State.State_MouseOver)
    line = c.focus if focused else c.muted if hovered else c.border
    if has(widget, COMPLAINT):
        line = c.bad.ink
    panel(painter, box, c.surface, line, width=2 if focused else 1)


def button(option: QStyleOption, painter: QPainter, widget: Owner) -> None:
    """The box of a button, and its focus ring."""
    c = colours(option)
    state = option.state
    pressed = bool(state & (State.State_Sunken | State.State_On))
    hovered = bool(state & State.State_MouseOver) and enabled(option)
    focused = bool(state & State.State_HasFocus)
    if manner(widget) == PRIMARY:
        if enabled(option):
            panel(painter, option.rect, c.accent_hover if hovered else c.accent)
        else:
            panel(painter, option.rect, c.page, c.hairline)
        if focused:
            ring(painter, option.rect, c.focus)
            panel(painter, option.rect.adjusted(2, 2, -2, -2), None, c.surface)
        return
    if manner(widget) == LINK:
        if focused:
            ring(painter, option.rect, c.focus)
        return
    fill = c.selected if pressed else c.hover if hovered else c.surface
    line = c.outline if enabled(option) else c.hairline
    panel(painter, option.rect, fill, line)
    if focused:
        ring(painter, option.rect, c.focus)


def button_words(option: QStyleOptionButton, painter: QPainter, widget: Owner) -> None:
    """The icon and words of a button, together in its middle."""
    c = colours(option)
    ink = c.text
    if not enabled(option):
        ink = c.disabled
    elif manner(widget) == PRIMARY:
        ink = c.on_accent
    elif manner(widget) == LINK:
        ink = c.accent_ink
    elif option.state & (State.State_Sunken | State.State_On):
        ink = c.on_selected
    symbol = str(widget.property(SYMBOL) or "") if widget else ""
    metrics = option.fontMetrics
    side = icons.symbol_size(metrics.height()) if symbol else 0
    lead = side + (GAP if symbol and option.text else 0)
    words = metrics.size(Qt.TextFlag.TextShowMnemonic, option.text).width()
    box = QRect(option.rect)
    left = box.x() + max(2, (box.width() - lead - words) // 2)
    if symbol:
        top = box.y() + (box.height() - side) // 2
        icons.draw(painter, QRect(left, top, side, side), symbol, ink)
    place = QRect(left + lead, box.y(), box.right() - left - lead + 1, box.height())
    painter.save()
    if (
        manner(widget) == LINK
        and option.state & State.State_MouseOver
        and enabled(option)
    ):
        font = painter.font()
        font.setUnderline(True)
        painter.setFont(font)
    painter.setPen(ink)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(place, flags | Qt.TextFlag.TextSingleLine, option.text)
    painter.restore()


def push_button(option: QStyleOptionButton, painter: QPainter, widget: Owner) -> None:
    """A whole button."""
    button(option, painter, widget)
    button_words(option, painter, widget)


def tool(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """A button that is only an icon: flat until it is pointed at."""
    c = colours(option)
    if option.state & (State.State_On | State.State_Sunken):
        panel(painter, option.rect, c.selected)
    elif option.state & State.State_MouseOver and enabled(option):
        panel(painter, option.rect, c.hover, c.hairline)
    if option.state & State.State_HasFocus:
        ring(painter, option.rect, c.focus)


def check(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """The box of a tick."""
    c = colours(option)
    side = min(option.rect.width(), option.rect.height())
    box = QStyle.alignedRect(
        Qt.LayoutDirection.LeftToRight,
        Qt.AlignmentFlag.AlignCenter,
        QSize(side, side),
        option.rect,
    )
    ticked = bool(option.state & State.State_On)
    partly = bool(option.state & State.State_NoChange)
    if ticked or partly:
        fill = c.accent if enabled(option) else c.disabled
        panel(painter, box, fill, radius=3)
        inner = box.adjusted(2, 2, -2, -2)
        icons.draw(painter, inner, "minus" if partly else "check", c.on_accent)
    else:
        line = c.border if enabled(option) else c.hairline
        panel(painter, box, c.surface, line, radius=3)


def radio(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """The circle of one choice among several."""
    c = colours(option)
    side = min(option.rect.width(), option.rect.height())
    box = QRectF(option.rect.x(), option.rect.y(), side, side)
    chosen = bool(option.state & State.State_On)
    if chosen:
        fill = c.accent if enabled(option) else c.disabled
        panel(painter, box, fill, radius=side / 2)
        third = side * 0.32
        dot = box.adjusted(third, third, -third, -third)
        panel(painter, dot, c.on_accent, radius=dot.width() / 2)
    else:
        panel(painter, box, c.surface, c.border, radius=side / 2)


def line_edit(option: QStyleOptionFrame, painter: QPainter, widget: Owner) -> None:
    """A field of its own; inside a combo or spin box the box has drawn it."""
    if option.lineWidth > 0:
        field(option, painter, widget)


def frame(option: QStyleOption, painter: QPainter, widget: Owner) -> None:
    """A hairline round something, or the field of a longer text."""
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        field(option, painter, widget)
    else:
        panel(painter, option.rect, None, colours(option).hairline, radius=RADIUS)


def focus(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """The mark of what has the keyboard, inside a larger thing."""
    panel(painter, option.rect, None, colours(option).focus, radius=3, width=2)


def tip(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """A tool tip."""
    c = colours(option)
    painter.fillRect(option.rect, c.hairline)
    painter.fillRect(option.rect.adjusted(1, 1, -1, -1), c.surface)


def nothing(_option: QStyleOption, _painter: QPainter, _: Owner = None) -> None:
    """Flat: there is nothing to draw."""


def row(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """The ground of a row or a cell that is chosen or pointed at."""
    c = colours(option)
    if option.state & State.State_Selected:
        painter.fillRect(option.rect, c.selected)
    elif option.state & State.State_MouseOver and enabled(option):
        painter.fillRect(option.rect, c.hover)


def chevron(
    painter: QPainter, box: QRect, direction: str, colour: QColor, size: int
) -> None:
    """A small arrow: up, down, left or right."""
    place = QRect(QPoint(0, 0), QSize(size, size))
    place.moveCenter(box.center())
    icons.draw(painter, place, f"chevron-{direction}", colour)
