"""From a booking's details to its series."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.dialogs.series_editor import SeriesEditor
from ui.pages.series_changing import VERB, SeriesChanging
from venues.database.models import Booking, Series, SeriesDate
from venues.database.session import Database

MINE = 6
"""The booking at 3:30pm in Willow Room."""


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The schedule, in which that booking is a date of a series."""
    with driver.opened(qtbot, database) as found:
        with database.write() as session:
            series = Series(
                rule=(
                    "FREQ=WEEKLY;BYDAY=TH;COUNT=1;DTSTART=20261126T153000;"
                    f"DURATION=PT60M;X-ROOMS={scene.WILLOW}"
                ),
                words="Every Thursday, once",
                made_at=scene.NOW,
            )
            session.add(series)
            session.flush()
            session.get_one(Booking, MINE).series_id = series.id
            session.add(
                SeriesDate(
                    series_id=series.id,
                    day=scene.THURSDAY,
                    outcome="booked",
                    booking_id=MINE,
                )
            )
        yield found


def asides(opened: Opened, starts: tuple[int, int]) -> list[str]:
    """What the details of the booking then in Willow Room offer."""
    page = opened.page
    cell = driver.cell_of(page, scene.WILLOW, starts)
    assert cell.seen is not None
    acts = page.acts
    return [
        words
        for _, words in acts._asides.offered(  # noqa: SLF001 - as its buttons do
            cell.seen, page.table.sheet.rooms[scene.WILLOW]
        )
    ]


def test_a_booking_that_repeats_offers_it(opened: Opened) -> None:
    assert VERB in asides(opened, (15, 30))


def test_others_do_not(opened: Opened) -> None:
    assert VERB not in asides(opened, (9, 0))


def test_it_opens_the_form(opened: Opened) -> None:
    page = opened.page
    cell = driver.cell_of(page, scene.WILLOW, (15, 30))
    assert cell.seen is not None

    dialog = page.acts._asides.take("series", cell.seen)  # noqa: SLF001 - as its button does

    assert isinstance(dialog, SeriesEditor)
    assert dialog.opened.chosen.booking_id == MINE
    dialog.reject()


def test_what_is_masked_offers_nothing(opened: Opened) -> None:
    row = driver.masked(scene.WILLOW, 3, (13, 0), (14, 30))

    assert not SeriesChanging(opened.desk, opened.page).offers(row)
