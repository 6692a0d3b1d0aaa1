"""The table behind the schedule: cells in words, and what may be done with them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt

from ui.models import grid
from ui.models.day import day_sheet
from ui.models.grid import CELL_ROLE, GridModel, Sheet, What
from ui.models.week import week_sheet
from venues.domain.period import Period
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Day, Room, Span, Venue
from venues.services.diary import Diary

THURSDAY = date(2026, 11, 26)
HUB = Venue(1, "Millbrook", "Warrington", "Warrington", 2, "active")
WILLOW = Room(1, "Willow Room", HUB, (1,), {"circle": 6}, 6)


def at(hour: int, minute: int = 0) -> datetime:
    """A time on Thursday."""
    return datetime.combine(THURSDAY, time(hour, minute))


OPEN = (Span(at(9), at(17)),)
OWN = Seen(
    room_id=1,
    starts=at(11),
    ends=at(12),
    title="WA-20417",
    sight=Sight.FULL,
    own=True,
    booking_id=5,
    held_from=at(10, 45),
    held_until=at(12, 15),
    status="provisional",
    kind="Supervision session",
    not_confirmed=True,
)
MASKED = Seen(room_id=1, starts=at(14), ends=at(15, 30))


def diary(*rows: Seen, hours: Day | None = None) -> Diary:
    """Willow Room on Thursday."""
    return Diary(
        days=(THURSDAY,),
        venues=(HUB,),
        rooms=(WILLOW,),
        seen={(1, THURSDAY): rows},
        hours={(1, THURSDAY): hours or Day(THURSDAY, OPEN, (), "", OPEN)},
    )


def cell(sheet: Sheet, start: int) -> grid.Cell:
    """The cell that begins so many minutes after midnight."""
    return next(
        c for c in sheet.cells() if c.start == start and c.room_id == 1 and c.day
    )


def test_a_booking_says_all_that_may_be_known_of_it() -> None:
    model = GridModel(day_sheet(diary(OWN)))

    said = model.spoken(cell(model.sheet, 10 * 60 + 45))

    assert said == (
        "Willow Room, Thursday 26 November, 11am to 12pm, WA-20417, "
        "Supervision session, provisional, not yet confirmed by the venue"
    )


def test_a_masked_one_says_nothing_but_its_hold() -> None:
    model = GridModel(day_sheet(diary(MASKED)))
    index = model.index(1, cell(model.sheet, 14 * 60).column)

    said = "Willow Room, Thursday 26 November, 2pm to 3:30pm, In use"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "In use, 2pm to 3:30pm"


def test_only_what_is_not_masked_can_be_chosen() -> None:
    model = GridModel(day_sheet(diary(OWN, MASKED)))
    selectable = Qt.ItemFlag.ItemIsSelectable

    chosen = {
        c.seen.title
        for c in model.sheet.cells()
        if c.seen and model.flags(model.index(c.row, c.column)) & selectable
    }

    assert chosen == {"WA-20417"}


def test_the_day_of_a_week_says_when_it_is_free() -> None:
    model = GridModel(week_sheet(diary(OWN, MASKED)))
    free = next(c for c in model.sheet.cells() if c.what is What.FREE)

    assert model.spoken(free) == (
        "Willow Room, Thursday 26 November, "
        "free 9am to 10:45am, 12:15pm to 2pm and 3:30pm to 5pm"
    )


def test_a_full_day_of_a_week_says_so() -> None:
    whole = Seen(room_id=1, starts=at(9), ends=at(17))
    model = GridModel(week_sheet(diary(whole)))
    free = next(c for c in model.sheet.cells() if c.what is What.FREE)

    assert model.spoken(free).endswith("nothing free")


@pytest.mark.parametrize(
    ("hours", "starts", "ends", "said"),
    [
        (None, 13, 14, ""),
        (None, 14, 15, "Willow Room is in use from 2pm to 3:30pm."),
        (None, 12, 13, "Willow Room is in use from 10:45am to 12:15pm."),
        (None, 16, 18, "It is closed then. It is open 9am to 5pm."),
        (Day(THURSDAY), 13, 14, "It is closed."),
        (Day(THURSDAY, (), (), "repairs", OPEN), 13, 14, "It is closed then: repairs."),
    ],
)
def test_what_stands_in_the_way_of_a_booking_is_said(
    hours: Day | None, starts: int, ends: int, said: str
) -> None:
    sheet = day_sheet(diary(OWN, MASKED, hours=hours))

    assert sheet.obstacle(1, Period(at(starts), at(ends))) == said


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (WILLOW, "6 seats"),
        (Room(2, "Loft", HUB, (2,), {}, 1, reached_by="stairs"), "1 seat · stairs"),
        (
            Room(3, "Den", HUB, (3,), {}, 4, features={"step-free": False}),
            "4 seats · not step-free",
        ),
    ],
)
def test_a_room_says_its_seats_and_what_keeps_people_out(room: Room, said: str) -> None:
    assert grid.seats(room) == said


def test_headings_name_the_room_the_time_and_the_day() -> None:
    day = GridModel(day_sheet(diary(), twenty_four=True))
    week = GridModel(week_sheet(diary()))
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

    assert day.headerData(1, across) == "08:30"
    assert week.headerData(0, across) == "Thursday 26 November"
    assert week.headerData(1, down) == "Willow Room, 6 seats"
    assert week.headerData(0, down) == "Millbrook, open 9am to 5pm"
    assert week.headerData(9, across) is None
    assert week.headerData(9, down) is None
    assert week.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None


def test_a_booking_is_known_again_wherever_it_is_drawn() -> None:
    before = cell(day_sheet(diary(OWN)), 10 * 60 + 45)
    after = cell(day_sheet(diary(OWN, MASKED)), 10 * 60 + 45)

    assert before.key == after.key == (1, 5)


def test_every_cell_of_a_span_is_the_same_cell() -> None:
    model = GridModel(day_sheet(diary(OWN)))
    booked = cell(model.sheet, 10 * 60 + 45)
    last = model.index(booked.row, booked.column + booked.columns - 1)

    assert booked.columns > 1
    assert last.data(CELL_ROLE) is booked
