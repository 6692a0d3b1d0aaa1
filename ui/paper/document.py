"""Sheets laid out on pages, and painted the same on screen, in a file and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter

from ui.paper.directions_list import DirectionsList
from ui.paper.frame import Frame
from ui.paper.lettering import Lettering
from ui.paper.out_list import OutList
from ui.paper.own_list import OwnList
from ui.paper.page import Body, Paper, a4
from ui.paper.week_grid import WeekGrid
from venues.domain.sheets import (
    DirectionsSheet,
    OutSheet,
    OwnSheet,
    SheetData,
    document_name,
)
from venues.services.progress import Progress, quiet


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a sheet."""

    frame: Frame
    body: Body
    number: int
    of: int


class Document:
    """The pages of some sheets, each sheet beginning on a page of its own.

    Raises:
        ValueError: there is no sheet.
    """

    def __init__(
        self,
        sheets: Sequence[SheetData],
        layout: QPageLayout | None = None,
        progress: Progress = quiet,
    ) -> None:
        upright = all(isinstance(sheet, DirectionsSheet) for sheet in sheets)
        self.layout = layout or a4(upright=upright)
        self.paper = Paper.from_layout(self.layout)
        self.name = document_name(sheets)
        self.pages: list[Page] = []
        letters = Lettering()
        for done, sheet in enumerate(sheets):
            progress(done, len(sheets))
            frame = Frame(sheet.head, self.paper, letters)
            bodies = _bodies(sheet, frame.inner, letters)
            self.pages += [
                Page(frame, body, number, len(bodies))
                for number, body in enumerate(bodies, start=1)
            ]

    def paint(
        self, painter: QPainter, number: int, target: QRectF, copy: int = 1
    ) -> None:
        """Paint the page with that number (from 0) into a box of the paper's shape."""
        page = self.pages[number]
        painter.save()
        painter.translate(target.topLeft())
        painter.scale(
            target.width() / self.paper.size.width(),
            target.height() / self.paper.size.height(),
        )
        page.frame.paint_top(painter)
        page.body.paint(painter)
        page.frame.paint_foot(painter, page.number, page.of, copy)
        painter.restore()


def _bodies(sheet: SheetData, inner: QRectF, letters: Lettering) -> Sequence[Body]:
    if isinstance(sheet, OwnSheet):
        return OwnList(sheet, inner, letters).pages()
    if isinstance(sheet, OutSheet):
        return OutList(sheet, inner, letters).pages()
    if isinstance(sheet, DirectionsSheet):
        return DirectionsList(sheet, inner, letters).pages()
    return WeekGrid(sheet, inner, letters).pages()
