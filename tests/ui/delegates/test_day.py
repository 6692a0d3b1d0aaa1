"""A day's blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui import palettes, theme
from ui.delegates.blocks import Pens
from ui.delegates.day import AIR, DayDelegate, beneath
from ui.models.grid import Cell, What
from venues.domain.privacy import Seen, Sight

THURSDAY = date(2026, 11, 26)
MASKED = Seen(
    room_id=1, starts=datetime(2026, 11, 26, 11), ends=datetime(2026, 11, 26, 12)
)
FULL = replace(
    MASKED,
    title="WA-20417",
    sight=Sight.FULL,
    kind="Supervision session",
    held_from=datetime(2026, 11, 26, 10, 45),
    held_until=datetime(2026, 11, 26, 12, 15),
)
HELD = Cell(What.BOOKED, 0, 0, 1, 1, 1, THURSDAY, 645, 735, FULL)


def by_minute(minute: int) -> int:
    """A pixel for each minute, from 10am on."""
    return minute - 600


@pytest.fixture
def delegate(qtbot: QtBot) -> DayDelegate:
    """What draws a day, in ordinary text."""
    return DayDelegate(Pens(QFont()))


def test_a_booking_is_drawn_when_it_takes_place(delegate: DayDelegate) -> None:
    box = delegate.box(HELD, 100, 46, by_minute)

    assert box == QRect(60, 100 + AIR, 59, 46 - 2 * AIR)


def test_the_time_to_set_up_is_drawn_before_it(delegate: DayDelegate) -> None:
    c = theme.colours(palettes.light())
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill(c.surface)
    painter = QPainter(picture)

    box = delegate.box(HELD, 0, 46, by_minute)
    delegate.held(painter, HELD, box, by_minute, c)
    painter.end()

    assert picture.pixelColor(45, 20).name() == c.outline.name()
    assert picture.pixelColor(50, 20).name() == c.hover.name()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (MASKED, ""),
        (FULL, "Supervision session"),
        (replace(FULL, title="Supervision session"), ""),
        (replace(FULL, status="provisional"), "Provisional · Supervision session"),
        (replace(FULL, status="provisional", kind=""), "Provisional"),
        (replace(FULL, not_confirmed=True), "Not confirmed · Supervision session"),
        (replace(MASKED, not_confirmed=True), ""),
        (replace(FULL, sight=Sight.ARRANGEMENTS, kind="", people=3), "3 people"),
        (
            replace(
                FULL,
                sight=Sight.ARRANGEMENTS,
                kind="",
                people=3,
                not_confirmed=True,
            ),
            "Not confirmed · 3 people",
        ),
    ],
)
def test_the_second_line_says_the_kind_but_never_of_a_masked_one(
    row: Seen, said: str
) -> None:
    assert beneath(row) == said


def test_an_hour_has_room_for_a_reference(delegate: DayDelegate) -> None:
    assert delegate.hour_wide() > delegate.pens.title.wide("WA-20417")


def test_every_masked_block_of_a_size_is_the_same_picture(
    delegate: DayDelegate,
) -> None:
    c = theme.colours(palettes.light())
    pictures = []

    for hour in (11, 15):
        row = replace(MASKED, starts=datetime(2026, 11, 26, hour))
        picture = QImage(100, 60, QImage.Format.Format_RGB32)
        picture.fill(c.surface)
        painter = QPainter(picture)
        delegate.block(painter, row, QRect(5, 5, 80, 38), c, chosen=False)
        painter.end()
        pictures.append(picture)

    assert pictures[0] == pictures[1]
    assert len(delegate.pens.blocks) == 1
