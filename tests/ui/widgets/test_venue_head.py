"""The top of a venue's detail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.models.test_venue_rows import stands
from tests.ui.widgets.test_venue_detail import FOUND
from ui.models.venue_rows import Marks
from ui.widgets.venue_head import STAR, UNSTAR, VenueHead
from venues.services.venue_attention import Matter

LEFT = Qt.MouseButton.LeftButton


def made(qtbot: QtBot, *, may_edit: bool = True, status: str = "active") -> VenueHead:
    head = VenueHead(may_edit=may_edit)
    qtbot.addWidget(head)
    head.resize(420, 300)
    head.show()
    venue = replace(FOUND.venue, status=status)
    head.show_venue(replace(FOUND, venue=venue), Marks(), starred=False)
    return head


def test_it_is_headed_by_name_and_place(qtbot: QtBot) -> None:
    head = made(qtbot)

    assert head.name.text() == "Millbrook Family Hub"
    assert head.line.text() == "Family hub · Warrington · WA2 9AA · 1 room"
    assert not head.status.isVisible()
    assert not head.needs.isVisible()


def test_the_menu_retires_or_brings_back(qtbot: QtBot) -> None:
    used, retired = made(qtbot), made(qtbot, status="retired")

    with qtbot.waitSignal(retired.asked) as told:
        retired.bring_back.trigger()

    assert (used.retire.isVisible(), used.bring_back.isVisible()) == (True, False)
    assert (retired.retire.isVisible(), told.args) == (False, ["bring back"])


def test_the_menu_copies(qtbot: QtBot) -> None:
    head = made(qtbot)

    with qtbot.waitSignal(head.asked) as told:
        head.clone.trigger()

    assert told.args == ["clone"]


def test_a_venue_that_is_not_in_use_says_so_and_is_not_looked_for(
    qtbot: QtBot,
) -> None:
    head = made(qtbot, status="suspended")

    assert head.status.isVisible()
    assert head.status.text() == "Suspended"
    assert not head.find_room.isEnabled()
    assert not head.schedule.isEnabled()


@pytest.mark.parametrize("may_edit", [True, False])
def test_who_only_reads_cannot_edit(qtbot: QtBot, may_edit: bool) -> None:  # noqa: FBT001 - both ways
    head = made(qtbot, may_edit=may_edit)

    assert head.edit.isVisible() is may_edit
    assert head.more.isVisible() is may_edit
    assert head.find_room.isVisible()
    assert head.star.isVisible()


def test_what_waits_is_said_in_sentences(qtbot: QtBot) -> None:
    head = made(qtbot)
    matters = (
        Matter("No hours", "No hours are recorded."),
        Matter("No rooms", "None."),
    )

    head.show_venue(FOUND, Marks(attention={1: matters}), starred=False)

    assert head.needs.isVisible()
    assert head.why.text() == "No hours are recorded.\nNone."


def test_the_star_says_what_it_would_do(qtbot: QtBot) -> None:
    head = made(qtbot)
    before = head.star.accessibleName()

    with qtbot.waitSignal(head.starred) as told:
        qtbot.mouseClick(head.star, LEFT)

    assert (before, head.star.accessibleName()) == (STAR, UNSTAR)
    assert told.args == [True]


def test_showing_a_favourite_stars_nothing(qtbot: QtBot) -> None:
    head = made(qtbot)

    with qtbot.assertNotEmitted(head.starred):
        head.show_venue(FOUND, Marks(), starred=True)

    assert head.star.isChecked()


def test_what_it_suits_stands_beside_its_name(qtbot: QtBot) -> None:
    head = made(qtbot)
    before = head.suits.text()

    head.show_venue(FOUND, Marks(standing={1: stands(5)}), starred=False)

    assert (before, head.suits.text()) == ("Not assessed", "5 of 7")
    assert "A victim meeting: suitable" in head.suits.toolTip()


def test_a_long_name_has_what_it_suits_below_it_and_the_whole_width(
    qtbot: QtBot,
) -> None:
    head = made(qtbot)
    head.resize(900, 300)
    qtbot.waitUntil(lambda: head.suits.x() > head.name.x())
    name = "Millbrook and Ellesmere Port Community Wellbeing Centre " * 2
    long = replace(FOUND, venue=replace(FOUND.venue, name=name))

    head.show_venue(long, Marks(), starred=False)
    qtbot.waitUntil(lambda: head.suits.y() > head.name.geometry().bottom())

    assert head.suits.x() == head.name.x()
    head.show_venue(FOUND, Marks(), starred=False)
    qtbot.waitUntil(lambda: head.suits.x() > head.name.x())


@pytest.mark.parametrize("may_edit", [True, False])
def test_photos_open_for_everybody_where_there_are_some(
    qtbot: QtBot,
    may_edit: bool,  # noqa: FBT001 - both ways
) -> None:
    head = made(qtbot, may_edit=may_edit)
    before = head.more.isVisible(), head.photos.isVisible()
    pictured = replace(FOUND, venue=replace(FOUND.venue, photos="Hub photos"))

    head.show_venue(pictured, Marks(), starred=False)
    with qtbot.waitSignal(head.asked) as told:
        head.photos.trigger()

    assert before == (may_edit, False)
    assert head.more.isVisible()
    assert head.clone.isVisible() is may_edit
    assert told.args == ["photos"]
