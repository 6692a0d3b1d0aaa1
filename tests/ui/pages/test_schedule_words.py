"""The words around the schedule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Opened
from ui.pages import schedule_words
from ui.widgets.legend import CLOSED, MASKED, OWN, PANEL
from venues.database.session import Database
from venues.domain.privacy import Seen, Sight

NOON = datetime(2026, 11, 26, 12)


@pytest.fixture
def opened(qtbot: QtBot, database: Database) -> Iterator[Opened]:
    """The day of the scene, as a practitioner sees it."""
    with driver.opened(qtbot, database) as opened:
        yield opened


def row(audience: str, sight: Sight = Sight.FULL) -> Seen:
    """A booking for somebody."""
    return Seen(
        room_id=1,
        starts=NOON,
        ends=NOON.replace(hour=13),
        sight=sight,
        audience=audience,
    )


@pytest.mark.parametrize(
    ("view", "days", "said"),
    [
        ("day", 1, "Monday 23 November 2026"),
        ("week", 6, "23 to 28 November 2026"),
        ("week", 7, "23 to 29 November 2026"),
        ("room", 6, "23 to 28 November 2026"),
    ],
)
def test_the_title_is_the_day_or_the_week(view: str, days: int, said: str) -> None:
    shown = [scene.MONDAY + timedelta(n) for n in range(days)]

    assert schedule_words.title(view, scene.MONDAY, shown) == said


def test_a_week_over_the_end_of_a_month_keeps_to_its_saturday() -> None:
    days = [date(2026, 11, 30) + timedelta(n) for n in range(7)]

    said = schedule_words.title("week", days[0], days)

    assert said == "30 November to 5 December 2026"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "Child"),
        ([row("child"), row("staff")], "Child"),
        ([row("victim"), row("child")], "Child or victim"),
        ([row("victim", Sight.ARRANGEMENTS)], "Child"),
    ],
)
def test_the_legend_names_whom_the_coloured_bookings_are_for(
    rows: list[Seen], said: str
) -> None:
    legend = schedule_words.legend(scene.viewer(), rows)

    assert legend == [
        (OWN, said),
        (PANEL, "Panel"),
        (MASKED, "In use, or team"),
        (CLOSED, "Closed"),
    ]


def test_a_coordinators_legend_has_no_kinds() -> None:
    legend = schedule_words.legend(scene.viewer(scene.COORDINATOR), [row("child")])

    assert legend == [(MASKED, "Booked"), (CLOSED, "Closed")]


@pytest.mark.parametrize(
    ("who", "chosen", "said"),
    [
        (scene.PRACTITIONER, 0, "Everybody else's bookings look alike"),
        (scene.VICTIM_WORKER, 1, "Everybody else's bookings look alike"),
        (scene.COORDINATOR, 0, "All bookings look alike"),
        (scene.MANAGER, 0, ""),
        (scene.MANAGER, 3, "3 chosen · Delete cancels them, Ctrl+C copies them"),
    ],
)
def test_the_note_says_what_is_alike_or_how_many_are_chosen(
    who: int, chosen: int, said: str
) -> None:
    assert schedule_words.note(scene.viewer(who), chosen) == said


@pytest.mark.parametrize(
    ("view", "now", "said"),
    [
        ("day", scene.NOW, "3 of 9 rooms booked now"),
        ("day", datetime(2026, 11, 26, 10, 5), "3 of 9 rooms booked now"),
        ("day", datetime(2026, 11, 26, 19, 30), "0 of 9 rooms booked now"),
        ("day", datetime(2026, 11, 25, 10), "9 rooms"),
        ("week", scene.NOW, ""),
    ],
)
def test_the_corner_counts_rooms_by_what_holds_them(
    opened: Opened, view: str, now: datetime, said: str
) -> None:
    assert schedule_words.corner(opened.page.table.sheet, view, now) == said


def test_a_booking_is_copied_with_its_times_in_columns(opened: Opened) -> None:
    page = opened.page
    cells = [
        driver.cell_of(page, scene.WILLOW, (15, 30)),
        driver.cell_of(page, scene.OAK, (13, 0)),
    ]

    text, html = schedule_words.copied(cells, page.table.sheet)

    head, *lines = text.splitlines()
    when = "Thu 26 Nov 2026\t3:30pm\t4:30pm"
    where = "Willow Room\tMillbrook Family Hub"
    assert head.startswith("Date\tFrom\tTo")
    assert lines == [f"{when}\t{where}\tWA-20417\tSupervision session\tConfirmed"]
    assert html.startswith("<table><thead><tr><th>Date</th>")


@pytest.mark.parametrize(
    ("room_id", "starts", "now", "hour"),
    [
        (scene.OAK, (13, 0), NOON, ((13, 0), (14, 0))),
        (scene.OAK, (14, 30), NOON, ((14, 30), (15, 0))),
        (scene.OAK, (13, 0), datetime(2026, 11, 26, 13, 4), ((13, 15), (14, 15))),
        (scene.OAK, (13, 0), datetime(2026, 11, 26, 14), None),
    ],
)
def test_the_hour_proposed_begins_where_the_keyboard_is(
    opened: Opened,
    room_id: int,
    starts: tuple[int, int],
    now: datetime,
    hour: tuple[tuple[int, int], tuple[int, int]] | None,
) -> None:
    cell = driver.cell_of(opened.page, room_id, starts)

    found = schedule_words.first_free(opened.page.table.sheet, cell, now)

    clock = found and tuple((when.hour, when.minute) for when in found)
    assert clock == hour


def test_in_the_week_the_first_free_hour_of_the_day_is_proposed(
    opened: Opened,
) -> None:
    page = opened.page
    page.show_view("week")
    free = next(
        cell
        for cell in page.table.sheet.cells()
        if cell.room_id == scene.OAK and cell.day == scene.THURSDAY and not cell.seen
    )

    found = schedule_words.first_free(page.table.sheet, free, scene.NOW)

    assert found == (datetime(2026, 11, 26, 10, 45), datetime(2026, 11, 26, 11))
