"""What stands in the cells of a venue's week."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from tests import paper_scene as scene
from tests.paper_asked import entries, week
from tests.paper_scene import Made
from venues.database.models import Closure, Hours, Staff
from venues.database.session import Database
from venues.domain.sheets import Sheet


@pytest.fixture
def hub(database: Database) -> Database:
    """The scene, with a week's bookings."""
    scene.fill(database, *scene.week())
    return database


def test_own_rows_have_kind_and_reference_and_others_are_in_use(hub: Database) -> None:
    thursday = entries(week(hub, Sheet.TEAM), "Willow Room", 3)

    assert [(entry.time, entry.lines) for entry in thursday] == [
        ("9:00am to 10:00am", ("In use",)),
        ("1:00pm to 2:30pm", ("In use",)),
        ("3:30pm to 4:30pm", ("Supervision session", "WA-20417")),
    ]


@pytest.mark.parametrize("who", [scene.COORDINATOR, scene.MANAGER])
def test_a_keepers_copy_names_the_worker_on_every_row(hub: Database, who: int) -> None:
    sheet = week(hub, Sheet.TEAM, who)

    rows = [
        entry.lines
        for room in sheet.rooms
        for cell in room.cells
        for entry in cell.entries
        if not entry.closed
    ]
    assert len(rows) == 14  # three of them are halls held along with another
    assert {lines[0] for lines in rows} == {"In use"}
    assert {lines[1] for lines in rows} == {
        "Practitioner 04",
        "Practitioner 07",
        "Victim worker 01",
    }


def test_a_row_says_that_the_venue_has_not_confirmed_it(hub: Database) -> None:
    (tuesday,) = entries(week(hub, Sheet.TEAM), "Oak Room", 1)

    assert tuesday.lines == ("In use", "Venue not confirmed")


def test_a_hall_that_is_booked_whole_takes_its_halves(hub: Database) -> None:
    sheet = week(hub, Sheet.TEAM)

    for room in ("Hall", "Hall A", "Hall B"):
        (thursday,) = entries(sheet, room, 3)
        assert (thursday.time, thursday.lines) == ("4:45pm to 6:30pm", ("In use",))


def test_the_door_sheet_has_times_and_nothing_else(hub: Database) -> None:
    sheet = week(hub, Sheet.DOOR)

    lines = {
        entry.lines
        for room in sheet.rooms
        for cell in room.cells
        for entry in cell.entries
        if not entry.closed
    }
    assert lines == {("Room in use", "Please do not enter")}
    assert {room.note for room in sheet.rooms} == {""}
    assert sheet.head.foot() == ()
    assert sheet.head.marking == ""


def test_reception_is_told_whom_to_ask_for_how_many_and_the_set_up(
    hub: Database,
) -> None:
    sheet = week(hub, Sheet.RECEPTION)

    assert entries(sheet, "Oak Room", 3)[1].lines == (
        "Ask for duty worker",
        "5 people expected",
        "Seats in a circle, step-free, hearing loop",
    )
    assert sheet.head.foot() == ("Remove at the end of the day",)
    assert sheet.head.marking == ""


@pytest.mark.parametrize(
    ("ask_for", "shown"),
    [
        ("Community Team", "Community Team"),
        (" ", "duty worker"),
        ("Victim worker 01", "duty worker"),
        ("Youth justice desk", "duty worker"),
    ],
)
def test_reception_never_learns_what_a_worker_does(
    hub: Database, ask_for: str, shown: str
) -> None:
    with hub.write() as session:
        session.get_one(Staff, scene.VICTIM_WORKER).ask_for = ask_for

    (tuesday,) = entries(week(hub, Sheet.RECEPTION), "Willow Room", 1)

    assert tuesday.lines[0] == f"Ask for {shown}"


@pytest.mark.parametrize("sheet", [Sheet.DOOR, Sheet.RECEPTION])
def test_why_it_is_closed_is_for_the_team_only(hub: Database, sheet: Sheet) -> None:
    (public,) = entries(week(hub, sheet), "Oak Room", 2)
    (team,) = entries(week(hub, Sheet.TEAM), "Oak Room", 2)

    assert public.lines == ("Closed until 1pm",)
    assert team.lines == ("Closed until 1pm: staff training",)


def test_a_room_closed_all_day_says_so(hub: Database) -> None:
    sheet = week(hub, Sheet.TEAM)
    cells = {room.name: room.cells[5] for room in sheet.rooms}

    assert cells["Willow Room"].closed == "Closed"
    assert cells["Hall"].closed == ""
    assert [day.hours for day in sheet.days][-2:] == ["8am to 8pm", "9am to 1pm"]


def test_sunday_is_printed_only_when_something_is_there(database: Database) -> None:
    scene.fill(database)
    before = week(database, Sheet.TEAM)
    with database.write() as session:
        scene.book(session, Made(day=6))

    after = week(database, Sheet.TEAM)

    assert [day.name for day in before.days][-1] == "Saturday 28"
    assert [day.name for day in after.days][-1] == "Sunday 29"
    assert after.days[-1].hours == "closed"


def test_a_booking_that_runs_past_midnight_stands_on_both_days(
    database: Database,
) -> None:
    scene.fill(database, Made(starts=(23, 0), ends=(23, 45), held=(0, 30)))

    sheet = week(database, Sheet.DOOR)

    for day in (0, 1):
        (night,) = entries(sheet, "Willow Room", day)
        assert night.time == "11:00pm to 12:15am"


def test_times_can_be_on_the_24_hour_clock(hub: Database) -> None:
    sheet = week(hub, Sheet.TEAM, twenty_four=True)

    assert entries(sheet, "Willow Room", 3)[-1].time == "15:30 to 16:30"
    assert sheet.days[0].hours == "08:00 to 20:00"
    assert entries(sheet, "Oak Room", 2)[0].lines[0].startswith("Closed until 13:00")


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (time(8), time(10), "Closed until 10am"),
        (time(16, 30), time(21), "Closed from 4:30pm"),
        (time(12), time(13), "Closed 12pm to 1pm"),
    ],
)
def test_part_of_a_day_is_closed_for_as_long_as_it_lasts(
    database: Database, starts: time, ends: time, words: str
) -> None:
    scene.fill(database, Made(starts=(11, 0), ends=(11, 30)))
    with database.write() as session:
        session.add(
            Closure(
                venue_id=scene.MILLBROOK,
                room_id=scene.WILLOW,
                starts=datetime.combine(scene.MONDAY, starts),
                ends=datetime.combine(scene.MONDAY, ends),
                reason="repairs",
            )
        )

    willow = entries(week(database, Sheet.TEAM), "Willow Room", 0)

    (closed,) = (entry for entry in willow if entry.closed)
    assert closed.lines == (f"{words}: repairs",)
    assert [entry.starts for entry in willow] == sorted(each.starts for each in willow)
    assert not entries(week(database, Sheet.TEAM), "Oak Room", 0)


def test_a_room_with_shorter_hours_is_closed_outside_them_without_a_reason(
    database: Database,
) -> None:
    scene.fill(database)
    with database.write() as session:
        for use in ("open", "usable"):
            session.add(
                Hours(
                    venue_id=scene.MILLBROOK,
                    room_id=scene.OAK,
                    weekday=0,
                    use=use,
                    opens=time(9),
                    closes=time(17),
                )
            )

    oak = entries(week(database, Sheet.TEAM), "Oak Room", 0)

    assert [entry.lines for entry in oak] == [
        ("Closed until 9am",),
        ("Closed from 5pm",),
    ]
