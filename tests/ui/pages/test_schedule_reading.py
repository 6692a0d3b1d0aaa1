"""Which rooms and days are read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from ui.desk import Desk
from ui.pages import schedule_reading
from ui.pages.schedule_reading import Choice
from ui.preferences import TWENTY_FOUR
from venues.database.session import Database
from venues.services import diary


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A practitioner's desk in the scene."""
    scene.fill(database)
    made, _ = driver.desk(database)
    yield made
    made.jobs.close()


def choice(view: str = "day", scope: str = "all", room_id: int = 0) -> Choice:
    """The scene's Thursday."""
    return Choice(view, scene.THURSDAY, scope, room_id)


@pytest.mark.parametrize(
    ("scope", "rooms"),
    [
        ("all", 9),
        ("authority:2", 9),
        ("authority:1", 0),
        (f"venue:{scene.LIBRARY}", 2),
        ("mine", 5),
    ],
)
def test_only_the_chosen_rooms_are_read(desk: Desk, scope: str, rooms: int) -> None:
    sheet = schedule_reading.read(desk, choice(scope=scope))

    assert len(sheet.diary.rooms) == rooms


def test_without_anything_of_ones_own_nothing_is_shown(desk: Desk) -> None:
    empty = Choice("week", date(2027, 3, 3), "mine")

    assert schedule_reading.read(desk, empty).bands == ()


def test_the_rooms_view_reads_one_room_whatever_is_chosen_otherwise(desk: Desk) -> None:
    sheet = schedule_reading.read(desk, choice("room", "mine", scene.STUDY))

    assert [room.id for room in sheet.diary.rooms] == [scene.STUDY]
    assert len(sheet.days) == 6


def test_the_clock_is_written_as_the_person_likes_it(desk: Desk) -> None:
    desk.preferences[TWENTY_FOUR] = True

    assert schedule_reading.read(desk, choice()).twenty_four


def test_days_and_weeks_are_stepped(desk: Desk) -> None:
    day, week = choice(), choice("week")

    assert day.stepped(1).day == date(2026, 11, 27)
    assert week.stepped(-1).day == date(2026, 11, 19)
    assert week.monday == scene.MONDAY


def test_the_lists_go_from_the_whole_to_its_parts(
    desk: Desk, database: Database
) -> None:
    with database.read() as session:
        rooms = diary.rooms(session)

    scopes = schedule_reading.scopes(rooms)
    listed = schedule_reading.room_list(rooms)

    assert [words for _, words, _ in scopes] == [
        "All four authorities",
        "Mine only",
        "Warrington",
        "Lantern Health Centre",
        "Millbrook Family Hub",
        "Oakmere Community Centre",
        "Station Road Library",
    ]
    assert scopes[2][0] == "authority:2"
    assert listed[:3] == [
        (None, "Lantern Health Centre", 0),
        (scene.CONSULTING_2, "Consulting 2", 1),
        (scene.CONSULTING_3, "Consulting 3", 1),
    ]
