"""Who is out, on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from tests import paper_sheets as sheets
from tests.ui.paper.conftest import Printed
from ui.paper.lettering import POINT, Lettering
from ui.paper.out_list import OutList
from venues.domain.sheets import OutSheet, Sheet
from venues.services.outing_sheet import TITLES

HEAD = sheets.head(Sheet.OUT, title="Who is out: Thursday 26 November 2026")
ROW = (
    "Practitioner 05",
    "Home visit, Runcorn",
    "3:00pm to 4:00pm",
    "4:15pm",
    "Practitioner 04",
    "In",
)


def test_each_row_has_its_columns_and_the_page_its_mark(printed: Printed) -> None:
    (page,) = printed(OutSheet(HEAD, TITLES, (ROW,)))

    for words in (*TITLES, *ROW, "OFFICIAL-SENSITIVE"):
        assert words in page.text


def test_when_nobody_is_out_it_says_so(printed: Printed) -> None:
    (page,) = printed(OutSheet(HEAD, TITLES, ()))

    assert "Nobody is out" in page.text


def test_what_does_not_fit_goes_on_the_next_page_under_the_titles() -> None:
    inner = QRectF(0, 0, 700 * POINT, 100 * POINT)

    pages = OutList(OutSheet(HEAD, TITLES, (ROW,) * 9), inner, Lettering()).pages()

    assert len(pages) > 1
    assert all(page.rows[0].heading for page in pages)
    assert sum(len(page.rows) - 1 for page in pages) == 9
