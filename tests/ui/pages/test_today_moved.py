"""What was moved for somebody, on Today until they have seen it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.rehousing.leaving import applied, book, made
from tests.world import World
from ui.pages.today import TodayPage
from ui.pages.today_moved import BACK, COPIED, SEEN
from venues.database.models import Booking
from venues.database.session import Database
from venues.services import releasing, settings
from venues.services.conditions import RELEASED
from venues.services.rehousing import telling


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


@pytest.fixture
def moved(seat: Sitting, world: World) -> TodayPage:
    book(world)
    applied(world, made(world))
    page = TodayPage(seat.desk)
    seat.show(page)
    seat.rest()
    return page


def button(page: TodayPage, key: str) -> QPushButton:
    (found,) = [
        each
        for each in page.findChildren(QPushButton)
        if each.objectName().startswith("moved-") and each.objectName().endswith(key)
        if each.isVisible()
    ]
    return found


def words(page: TodayPage) -> str:
    (row,) = page.moved.told
    return row.words


def left(world: World) -> int:
    with world.database.read() as session:
        return telling.count(session, world.practitioner, world.now)


def test_it_says_from_where_to_where(moved: TodayPage) -> None:
    assert words(moved) == "Moved from Willow Room, Millbrook to Study, Library."
    assert button(moved, "seen").accessibleName().startswith("Seen: Thu 26 November")


def test_seen_takes_it_off_and_undo_puts_it_back(
    seat: Sitting, moved: TodayPage, world: World
) -> None:
    button(moved, "seen").click()
    seat.rest()

    assert left(world) == 0
    assert seat.host.said == [f"{SEEN} [Undo]"]
    assert moved.moved.told == ()
    seat.desk.undo.undo()
    seat.rest()
    assert left(world) == 1
    seat.desk.undo.redo()
    seat.rest()
    assert left(world) == 0


def test_the_words_for_whoever_comes_are_copied(
    seat: Sitting, moved: TodayPage
) -> None:
    button(moved, "words").click()
    seat.rest()

    assert seat.host.said == [COPIED]
    assert (
        "has moved. It is now on Thursday 26 November"
        in QGuiApplication.clipboard().text()
    )


def test_its_calendar_file_and_the_booking_are_a_press_away(
    seat: Sitting, moved: TodayPage
) -> None:
    button(moved, "open").click()
    assert seat.host.shown[0][0] == "find"

    button(moved, "file").click()
    asked = moved.findChild(QFileDialog) or seat.owner().findChild(QFileDialog)
    assert asked is not None
    asked.reject()


def test_what_was_taken_back_meanwhile_is_said(
    seat: Sitting, moved: TodayPage, world: World
) -> None:
    told = moved.moved.told
    elsewhere = Database.open(world.database.path)
    with elsewhere.write() as session:
        telling.take_back(session, [each.id for each in told], world.coordinator)
    elsewhere.close()
    button(moved, "seen").click()
    seat.rest()

    assert seat.host.said == ["That is no longer on your list. Look at it again."]


def test_what_was_released_is_brought_back_by_key_and_undone(
    seat: Sitting, world: World
) -> None:
    with world.database.write() as session:
        settings.save(session, world.manager, {"provisional_due": "release"})
    booked = book(world)
    seat.at(datetime(2026, 11, 25, 8))
    releasing.release(world.database, seat.desk.now())
    page = TodayPage(seat.desk)
    seat.show(page)
    seat.rest()
    assert words(page) == RELEASED
    assert "Released (1)" in [each.text() for each in page.findChildren(QLabel)]

    back = button(page, "back")
    back.setFocus()
    seat.qtbot.keyClick(back, Qt.Key.Key_Space)
    seat.rest()

    assert seat.host.said == [f"{BACK} [Undo]"]
    assert page.moved.told == ()
    assert status(world, booked) == "provisional"
    seat.desk.undo.undo()
    seat.rest()
    assert status(world, booked) == "cancelled"
    assert words(page) == RELEASED
    seat.desk.undo.redo()
    seat.rest()
    assert status(world, booked) == "provisional"


def status(world: World, booking_id: int) -> str:
    with world.database.read() as session:
        return session.get_one(Booking, booking_id).status


def test_nobody_else_sees_it(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    book(world)
    applied(world, made(world))
    for seat in sit(qtbot, world.database, world.colleague, tmp_path):
        page = TodayPage(seat.desk)
        seat.show(page)
        seat.rest()
        assert page.moved.told == ()
