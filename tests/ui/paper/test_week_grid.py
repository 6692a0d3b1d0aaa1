"""Rooms down, days across, on as many pages as it takes."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests import paper_sheets as sheets
from tests.ui.paper.conftest import Printed
from ui.paper.frame import Frame
from ui.paper.lettering import Lettering
from ui.paper.page import Paper, a4
from ui.paper.week_grid import LEAST, GridPage, WeekGrid
from venues.domain.sheets import Cell, Sheet, WeekSheet

DAYS = ("Monday 23", "Tuesday 24", "Wednesday 25", "Thursday 26", "Friday 27")


def laid_out(sheet: WeekSheet) -> list[GridPage]:
    letters = Lettering()
    frame = Frame(sheet.head, Paper.from_layout(a4()), letters)
    return WeekGrid(sheet, frame.inner, letters).pages()


def heights(page: GridPage) -> list[float]:
    return [low - high for high, low in zip(page.lines, page.lines[1:], strict=False)]


def test_a_room_without_bookings_is_printed_empty(printed: Printed) -> None:
    (page,) = printed(sheets.week(sheets.room("Willow Room"), sheets.room("Hall")))

    assert "Willow Room" in page.text
    assert "Hall" in page.text
    assert all(day in page.text for day in DAYS)


def test_rows_share_the_whole_page_by_what_they_need(qapp: QApplication) -> None:
    busy = sheets.room("Hall", Cell(tuple(sheets.entry(n) for n in range(5))))

    (page,) = laid_out(sheets.week(busy, sheets.room("Oak Room")))

    tall, low = heights(page)
    assert tall > 2 * low
    assert low >= LEAST
    paper = Paper.from_layout(a4()).inner
    assert page.lines[-1] < paper.bottom()
    assert paper.bottom() - page.lines[-1] < paper.height() / 10


def test_one_room_has_the_whole_page(qapp: QApplication) -> None:
    (page,) = laid_out(sheets.week(sheets.room("Hall")))

    assert heights(page)[0] > Paper.from_layout(a4()).inner.height() * 0.75


def test_twelve_rooms_are_shared_out_evenly(qapp: QApplication) -> None:
    rooms = [sheets.room(f"Room {number}") for number in range(12)]

    pages = laid_out(sheets.week(*rooms))

    assert [len(page.rows) for page in pages] == [6, 6]


def test_headings_are_repeated_on_every_page(printed: Printed) -> None:
    rooms = [sheets.room(f"Room {number}") for number in range(30)]

    pages = printed(sheets.week(*rooms))

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert all(day in page.text for day in DAYS)
        assert "Millbrook Family Hub: week of" in page.text
        assert f"page {number} of {len(pages)}" in page.text


def test_a_day_with_many_bookings_goes_on_over_the_page(printed: Printed) -> None:
    many = tuple(sheets.entry(number) for number in range(30))

    pages = printed(sheets.week(sheets.room("Hall", Cell(many), Cell(many[:2]))))

    words = "\n".join(page.text for page in pages)
    assert len(pages) == 3
    assert [words.count(entry.time) for entry in many] == [2, 2] + [1] * 28
    assert ["continued" in page.text for page in pages] == [False, True, True]


def test_an_entry_taller_than_a_page_has_one_to_itself(printed: Printed) -> None:
    endless = sheets.entry(0, "word " * 900)

    pages = printed(sheets.week(sheets.room("Hall", Cell((endless,)))))

    assert len(pages) == 1


def test_long_words_are_not_cut(printed: Printed) -> None:
    name = "Featherstonehaugh-Cholmondeley Conference Room"
    entry = sheets.entry(0, "Restorative meeting, face to face", "Venue not confirmed")

    (page,) = printed(sheets.week(sheets.room(name, Cell((entry,)))))

    letters = "".join(page.text.split())
    assert "".join(name.split()) in letters
    assert "Restorativemeeting,facetoface" in letters
    assert "Venuenotconfirmed" in letters


def test_a_closed_day_keeps_what_is_booked_in_it(printed: Printed) -> None:
    cell = Cell((sheets.entry(3),), "Closed: bank holiday")

    (page,) = printed(sheets.week(sheets.room("Hall", cell)))

    assert "Closed: bank holiday" in page.text
    assert "09:00 to 09:20" in page.text


def test_closed_hours_are_hatched(printed: Printed) -> None:
    closed = sheets.entry(0, "Closed until 1pm", closed=True)

    (plain,) = printed(sheets.week(sheets.room("Hall")))
    (hatched,) = printed(sheets.week(sheets.room("Hall", Cell((closed,)))))
    (whole,) = printed(sheets.week(sheets.room("Hall", Cell((), "Closed"))))

    grey = [sum(page.picture) for page in (plain, hatched, whole)]
    assert grey[0] > grey[1] > grey[2]


def test_ones_own_bookings_have_a_solid_bar_and_others_a_hollow_one(
    printed: Printed,
) -> None:
    def dark(sheet: Sheet, *, own: bool) -> int:
        cell = Cell((sheets.entry(0, own=own),))
        (page,) = printed(sheets.week(sheets.room("Hall", cell), sheet=sheet))
        return page.picture.count(0)

    assert dark(Sheet.TEAM, own=True) > dark(Sheet.TEAM, own=False)
    assert dark(Sheet.DOOR, own=True) == dark(Sheet.DOOR, own=False)
