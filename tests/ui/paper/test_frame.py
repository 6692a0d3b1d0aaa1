"""The top and foot of every page."""

from __future__ import annotations

import pytest

from tests import paper_sheets as sheets
from tests.ui.paper.conftest import Printed
from ui.paper.frame import Frame
from ui.paper.lettering import Lettering
from ui.paper.page import Paper, a4
from venues.domain.sheets import WEEKLY, Sheet

HALL = sheets.room("Hall")
MARK = "OFFICIAL-SENSITIVE"


def test_the_marking_stands_at_top_and_foot(printed: Printed) -> None:
    (page,) = printed(sheets.week(HALL))

    assert page.text.count(MARK) == 2
    assert page.text.index(MARK) < page.text.index("Hall") < page.text.rindex(MARK)


@pytest.mark.parametrize("sheet", [Sheet.DOOR, Sheet.RECEPTION])
def test_a_public_sheet_has_no_marking(printed: Printed, sheet: Sheet) -> None:
    (page,) = printed(sheets.week(HALL, sheet=sheet))

    assert MARK not in page.text


@pytest.mark.parametrize("sheet", WEEKLY)
def test_sample_data_says_so(printed: Printed, sheet: Sheet) -> None:
    (page,) = printed(sheets.week(HALL, sheet=sheet, sample=True))

    assert "Sample data" in page.text


def test_nothing_stands_at_the_foot_of_a_door_sheet(printed: Printed) -> None:
    door = Frame(sheets.head(Sheet.DOOR), Paper.from_layout(a4()), Lettering())

    (page,) = printed(sheets.week(HALL, sheet=Sheet.DOOR))

    assert "page 1 of 1" in page.text
    assert door.inner.bottom() == Paper.from_layout(a4()).inner.bottom()


def test_the_foot_of_the_reception_sheet_says_to_remove_it(printed: Printed) -> None:
    note = "Remove at the end of the day"

    (page,) = printed(sheets.week(HALL, sheet=Sheet.RECEPTION, note=note))

    assert page.text.rstrip().endswith("page 1 of 1")
    assert page.text.index("Hall") < page.text.index(note)


def test_a_long_title_goes_on_in_the_next_line(printed: Printed) -> None:
    title = "Community and Family Centre " * 5 + ": week of Monday 23 November"

    (page,) = printed(sheets.week(HALL, title=title))

    assert " ".join(title.split()) in " ".join(page.text.split())


def test_every_copy_leaves_the_same_room(printed: Printed) -> None:
    paper, letters = Paper.from_layout(a4()), Lettering()

    short = Frame(sheets.head(), paper, letters)
    long = Frame(sheets.head(note="Kind and reference. " * 20), paper, letters)

    assert short.inner.bottom() > long.inner.bottom()
    assert long.inner.bottom() < paper.inner.bottom()
