"""Venues on the map, with what explains it round it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.map_scene import ATLAS, NOWHERE, PINS
from ui.jobs import Jobs
from ui.widgets.venue_map import (
    DRAWING,
    LISTED_AT_MOST,
    STOPPED,
    WITHOUT,
    VenueMap,
    described,
    read_atlas,
)
from venues.atlas.atlas import Atlas
from venues.gazetteer import ATTRIBUTION
from venues.postcode_list import missing
from venues.services.venue_pins import Pin

LEFT = Qt.MouseButton.LeftButton
EVERY = (*PINS, NOWHERE)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def make(qtbot: QtBot, jobs: Jobs) -> Callable[..., VenueMap]:
    def made(
        pins: tuple[Pin, ...] = EVERY,
        opener: Callable[[object], Atlas] = lambda _progress: ATLAS,
    ) -> VenueMap:
        shown = VenueMap(jobs, lambda: pins, opener)
        qtbot.addWidget(shown)
        shown.resize(600, 700)
        shown.show_venues([pin.id for pin in pins])
        shown.show()
        return shown

    return made


def laid(qtbot: QtBot, shown: VenueMap) -> None:
    qtbot.waitUntil(lambda: bool(shown.canvas.atlas.areas))


def test_the_outline_comes_when_it_is_first_shown(
    make: Callable[..., VenueMap], qtbot: QtBot
) -> None:
    shown = make()
    assert shown.note.text() == DRAWING
    assert [pin.id for pin in shown.canvas.layer.pins] == [1, 2, 3, 4, 5]

    laid(qtbot, shown)

    assert shown.note.isHidden()
    assert shown.attribution.text() == ATTRIBUTION
    assert shown.attribution.isVisible()


def test_it_is_read_once(make: Callable[..., VenueMap], qtbot: QtBot) -> None:
    asked: list[object] = []

    def opener(progress: object) -> Atlas:
        asked.append(progress)
        return ATLAS

    shown = make(EVERY, opener)
    shown.draw()
    laid(qtbot, shown)
    shown.hide()
    shown.show()

    assert len(asked) == 1


def test_without_the_list_there_are_venues_all_the_same(
    make: Callable[..., VenueMap], qtbot: QtBot
) -> None:
    def opener(_progress: object) -> Atlas:
        raise missing()

    shown = make(EVERY, opener)

    qtbot.waitUntil(lambda: shown.note.text() == WITHOUT)
    assert shown.canvas.where(1) is not None
    assert shown.again.isHidden()


def test_what_nobody_expected_is_told_as_such(
    make: Callable[..., VenueMap], jobs: Jobs, qtbot: QtBot
) -> None:
    def opener(_progress: object) -> Atlas:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.unexpected):
        shown = make(EVERY, opener)

    assert shown.note.text() == WITHOUT


def test_when_stopped_it_can_be_drawn_later(
    make: Callable[..., VenueMap], jobs: Jobs, qtbot: QtBot
) -> None:
    begun, go_on = Event(), Event()

    def opener(progress: Callable[[int, int], None]) -> Atlas:
        begun.set()
        go_on.wait(5)
        progress(1, 2)
        return ATLAS

    with qtbot.waitSignal(jobs.started) as told:
        shown = make(EVERY, opener)
    begun.wait(5)
    told.args[0].cancel()
    go_on.set()
    qtbot.waitUntil(lambda: shown.note.text() == STOPPED)
    assert shown.again.isVisible()

    qtbot.mouseClick(shown.again, LEFT)

    laid(qtbot, shown)
    assert shown.again.isHidden()


def test_only_what_the_list_shows_is_on_the_map(make: Callable[..., VenueMap]) -> None:
    shown = make()

    shown.show_venues([2, NOWHERE.id])

    assert [pin.id for pin in shown.canvas.layer.pins] == [2]
    assert [words for _, _, words in shown.legend.entries()] == ["Family hub"]


def test_out_of_sight_it_waits_with_looking_up(
    make: Callable[..., VenueMap],
) -> None:
    shown = make()
    shown.hide()

    shown.show_venues([2])
    assert len(shown.canvas.layer.pins) == 5

    shown.show()
    assert len(shown.canvas.layer.pins) == 1


def test_buttons_zoom(make: Callable[..., VenueMap], qtbot: QtBot) -> None:
    shown = make()
    laid(qtbot, shown)
    whole = shown.canvas.view

    qtbot.mouseClick(shown.closer, LEFT)
    qtbot.mouseClick(shown.closer, LEFT)
    assert shown.canvas.view.scale < whole.scale / 2
    qtbot.mouseClick(shown.farther, LEFT)
    assert shown.canvas.view.scale == pytest.approx(whole.scale / 1.5)

    qtbot.mouseClick(shown.whole, LEFT)
    assert shown.canvas.view == whole


def test_what_is_chosen_on_the_map_is_told(
    make: Callable[..., VenueMap], qtbot: QtBot
) -> None:
    shown = make()

    with qtbot.waitSignals([shown.chosen, shown.opened]):
        qtbot.keyClick(shown.canvas, Qt.Key.Key_PageDown)
        qtbot.keyClick(shown.canvas, Qt.Key.Key_Return)

    shown.choose(2)
    assert shown.canvas.chosen_id == 2


def test_venues_without_a_position_are_counted_and_can_be_reached(
    make: Callable[..., VenueMap], qtbot: QtBot
) -> None:
    shown = make()
    assert shown.unplaced.text() == "1 venue has no position"

    menu = shown.unplaced.menu()
    assert [each.text() for each in menu.actions()] == ["Lost Hall, church hall"]
    with qtbot.waitSignal(shown.chosen) as told:
        menu.actions()[0].trigger()
    assert told.args == [NOWHERE.id]


def test_many_of_them_are_named_as_far_as_a_menu_goes(
    make: Callable[..., VenueMap],
) -> None:
    lost = tuple(
        Pin(number, f"Hall {number}", "", "", "active", None)
        for number in range(1, LISTED_AT_MOST + 4)
    )
    shown = make(lost)
    assert shown.unplaced.text() == f"{len(lost)} venues have no position"

    menu = shown.unplaced.menu()
    assert menu.actions()[-1].text() == "and 3 more in the list"
    assert not menu.actions()[-1].isEnabled()


def test_with_all_in_place_nothing_is_said(make: Callable[..., VenueMap]) -> None:
    assert make(PINS).unplaced.isHidden()


def test_a_venue_is_described_by_what_its_mark_says() -> None:
    assert described(PINS[0]) == "Venue 1, library, Crewe"
    assert described(PINS[2]) == "Venue 3, library, Crewe, suspended"


def test_the_real_map_is_read() -> None:
    assert len(read_atlas(lambda _done, _total: None).areas) == 4


def test_a_low_map_keeps_most_of_its_height_for_itself(
    make: Callable[..., VenueMap], qtbot: QtBot
) -> None:
    shown = make()
    laid(qtbot, shown)
    assert shown.foot.focusPolicy() == Qt.FocusPolicy.NoFocus

    shown.resize(300, 260)

    qtbot.waitUntil(lambda: shown.canvas.height() > 1.5 * shown.foot.height() > 0)
    assert shown.foot.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert shown.foot.accessibleName() == "About the map"
