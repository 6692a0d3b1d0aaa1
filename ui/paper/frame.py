"""The top and the foot of a page: the same on every page of a sheet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.paper.lettering import POINT, Lettering, Line, Size, height
from ui.paper.page import SOFT, Paper, boxed, write, write_right
from venues.domain.sheets import Head

GAP = 8 * POINT
TAG_PADDING = 4 * POINT
SAMPLE = "Sample data"
WIDEST_NUMBER = "page 88 of 88"
LATEST_COPY = 888  # the foot keeps room for it, so that every copy is laid out alike


class Frame:
    """Title, marking and foot; ``inner`` is the room they leave, in units.

    A sheet with nothing at its foot has its number at the top.
    """

    def __init__(self, head: Head, paper: Paper, letters: Lettering) -> None:
        self._head = head
        self._page = paper.inner
        self._letters = letters
        self._plain = letters.face()
        self._strong = letters.face(strong=True)
        self._tags = [tag for tag in (SAMPLE * head.sample, head.marking) if tag]
        self._footless = head.sheet.footless
        number = self._plain.width(WIDEST_NUMBER) + GAP
        taken = sum(self._tag_width(tag) for tag in self._tags)
        wide = self._page.width() - max(taken, number * self._footless)
        title = letters.face(Size.TITLE, strong=True)
        self._title = letters.lines(head.title, title, wide)
        self._subtitle = letters.lines(head.subtitle, self._plain, wide)
        marking = self._strong.width(head.marking) + GAP
        self._foot_width = self._page.width() - max(number, marking)
        top = self._page.top() + height(self._title) + height(self._subtitle) + GAP
        self._foot_top = self._page.bottom() - self._foot_height()
        bottom = self._page.bottom() if self._footless else self._foot_top - GAP
        self.inner = QRectF(self._page.left(), top, self._page.width(), bottom - top)

    def _tag_width(self, tag: str) -> float:
        return self._strong.width(tag) + 2 * TAG_PADDING + GAP

    def _foot_height(self) -> float:
        if self._footless:
            return 0.0
        least = 2 if self._head.marking else 1
        return max(height(self._foot(LATEST_COPY)), least * self._plain.leading)

    def _foot(self, copy: int) -> tuple[Line, ...]:
        """The lines at its left; those of a sheet without a marking stand out."""
        face = self._plain if self._head.sheet.marked else self._strong
        return tuple(
            line
            for sentence in self._head.foot(copy)
            for line in self._letters.lines(sentence, face, self._foot_width)
        )

    def paint_top(self, painter: QPainter) -> None:
        """Draw the title and what stands beside it."""
        corner = self._page.topLeft()
        write(painter, self._title, corner)
        write(painter, self._subtitle, corner + QPointF(0, height(self._title)), SOFT)
        self._paint_tags(painter)

    def paint_foot(self, painter: QPainter, number: int, of: int, copy: int) -> None:
        """Draw the foot of one page of one copy, and the page's number."""
        write(painter, self._foot(copy), QPointF(self._page.left(), self._foot_top))
        place = QPointF(self._page.right(), self._page.bottom() - self._plain.leading)
        if self._footless:
            place.setY(self._page.top())
        write_right(painter, f"page {number} of {of}", self._plain, place)
        if self._head.marking:
            place.setY(self._foot_top)
            write_right(painter, self._head.marking, self._strong, place)

    def _paint_tags(self, painter: QPainter) -> None:
        """Marking and "Sample data", in boxes from the right margin inwards."""
        tall = self._strong.leading + TAG_PADDING
        right, top = self._page.right(), self.inner.top() - GAP - tall
        for tag in reversed(self._tags):
            wide = self._tag_width(tag) - GAP
            boxed(painter, QRectF(right - wide, top, wide, tall))
            place = QPointF(right - TAG_PADDING, top + TAG_PADDING / 2)
            write_right(painter, tag, self._strong, place)
            right -= wide + GAP
