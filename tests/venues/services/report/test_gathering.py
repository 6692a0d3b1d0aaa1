"""The report as it may be handed to the board: nobody in it, and no small count."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.venues.services.report.scene import (
    SECRETS,
    SUMMER,
    gathered,
    summer,
    words,
)
from tests.world import World
from venues.domain.reporting import Dates
from venues.domain.what_if import CloseVenue
from venues.errors import NotAllowed, WrongInput
from venues.services.evidence import measures
from venues.services.report.content import Heading, Report
from venues.services.report.gathering import NO_CHANGES, NO_OPTION, NOTHING_HELPS
from venues.services.what_if.replaying import Replay
from venues.services.what_if.suggesting import Suggestion
from venues.services.what_if.wanted import Source


def headings(report: Report, level: int = 1) -> list[str]:
    blocks = report.blocks
    return [b.text for b in blocks if isinstance(b, Heading) and b.level == level]


def helped(solved: int, pence: int = 123_456) -> Suggestion:
    replay = Replay(
        dates=SUMMER,
        asked=Counter({Source.NEED: 23}),
        solved=Counter({Source.NEED: solved}),
        by_authority={},
        pence=pence,
    )
    return Suggestion(CloseVenue(venue_id=1), replay)


def test_the_recommendations_three_words_are_its_chapters(world: World) -> None:
    report = gathered(world, world.manager)

    assert headings(report) == [
        "In short",
        "Safe",
        "Confidential",
        "Accessible",
        "Existing options explored",
        "Use and cost",
        "What would have helped",
        "What the measures mean",
    ]
    told = [each.definition.title for each in measures.MEASURES.values()]
    assert sorted(headings(report, 2)) == sorted(told)
    assert [row[0] for row in report.grids[0].rows] == told
    assert [row[0] for row in report.grids[-1].rows] == told


def test_it_says_what_it_is_of_and_has_a_neutral_name(world: World) -> None:
    report = gathered(world, world.coordinator)

    assert report.title == (
        "Safe, confidential and accessible places: All authorities, "
        "July to September 2026"
    )
    assert report.as_of == "As of 30 September 2026; places as of 23 November 2026"
    assert report.name == "Rooms evidence 2026-07 to 2026-09"


def test_nobody_and_no_reference_is_in_it(world: World) -> None:
    summer(world)

    for viewer in (world.manager, world.coordinator, world.board):
        said = words(gathered(world, viewer))

        assert [each for each in SECRETS if each in said] == []
        assert "The old dairy" in said


def test_whoever_has_it_made_no_small_count_is_in_it(world: World) -> None:
    summer(world)
    reports = [
        gathered(world, viewer)
        for viewer in (world.manager, world.coordinator, world.board)
    ]

    assert reports[0] == reports[1] == reports[2]
    people = {
        each.definition.title
        for each in measures.MEASURES.values()
        if each.definition.of_people
    }
    cells = {
        cell
        for grid in reports[0].grids
        for row in grid.rows
        if grid.title.partition(":")[0] in people or row[0] in people
        for cell in row[1:]
    }
    assert cells.isdisjoint({"0", "1", "2", "3", "4", "7", "9"})
    assert "fewer than 5" in cells


def test_only_days_that_are_over_are_reported(world: World) -> None:
    for dates in (
        Dates(date(2026, 10, 1), date(2026, 12, 31)),
        Dates(date(2026, 8, 3), date(2026, 8, 9)),
    ):
        with pytest.raises(WrongInput, match="whole quarter"):
            gathered(world, world.manager, dates=dates)


def test_whoever_has_no_evidence_has_no_report(world: World) -> None:
    with pytest.raises(NotAllowed):
        gathered(world, world.practitioner)


def test_changes_are_told_where_they_solve_enough_and_rounded(world: World) -> None:
    report = gathered(world, world.manager, (helped(8), helped(3)))

    (grid,) = (each for each in report.grids if each.title.startswith("Single changes"))
    assert grid.rows == (
        ("Close Millbrook", "about 10 of about 25", "about £1,200 a year"),
    )


def test_without_changes_it_says_why(world: World) -> None:
    assert NO_CHANGES in words(gathered(world, world.manager))
    assert NOTHING_HELPS in words(gathered(world, world.manager, (helped(4),)))
    assert NO_OPTION in words(gathered(world, world.manager))
