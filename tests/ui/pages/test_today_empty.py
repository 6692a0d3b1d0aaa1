"""The Today page where there is little, and for those who keep the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from tests.ui.pages.today_scene import TEN, book, button, opened, words
from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.widgets.buttons import Button
from venues.database.models import Closure, Outing, Venue


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, TEN)


@pytest.fixture
def keeper(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, TEN)


def test_nothing_today_but_something_ahead(seat: Sitting, world: World) -> None:
    book(world)
    seat.at(datetime(2026, 11, 24, 10))

    page = opened(seat)

    assert "Nothing is booked today." in words(page)
    assert "Next: Thursday 26 November, 3:00pm" in words(page)


def test_a_buddy_sees_who_is_out(seat: Sitting, world: World) -> None:
    with world.database.write() as session:
        session.add(
            Outing(
                staff_id=2,
                buddy_id=1,
                place="School visit",
                starts=TEN,
                ends=TEN.replace(hour=11),
                check_out=TEN.replace(hour=11, minute=15),
            )
        )

    page = opened(seat)

    assert "I am buddy for" in words(page)
    assert "Practitioner 05, School visit, out by 11:15am" in words(page)


def test_where_there_are_no_rooms_a_practitioner_is_told_whom_to_ask(
    seat: Sitting, world: World
) -> None:
    shut_all(world)

    page = opened(seat)

    assert "Ask one of them." in words(page)


def test_where_there_are_no_rooms_a_keeper_is_led_to_the_venues(
    keeper: Sitting, world: World
) -> None:
    shut_all(world)
    page = opened(keeper)

    button(page, "Add a venue").click()

    assert keeper.host.shown == [("venues", {})]


def shut_all(world: World) -> None:
    with world.database.write() as session:
        session.execute(update(Venue).values(status="retired"))


def test_a_keeper_sees_what_closes_and_goes_there(
    keeper: Sitting, world: World
) -> None:
    with world.database.write() as session:
        session.add(
            Closure(
                venue_id=2,
                starts=TEN,
                ends=TEN.replace(hour=17),
                reason="Burst pipe",
            )
        )
        session.execute(update(Venue).where(Venue.id == 3).values(status="suspended"))

    page = opened(keeper)

    assert "Thursday 26 November, 10am to 5pm: Burst pipe" in words(page)
    assert {"Closed", "Suspended"} <= set(words(page).split("\n"))
    button(page, "Open Library").click()
    assert keeper.host.shown == [("venues", {"venue": 2})]


def test_with_little_room_the_cards_stand_under_one_another(seat: Sitting) -> None:
    page = opened(seat)
    columns = page._columns  # noqa: SLF001 - how it is laid out is the point
    assert isinstance(columns, QBoxLayout)
    assert columns.direction() == QBoxLayout.Direction.LeftToRight

    page.resize(500, 700)

    assert columns.direction() == QBoxLayout.Direction.TopToBottom


def test_every_button_can_be_reached_and_has_a_name(
    seat: Sitting, world: World
) -> None:
    book(world, references=())
    page = opened(seat)

    shown = [each for each in page.findChildren(Button) if each.isVisible()]

    assert len(shown) == 7
    assert all(each.accessibleName() or each.text() for each in shown)
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in shown)
