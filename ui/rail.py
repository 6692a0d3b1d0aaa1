"""The pages at the left of the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from ui import icons, theme
from ui.paint import panel
from ui.theme import XS, Colours, M, S, Size
from ui.widgets.card import Hairline

BAR = 3  # width of the line beside the page in front
AIR = 18  # how much taller a line of the rail is than its text
MOST = 99  # larger counts are shown as "99+"


class Item(NamedTuple):
    """A line of the rail."""

    key: str
    title: str
    icon: str
    shortcut: str
    foot: bool = False


class RailButton(QPushButton):
    """A page's icon, name, keys, and the number of things that wait there."""

    def __init__(self, item: Item) -> None:
        super().__init__(item.title)
        self.item = item
        self._count = 0
        self._narrow = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def count(self, number: int) -> None:
        """How many things wait on that page; none shows nothing."""
        if number != self._count:
            self._count = number
            self._name()
            self.update()

    def narrow(self, on: bool) -> None:  # noqa: FBT001 - a state, as in Qt
        """Show the icon alone."""
        self._narrow = on
        self.setToolTip(self.item.title if on else "")
        self.updateGeometry()

    def _name(self) -> None:
        waiting = f", {self._count} waiting" if self._count else ""
        self.setAccessibleName(f"{self.item.title}{waiting}")
        self.setAccessibleDescription(self.item.shortcut)

    def _side(self) -> int:
        return icons.symbol_size(self.fontMetrics().height()) + 2

    def _small(self) -> QFont:
        return theme.sized(self.font(), Size.SMALL)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        tall = metrics.height() + AIR
        if self._narrow:
            return QSize(self._side() + 2 * M, tall)
        strong = QFontMetrics(theme.sized(self.font(), Size.BODY, strong=True))
        keys = QFontMetrics(self._small()).horizontalAdvance(self.item.shortcut)
        words = strong.horizontalAdvance(self.item.title)
        return QSize(M + self._side() + S + words + M + keys + M, tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        here = self.isChecked()
        ink = (c.on_selected if c.high_contrast else c.accent_ink) if here else c.text
        if here:
            panel(painter, self.rect(), c.selected)
            painter.fillRect(0, 2, BAR, self.height() - 4, c.accent_ink)
        elif self.underMouse():
            panel(painter, self.rect(), c.hover)
        side = self._side()
        place = QRect(M, (self.height() - side) // 2, side, side)
        if self._narrow:
            place.moveLeft((self.width() - side) // 2)
        icons.draw(painter, place, self.item.icon, ink)
        if not self._narrow:
            self._words(painter, place.right() + 1 + S, c, here=here)
        if self._count:
            self._badge(painter, c)
        if self.hasFocus():
            panel(painter, self.rect(), None, c.focus, width=2)

    def _words(self, painter: QPainter, left: int, c: Colours, *, here: bool) -> None:
        quiet = c.muted_on_selected if here else c.muted
        ink = (c.on_selected if c.high_contrast else c.accent_ink) if here else c.text
        painter.setFont(theme.sized(self.font(), Size.BODY, strong=here))
        painter.setPen(ink)
        line = Qt.AlignmentFlag.AlignVCenter
        room = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(room, line, self.item.title)
        if not self._count:
            painter.setFont(self._small())
            painter.setPen(quiet)
            keys = room.adjusted(0, 0, -M, 0)
            painter.drawText(
                keys, line | Qt.AlignmentFlag.AlignRight, self.item.shortcut
            )

    def _badge(self, painter: QPainter, c: Colours) -> None:
        font = theme.sized(self.font(), Size.SMALL, strong=True)
        metrics = QFontMetrics(font)
        words = str(self._count) if self._count <= MOST else f"{MOST}+"
        tall = metrics.height() + 1
        wide = max(tall, metrics.horizontalAdvance(words) + 2 * XS + 2)
        box = QRect(self.width() - M - wide, (self.height() - tall) // 2, wide, tall)
        if self._narrow:
            box.moveTopRight(self.rect().topRight())
        panel(painter, box, c.alert, radius=tall / 2)
        painter.setFont(font)
        painter.setPen(c.on_alert)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QFrame):
    """All pages this person may open, in their order, and Settings and Help below.

    Signals:
        chosen: a page was pressed; carries its key.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Pages")
        self._buttons: dict[str, RailButton] = {}
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(S, M, S + 1, M)
        self._column.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def offer(self, items: Sequence[Item]) -> None:
        """Show these pages and no others."""
        while self._column.count():
            old = self._column.takeAt(0)
            if old is not None and (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = {item.key: RailButton(item) for item in items}
        for item in items:
            if not item.foot:
                self._add(item)
        self._column.addStretch(1)
        self._column.addWidget(Hairline())
        self._column.addSpacing(S)
        for item in items:
            if item.foot:
                self._add(item)
        self.collapse(self._narrow)

    def mark(self, key: str) -> None:
        """Show which page is in front."""
        for own, button in self._buttons.items():
            button.setChecked(own == key)

    def count(self, key: str, number: int) -> None:
        """How many things wait on a page."""
        if key in self._buttons:
            self._buttons[key].count(number)

    def button(self, key: str) -> RailButton:
        """The line of that page."""
        return self._buttons[key]

    def full_width(self) -> int:
        """How wide the rail is with its words, in pixels."""
        wide = (self._wide(button) for button in self._buttons.values())
        return max(wide, default=0) + 2 * S + 1

    def collapse(self, on: bool) -> None:  # noqa: FBT001 - a state, as in Qt
        """Show icons alone, where there is little room."""
        self._narrow = on
        for button in self._buttons.values():
            button.narrow(on)

    def _wide(self, button: RailButton) -> int:
        if not self._narrow:
            return button.sizeHint().width()
        button.narrow(on=False)
        wide = button.sizeHint().width()
        button.narrow(on=True)
        return wide

    def _add(self, item: Item) -> None:
        button = self._buttons[item.key]
        button.clicked.connect(self._press)
        self._column.addWidget(button)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            # A press never unmarks the page that is already in front.
            button.setChecked(True)
            self.chosen.emit(button.item.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        buttons = list(self._buttons.values())
        here = next((n for n, b in enumerate(buttons) if b.hasFocus()), None)
        if not step or here is None:
            super().keyPressEvent(event)
            return
        chosen = buttons[(here + step) % len(buttons)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.surface)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), c.hairline)
