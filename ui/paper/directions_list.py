"""The way to a venue on a page: a heading at the left, what it says at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.paper.lettering import POINT, Lettering, Line, Size, height
from ui.paper.page import HAIR, RULE, write
from venues.domain.sheets import DirectionsSheet

TITLES = 0.24
"""The headings' share of the width."""

AIR = 9 * POINT
"""Above and below the words of a row."""


@dataclass(frozen=True, slots=True)
class Row:
    """A heading and what stands beside it."""

    title: tuple[Line, ...]
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        """How tall it is."""
        return max(height(self.title), height(self.lines)) + 2 * AIR


class DirectionsList:
    """Lays the rows out; one that does not fit goes on the next page."""

    def __init__(
        self, sheet: DirectionsSheet, inner: QRectF, letters: Lettering
    ) -> None:
        self._sheet, self._inner, self._letters = sheet, inner, letters
        self._plain = letters.face(Size.READING)
        self._strong = letters.face(Size.READING, strong=True)

    def pages(self) -> list[DirectionsPage]:
        """One body for each page."""
        pages: list[list[Row]] = [[]]
        left = self._inner.height()
        for title, lines in self._sheet.rows:
            row = self._row(title, lines)
            if row.height > left and pages[-1]:
                pages.append([])
                left = self._inner.height()
            pages[-1].append(row)
            left -= row.height
        return [DirectionsPage(self._inner, rows) for rows in pages]

    def _row(self, title: str, lines: Sequence[str]) -> Row:
        wide = self._inner.width()
        beside = (1 - TITLES) * wide
        return Row(
            self._letters.lines(title, self._strong, TITLES * wide - AIR),
            tuple(
                line
                for each in lines
                for line in self._letters.lines(each, self._plain, beside)
            ),
        )


@dataclass(frozen=True, slots=True)
class DirectionsPage:
    """One page of it."""

    inner: QRectF
    rows: Sequence[Row]

    def paint(self, painter: QPainter) -> None:
        """Draw it, in units of the page."""
        left, top = self.inner.left(), self.inner.top()
        for row in self.rows:
            painter.setPen(QPen(RULE, HAIR))
            painter.drawLine(QLineF(left, top, self.inner.right(), top))
            write(painter, row.title, QPointF(left, top + AIR))
            beside = left + TITLES * self.inner.width()
            write(painter, row.lines, QPointF(beside, top + AIR))
            top += row.height
