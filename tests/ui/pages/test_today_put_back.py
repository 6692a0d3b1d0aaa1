"""Dates that were left out and are free now, on Today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from tests.ui.pages import today_scene
from tests.ui.pages.today_scene import TEN
from tests.ui.sitting import Sitting, sit
from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import World
from ui.jobs import Job
from ui.pages.today import TodayPage
from venues.database.models import CaseVenue, ClosedDay
from venues.services.series.planning import Otherwise

PUT_BACK = "Put it back: Thursday 3 December 2026, 3pm to 4pm · Willow Room, Millbrook"


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, TEN)


def settled(qtbot: QtBot, seat: Sitting) -> None:
    qtbot.waitUntil(lambda: not seat.desk.jobs.findChildren(Job))


@pytest.fixture
def page(qtbot: QtBot, world: World, seat: Sitting) -> TodayPage:
    """Today, with a series of which two dates were left out as days were closed."""
    for day in THURSDAYS[1:3]:
        scene.close(world, day)
    scene.book(world, otherwise=(Otherwise.LEAVE_OUT,))
    opened = today_scene.opened(seat)
    settled(qtbot, seat)
    return opened


def free(world: World, day: date) -> None:
    with world.database.write() as session:
        session.execute(delete(ClosedDay).where(ClosedDay.day == day))


def test_nothing_is_said_while_nothing_is_free(page: TodayPage) -> None:
    assert "free now" not in today_scene.words(page)


def test_a_date_that_becomes_free_is_put_back_with_a_button(
    qtbot: QtBot, world: World, seat: Sitting, page: TodayPage
) -> None:
    free(world, THURSDAYS[1])
    settled(qtbot, seat)
    assert "Left out, and free now (1)" in today_scene.words(page)
    assert (
        "Left out when you booked it every week on Thursday, 4 times."
        in today_scene.words(page)
    )

    today_scene.button(page, PUT_BACK).click()
    settled(qtbot, seat)

    assert [row[1] for row in scene.stored(world)].count("booked") == 3
    assert "free now" not in today_scene.words(page)
    assert seat.host.said[-1] == (
        "Booked Willow Room, Thursday 3 December 2026, 3pm to 4pm. [Undo]"
    )


def test_it_is_undone_and_done_again(
    qtbot: QtBot, world: World, seat: Sitting, page: TodayPage
) -> None:
    free(world, THURSDAYS[1])
    settled(qtbot, seat)
    today_scene.button(page, PUT_BACK).click()
    settled(qtbot, seat)

    assert seat.desk.undo.undo_name == "Undo putting back Willow Room on 3 December"
    seat.desk.undo.undo()
    settled(qtbot, seat)
    assert scene.stored(world)[1][1] == "left out"
    seat.desk.undo.redo()
    settled(qtbot, seat)

    assert scene.stored(world)[1][1] == "booked"


def test_taken_meanwhile_it_says_so_and_goes(
    qtbot: QtBot, world: World, seat: Sitting, page: TodayPage
) -> None:
    for day in THURSDAYS[1:3]:
        free(world, day)
    settled(qtbot, seat)
    page.put_back.work.busy = True  # as while another one is being booked
    scene.occupy(world, THURSDAYS[1])
    page.put_back.work.busy = False

    page.put_back._put_back(page.put_back.free[0], "back")  # noqa: SLF001 - its button
    settled(qtbot, seat)

    said = today_scene.words(page)
    assert "Willow Room is in use from 3pm to 4pm" in said
    assert "Left out, and free now (1)" in said
    page.put_back._forget()  # noqa: SLF001 - as its button does
    assert "in use from" not in today_scene.words(page)


def test_refused_for_a_person_nothing_ever_tells_that_it_is_free(
    qtbot: QtBot, world: World, seat: Sitting
) -> None:
    with world.database.write() as session:
        kept = CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[1])
        kept.until = THURSDAYS[1]
        session.add(kept)
    scene.book(world, otherwise=(Otherwise.LEAVE_OUT,))
    page = today_scene.opened(seat)
    with world.database.write() as session:
        session.execute(delete(CaseVenue))
    settled(qtbot, seat)

    assert "free now" not in today_scene.words(page)


def test_a_page_that_is_not_shown_looks_when_it_is(
    qtbot: QtBot, world: World, seat: Sitting, page: TodayPage
) -> None:
    page.hide()
    free(world, THURSDAYS[1])
    settled(qtbot, seat)
    assert page.put_back.free == ()

    page.show()
    settled(qtbot, seat)

    assert len(page.put_back.free) == 1
