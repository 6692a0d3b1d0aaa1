"""Replays and ranked changes as tables."""

from __future__ import annotations

from ui.models.what_if import fix_columns, line_columns, ranked_columns
from venues.domain.what_if import CloseVenue
from venues.services.suitability import Fix
from venues.services.what_if.asking import Line, Ranked


def test_lines_stay_in_the_order_they_are_told_in() -> None:
    columns = line_columns("Authority")
    line = Line("Warrington", "2", "3", 4)

    assert [each.title for each in columns] == ["Authority", "Solved", "Asked again"]
    assert [each.text(line) for each in columns] == ["Warrington", "2", "3"]
    assert {each.key(line) for each in columns} == {4}


def test_a_ranked_change_says_what_it_solves_and_costs() -> None:
    row = Ranked(
        CloseVenue(venue_id=1), "Close Millbrook", "3 of 9", "No hire cost.", 1, 0
    )

    assert [each.text(row) for each in ranked_columns()] == [
        "3 of 9",
        "Close Millbrook",
        "No hire cost.",
    ]


def test_what_opens_most_rooms_comes_first() -> None:
    fix = Fix(None, 7, 9, (1, 2), (1,))
    columns = fix_columns()

    assert [each.text(fix) for each in columns] == [
        "7",
        "Review the assessment",
        "2",
        "1",
    ]
    assert columns[0].key(fix) == -7
