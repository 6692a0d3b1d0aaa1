"""Choices of which any number may hold, as small round buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.paint import panel
from ui.theme import Size
from ui.widgets.flow import Flow

SIDE = 10  # between the round end and the words
TALL = 8  # how much taller a chip is than its text
GAP = 4  # between tick and words

FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Chip(QCheckBox):
    """One choice; a tick says that it holds."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.updateGeometry)

    def _words(self) -> QFont:
        font = theme.sized(self.font(), Size.SMALL)
        heavy = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        font.setWeight(heavy)
        return font

    def _tick(self, metrics: QFontMetrics) -> int:
        return round(metrics.height() * 0.8) + GAP if self.isChecked() else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left to itself, Qt goes to whatever lies nearest; the group goes in order.
        if event.key() in (*FORWARD, *BACK):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._words())
        wide = metrics.horizontalAdvance(self.text()) + self._tick(metrics)
        return QSize(wide + 2 * SIDE, metrics.height() + TALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        font = self._words()
        metrics = QFontMetrics(font)
        round_ = self.height() / 2
        on = self.isChecked()
        ink = (c.on_selected if c.high_contrast else c.accent_ink) if on else c.text
        fill = c.selected if on else c.hover if self.underMouse() else c.surface
        line = c.accent_ink if on else c.outline
        if not self.isEnabled():
            ink, line, fill = c.disabled, c.hairline, c.surface
        panel(painter, self.rect(), fill, line, radius=round_)
        if self.hasFocus():
            panel(painter, self.rect(), None, c.focus, radius=round_, width=2)
        left = SIDE
        if on:
            side = self._tick(metrics) - GAP
            place = QRect(left, (self.height() - side) // 2, side, side)
            icons.draw(painter, place, "check", ink)
            left += side + GAP
        painter.setFont(font)
        painter.setPen(ink)
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class ChipGroup(QWidget):
    """Several chips under one name: Tab goes in, arrows go about, Space chooses.

    Signals:
        changed: somebody chose otherwise.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        *,
        first: int | None = None,
    ) -> None:
        """Make chips from keys and words.

        With ``first`` only so many are shown until somebody asks for more.
        """
        super().__init__()
        self.setAccessibleName(name)
        self._chips = {key: Chip(text) for key, text in choices}
        self._first = first if first is not None and first < len(choices) else None
        self._flow = Flow()
        for chip in self._chips.values():
            self._flow.add(chip)
            chip.toggled.connect(self.changed)
        self.more = Chip("More…")
        self.more.setVisible(False)
        self._flow.add(self.more)
        self.more.toggled.connect(self._unfold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._flow)
        self._unfold()

    def chosen(self) -> tuple[str, ...]:
        """The keys that hold, in the order of the choices."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Let these hold and no others; announced once if that is a change."""
        wanted = frozenset(keys)
        if wanted == frozenset(self.chosen()):
            return
        for key, chip in self._chips.items():
            chip.blockSignals(True)  # noqa: FBT003 - Qt's own way of saying it
            chip.setChecked(key in wanted)
            chip.blockSignals(False)  # noqa: FBT003 - as above
            chip.updateGeometry()
            chip.update()
        self._unfold()
        self.changed.emit()

    def chip(self, key: str) -> Chip:
        """The chip of that key."""
        return self._chips[key]

    @Slot()
    def _unfold(self) -> None:
        """Show the first few and all that hold, or everything."""
        everything = self._first is None or self.more.isChecked()
        for number, chip in enumerate(self._chips.values()):
            few = self._first is not None and number < self._first
            chip.setVisible(everything or few or chip.isChecked())
        self.more.setVisible(self._first is not None)
        self.more.setText("Fewer" if self.more.isChecked() else "More…")
        self.more.updateGeometry()
        self._one_stop(self._focusable()[0] if self._focusable() else None)

    def _focusable(self) -> list[Chip]:
        chips = [*self._chips.values(), self.more]
        return [chip for chip in chips if not chip.isHidden() and chip.isEnabled()]

    def _one_stop(self, stop: Chip | None) -> None:
        """Leave one chip to be reached with Tab; the arrows reach the others."""
        for chip in (*self._chips.values(), self.more):
            policy = Qt.FocusPolicy.StrongFocus
            if chip is not stop:
                policy = Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(policy)
        if stop is not None:
            self.setFocusProxy(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {**dict.fromkeys(FORWARD, 1), **dict.fromkeys(BACK, -1)}
        step = steps.get(Qt.Key(event.key()))
        chips = self._focusable()
        here = next((n for n, chip in enumerate(chips) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        chip = chips[(here + step) % len(chips)]
        self._one_stop(chip)
        chip.setFocus(Qt.FocusReason.TabFocusReason)
