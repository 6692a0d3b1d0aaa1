"""Draws rooms by the days of a week: one line for each booking."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui import icons, paint
from ui.delegates import blocks
from ui.delegates.blocks import Pens
from ui.models.grid import Band, Cell
from ui.theme import Colours
from venues.domain import words
from venues.domain.privacy import Seen

GAP = 2  # above and below a line
SIDE = 4  # between a line and the edge of its day
PAD = 11


class WeekDelegate:
    """Draws the bands of a week, in pixels of the whole grid."""

    def __init__(self, pens: Pens) -> None:
        self.pens = pens

    @property
    def line(self) -> int:
        """How high one booking is, with the gap around it."""
        return self.pens.title.height + 2 * GAP + 5

    def rows(self, band: Band) -> list[int]:
        """How high the rows of a room are; the last one is what is left of its days."""
        lines = band.rows - 1
        least = self.pens.strong.height + self.pens.small.height + 4 * GAP + 6
        return [self.line] * lines + [max(least - lines * self.line, 4 * GAP)]

    def day_wide(self) -> int:
        """The least width of a day: a time and a reference can be read in it."""
        return self.pens.title.wide("12:30pm WA-00000") + PAD + 3 * SIDE

    def box(self, column: QRect, top: int, tall: int) -> QRect:
        """Where a line of a day is drawn."""
        return QRect(
            column.x() + SIDE, top + GAP + 2, column.width() - 2 * SIDE, tall - 2 * GAP
        )

    def block(
        self,
        painter: QPainter,
        row: Seen,
        box: QRect,
        c: Colours,
        *,
        chosen: bool,
        twenty_four: bool,
    ) -> None:
        """One booking: its time, and what may be known of it."""
        time = words.clock(row.starts, twenty_four=twenty_four)
        draw = partial(self._draw, row=row, time=time, c=c, chosen=chosen)
        if row.masked:
            key = (time, c.masked.fill.rgba())
            blocks.stamped(painter, box, self.pens, key, draw)
        else:
            draw(painter, box)
        if chosen:
            blocks.ring(painter, box, c)

    def _draw(
        self,
        painter: QPainter,
        box: QRect,
        row: Seen,
        time: str,
        c: Colours,
        *,
        chosen: bool,
    ) -> None:
        title, small = self.pens.title, self.pens.small
        tone = blocks.tone_of(row, c)
        blocks.ground(painter, box, tone, c, self.pens.ratio)
        if row.own and not chosen:
            paint.panel(painter, box, None, tone.bar, radius=3)
        x, y = box.x() + PAD, box.y() + (box.height() - title.height) // 2
        gap = small.wide("n") // 2
        x += gap + title.write(painter, x, y, time, c.text, box.right() - x)
        x += gap + small.write(painter, x, y, row.title, c.text, box.right() - x)
        waits = blocks.waits(row)
        if waits and small.wide(waits) < box.right() - x:
            small.write(painter, x, y, waits, c.muted, box.right() - x)
        elif waits:
            side = small.height - 3
            place = QRect(box.right() - side - 3, y + 1, side, side)
            icons.draw(painter, place, "hourglass", c.muted)

    def shut(
        self,
        painter: QPainter,
        cell: Cell,
        box: QRect,
        c: Colours,
        *,
        twenty_four: bool,
    ) -> None:
        """A part of a day that something closes."""
        span = words.span(cell.starts, cell.ends, twenty_four=twenty_four)
        blocks.closed(painter, box, "", self.pens, c)
        x, top = (
            box.x() + PAD - 6,
            box.y() + (box.height() - self.pens.small.height) // 2,
        )
        said = f"{cell.words} {span}"
        room = min(self.pens.small.wide(said), box.width() - PAD)
        painter.fillRect(x - 3, top, room + 6, self.pens.small.height, c.surface)
        self.pens.small.write(painter, x, top, said, c.muted, room)
