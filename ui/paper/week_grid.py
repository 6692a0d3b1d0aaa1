"""A venue's week as a grid, cut into pages: rooms down, days across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.paper.lettering import POINT, Lettering, Line, height
from ui.paper.page import HAIR, INK, SHADE, WHITE, boxed, hatch, write
from ui.paper.sharing import evenly
from venues.domain.sheets import Cell, Entry, RoomWeek, Sheet, WeekSheet

PADDING = 5 * POINT
BAR = 2.6 * POINT
GAP = 4 * POINT  # between the bar and the words, and between two entries
NAMES = 84 * POINT  # the width of the column with the rooms' names
LEAST = 42 * POINT  # a row is never lower: staff can write in it


@dataclass(frozen=True, slots=True)
class Block:
    """An entry of a cell with its words broken into lines."""

    lines: tuple[Line, ...]
    solid: bool
    closed: bool

    @property
    def height(self) -> float:
        """How tall it is, without the gap below it."""
        return height(self.lines) + (2 * GAP if self.closed else 0)


@dataclass(slots=True)
class Stack:
    """The blocks of one cell, one below the other."""

    closed: tuple[Line, ...] = ()
    blocks: list[Block] = field(default_factory=list)

    @property
    def height(self) -> float:
        """How tall a cell must be to show all of it."""
        words = height(self.closed) + GAP if self.closed else 0
        return words + sum(each.height + GAP for each in self.blocks) + 2 * PADDING

    def split(self, room: float) -> Stack:
        """Take away what does not fit in that height, and return it."""
        rest = Stack(self.closed)
        while len(self.blocks) > 1 and self.height > room:
            rest.blocks.insert(0, self.blocks.pop())
        return rest


@dataclass(slots=True)
class Row:
    """One room, or as much of it as a page has space for."""

    label: tuple[Line, ...]
    stacks: list[Stack]

    @property
    def height(self) -> float:
        """The least height that shows all of it and leaves space to write."""
        words = height(self.label) + 2 * PADDING
        return max(LEAST, words, *(stack.height for stack in self.stacks))


class WeekGrid:
    """Lays a sheet out on as many pages as it needs, each filled to its foot."""

    def __init__(self, sheet: WeekSheet, inner: QRectF, letters: Lettering) -> None:
        self._sheet = sheet
        self._inner = inner
        self._letters = letters
        self._masks = sheet.head.sheet is Sheet.TEAM
        self._plain = letters.face()
        self._strong = letters.face(strong=True)
        self._day_width = (inner.width() - NAMES) / len(sheet.days)
        self._headings: list[tuple[Line, ...]] = [(Line("Room", self._strong),)]
        for day in sheet.days:
            name = letters.lines(day.name, self._strong, self._words)
            hours = letters.lines(day.hours, self._plain, self._words)
            self._headings.append(name + hours)
        self._top = max(height(lines) for lines in self._headings) + PADDING

    @property
    def _words(self) -> float:
        """The width that words have in a cell."""
        return self._day_width - PADDING - BAR - GAP - 2 * POINT

    def pages(self) -> list[GridPage]:
        """One body for each page."""
        room = self._inner.height() - self._top
        rows = [part for each in self._sheet.rooms for part in self._parts(each, room)]
        shares = evenly([row.height for row in rows], room)
        pages, first = [], 0
        for many in shares:
            pages.append(self._page(rows[first : first + many], room))
            first += many
        return pages

    def _page(self, rows: Sequence[Row], room: float) -> GridPage:
        """Its rows share the whole page, each by what it needs."""
        stretch = room / sum(row.height for row in rows)
        lines = [self._inner.top() + self._top]
        for row in rows:
            lines.append(lines[-1] + row.height * stretch)
        edges = [
            self._inner.left(),
            *(
                self._inner.left() + NAMES + self._day_width * number
                for number in range(len(self._sheet.days) + 1)
            ),
        ]
        return GridPage(self._inner.top(), self._headings, rows, lines, edges)

    def _parts(self, room: RoomWeek, space: float) -> Iterator[Row]:
        """The room's row, or several when it is taller than a page."""
        row = Row(self._label(room), [self._stack(cell) for cell in room.cells])
        while row.height > space:
            rest = [stack.split(space) for stack in row.stacks]
            if not any(stack.blocks for stack in rest):
                break
            yield row
            row = Row(self._label(room, "continued"), rest)
        yield row

    def _label(self, room: RoomWeek, more: str = "") -> tuple[Line, ...]:
        wide = NAMES - 2 * PADDING
        lines = self._letters.lines(room.name, self._strong, wide)
        for words in filter(None, (room.note, more)):
            lines += self._letters.lines(words, self._plain, wide)
        return lines

    def _stack(self, cell: Cell) -> Stack:
        closed = self._letters.lines(cell.closed, self._plain, self._words)
        return Stack(closed, [self._block(entry) for entry in cell.entries])

    def _block(self, entry: Entry) -> Block:
        lines = self._letters.lines(entry.time, self._strong, self._words)
        for words in entry.lines:
            lines += self._letters.lines(words, self._plain, self._words)
        return Block(lines, entry.own or not self._masks, entry.closed)


@dataclass(frozen=True, slots=True)
class GridPage:
    """One page: ``edges`` and ``lines`` are where its columns and rows end."""

    top: float
    headings: Sequence[tuple[Line, ...]]
    rows: Sequence[Row]
    lines: Sequence[float]
    edges: Sequence[float]

    def paint(self, painter: QPainter) -> None:
        """Draw it, in units of the page."""
        for column, words in enumerate(self.headings):
            box = self._box(column, self.top, self.lines[0])
            boxed(painter, box, SHADE)
            _write_inside(painter, words, box, down=PADDING / 2)
        for number, row in enumerate(self.rows):
            top, bottom = self.lines[number], self.lines[number + 1]
            box = self._box(0, top, bottom)
            boxed(painter, box, SHADE)
            _write_inside(painter, row.label, box)
            for column, stack in enumerate(row.stacks, start=1):
                _paint_stack(painter, stack, self._box(column, top, bottom))

    def _box(self, column: int, top: float, bottom: float) -> QRectF:
        left, right = self.edges[column], self.edges[column + 1]
        return QRectF(left, top, right - left, bottom - top)


def _write_inside(
    painter: QPainter, lines: Sequence[Line], box: QRectF, down: float = PADDING
) -> None:
    write(painter, lines, box.topLeft() + QPointF(PADDING, down))


def _paint_stack(painter: QPainter, stack: Stack, box: QRectF) -> None:
    if stack.closed:
        hatch(painter, box)
    left, top = box.left() + PADDING + BAR + GAP, box.top() + PADDING
    if stack.closed:
        _write_on_white(painter, stack.closed, QPointF(left, top))
        top += height(stack.closed) + GAP
    for block in stack.blocks:
        place = QRectF(box.left(), top, box.width(), block.height)
        if block.closed:
            hatch(painter, place)
            _write_on_white(painter, block.lines, QPointF(left, top + GAP))
        else:
            _paint_block(painter, block, place)
        top += block.height + GAP
    boxed(painter, box)


def _write_on_white(painter: QPainter, lines: Sequence[Line], place: QPointF) -> None:
    """On stripes, words need ground of their own to be read."""
    top = place.y()
    for line in lines:
        ground = QRectF(place.x(), top, line.face.width(line.text), line.face.leading)
        painter.fillRect(ground.adjusted(-GAP / 2, 0, GAP / 2, 0), WHITE)
        top = ground.bottom()
    write(painter, lines, place)


def _paint_block(painter: QPainter, block: Block, place: QRectF) -> None:
    """A bar and words; where others' bookings are masked, their bar is hollow."""
    ground = place.adjusted(PADDING, 0, -HAIR, 0)
    painter.fillRect(ground, WHITE)
    bar = QRectF(ground.left(), place.top(), BAR, place.height())
    if block.solid:
        painter.fillRect(bar, INK)
    else:
        boxed(painter, bar.adjusted(HAIR / 2, HAIR / 2, -HAIR / 2, -HAIR / 2))
    write(painter, block.lines, QPointF(bar.right() + GAP, place.top()))
