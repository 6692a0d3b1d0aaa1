"""A date, as people type it, with a calendar behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.widgets.month import Month
from venues.domain.typed import NotUnderstood, read_date
from venues.domain.words import short_day

ONE_DAY = timedelta(days=1)


class DateField(QLineEdit):
    """Takes 26/11/2026, 26 Nov, Thursday, tomorrow; shows "Thu 26 Nov 2026".

    Down goes to the next day, Up to the day before; Alt+Down opens the calendar.

    Signals:
        changed: another date holds; carries it, or None while it cannot be read.
        misunderstood: somebody left words that cannot be read; carries a sentence.
        understood: the words make sense again.
    """

    changed = Signal(object)
    misunderstood = Signal(str)
    understood = Signal()

    def __init__(self, start: date, today: Callable[[], date]) -> None:
        super().__init__(short_day(start))
        self._today = today
        self._value: date | None = start
        self._open = QAction("Open the calendar", self)
        self._open.triggered.connect(self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._draw_icon()
        self.setCursorPosition(0)
        self._calendar: Calendar | None = None
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._tidy)

    def value(self) -> date:
        """The date that was typed or chosen.

        Raises:
            NotUnderstood: the words cannot be read; the text is a sentence.
        """
        return read_date(self.text(), self._today())

    def choose(self, value: date) -> None:
        """Let that date hold."""
        self.setText(short_day(value))
        self.setCursorPosition(0)
        self.understood.emit()
        self._hold(value)

    @Slot()
    def open_calendar(self) -> None:
        """Show a calendar to pick from; Escape closes it without picking."""
        if self._calendar is None:
            self._calendar = Calendar(self)
            self._calendar.picked.connect(self.choose)
        self._calendar.open(self._value or self._today(), self._today())

    def _hold(self, value: date | None) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    @Slot(str)
    def _typed(self) -> None:
        try:
            value = self.value()
        except NotUnderstood:
            self._hold(None)
        else:
            self.understood.emit()
            self._hold(value)

    @Slot()
    def _tidy(self) -> None:
        try:
            value = self.value()
        except NotUnderstood as reason:
            self._hold(None)
            self.misunderstood.emit(str(reason))
        else:
            self.choose(value)

    def _draw_icon(self) -> None:
        self._open.setIcon(icons.icon("calendar", self.palette()))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        widest = self.fontMetrics().horizontalAdvance("Wed 28 Nov 2028")
        icon = self.fontMetrics().height() + theme.L
        return QSize(widest + icon + 2 * theme.M, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (alt and step > 0):
            self.open_calendar()
            return
        if not step or alt:
            super().keyPressEvent(event)
            return
        try:
            value = self.value()
        except NotUnderstood as reason:
            self.misunderstood.emit(str(reason))
        else:
            self.choose(value + step * ONE_DAY)
            self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)


class Calendar(QFrame):
    """A month to pick a day from, under its field.

    Signals:
        picked: a day was chosen; carries it.
    """

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Calendar")
        self.month = Month()
        self.month.activated.connect(self._pick)
        self.month.clicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.XS, theme.XS, theme.XS, theme.XS)
        layout.addWidget(self.month)

    def open(self, chosen: date, today: date) -> None:
        """Show the month of the chosen day, under the field or above it."""
        self.month.mark(today)
        self.month.choose(chosen)
        self.adjustSize()
        place = QRect(
            self._field.mapToGlobal(QPoint(0, self._field.height() + 2)), self.size()
        )
        free = self._field.screen().availableGeometry()
        if place.bottom() > free.bottom():
            place.moveBottom(self._field.mapToGlobal(QPoint(0, -2)).y())
        place.moveLeft(max(free.left(), min(place.left(), free.right() - self.width())))
        self.move(place.topLeft())
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        self.hide()
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
