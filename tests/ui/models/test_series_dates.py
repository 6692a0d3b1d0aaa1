"""The dates of a series as lines of a table."""

from __future__ import annotations

import pytest

from tests.venues.services.series import scene
from tests.venues.services.series.scene import ELSE, THURSDAYS
from tests.world import World
from ui.models import series_dates
from ui.models.series_dates import Line
from venues.database.models import Booking
from venues.services import booking_changes
from venues.services.series import reading


@pytest.fixture
def lines(world: World) -> list[Line]:
    scene.occupy(world, THURSDAYS[0])
    scene.close(world, THURSDAYS[1])
    scene.close(world, THURSDAYS[2])
    made = scene.book(world, otherwise=ELSE)
    with world.database.write() as session:
        id_ = made.booked[1].id
        session.get_one(Booking, made.booked[0].id).status = "provisional"
        booking_changes.cancel(
            session, id_, world.practitioner, reason="Not needed", now=world.now
        )
    with world.database.read() as session:
        found = reading.show(session, made.id, world.practitioner)
    return series_dates.lines(found.dates, {THURSDAYS[2]})


def test_each_says_how_it_stands(lines: list[Line]) -> None:
    assert [each.outcome for each in lines] == [
        "Provisional",
        "Left out",
        "Free now",
        "Cancelled",
    ]
    assert lines[0].where == "Oak Room, Millbrook · 3pm to 4pm"
    assert lines[0].why.startswith("Willow Room is in use")
    assert "closed" in lines[1].why


def test_the_columns_show_it(lines: list[Line]) -> None:
    titles = [column.title for column in series_dates.columns()]
    words = [column.text(lines[1]) for column in series_dates.columns()]

    assert titles == ["Date", "", "Where and when", "Note"]
    assert words[:3] == ["Thu 3 Dec 2026", "Left out", ""]
