"""A round button that opens a list of which one holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from ui import icons, theme
from ui.paint import panel
from ui.theme import Size

SIDE = 11  # between the round end and the words
TALL = 8  # how much taller it is than its text
GAP = 5  # between words and arrow


class MenuChip(QPushButton):
    """One choice of several; it stands out while it narrows what is shown.

    Signals:
        changed: another one holds; carries its key.
    """

    changed = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Make it from keys and words; the first choice narrows nothing."""
        super().__init__()
        self._name = name
        self._key = ""
        self._choices: dict[str, str] = {}
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen from; what holds goes on holding if it is among them."""
        self._choices = dict(choices)
        if self._key not in self._choices:
            self._key = next(iter(self._choices))
        self._menu.clear()
        group = QActionGroup(self._menu)
        for key, text in self._choices.items():
            action = self._menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(key == self._key)
            action.triggered.connect(partial(self._pick, key))
            group.addAction(action)
        self._say()

    def value(self) -> str:
        """The key that holds."""
        return self._key

    def choose(self, key: str) -> None:
        """Let that key hold.

        Raises:
            KeyError: it is not one of the choices.
        """
        text = self._choices[key]
        for action in self._menu.actions():
            action.setChecked(action.text() == text)
        if key != self._key:
            self._key = key
            self._say()
            self.changed.emit(key)

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return self._key != next(iter(self._choices))

    def _pick(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what triggered carries
        self.choose(key)

    def _say(self) -> None:
        self.setText(self._choices[self._key])
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self.updateGeometry()
        self.update()

    def _words(self) -> QFont:
        font = theme.sized(self.font(), Size.SMALL)
        heavy = QFont.Weight.DemiBold if self.narrows else QFont.Weight.Medium
        font.setWeight(heavy)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._words())
        arrow = round(metrics.height() * 0.8)
        wide = metrics.horizontalAdvance(self.text()) + GAP + arrow + 2 * SIDE
        return QSize(wide, metrics.height() + TALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        font = self._words()
        metrics = QFontMetrics(font)
        round_ = self.height() / 2
        on = self.narrows
        ink = (c.on_selected if c.high_contrast else c.accent_ink) if on else c.text
        fill = c.selected if on else c.hover if self.underMouse() else c.surface
        panel(
            painter, self.rect(), fill, c.accent_ink if on else c.outline, radius=round_
        )
        if self.hasFocus():
            panel(painter, self.rect(), None, c.focus, radius=round_, width=2)
        painter.setFont(font)
        painter.setPen(ink)
        words = self.rect().adjusted(SIDE, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        side = round(metrics.height() * 0.8)
        place = self.rect().adjusted(self.width() - SIDE - side, 0, -SIDE, 0)
        icons.draw(painter, place, "chevron-down", ink)
