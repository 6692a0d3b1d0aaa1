"""The Opening tab of a venue's detail."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.venue_opening import OpeningTab
from venues.domain.opening import Stretch
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import ClosureDraft, RoomDraft, VenueDraft

NINE, NOON, FIVE = time(9), time(12), time(17)
OAK = RoomDraft(id=7, venue_id=1, name="Oak")
PAST = ClosureDraft(
    id=1,
    venue_id=1,
    starts=datetime(2026, 11, 1),
    ends=datetime(2026, 11, 2),
    reason="painting",
)
NEXT = ClosureDraft(
    id=2,
    venue_id=1,
    room_id=7,
    starts=datetime(2026, 12, 1, 9),
    ends=datetime(2026, 12, 1, 12),
    reason="new floor",
)
LEFT = Qt.MouseButton.LeftButton


def details(
    hours: dict[int | None, tuple[Stretch, ...]], *closures: ClosureDraft
) -> VenueDetails:
    return VenueDetails(
        venue=VenueDraft(id=1, name="Hub"),
        authority="Warrington",
        rooms=(OAK,),
        hours=hours,
        closures=closures,
    )


WEEK = {None: (Stretch(0, "open", NINE, FIVE),)}


def made(qtbot: QtBot, found: VenueDetails, *, may_edit: bool = True) -> OpeningTab:
    tab = OpeningTab(lambda: datetime(2026, 11, 26), lambda: False, may_edit=may_edit)
    qtbot.addWidget(tab)
    tab.resize(400, 700)
    tab.show()
    tab.show_venue(found)
    return tab


@pytest.fixture
def tab(qtbot: QtBot) -> OpeningTab:
    """A venue open on Mondays, with a closure that is over and one to come."""
    return made(qtbot, details(WEEK, PAST, NEXT))


def test_hours_that_hold_all_year_are_one_table(tab: OpeningTab) -> None:
    assert tab.weeks["term"].rows()[0].open == "9am to 5pm"
    assert tab.weeks["term"].isVisible()
    assert not tab.weeks["holiday"].isVisible()
    assert not tab.titles["term"].isVisible()


def test_term_and_holidays_have_a_table_each_where_they_differ(qtbot: QtBot) -> None:
    hours = (
        Stretch(0, "open", NINE, FIVE, "term"),
        Stretch(0, "open", NINE, NOON, "holiday"),
    )
    tab = made(qtbot, details({None: hours}))

    assert tab.weeks["holiday"].rows()[0].open == "9am to 12pm"
    assert tab.titles["holiday"].isVisible()


def test_a_room_without_hours_has_those_of_the_venue(tab: OpeningTab) -> None:
    tab.scope.setCurrentIndex(1)

    assert tab.room_id() == 7
    assert tab.remark.text() == "This room has the hours of the whole venue."
    assert tab.weeks["term"].rows()[0].open == "9am to 5pm"


def test_the_chosen_room_stays_chosen_for_the_same_venue(tab: OpeningTab) -> None:
    tab.scope.setCurrentIndex(1)

    tab.show_venue(details(WEEK))

    assert tab.room_id() == 7


def test_no_hours_at_all_are_said(qtbot: QtBot) -> None:
    tab = made(qtbot, details({}))

    assert "nothing can be booked here" in tab.remark.text()
    assert not tab.weeks["term"].isVisible()


def test_closures_to_come_are_listed_with_place_and_reason(tab: OpeningTab) -> None:
    model = tab.closures.ordered

    assert model.rowCount() == 1
    assert [model.index(0, column).data() for column in (0, 1)] == [
        "Tue 1 Dec 2026, 9am to 12pm",
        "Oak: new floor",
    ]


def test_none_to_come_is_said(qtbot: QtBot) -> None:
    tab = made(qtbot, details(WEEK, PAST))

    assert tab.none.isVisible()
    assert not tab.closures.isVisible()
    assert not tab.change.isVisible()


@pytest.mark.parametrize(
    ("button", "asked"),
    [
        ("hours", ["hours", None]),
        ("close_", ["add closure", None]),
        ("change", ["change closure", NEXT]),
        ("open_again", ["remove closure", NEXT]),
    ],
)
def test_a_button_asks_for_what_it_says(
    qtbot: QtBot, tab: OpeningTab, button: str, asked: list[object]
) -> None:
    with qtbot.waitSignal(tab.asked) as told:
        qtbot.mouseClick(getattr(tab, button), LEFT)

    assert told.args == asked


def test_hours_are_asked_for_the_room_that_is_shown(
    qtbot: QtBot, tab: OpeningTab
) -> None:
    tab.scope.setCurrentIndex(1)

    with qtbot.waitSignal(tab.asked) as told:
        qtbot.mouseClick(tab.hours, LEFT)

    assert told.args == ["hours", 7]


def test_who_only_reads_has_no_buttons(qtbot: QtBot) -> None:
    tab = made(qtbot, details(WEEK, NEXT), may_edit=False)

    with qtbot.assertNotEmitted(tab.asked):
        qtbot.keyClick(tab.closures, Qt.Key.Key_Return)

    assert not tab.hours.isVisible()
    assert not tab.open_again.isVisible()


def test_hours_for_some_dates_stand_apart_and_are_asked_for_with_the_room(
    qtbot: QtBot,
) -> None:
    june, july = date(2027, 6, 1), date(2027, 7, 1)
    summer = Stretch(0, "open", NINE, NOON, "always", june, july)
    tab = made(qtbot, details({None: WEEK[None], 7: (summer,)}))
    tab.scope.setCurrentIndex(1)

    with qtbot.waitSignal(tab.asked) as told:
        qtbot.mouseClick(tab.dated.change, LEFT)

    assert told.args == ["change dates", (7, (june, july))]
    assert tab.remark.text() == "This room has the hours of the whole venue."
    assert tab.weeks["term"].rows()[0].open == "9am to 5pm"
