"""A week's lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui import palettes, theme
from ui.delegates.blocks import Pens
from ui.delegates.week import WeekDelegate
from ui.models.grid import Band, Cell, What
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Room, Venue

HUB = Venue(1, "Millbrook", "Warrington", "Warrington", 2, "active")
WILLOW = Room(1, "Willow Room", HUB, (1,), {}, 6)
MASKED = Seen(
    room_id=1, starts=datetime(2026, 11, 26, 13), ends=datetime(2026, 11, 26, 14, 30)
)
OWN = replace(MASKED, title="WA-20417", sight=Sight.FULL, own=True, audience="child")


@pytest.fixture
def delegate(qtbot: QtBot) -> WeekDelegate:
    """What draws a week, in ordinary text."""
    return WeekDelegate(Pens(QFont()))


def drawn(delegate: WeekDelegate, row: Seen, **how: bool) -> QImage:
    """A line of a day, on white."""
    c = theme.colours(palettes.light())
    picture = QImage(180, 30, QImage.Format.Format_RGB32)
    picture.fill(c.surface)
    painter = QPainter(picture)
    given = {"chosen": False, "twenty_four": False, **how}
    delegate.block(painter, row, QRect(2, 2, 170, 24), c, **given)
    painter.end()
    return picture


def test_rows_hold_the_lines_and_leave_the_name_its_room(
    delegate: WeekDelegate,
) -> None:
    def heights(rows: int) -> list[int]:
        return delegate.rows(Band(0, rows, "Willow Room", room=WILLOW))

    least = delegate.pens.strong.height + delegate.pens.small.height

    assert sum(heights(1)) > least
    assert sum(heights(2)) == sum(heights(1))
    assert heights(4)[:3] == [delegate.line] * 3
    assert 0 < heights(4)[3] < delegate.line


def test_a_day_has_room_for_a_time_and_a_reference(delegate: WeekDelegate) -> None:
    assert delegate.day_wide() > delegate.pens.title.wide("10:15am WA-20288")


def test_masked_lines_differ_by_their_time_alone(delegate: WeekDelegate) -> None:
    longer = replace(MASKED, ends=datetime(2026, 11, 26, 17))
    later = replace(MASKED, starts=datetime(2026, 11, 26, 14))

    assert drawn(delegate, longer) == drawn(delegate, MASKED)
    assert drawn(delegate, later) != drawn(delegate, MASKED)


def test_own_provisional_chosen_and_the_24_hour_clock_can_be_seen(
    delegate: WeekDelegate,
) -> None:
    plain = drawn(delegate, OWN)

    others = [
        drawn(delegate, replace(OWN, own=False)),
        drawn(delegate, replace(OWN, status="provisional")),
        drawn(delegate, replace(OWN, not_confirmed=True)),
        drawn(delegate, OWN, chosen=True),
        drawn(delegate, OWN, twenty_four=True),
    ]

    assert plain not in others
    assert all(one != other for n, one in enumerate(others) for other in others[:n])


def test_a_closure_of_some_hours_says_its_word(delegate: WeekDelegate) -> None:
    c = theme.colours(palettes.light())
    pictures = []
    for word in ("Fire drill", "Repairs"):
        picture = QImage(180, 30, QImage.Format.Format_RGB32)
        picture.fill(c.surface)
        painter = QPainter(picture)
        day = date(2026, 11, 26)
        cell = Cell(What.CLOSED, 0, 0, 1, 1, 1, day, 720, 780, None, word)
        delegate.shut(painter, cell, QRect(2, 2, 170, 24), c, twenty_four=False)
        painter.end()
        pictures.append(picture)

    assert pictures[0] != pictures[1]
