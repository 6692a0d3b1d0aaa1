"""Somebody's own week as a list, cut into pages: a day after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.paper.lettering import POINT, Lettering, Line, Size, height
from ui.paper.page import SHADE, boxed, write
from venues.domain import words
from venues.domain.sheets import Appointment, OwnSheet

PADDING = 5 * POINT
COLUMNS = {
    "Time": 0.18,
    "Room": 0.21,
    "Appointment": 0.18,
    "People and set-up": 0.2,
    "Notes": 0.23,
}
"""Each column's title and its share of the width."""

Columns = tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a day across all columns, or an appointment in them."""

    columns: Columns
    heading: bool = False

    @property
    def height(self) -> float:
        """How tall it is."""
        return max(height(lines) for lines in self.columns) + 2 * self.padding

    @property
    def padding(self) -> float:
        """The space above and below its words."""
        return PADDING / 2 if self.heading else PADDING


class OwnList:
    """Lays the list out on as many pages as it needs."""

    def __init__(self, sheet: OwnSheet, inner: QRectF, letters: Lettering) -> None:
        self._sheet = sheet
        self._inner = inner
        self._letters = letters
        self._strong = letters.face(strong=True)
        self._titles = Row(
            tuple((Line(title, self._strong),) for title in COLUMNS), heading=True
        )

    def pages(self) -> list[ListPage]:
        """One body for each page; a day that goes on has its heading again."""
        space = self._inner.height() - self._titles.height
        pages: list[list[Row]] = [[]]
        left = space
        for heading, rows in self._days():
            for number, row in enumerate(rows):
                above = [] if number else [heading]
                needed = row.height + sum(each.height for each in above)
                if needed > left and pages[-1]:
                    pages.append([])
                    left = space
                    above = [heading]
                for each in (*above, row):
                    pages[-1].append(each)
                    left -= each.height
        shares = tuple(COLUMNS.values())
        return [ListPage(self._inner, [self._titles, *rows], shares) for rows in pages]

    def _days(self) -> Iterator[tuple[Row, list[Row]]]:
        for day, appointments in self._sheet.days:
            heading = Row(((Line(words.day(day), self._strong),),), heading=True)
            rows = [part for each in appointments for part in self._parts(each)]
            nothing = (Line("Nothing booked", self._letters.face()),)
            yield heading, rows or [Row((nothing,))]

    def _parts(self, appointment: Appointment) -> Iterator[Row]:
        """The appointment's row, or several when it is taller than a page."""
        columns = self._columns(appointment)
        most = int(
            (self._inner.height() - 2 * self._titles.height - 2 * PADDING)
            // self._strong.leading
        )
        deep = max(len(lines) for lines in columns)
        for first in range(0, deep, most):
            yield Row(tuple(lines[first : first + most] for lines in columns))

    def _columns(self, each: Appointment) -> Columns:
        columns = (each.time, each.where, each.what, each.people, each.notes)
        broken = []
        for share, sentences in zip(COLUMNS.values(), columns, strict=True):
            wide = share * self._inner.width() - 2 * PADDING
            lines: tuple[Line, ...] = ()
            for number, sentence in enumerate(sentences):
                strong = number == 0 and sentences is not each.notes
                face = self._letters.face(Size.BODY, strong=strong)
                lines += self._letters.lines(sentence, face, wide)
            broken.append(lines)
        return tuple(broken)


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list; ``shares`` are those of the width that its columns have."""

    inner: QRectF
    rows: Sequence[Row]
    shares: Sequence[float]

    def paint(self, painter: QPainter) -> None:
        """Draw it, in units of the page."""
        top = self.inner.top()
        for row in self.rows:
            box = QRectF(self.inner.left(), top, self.inner.width(), row.height)
            boxed(painter, box, SHADE if row.heading else None)
            left = box.left()
            for share, lines in zip(self.shares, row.columns, strict=False):
                write(painter, lines, QPointF(left + PADDING, top + row.padding))
                left += share * self.inner.width()
            top = box.bottom()
