"""One venue, in tabs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.assessing_scene import sheet
from tests.ui.venue_scene import HUB
from tests.ui.widgets.test_venue_history import CHANGE
from tests.venues.services.millbrook import COORDINATOR
from ui.widgets.venue_detail import TABS, VenueDetail
from venues.domain.people import Viewer
from venues.services.assessment_sheet import Sheet
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import RoomDraft
from venues.services.venue_history import HistoryRow

FOUND = VenueDetails(
    venue=replace(HUB, id=1),
    authority="Warrington",
    rooms=(RoomDraft(id=1, venue_id=1, name="Oak", seats_circle=6),),
    hours={},
    closures=(),
)
SHEET = sheet()
LEFT = Qt.MouseButton.LeftButton


class Read:
    """Stands in for what the page looks up."""

    def history(self, _venue_id: int) -> Sequence[HistoryRow]:
        """One change."""
        return [CHANGE]

    def assessed(self, _venue_id: int) -> Sheet:
        """Nobody was there."""
        return SHEET


def made(qtbot: QtBot, viewer: Viewer = COORDINATOR) -> VenueDetail:
    detail = VenueDetail(
        Read(),
        lambda: datetime(2026, 11, 26),
        lambda: False,
        viewer=viewer,
    )
    qtbot.addWidget(detail)
    detail.resize(420, 700)
    detail.show()
    detail.show_venue(FOUND)
    return detail


@pytest.fixture
def detail(qtbot: QtBot) -> VenueDetail:
    """The hub, before somebody who may change it."""
    return made(qtbot)


def test_every_tab_is_filled_when_it_comes_to_the_front(detail: VenueDetail) -> None:
    detail.tabs.setCurrentIndex(TABS.index("Rooms"))
    room = detail.rooms.current()
    detail.tabs.setCurrentIndex(TABS.index("Opening"))
    remark = detail.opening.remark.text()
    detail.tabs.setCurrentIndex(TABS.index("Assessment"))
    assessed = detail.assessment.when.text()
    detail.tabs.setCurrentIndex(TABS.index("Contacts"))
    contacts = detail.contacts.facts.words()
    detail.tabs.setCurrentIndex(TABS.index("History"))

    assert detail.overview.facts.words()["Kind"] == "Family hub"
    assert room == FOUND.rooms[0]
    assert assessed == "Not assessed yet"
    assert remark.startswith("No hours are recorded")
    assert contacts["Main door"] == "Step-free"
    assert detail.log.table.ordered.rowCount() == 1


@pytest.mark.parametrize("what", ["edit", "find_room", "schedule"])
def test_the_buttons_ask_for_something_with_the_venue(
    qtbot: QtBot, detail: VenueDetail, what: str
) -> None:
    with qtbot.waitSignal(detail.asked) as told:
        qtbot.mouseClick(getattr(detail.head, what), LEFT)

    assert told.args == [what.partition("_")[0], FOUND]


def test_a_star_is_told_with_the_venue(qtbot: QtBot, detail: VenueDetail) -> None:
    with qtbot.waitSignal(detail.starred) as told:
        qtbot.mouseClick(detail.head.star, LEFT)

    assert told.args == [1, True]


def test_another_venue_takes_the_complaint_away(detail: VenueDetail) -> None:
    detail.notice.say("3 bookings stand in the way.")

    detail.show_venue(FOUND)
    kept = detail.notice.text
    detail.show_venue(replace(FOUND, venue=replace(FOUND.venue, id=2)))

    assert kept == "3 bookings stand in the way."
    assert detail.notice.text == ""


def test_no_venue_is_said(detail: VenueDetail) -> None:
    detail.show_venue(None)

    assert detail.found is None
    assert not detail.tabs.isVisible()
