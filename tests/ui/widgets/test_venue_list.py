"""The search, what narrows it, and the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.models.test_venue_rows import row
from tests.ui.widgets.map_scene import ATLAS
from ui.jobs import Jobs
from ui.models.venue_rows import NEEDS, Marks
from ui.widgets.venue_filters import ALL, CURRENT
from ui.widgets.venue_list import LIST, MAP, VenueList
from ui.widgets.venue_map import VenueMap
from venues.domain.places import Point
from venues.services.catalogue_list import VenueRow, Wanted, fold
from venues.services.venue_attention import Matter
from venues.services.venue_pins import Pin

ROWS = tuple(
    row(name, id=id_, uuid=UUID(int=id_), sought=fold(name), **values)
    for id_, name, values in (
        (1, "Aspen", {"authority_id": 1}),
        (2, "Birch", {"kind": "library"}),
        (3, "Cedar", {"status": "retired"}),
    )
)


@pytest.fixture
def mapped(qtbot: QtBot, venues: VenueList) -> Iterator[tuple[VenueList, VenueMap]]:
    """The same with a map, on which both venues have a place."""
    jobs = Jobs()
    pins = [
        Pin(each.id, each.name, "library", "", each.status, Point(360_000, 370_000))
        for each in ROWS
    ]
    shown = VenueMap(jobs, lambda: pins, lambda _progress: ATLAS)
    venues.use(shown)
    venues.reload()
    yield venues, shown
    jobs.close()


def made(
    qtbot: QtBot, rows: Sequence[VenueRow] = ROWS, *, may_add: bool = True
) -> VenueList:
    areas = [(1, "Halton"), (2, "Warrington")]

    def ask(wanted: Wanted) -> Sequence[VenueRow]:
        return wanted.of(rows)

    list_ = VenueList(ask, lambda: False, areas, may_add=may_add)
    qtbot.addWidget(list_)
    list_.resize(700, 400)
    list_.show()
    list_.reload()
    return list_


@pytest.fixture
def venues(qtbot: QtBot) -> VenueList:
    """Two venues in use and a retired one."""
    return made(qtbot)


def names(list_: VenueList) -> list[str]:
    model = list_.table.ordered
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_retired_venues_are_left_out_until_they_are_asked_for(
    venues: VenueList,
) -> None:
    before = names(venues)

    venues.filters.status.choose(ALL)

    assert (before, names(venues)) == (
        ["Aspen", "Birch"],
        ["Aspen", "Birch", "Cedar (retired)"],
    )


def test_the_list_follows_the_typing(qtbot: QtBot, venues: VenueList) -> None:
    qtbot.keyClicks(venues.search, "bir")

    assert names(venues) == ["Birch"]


def test_the_list_follows_the_area(venues: VenueList) -> None:
    venues.filters.area.choose("1")

    assert names(venues) == ["Aspen"]


def test_down_goes_from_the_search_into_the_list(
    qtbot: QtBot, venues: VenueList
) -> None:
    venues.search.setFocus()

    qtbot.keyClick(venues.search, Qt.Key.Key_Down)

    assert venues.table.chosen_id() == 1
    assert venues.focusWidget() is venues.table


def test_escape_clears_the_search(qtbot: QtBot, venues: VenueList) -> None:
    venues.search.setText("bir")

    qtbot.keyClick(venues.search, Qt.Key.Key_Escape)

    assert names(venues) == ["Aspen", "Birch"]


def test_choosing_a_venue_is_announced(qtbot: QtBot, venues: VenueList) -> None:
    with qtbot.waitSignal(venues.chosen) as told:
        venues.choose(2)

    assert told.args == [2]


def test_a_venue_that_is_searched_away_is_no_longer_chosen(
    qtbot: QtBot, venues: VenueList
) -> None:
    venues.choose(2)

    with qtbot.waitSignal(venues.chosen) as told:
        venues.search.setText("asp")

    assert told.args == [None]


def test_choosing_lets_go_of_what_hides_the_venue(venues: VenueList) -> None:
    venues.search.setText("asp")
    venues.filters.area.choose("1")

    venues.choose(2)
    found = venues.table.chosen_id()
    venues.choose(3)

    assert (found, venues.search.text(), venues.filters.area.value()) == (2, "", "")
    assert (venues.table.chosen_id(), venues.filters.status.value()) == (3, ALL)


def test_nothing_found_says_so_and_offers_everything(
    qtbot: QtBot, venues: VenueList
) -> None:
    venues.search.setText("zzz")
    said = venues.empty.button.text()

    qtbot.mouseClick(venues.empty.button, Qt.MouseButton.LeftButton)

    assert said == "Show all venues"
    assert (names(venues), venues.filters.status.value()) == (
        ["Aspen", "Birch"],
        CURRENT,
    )


def test_when_all_are_retired_everything_is_all_of_them(qtbot: QtBot) -> None:
    list_ = made(qtbot, ROWS[2:])

    qtbot.mouseClick(list_.empty.button, Qt.MouseButton.LeftButton)

    assert names(list_) == ["Cedar (retired)"]


def test_an_empty_catalogue_asks_for_the_first_venue(qtbot: QtBot) -> None:
    list_ = made(qtbot, [])

    with qtbot.waitSignal(list_.wanted):
        qtbot.mouseClick(list_.empty.button, Qt.MouseButton.LeftButton)

    assert list_.empty.button.text() == "Add a venue"


def test_who_may_not_add_is_told_who_does(qtbot: QtBot) -> None:
    list_ = made(qtbot, [], may_add=False)

    assert list_.empty.button.isHidden()
    assert list_.empty.isVisible()


def test_enter_opens_the_chosen_venue(qtbot: QtBot, venues: VenueList) -> None:
    venues.choose(1)

    with qtbot.waitSignal(venues.opened):
        qtbot.keyClick(venues.table, Qt.Key.Key_Return)

    assert venues.table.chosen_id() == 1


def test_what_needs_attention_says_what_it_needs(venues: VenueList) -> None:
    matters = (Matter("No hours", "No hours are recorded."),)
    venues.mark(Marks(attention={2: matters}), ROWS)
    before = (
        venues.filters.attention.text(),
        venues.table.isColumnHidden(venues.table.column(NEEDS)),
    )

    venues.filters.attention.click()

    assert before == ("Needs attention 1", True)
    assert names(venues) == ["Birch"]
    assert not venues.table.isColumnHidden(venues.table.column(NEEDS))


def test_the_list_can_be_narrowed_to_favourites(venues: VenueList) -> None:
    venues.mark(Marks(starred=frozenset({str(UUID(int=1))})), ROWS)

    venues.filters.favourites.click()

    assert names(venues) == ["Aspen ★"]


def test_the_map_shows_what_the_list_shows(
    mapped: tuple[VenueList, VenueMap], qtbot: QtBot
) -> None:
    venues, shown = mapped
    assert venues.table.isVisible()

    venues.view.choose(MAP)
    assert shown.isVisible()
    assert [pin.name for pin in shown.canvas.layer.pins] == ["Aspen", "Birch"]

    venues.search.setText("birch")
    assert [pin.name for pin in shown.canvas.layer.pins] == ["Birch"]

    venues.search.setText("nothing like it")
    assert venues.empty.isVisible()

    venues.search.clear()
    assert shown.isVisible()
    low = venues.minimumHeight()
    venues.view.choose(LIST)
    assert venues.table.isVisible()
    assert venues.minimumHeight() < low


def test_what_is_chosen_on_one_is_chosen_on_the_other(
    mapped: tuple[VenueList, VenueMap], qtbot: QtBot
) -> None:
    venues, shown = mapped
    venues.choose(2)
    venues.view.choose(MAP)
    assert shown.canvas.chosen_id == 2

    with qtbot.waitSignal(venues.chosen) as told:
        qtbot.keyClick(shown.canvas, Qt.Key.Key_PageUp)

    assert told.args == [1]
    assert venues.table.chosen_id() == 1


def test_a_venue_of_the_map_is_opened(
    mapped: tuple[VenueList, VenueMap], qtbot: QtBot
) -> None:
    venues, shown = mapped
    venues.choose(1)
    venues.view.choose(MAP)

    with qtbot.waitSignal(venues.opened):
        qtbot.keyClick(shown.canvas, Qt.Key.Key_Return)


def test_down_goes_from_the_search_into_the_map(
    mapped: tuple[VenueList, VenueMap], qtbot: QtBot
) -> None:
    venues, shown = mapped
    venues.view.choose(MAP)
    venues.activateWindow()
    venues.search.setFocus()

    qtbot.keyClick(venues.search, Qt.Key.Key_Down)

    qtbot.waitUntil(shown.canvas.hasFocus)
    assert shown.canvas.chosen_id == 1
