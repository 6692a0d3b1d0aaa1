"""Sheets as lines of plain text."""

from __future__ import annotations

from tests import paper_scene as scene
from tests.paper_asked import gather
from tests.paper_scene import Made
from venues.database.models import Setting
from venues.database.session import Database
from venues.domain.sheets import Sheet
from venues.services.sheet_text import text


def lines(database: Database, sheet: Sheet, who: int = scene.OWN) -> list[str]:
    return text(gather(database, sheet, who)).split("\n")


def test_a_week_has_a_line_for_each_thing_in_it(database: Database) -> None:
    scene.fill(database, *scene.week())

    week = lines(database, Sheet.TEAM)

    start = week.index("Willow Room (6 seats)")
    assert week[start + 1 : start + 8] == [
        "  Monday 23     9:00am to 10:30am  Supervision session, WA-20417",
        "                3:30pm to 4:30pm  Supervision session, WA-20417",
        "  Tuesday 24    1:00pm to 2:00pm  In use",
        "  Wednesday 25  Closed until 1pm: staff training",
        "  Thursday 26   9:00am to 10:00am  In use",
        "                1:00pm to 2:30pm  In use",
        "                3:30pm to 4:30pm  Supervision session, WA-20417",
    ]
    assert week[start + 8] == "  Friday 27     nothing booked"
    assert week[start + 9] == "  Saturday 28   Closed"


def test_the_marking_stands_at_the_top_and_at_the_foot(database: Database) -> None:
    scene.fill(database, Made())

    team, door = lines(database, Sheet.TEAM), lines(database, Sheet.DOOR)

    assert team[1] == "Warrington · team copy · OFFICIAL-SENSITIVE"
    assert team[-2] == "OFFICIAL-SENSITIVE"
    assert not any("OFFICIAL" in line for line in door)


def test_sample_data_says_so(database: Database) -> None:
    scene.fill(database)
    with database.write() as session:
        session.add(Setting(name="sample", value="yes"))

    assert lines(database, Sheet.DOOR)[1] == "Warrington · Sample data"


def test_ones_own_week_goes_day_by_day(database: Database) -> None:
    scene.fill(database, Made(references=("WA-20417",), note="Bring the projector."))

    own = lines(database, Sheet.OWN)

    assert own[3:8] == [
        "Monday 23 November 2026",
        "  9:00am to 10:30am",
        "    Willow Room, Millbrook Family Hub, Warrington",
        "    Supervision session, WA-20417, B-10001",
        "    3 people",
    ]
    assert own[8] == "    Bring the projector."
    assert own.count("  nothing booked") == 5
