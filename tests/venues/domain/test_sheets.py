"""What a sheet is called, and what its file may be called."""

from __future__ import annotations

from datetime import date

import pytest

from venues.domain.sheets import (
    Head,
    OwnSheet,
    Sheet,
    SheetData,
    WeekSheet,
    document_name,
    place_name,
)

MONDAY = date(2026, 11, 23)


def sheet(place: str, kind: Sheet = Sheet.TEAM) -> SheetData:
    head = Head(sheet=kind, monday=MONDAY, title=f"{place} Hub", place=place)
    return WeekSheet(head, (), ()) if place else OwnSheet(head, ())


@pytest.mark.parametrize(
    ("venue", "name"),
    [
        ("Millbrook Family Hub", "Millbrook"),
        ("St Bride's Church Hall", "St Bride's"),
        ("Station Road Library", "Station Road"),
        ("Widnes Youth Justice Office", "Widnes"),
        ("Chapel Walk Police Station", "Chapel Walk"),
        ("Youth Centre", "Runcorn"),
        ("Victims First Rooms", "First"),
        ("Weaver", "Weaver"),
    ],
)
def test_a_file_does_not_say_what_sort_of_place_it_is_about(
    venue: str, name: str
) -> None:
    assert place_name(venue, "Runcorn") == name


@pytest.mark.parametrize(
    ("places", "name"),
    [
        (["Millbrook"], "Room schedule 2026-W48 Millbrook"),
        (["Millbrook", "Millbrook"], "Room schedule 2026-W48 Millbrook"),
        (["Millbrook", "Lantern", ""], "Room schedule 2026-W48 2 venues"),
        ([""], "Room schedule 2026-W48"),
    ],
)
def test_a_document_is_called_after_its_week_and_place(
    places: list[str], name: str
) -> None:
    assert document_name([sheet(place) for place in places]) == name


def test_a_document_has_at_least_one_sheet() -> None:
    with pytest.raises(ValueError, match="at least one sheet"):
        document_name([])


def test_weeks_are_counted_as_calendars_do() -> None:
    head = Head(sheet=Sheet.OWN, monday=date(2026, 12, 28), title="")

    assert document_name([OwnSheet(head, ())]) == "Room schedule 2026-W53"


def test_public_sheets_carry_no_mark() -> None:
    assert [kind for kind in Sheet if kind.marked] == [
        Sheet.TEAM,
        Sheet.OWN,
        Sheet.OUT,
    ]


def test_every_sheet_says_what_it_is_for() -> None:
    assert [kind.words for kind in Sheet] == [
        "Door sheet",
        "Reception sheet",
        "Team week",
        "My own week",
        "Directions",
        "Who is out",
    ]
    assert all(kind.purpose.endswith(".") for kind in Sheet)
