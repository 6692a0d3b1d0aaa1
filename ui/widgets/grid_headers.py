"""The headings of the schedule: rooms at the left, hours or days on top."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui import theme
from ui.delegates import blocks
from ui.delegates.blocks import Pens
from ui.models.grid import HOUR, Band, Sheet, moment
from ui.theme import XS, M, S
from venues.domain import words

BandsAt = Callable[[int, int], Iterator[tuple[Band, int, int]]]


class _Header(QHeaderView):
    """A heading that is drawn as one thing rather than a section at a time."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.pens = Pens(parent.font())
        self.sheet: Sheet | None = None
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def set_sizes(self, sizes: list[int]) -> bool:
        """Give every section its size, and say whether any is another.

        Without a signal for each, which would cost more than all the rest.
        """
        if sizes == [self.sectionSize(section) for section in range(self.count())]:
            return False
        with QSignalBlocker(self):
            for section, size in enumerate(sizes):
                self.resizeSection(section, size)
        self.viewport().update()
        return True


class RoomHeader(_Header):
    """The names of the rooms with their seats; headings of venues run through it.

    Signals:
        pointed: somebody clicked on a band; carries it.
    """

    pointed = Signal(object)

    def __init__(self, parent: QWidget, bands_at: BandsAt) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._bands_at = bands_at
        self._ringed: Band | None = None
        self._wide = 0
        self.setMouseTracking(True)

    def measure(self) -> None:
        """Be as wide as the longest name, within reason."""
        shown = [band for band in self.sheet.bands if band.room] if self.sheet else []
        names = {self.pens.strong.wide(band.name) for band in shown}
        abouts = {self.pens.small.wide(band.about) for band in shown}
        em = self.pens.body.height
        self._wide = min(max(names | abouts | {9 * em}) + M + S, 15 * em)

    def ring(self, band: Band | None) -> None:
        """Let the heading that has the keyboard be marked here too."""
        if band is not self._ringed:
            self._ringed = band
            self.viewport().update()

    def band_at(self, y: int) -> Band | None:
        """The band at that height of the header."""
        return next((band for band, *_ in self._bands_at(y, y)), None)

    def sizeHint(self) -> QSize:
        return QSize(self._wide, self.length())

    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self.viewport())
        area, wide = event.rect(), self.width()
        painter.fillRect(area, c.surface)
        strong, small = self.pens.strong, self.pens.small
        for band, top, tall in self._bands_at(area.top(), area.bottom()):
            if band.heading:
                # The strip goes on under the hours, so its words are not cut here.
                strip = QRect(0, top, 4 * wide, tall)
                blocks.heading(painter, strip, band, self.pens, c)
                if band is self._ringed:
                    blocks.ring(painter, strip, c)
                continue
            room = wide - M - S
            lines = strong.height + small.height
            y = top + min(max((tall - lines) // 2, 2), S)
            strong.write(painter, M, y, band.name, c.text, room)
            small.write(painter, M, y + strong.height, band.about, c.muted, room)
            painter.fillRect(0, top + tall - 1, wide, 1, c.hairline)
            painter.fillRect(wide - 1, top, 1, tall, c.hairline)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        band = self.band_at(event.position().toPoint().y())
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if band else Qt.CursorShape.ArrowCursor)
        name = band.name if band and not band.heading else ""
        self.setToolTip(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        band = self.band_at(event.position().toPoint().y())
        if band is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pointed.emit(band)


class HourRuler(_Header):
    """The hours of the day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def sizeHint(self) -> QSize:
        return QSize(self.length(), 2 * self.pens.small.height + M + XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), c.raised)
        foot = self.height() - 1
        painter.fillRect(0, foot, self.width(), 1, c.hairline)
        if self.sheet is None or not self.sheet.marks:
            return
        for section, minute in enumerate(self.sheet.marks[:-1]):
            if minute % HOUR:
                continue
            x = self.sectionViewportPosition(section)
            painter.fillRect(x, 2, 1, foot - S - M // 2, c.hairline)
            said = words.clock(
                moment(date.min, minute), twenty_four=self.sheet.twenty_four
            )
            self.pens.small.write(painter, x + 5, S, said, c.muted, 200)


class DayRuler(_Header):
    """The days of the week; today stands out, in words too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.today: date | None = None

    def title(self, day: date, room: int) -> str:
        """The day's name, as long as there is room for it."""
        name, number = words.DAYS[day.weekday()], day.day
        today = " (today)" if day == self.today else ""
        tries = (f"{name} {number}{today}", f"{name[:3]} {number}{today}")
        for said in tries:
            if self.pens.strong.wide(said) <= room:
                return said
        return f"{name[:3]} {number}"

    def sizeHint(self) -> QSize:
        return QSize(self.length(), self.pens.strong.height + M + XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), c.raised)
        for section, day in enumerate(self.sheet.days if self.sheet else ()):
            x, wide = self.sectionViewportPosition(section), self.sectionSize(section)
            box = QRect(QPoint(x, 0), QSize(wide, self.height()))
            today = day == self.today
            if today:
                painter.fillRect(box, c.selected)
            ink = c.text
            if today:
                ink = c.on_selected if c.high_contrast else c.accent_ink
            top = (box.height() - self.pens.strong.height) // 2
            said = self.title(day, wide - S - M)
            self.pens.strong.write(painter, x + S + 2, top, said, ink, wide - M)
            painter.fillRect(box.right(), 0, 1, box.height(), c.hairline)
        painter.fillRect(0, self.height() - 1, self.width(), 1, c.hairline)
