"""Fusion with flat, rounded, quiet controls drawn from the palette."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionHeader,
    QTextEdit,
    QWidget,
)

from ui.icons import symbol_size
from ui.look import bars, compound, controls
from ui.look.controls import GAP
from ui.marks import LINK, SYMBOL, Owner, has, manner
from ui.theme import TALL, S

Complex = QStyle.ComplexControl
Contents = QStyle.ContentsType
Control = QStyle.ControlElement
Element = QStyle.SubElement
Hint = QStyle.StyleHint
Metric = QStyle.PixelMetric
Primitive = QStyle.PrimitiveElement

# Each takes its own kind of option.
Draw = Callable[[Any, QPainter, Owner], None]

GNOME = QDialogButtonBox.ButtonLayout.GnomeLayout  # what is to be done comes last
SIDE = 13  # between the edge of a button and its words

PRIMITIVES: dict[QStyle.PrimitiveElement, Draw] = {
    Primitive.PE_PanelLineEdit: controls.line_edit,
    Primitive.PE_FrameLineEdit: controls.nothing,
    Primitive.PE_FrameFocusRect: controls.focus,
    Primitive.PE_IndicatorCheckBox: controls.check,
    Primitive.PE_IndicatorItemViewItemCheck: controls.check,
    Primitive.PE_IndicatorRadioButton: controls.radio,
    Primitive.PE_PanelButtonCommand: controls.button,
    Primitive.PE_PanelButtonTool: controls.tool,
    Primitive.PE_Frame: controls.frame,
    Primitive.PE_FrameTabWidget: controls.nothing,
    Primitive.PE_FrameTabBarBase: bars.tab_line,
    Primitive.PE_PanelItemViewItem: controls.row,
    Primitive.PE_PanelItemViewRow: controls.nothing,
    Primitive.PE_IndicatorHeaderArrow: controls.nothing,  # drawn with the words
    Primitive.PE_FrameStatusBarItem: controls.nothing,
    Primitive.PE_PanelScrollAreaCorner: controls.nothing,
    Primitive.PE_PanelTipLabel: controls.tip,
}
CONTROLS: dict[QStyle.ControlElement, Draw] = {
    Control.CE_PushButton: controls.push_button,
    Control.CE_PushButtonBevel: controls.button,
    Control.CE_PushButtonLabel: controls.button_words,
    Control.CE_HeaderSection: bars.heading,
    Control.CE_HeaderEmptyArea: bars.heading,
    Control.CE_HeaderLabel: bars.heading_words,
    Control.CE_TabBarTabShape: bars.tab,
    Control.CE_TabBarTabLabel: bars.tab_words,
    Control.CE_ProgressBarGroove: controls.nothing,
    Control.CE_ProgressBarLabel: controls.nothing,
    Control.CE_ProgressBarContents: bars.progress,
    Control.CE_Splitter: bars.splitter,
}
COMPLEX: dict[QStyle.ComplexControl, Draw] = {
    Complex.CC_ComboBox: compound.combo,
    Complex.CC_SpinBox: compound.spin,
    Complex.CC_ScrollBar: compound.scroll,
}
PARTS: dict[QStyle.ComplexControl, Callable[[Any, QStyle.SubControl], QRect]] = {
    Complex.CC_ComboBox: compound.combo_part,
    Complex.CC_SpinBox: compound.spin_part,
    Complex.CC_ScrollBar: compound.scroll_part,
}
METRICS: dict[QStyle.PixelMetric, int] = {
    Metric.PM_FocusFrameHMargin: compound.PAD - 1,
    Metric.PM_ScrollBarExtent: 14,
    Metric.PM_ScrollBarSliderMin: compound.SHORTEST,
    Metric.PM_SplitterWidth: 16,
    Metric.PM_ButtonShiftHorizontal: 0,
    Metric.PM_ButtonShiftVertical: 0,
    Metric.PM_TabBarTabHSpace: 14,
    Metric.PM_TabBarTabVSpace: 16,
    Metric.PM_TabBarTabShiftVertical: 0,
    Metric.PM_CheckBoxLabelSpacing: S,
    Metric.PM_RadioButtonLabelSpacing: S,
    Metric.PM_ToolTipLabelFrameWidth: 6,
}
# These grow with the text.
INDICATORS = frozenset(
    {
        Metric.PM_IndicatorWidth,
        Metric.PM_IndicatorHeight,
        Metric.PM_ExclusiveIndicatorWidth,
        Metric.PM_ExclusiveIndicatorHeight,
    }
)
HINTS: dict[QStyle.StyleHint, int] = {
    Hint.SH_ComboBox_Popup: 0,
    Hint.SH_DialogButtonLayout: int(GNOME.value),
    Hint.SH_EtchDisabledText: 0,
    Hint.SH_DitherDisabledText: 0,
    Hint.SH_ScrollBar_LeftClickAbsolutePosition: 1,
}


class VenuesStyle(QProxyStyle):
    """The look of every standard control."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if draw := PRIMITIVES.get(element):
            draw(option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if draw := CONTROLS.get(element):
            draw(option, painter, widget)
        elif element == Control.CE_ToolButtonLabel and has(widget, SYMBOL):
            compound.tool_symbol(option, painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if draw := COMPLEX.get(control):
            draw(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if place := PARTS.get(control):
            return place(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type] # the stub forgets that there may be none

    def subElementRect(
        self,
        element: QStyle.SubElement,
        option: QStyleOption,
        widget: QWidget | None = None,
    ) -> QRect:
        if element == Element.SE_LineEditContents and _framed(widget):
            return option.rect.adjusted(compound.PAD - 1, 2, -compound.PAD + 1, -2)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type] # as above

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        line = option.fontMetrics.height()
        if kind == Contents.CT_PushButton:
            symbol = symbol_size(line) + GAP if has(widget, SYMBOL) else 0
            side = 6 if manner(widget) == LINK else SIDE
            words = max(size.width(), line)
            return QSize(words + symbol + 2 * side, max(line, size.height()) + TALL)
        if kind == Contents.CT_HeaderSection:
            arrow = symbol_size(line)  # so that sorting a column cuts no title
            title = cast("QStyleOptionHeader", option).text
            wide = option.fontMetrics.horizontalAdvance(title)
            return QSize(wide + 2 * compound.PAD + arrow, line + TALL + 2)
        if kind == Contents.CT_ToolButton and has(widget, SYMBOL):
            return QSize(line + TALL, line + TALL)
        if kind == Contents.CT_LineEdit and _framed(widget):
            return QSize(size.width() + 2 * compound.PAD, line + TALL)
        if kind in (Contents.CT_ComboBox, Contents.CT_SpinBox):
            wide = size.width() + compound.PAD + compound.arrow_width(option) + 6
            return QSize(wide, line + TALL)
        return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type] # as above

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if (value := METRICS.get(metric)) is not None:
            return value
        if metric == Metric.PM_LineEditIconSize and widget is not None:
            return symbol_size(widget.fontMetrics().height())
        if metric in INDICATORS and widget is not None:
            return max(16, widget.fontMetrics().height())
        if metric == Metric.PM_DefaultFrameWidth and isinstance(
            widget, (QTextEdit, QPlainTextEdit)
        ):
            return 5  # so that the field's round corners stay clear of its text
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint == Hint.SH_Table_GridLineColor and option is not None:
            return _signed(controls.colours(option).hairline.rgb())
        if (value := HINTS.get(hint)) is not None:
            return value
        return super().styleHint(hint, option, widget, data)


def _signed(rgb: int) -> int:
    """A colour as C++ hands it on: an int of 32 bits, with a sign."""
    return rgb - (1 << 32) if rgb >= 1 << 31 else rgb


def _framed(widget: QWidget | None) -> bool:
    return isinstance(widget, QLineEdit) and widget.hasFrame()
