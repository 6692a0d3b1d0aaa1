"""The dates of a series, and what can be done about them."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS, WEEKLY
from tests.world import HALL, OAK, WILLOW, World
from ui.pages.series_section import AS_ASKED, LEAVE_OUT, ROOM, TIME, SeriesSection
from venues.database.models import CaseVenue
from venues.services.series import planning, ways
from venues.services.series.planning import Chosen, Instead


@pytest.fixture
def section(qtbot: QtBot) -> SeriesSection:
    widget = SeriesSection()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def show(world: World, section: SeriesSection, chosen: Chosen | None = None) -> None:
    with world.database.read() as session:
        given = {"viewer": world.practitioner, "case_ids": (1,), "now": world.now}
        asked = planning.plan(session, world.request(), WEEKLY, **given)
        found = ways.out(session, asked, **given)
        planned = planning.plan(
            session, world.request(), WEEKLY, **given, chosen=chosen or {}
        )
    section.show_dates(planned, found)


def open_(section: SeriesSection, place: int) -> list[str]:
    section.chips.chips[place].click()
    return [*section.detail.buttons]


def test_where_all_fits_there_is_nothing_to_decide(
    world: World, section: SeriesSection
) -> None:
    show(world, section)

    assert not section.nearest.isVisible()
    assert not section.leave_out.isVisible()
    assert open_(section, 0) == [LEAVE_OUT]


def test_rooms_are_taken_for_all_that_have_one(
    qtbot: QtBot, world: World, section: SeriesSection
) -> None:
    scene.occupy(world, THURSDAYS[0])
    scene.close(world, THURSDAYS[1])
    show(world, section)

    with qtbot.waitSignal(section.chose) as rooms:
        section.nearest.click()
    with qtbot.waitSignal(section.chose) as out:
        section.leave_out.click()

    at = datetime.combine(THURSDAYS[0], datetime.min.time()).replace(hour=15)
    assert rooms.args == [{THURSDAYS[0]: Instead(OAK, at)}]
    assert out.args == [{THURSDAYS[1]: None}]


def test_where_all_have_a_room_all_can_be_left_out(
    world: World, section: SeriesSection
) -> None:
    scene.occupy(world, THURSDAYS[0])

    show(world, section)

    assert section.leave_out.text() == "Leave out 26 Nov"


def test_each_date_has_its_own_ways(
    qtbot: QtBot, world: World, section: SeriesSection
) -> None:
    scene.occupy(world, THURSDAYS[0])
    show(world, section)

    assert open_(section, 0) == [ROOM, TIME, LEAVE_OUT]
    with qtbot.waitSignal(section.chose) as chose:
        section.detail.buttons[TIME].click()

    at = datetime.combine(THURSDAYS[0], datetime.min.time()).replace(hour=16)
    assert chose.args == [{THURSDAYS[0]: Instead(WILLOW, at)}]


def test_what_was_chosen_is_not_offered_again_but_can_be_taken_back(
    qtbot: QtBot, world: World, section: SeriesSection
) -> None:
    scene.occupy(world, THURSDAYS[0])
    at = datetime.combine(THURSDAYS[0], datetime.min.time()).replace(hour=15)
    show(world, section, {THURSDAYS[0]: Instead(OAK, at)})

    assert open_(section, 0) == [TIME, LEAVE_OUT, AS_ASKED]
    with qtbot.waitSignal(section.asked) as asked:
        section.detail.buttons[AS_ASKED].click()

    assert asked.args == [THURSDAYS[0]]


def test_refused_for_a_person_there_is_another_cluster_and_no_other_time(
    world: World, section: SeriesSection
) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[0]))
    show(world, section)

    assert open_(section, 0) == [ROOM, LEAVE_OUT]
    assert section.detail.buttons[ROOM].text() == "Use Hall, Railside"
    assert HALL


def test_a_date_pressed_again_or_gone_is_closed(
    world: World, section: SeriesSection
) -> None:
    show(world, section)

    open_(section, 0)
    section.chips.chips[0].click()
    assert not section.detail.isVisible()
    open_(section, 3)
    section.detail.close_.click()
    assert not section.detail.isVisible()
    open_(section, 3)
    section.show_dates((), {})

    assert not section.detail.isVisible()
    section.detail.wanted.emit(LEAVE_OUT)


def test_what_the_rule_leaves_out_cannot_be_put_in(
    world: World, section: SeriesSection
) -> None:
    with world.database.read() as session:
        planned = planning.plan(
            session,
            world.request(),
            WEEKLY,
            world.practitioner,
            (1,),
            now=world.now,
        )
    held = planning.Planned(
        day=THURSDAYS[0], outcome=planning.Outcome.LEFT_OUT, why="School holiday"
    )
    section.show_dates((held, *planned[1:]), {})

    assert open_(section, 0) == []


def test_while_dates_are_looked_at_it_says_so(section: SeriesSection) -> None:
    section.wait()

    assert section.summary.text() == "Looking at the dates…"
    section.go_to_failing()
