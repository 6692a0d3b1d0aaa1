"""What a coordinator and a manager are told of a replay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from tests.venues.services.what_if.scene import NOVEMBER
from tests.world import World
from venues.database import catalogue as catalogues
from venues.domain.people import Viewer
from venues.domain.what_if import Change, CloseVenue, FixCriterion
from venues.errors import NotAllowed
from venues.services.what_if import asking
from venues.services.what_if.asking import Line, Told
from venues.services.what_if.replaying import Replay
from venues.services.what_if.wanted import Source

pytestmark = pytest.mark.of_a_file("only words are made")


def replay(
    asked: dict[Source, int],
    solved: dict[Source, int],
    *,
    pence: int = 0,
    over: bool = True,
) -> Replay:
    return Replay(
        dates=NOVEMBER,
        asked=Counter(asked),
        solved=Counter(solved),
        by_authority={1: (2, 3), 0: (0, 1)},
        pence=pence,
        over=over,
    )


OF_NEEDS = replay({Source.NEED: 3, Source.SEARCH: 1}, {Source.NEED: 2}, pence=315_000)
OF_A_CLOSURE = replay(
    {Source.NEED: 3, Source.BOOKING: 9, Source.DATE: 2},
    {Source.BOOKING: 6, Source.DATE: 1},
    pence=-12_345,
)


def told(
    world: World, viewer: Viewer, found: Replay, changes: Sequence[Change] = ()
) -> Told:
    with world.database.read() as session:
        catalogue = catalogues.read(session)
    return asking.tell(found, tuple(changes), viewer, catalogue)


def test_needs_and_searches_are_told_as_they_are(world: World) -> None:
    for viewer in (world.coordinator, world.manager):
        said = told(world, viewer, OF_NEEDS)

        assert said.headline == "2 of 4 needs and searches solved."
        assert said.cost == "About £3,150 of hire a year."
        assert said.authorities == (
            Line("Warrington", "2", "3"),
            Line("More than one", "0", "1", 1),
        )
        assert said.sources[1] == Line(
            "Searches that ended without a booking", "0", "1", 1
        )


def test_a_manager_is_told_of_appointments_and_series_exactly(world: World) -> None:
    said = told(world, world.manager, OF_A_CLOSURE, [CloseVenue(venue_id=1)])

    assert said.cost == "Saves about £123 of hire a year."
    assert said.more == (
        "1 of 2 dates of series that had been left out would have fitted.",
        (
            "Appointments at what closes: 9. With another room within reach at "
            "the same time: 6."
        ),
    )


def test_a_coordinator_is_told_of_them_without_small_counts(world: World) -> None:
    said = told(world, world.coordinator, OF_A_CLOSURE)

    assert said.cost == "Saves about £100 of hire a year."
    assert said.more == (
        (
            "withheld of fewer than 5 dates of series that had been left out would "
            "have fitted."
        ),
        (
            "Appointments at what closes: 10. With another room within reach at "
            "the same time: withheld."
        ),
    )


def test_of_other_days_a_coordinator_is_told_nothing_of_them(world: World) -> None:
    found = replay({Source.BOOKING: 100}, {Source.BOOKING: 90}, over=False)

    said = told(world, world.coordinator, found)

    assert said.more[0].count("withheld") == 2


def test_nobody_else_asks(world: World) -> None:
    for viewer in (world.practitioner, world.victim_worker, world.board):
        with pytest.raises(NotAllowed, match="coordinators and managers"):
            told(world, viewer, OF_NEEDS)


def test_what_is_spent_once_is_said_where_it_is_known(world: World) -> None:
    known = FixCriterion(venue_id=1, code="A2", once=180_000)

    said = told(world, world.manager, OF_NEEDS, [known])

    assert said.cost.endswith("£1,800 once.")

    said = told(
        world, world.manager, OF_NEEDS, [known, FixCriterion(venue_id=1, code="")]
    )

    assert said.cost.endswith("What it costs once is not known.")


def test_where_nothing_was_wanted_it_says_so(world: World) -> None:
    said = told(world, world.manager, replay({}, {}))

    assert said.headline == "Nothing was wanted and not had in those days."
    assert said.cost == "No hire cost."


def test_single_changes_are_told_in_their_order(world: World) -> None:
    best = [(CloseVenue(venue_id=1), OF_NEEDS), (CloseVenue(venue_id=2), OF_NEEDS)]
    with world.database.read() as session:
        catalogue = catalogues.read(session)

    found = asking.ranked(best, world.coordinator, catalogue)

    assert [(each.place, each.words, each.solved) for each in found] == [
        (1, "Close Millbrook", "2 of 4"),
        (2, "Close Library", "2 of 4"),
    ]
    with pytest.raises(NotAllowed):
        asking.ranked(best, world.board, catalogue)
