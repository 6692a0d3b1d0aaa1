"""The Rooms tab of a venue's detail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.venue_rooms import FEATURES, RoomsTab
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import RoomDraft, VenueDraft

OAK = RoomDraft(id=1, venue_id=1, name="Oak", seats_circle=6, space_ids=(1,))
ASH = RoomDraft(
    id=2, venue_id=1, name="Ash", seats_circle=4, space_ids=(2,), status="retired"
)
LEFT = Qt.MouseButton.LeftButton


def details(*rooms: RoomDraft) -> VenueDetails:
    return VenueDetails(
        venue=VenueDraft(id=1, name="Hub"),
        authority="Warrington",
        rooms=rooms,
        hours={},
        closures=(),
    )


def made(qtbot: QtBot, *rooms: RoomDraft, may_edit: bool = True) -> RoomsTab:
    tab = RoomsTab(may_edit=may_edit)
    qtbot.addWidget(tab)
    tab.resize(400, 500)
    tab.show()
    tab.show_venue(details(*rooms))
    return tab


@pytest.fixture
def tab(qtbot: QtBot) -> RoomsTab:
    """Oak, and Ash, which is retired."""
    return made(qtbot, OAK, ASH)


def test_the_first_room_is_chosen_and_told_of(tab: RoomsTab) -> None:
    assert tab.current() == OAK
    assert tab.facts.words()["Seats"] == "6 in a circle"
    assert tab.retire.text() == "Retire"


def test_another_room_is_told_of_when_it_is_chosen(tab: RoomsTab) -> None:
    tab.table.select(tab.table.ordered.index(1, 0))

    assert tab.facts.words()["Seats"] == "4 in a circle"
    assert tab.retire.text() == "Bring back"


def test_the_chosen_room_stays_chosen(tab: RoomsTab) -> None:
    tab.table.select(tab.table.ordered.index(1, 0))

    tab.show_venue(details(RoomDraft(id=3, venue_id=1, name="Elm"), OAK, ASH))

    assert tab.current() == ASH


@pytest.mark.parametrize(
    ("button", "asked", "about"),
    [("add", "add room", None), ("change", "change room", OAK)],
)
def test_a_button_asks_for_what_it_says(
    qtbot: QtBot, tab: RoomsTab, button: str, asked: str, about: RoomDraft | None
) -> None:
    with qtbot.waitSignal(tab.asked) as told:
        qtbot.mouseClick(getattr(tab, button), LEFT)

    assert told.args == [asked, about]


def test_retiring_and_bringing_back_are_one_button(qtbot: QtBot, tab: RoomsTab) -> None:
    with qtbot.waitSignal(tab.asked) as first:
        qtbot.mouseClick(tab.retire, LEFT)
    tab.table.select(tab.table.ordered.index(1, 0))
    with qtbot.waitSignal(tab.asked) as second:
        qtbot.mouseClick(tab.retire, LEFT)

    assert first.args == ["retire room", OAK]
    assert second.args == ["bring back room", ASH]


def test_enter_changes_the_chosen_room(qtbot: QtBot, tab: RoomsTab) -> None:
    with qtbot.waitSignal(tab.asked) as told:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)

    assert told.args == ["change room", OAK]


def test_who_only_reads_has_no_buttons(qtbot: QtBot) -> None:
    tab = made(qtbot, OAK, may_edit=False)

    with qtbot.assertNotEmitted(tab.asked):
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)

    assert tab.add.isHidden()
    assert tab.change.isHidden()


def test_a_venue_without_rooms_says_what_to_do(qtbot: QtBot) -> None:
    tab = made(qtbot)

    assert tab.empty.isVisible()
    assert tab.add.isVisible()
    assert tab.current() is None


def test_features_are_a_column_where_there_is_room(qtbot: QtBot, tab: RoomsTab) -> None:
    narrow = tab.table.isColumnHidden(FEATURES)
    tab.resize(1000, 500)

    qtbot.waitUntil(lambda: not tab.table.isColumnHidden(FEATURES))

    assert narrow
