"""Controls of several parts: combo boxes, spin boxes and scroll bars."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
)

from ui import icons
from ui.contrast import mix
from ui.look.controls import chevron, colours, enabled, field
from ui.marks import SYMBOL, Owner
from ui.paint import panel
from ui.theme import S

Sub = QStyle.SubControl
State = QStyle.StateFlag

PAD = 9  # between the edge of a field and its text
SHORTEST = 28  # of a scroll bar's thumb


def arrow_width(option: QStyleOption) -> int:
    """The room for an arrow at the right of a field."""
    return round(option.fontMetrics.height() * 1.2) + S


def _arrow(option: QStyleOption) -> int:
    return max(12, round(option.fontMetrics.height() * 0.85))


def combo(option: QStyleOptionComboBox, painter: QPainter, widget: Owner) -> None:
    """A field with a list behind it."""
    c = colours(option)
    field(option, painter, widget)
    if option.subControls & Sub.SC_ComboBoxArrow:
        ink = c.muted if enabled(option) else c.disabled
        chevron(
            painter,
            combo_part(option, Sub.SC_ComboBoxArrow),
            "down",
            ink,
            _arrow(option),
        )


def combo_part(option: QStyleOptionComboBox, part: QStyle.SubControl) -> QRect:
    """Where a part of a combo box is."""
    box = QRect(option.rect)
    wide = arrow_width(option)
    if part == Sub.SC_ComboBoxArrow:
        return QRect(box.right() - wide + 1, box.y(), wide, box.height())
    if part == Sub.SC_ComboBoxEditField:
        # A line edit brings two pixels of its own, a plain label one.
        left = PAD - 1 if option.editable else PAD
        return box.adjusted(left, 2, -wide, -2)
    return box


def spin(option: QStyleOptionSpinBox, painter: QPainter, widget: Owner) -> None:
    """A field with a step up and a step down."""
    c = colours(option)
    field(option, painter, widget)
    steps = (
        (Sub.SC_SpinBoxUp, "up", option.stepEnabled.StepUpEnabled),
        (Sub.SC_SpinBoxDown, "down", option.stepEnabled.StepDownEnabled),
    )
    for part, direction, flag in steps:
        usable = enabled(option) and bool(option.stepEnabled & flag)
        ink = c.muted if usable else c.disabled
        if usable and option.activeSubControls & part:
            ink = c.accent_ink
        side = round(_arrow(option) * 0.85)
        chevron(painter, spin_part(option, part), direction, ink, side)


def spin_part(option: QStyleOptionSpinBox, part: QStyle.SubControl) -> QRect:
    """Where a part of a spin box is."""
    box = QRect(option.rect)
    wide = arrow_width(option)
    half = box.height() // 2
    if part == Sub.SC_SpinBoxUp:
        return QRect(box.right() - wide + 1, box.y() + 3, wide, half - 3)
    if part == Sub.SC_SpinBoxDown:
        return QRect(box.right() - wide + 1, box.y() + half, wide, half - 3)
    if part == Sub.SC_SpinBoxEditField:
        return box.adjusted(PAD - 1, 2, -wide, -2)
    return box


def scroll(option: QStyleOptionSlider, painter: QPainter, _: Owner = None) -> None:
    """A scroll bar: a thumb on the page, without buttons."""
    c = colours(option)
    if option.maximum <= option.minimum:
        return
    box = QRectF(scroll_part(option, Sub.SC_ScrollBarSlider)).adjusted(3, 3, -3, -3)
    touched = bool(option.state & (State.State_MouseOver | State.State_Sunken))
    strong = touched or c.high_contrast
    fill = c.muted if strong else mix(c.surface, c.muted, 0.5)
    panel(painter, box, fill, radius=min(box.width(), box.height()) / 2)


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Where a part of a scroll bar is; its thumb shows how much is seen."""
    box = QRect(option.rect)
    lying = option.orientation == Qt.Orientation.Horizontal
    long = box.width() if lying else box.height()
    span = option.maximum - option.minimum
    thumb = long
    if span > 0:
        thumb = max(SHORTEST, long * option.pageStep // (span + option.pageStep))
        thumb = min(thumb, long)
    start = QStyle.sliderPositionFromValue(
        option.minimum,
        option.maximum,
        option.sliderPosition,
        long - thumb,
        option.upsideDown,
    )
    stretches = {
        Sub.SC_ScrollBarGroove: (0, long),
        Sub.SC_ScrollBarSlider: (start, thumb),
        Sub.SC_ScrollBarSubPage: (0, start),
        Sub.SC_ScrollBarAddPage: (start + thumb, long - start - thumb),
    }
    begin, length = stretches.get(part, (0, 0))
    if lying:
        return QRect(box.x() + begin, box.y(), length, box.height())
    return QRect(box.x(), box.y() + begin, box.width(), length)


def tool_symbol(option: QStyleOption, painter: QPainter, widget: Owner) -> None:
    """The icon of a button that is nothing else."""
    name = str(widget.property(SYMBOL)) if widget else ""
    c = colours(option)
    side = icons.symbol_size(option.fontMetrics.height())
    place = QRect(0, 0, side, side)
    place.moveCenter(option.rect.center())
    icons.draw(painter, place, name, c.text if enabled(option) else c.disabled)
