"""The way to a venue on a page: a heading at the left, what it says at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.paper.lettering import POINT, Lettering, Line, Size, height
from ui.paper.locator import Locator, ground
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
        """One body for each page; the map fills what is left of the last.

        There is none where hardly anything is left, or without the postcodes.
        """
        pages: list[list[Row]] = [[]]
        left = self._inner.height()
        for title, lines in self._sheet.rows:
            row = self._row(title, lines)
            if row.height > left and pages[-1]:
                pages.append([])
                left = self._inner.height()
            pages[-1].append(row)
            left -= row.height
        made = [DirectionsPage(self._inner, rows) for rows in pages]
        locator = self._locator()
        room = QRectF(self._inner)
        room.setTop(self._inner.bottom() - left + AIR)
        if locator is not None and locator.fits(room):
            made[-1] = replace(made[-1], locator=(locator, room))
        return made

    def _locator(self) -> Locator | None:
        sheet = self._sheet
        if sheet.point is None or (atlas := ground()) is None:
            return None
        return Locator(atlas, sheet.point, sheet.called, self._letters)

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
    locator: tuple[Locator, QRectF] | None = None

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
        if self.locator is not None:
            locator, room = self.locator
            locator.paint(painter, room)
