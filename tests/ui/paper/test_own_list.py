"""One's own week as a list."""

from __future__ import annotations

from tests import paper_sheets as sheets
from tests.ui.paper.conftest import Printed


def test_each_day_has_its_heading_and_says_when_nothing_is_booked(
    printed: Printed,
) -> None:
    (page,) = printed(sheets.own(sheets.appointment()))

    assert "Monday 23 November 2026" in page.text
    assert "Saturday 28 November 2026" in page.text
    assert page.text.count("Nothing booked") == 5
    assert "Supervision session" in page.text


def test_titles_and_the_days_heading_are_repeated(printed: Printed) -> None:
    pages = printed(sheets.own(*(sheets.appointment(n) for n in range(20))))

    assert len(pages) > 1
    for page in pages:
        assert "Appointment" in page.text
    assert "Monday 23 November 2026" in pages[1].text
    words = "\n".join(page.text for page in pages)
    assert all(f"Time {number}" in words for number in range(20))


def test_notes_longer_than_a_page_go_on_over_it(printed: Printed) -> None:
    notes = [f"note{number}" for number in range(90)]

    pages = printed(sheets.own(sheets.appointment(0, *notes)))

    words = " ".join(page.text for page in pages).split()
    assert len(pages) > 2
    assert [word for word in words if word.startswith("note")] == notes


def test_a_heading_never_stands_alone_at_the_foot(printed: Printed) -> None:
    for many in range(5, 12):
        pages = printed(sheets.own(*(sheets.appointment(n) for n in range(many))))

        for page in pages:
            lines = [line for line in page.text.split("\n") if line.strip()]
            above = lines[
                : next(n for n, line in enumerate(lines) if "Printed" in line)
            ]
            assert "November 2026" not in above[-1]
