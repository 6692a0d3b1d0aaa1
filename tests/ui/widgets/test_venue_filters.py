"""What narrows the list of venues."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.venue_filters import ALL, CURRENT, STATUSES, VenueFilters
from venues.services.catalogue_list import Wanted

EVERY = Wanted(statuses=STATUSES[CURRENT][1])


@pytest.fixture
def filters(qtbot: QtBot) -> VenueFilters:
    """All there is to narrow to."""
    filters = VenueFilters([(1, "Halton"), (2, "Warrington")])
    qtbot.addWidget(filters)
    filters.offer(
        kinds=["family hub", "library"],
        attention=[1, 2],
        starred=[2, 3],
        suited={"VI": {1, 2}},
    )
    filters.show()
    return filters


def test_nothing_is_narrowed_at_first(filters: VenueFilters) -> None:
    assert filters.wanted() == EVERY
    assert not filters.narrows


def test_each_chip_narrows(filters: VenueFilters) -> None:
    filters.search.setText("mill")
    filters.area.choose("2")
    filters.kind.choose("library")
    filters.status.choose(ALL)
    filters.attention.click()
    filters.favourites.click()
    filters.suits.choose("VI")

    assert filters.narrows
    assert filters.wanted() == Wanted(
        search="mill", authority_ids=(2,), kinds=("library",), among=frozenset({2})
    )


def test_clearing_is_announced_once(qtbot: QtBot, filters: VenueFilters) -> None:
    told: list[None] = []
    filters.search.setText("mill")
    filters.attention.click()
    filters.changed.connect(lambda: told.append(None))

    filters.clear()
    with_attention = len(told)
    filters.search.setText("m")
    filters.clear()

    assert (with_attention, len(told)) == (1, 3)
    assert filters.wanted() == EVERY


def test_a_chip_with_nothing_behind_it_is_not_shown(filters: VenueFilters) -> None:
    filters.favourites.click()

    filters.offer(kinds=[], attention=[], starred=[], suited={})

    assert not filters.attention.isVisible()
    assert filters.favourites.isVisible()
    assert filters.wanted().among == frozenset()


def test_the_number_that_needs_attention_is_said(filters: VenueFilters) -> None:
    assert filters.attention.text() == "Needs attention 2"


def test_only_venues_that_suit_are_let_through(filters: VenueFilters) -> None:
    filters.suits.choose("VI")
    victims = filters.wanted().among
    filters.suits.choose("GR")

    assert filters.suits.text() == "Suitable for group work"
    assert (victims, filters.wanted().among) == ({1, 2}, frozenset())
