"""Pages that are painted alike wherever they go."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests import paper_sheets as sheets
from tests.ui.paper.conftest import Printed
from ui.paper.document import Document
from venues.domain.sheets import Sheet

HALL = sheets.room("Hall")


def test_pages_are_a4_across_with_letters_of_ten_points_or_more(
    printed: Printed,
) -> None:
    pages = printed(
        sheets.week(HALL),
        sheets.week(HALL, sheet=Sheet.DOOR),
        sheets.week(HALL, sheet=Sheet.RECEPTION),
        sheets.own(sheets.appointment()),
    )

    assert {page.size for page in pages} == {(842, 595)}
    assert min(page.smallest for page in pages) >= 10


def test_each_sheet_begins_on_a_page_of_its_own_and_counts_its_own(
    printed: Printed,
) -> None:
    rooms = [sheets.room(f"Room {number}") for number in range(12)]

    pages = printed(sheets.week(HALL), sheets.week(*rooms, title="Lantern House"))

    numbers = [re.findall(r"page \d of \d", page.text) for page in pages]
    assert numbers == [["page 1 of 1"], ["page 1 of 2"], ["page 2 of 2"]]


def test_a_document_without_sheets_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="at least one sheet"):
        Document([])


def test_it_tells_how_far_it_is_sheet_by_sheet(qapp: QApplication) -> None:
    told: list[tuple[int, int]] = []

    Document(
        [sheets.week(HALL), sheets.week(HALL)],
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == [(0, 2), (1, 2)]


def test_a_page_fits_any_box_of_its_shape(qapp: QApplication) -> None:
    document = Document([sheets.week(HALL)])
    picture = QImage(421, 298, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)

    painter = QPainter(picture)
    document.paint(painter, 0, QRectF(0, 0, 421, 298))
    unchanged = painter.worldTransform().isIdentity()
    painter.end()

    assert unchanged
    white = picture.pixel(2, 2)
    assert any(picture.pixel(x, 40) != white for x in range(421))
    assert all(picture.pixel(x, 5) == white for x in range(421))
