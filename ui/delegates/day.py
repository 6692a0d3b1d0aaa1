"""Draws rooms by the hours of a day.

The grid calls this once for all that is in sight. A delegate that Qt calls for each
cell takes four times as long with a screen full of blocks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui import paint
from ui.delegates import blocks
from ui.delegates.blocks import Pens
from ui.models.grid import HOUR, Band, Cell, Sheet, minute_of
from ui.theme import Colours
from venues.domain import words
from venues.domain.privacy import Seen, Sight

AIR = 4  # between a block and the lines above and below it
PAD = 9  # between the edge of a block and its words
TIGHT = 6  # the same where the words would not fit otherwise

Across = Callable[[int], int]  # from minutes after midnight to pixels


class DayDelegate:
    """Draws the bands of one day, in pixels of the whole grid."""

    def __init__(self, pens: Pens) -> None:
        self.pens = pens

    @property
    def tall(self) -> int:
        """How high a room's row is."""
        return self.pens.title.height + self.pens.small.height + 4 * AIR

    def hour_wide(self) -> int:
        """The least width of an hour: a reference can be read in it."""
        return self.pens.title.wide("WA-00000") + TIGHT

    def box(self, cell: Cell, top: int, tall: int, x: Across) -> QRect:
        """Where a cell is drawn; a booking where it takes place, not where it holds."""
        start, end = cell.start, cell.end
        if cell.seen is not None:
            start = minute_of(cell.seen.starts, cell.day)
            end = minute_of(cell.seen.ends, cell.day)
        left = x(start)
        return QRect(left, top, x(end) - left, tall).adjusted(0, AIR, -1, -AIR)

    def hours(
        self, painter: QPainter, sheet: Sheet, box: QRect, x: Across, c: Colours
    ) -> None:
        """The lines of the hours."""
        first, last = sheet.marks[0], sheet.marks[-1]
        for hour in range(first + HOUR, last, HOUR):
            painter.fillRect(x(hour), box.top(), 1, box.height(), c.hairline)

    def closed(
        self,
        painter: QPainter,
        band: Band,
        box: QRect,
        x: Across,
        c: Colours,
        *,
        named: bool,
    ) -> None:
        """Hatch a band where it is closed, with the word if it is not said above."""
        for starts, ends, word in band.closed:
            left, right = max(x(starts), box.left()), min(x(ends), box.right() + 1)
            if left < right:
                place = QRect(left, box.top(), right - left, box.height())
                said = word if named or word != "Closed" else ""
                blocks.closed(painter, place, said, self.pens, c)

    def block(
        self, painter: QPainter, row: Seen, box: QRect, c: Colours, *, chosen: bool
    ) -> None:
        """One booking."""
        draw = partial(self._draw, row=row, c=c)
        if row.masked:
            blocks.stamped(painter, box, self.pens, (c.masked.fill.rgba(),), draw)
        else:
            draw(painter, box)
        if chosen:
            blocks.ring(painter, box, c)

    def _draw(self, painter: QPainter, box: QRect, row: Seen, c: Colours) -> None:
        title, small = self.pens.title, self.pens.small
        blocks.ground(painter, box, blocks.tone_of(row, c), c, self.pens.ratio)
        wide = box.width()
        pad = PAD if title.wide(row.title) + PAD + 1 <= wide else TIGHT
        x, y, room = box.x() + pad, box.y() + AIR - 2, wide - pad
        title.write(painter, x, y, row.title, c.text, room)
        if about := beneath(row):
            said = small.shortened(about, room)
            small.write(painter, x, y + title.height, said, c.muted, room)

    def held(
        self, painter: QPainter, cell: Cell, box: QRect, x: Across, c: Colours
    ) -> None:
        """Behind a booking the time to set up before it and to clear after it."""
        if cell.seen is None or cell.seen.held_from is None:
            return
        left, right = x(cell.start), x(cell.end) - 1
        if left < box.left() or right > box.right() + 1:
            place = QRect(left, box.top(), right - left, box.height())
            paint.panel(painter, place, c.hover, c.outline, radius=3)


def beneath(row: Seen) -> str:
    """The second line of a block; of a masked one there is none."""
    if row.masked:
        return ""
    about, waits = row.kind if row.kind != row.title else "", blocks.waits(row)
    if row.sight is Sight.ARRANGEMENTS and row.people:
        about = words.count(row.people, "person", "people")
        waits = "not confirmed" if row.not_confirmed else ""
    return " · ".join(filter(None, (waits.capitalize(), about)))
