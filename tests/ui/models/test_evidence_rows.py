"""Columns made of a measure's own headings."""

from __future__ import annotations

from tests.ui.evidence_scene import shown
from ui.models.evidence_rows import numbered, of_rows, of_table
from venues.services.evidence.behind import Rows

ROWS = Rows(
    ("Day", "Venue", "Opens"),
    (("Thu 5 Nov 2026", "Oak", "9"), ("Mon 9 Nov 2026", "Ash", "52")),
    2,
)


def test_a_table_of_numbers_has_a_column_for_each_heading() -> None:
    table = shown("use").table("kind")
    assert table is not None

    columns = of_table(table)
    line = table.lines[0]

    assert [each.title for each in columns] == ["", "All", "Halton", "Warrington"]
    assert [each.text(line) for each in columns[:2]] == ["Library", "60%"]
    assert columns[1].tip is not None
    assert columns[1].tip(line) == "1 of 2 hours"
    assert columns[1].key(line) == 0.6
    assert columns[3].key(line) == -1  # nothing to tell sorts below all numbers


def test_days_sort_as_they_came_and_numbers_as_numbers() -> None:
    columns, rows = of_rows(ROWS), numbered(ROWS)

    def order(column: int) -> list[str]:
        return [row.cells[1] for row in sorted(rows, key=columns[column].key)]

    assert order(0) == ["Oak", "Ash"]
    assert order(1) == ["Ash", "Oak"]
    assert order(2) == ["Oak", "Ash"]
    assert columns[2].text(rows[0]) == "9"
