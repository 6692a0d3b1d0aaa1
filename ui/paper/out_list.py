"""Who is out, as a list cut into pages."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.paper.lettering import Lettering, Line, Size
from ui.paper.own_list import PADDING, ListPage, Row
from venues.domain.sheets import OutSheet

SHARES = (0.22, 0.24, 0.15, 0.11, 0.15, 0.13)
"""Of the width: who, where, when, check-out, buddy and how it stands."""

NOBODY = "Nobody is out"


class OutList:
    """Lays the rows out on as many pages as they need, with the titles on each."""

    def __init__(self, sheet: OutSheet, inner: QRectF, letters: Lettering) -> None:
        self._sheet, self._inner, self._letters = sheet, inner, letters
        strong = letters.face(strong=True)
        self._titles = Row(
            tuple((Line(title, strong),) for title in sheet.titles), heading=True
        )

    def pages(self) -> list[ListPage]:
        """One body for each page."""
        space = self._inner.height() - self._titles.height
        rows = [self._row(each) for each in self._sheet.rows]
        if not rows:
            rows = [Row(((Line(NOBODY, self._letters.face()),),))]
        pages: list[list[Row]] = [[]]
        left = space
        for row in rows:
            if row.height > left and pages[-1]:
                pages.append([])
                left = space
            pages[-1].append(row)
            left -= row.height
        return [
            ListPage(self._inner, [self._titles, *shown], SHARES) for shown in pages
        ]

    def _row(self, columns: tuple[str, ...]) -> Row:
        broken = []
        for number, (share, text) in enumerate(zip(SHARES, columns, strict=True)):
            wide = share * self._inner.width() - 2 * PADDING
            face = self._letters.face(Size.BODY, strong=number == 0)
            broken.append(self._letters.lines(text, face, wide))
        return Row(tuple(broken))
