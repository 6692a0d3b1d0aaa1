"""The way to a venue on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout

from tests import paper_sheets as sheets
from tests.ui.paper.conftest import Printed
from ui.paper.directions_list import DirectionsList
from ui.paper.document import Document
from ui.paper.lettering import POINT, Lettering
from venues.domain.sheets import DirectionsSheet, Sheet

HEAD = sheets.head(Sheet.DIRECTIONS, title="How to find Weaver Hall")
ROWS = (("Bus", ("Stop 90 metres away",)), ("Train", ("8 minutes on foot",)))


def test_each_heading_stands_beside_its_words(printed: Printed) -> None:
    (page,) = printed(DirectionsSheet(HEAD, ROWS))

    for words in ("How to find Weaver Hall", "Bus", "Stop 90 metres away"):
        assert words in page.text
    assert "OFFICIAL" not in page.text


def test_it_is_printed_upright() -> None:
    document = Document([DirectionsSheet(HEAD, ROWS)])

    assert document.layout.orientation() == QPageLayout.Orientation.Portrait
    assert document.name == "Directions Millbrook"


def test_what_does_not_fit_goes_on_the_next_page() -> None:
    inner = QRectF(0, 0, 500 * POINT, 100 * POINT)
    sheet = DirectionsSheet(HEAD, ROWS * 3)

    pages = DirectionsList(sheet, inner, Lettering()).pages()

    assert [len(page.rows) for page in pages] == [2, 2, 2]
