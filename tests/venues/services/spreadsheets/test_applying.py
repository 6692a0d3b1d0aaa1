"""A plan is done wholly or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, PRACTITIONER
from venues.database.models import History, Room, Venue
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.errors import Clash, NotAllowed, Stale
from venues.services import checks, venue_history
from venues.services.spreadsheets import applying
from venues.services.spreadsheets.book import Book
from venues.services.venue_drafts import ContactDraft, FeatureDraft

WHOLE = spreadsheets.books(
    {
        "Venues": [
            ["Name", "Postcode", "Neighbours", "Rate an hour"],
            ["Old Mill", "WA2 9AA", "Lock Street", "£12"],
            [HUB.name, "WA2 9AA", "Lock Street", "£14"],
        ],
        "Rooms": [
            ["Venue", "Room", "Seats in a circle", "Parts of the building"],
            ["Old Mill", "Red", "4", ""],
            ["Old Mill", "Both", "9", "Red; Blue"],
            [HUB.name, "Elm", "5", ""],
            [HUB.name, "Oak", "7", ""],
            [HUB.name, "Hall A", "6", ""],
            [HUB.name, "Hall B", "8", ""],
            [HUB.name, "Hall", "20", ""],
        ],
        "Hours": [
            ["Venue", "Room", "Hours", "Monday", "First day", "Last day"],
            ["Old Mill", "", "Open", "9-12, 1-5", "", ""],
            ["Old Mill", "Red", "Open", "10-12", "", ""],
            [HUB.name, "", "Open", "8-4", "", ""],
            [HUB.name, "", "Open", "10-2", "2027-07-01", "2027-08-31"],
        ],
        "Contacts": [
            ["Venue", "Role", "Phone"],
            ["Old Mill", "Desk", "01632 960001"],
            [HUB.name, "Desk", "01632 960002"],
        ],
        "Entrances": [["Venue", "Entrance", "Step-free"], ["Old Mill", "Door", "Yes"]],
        "Waiting spaces": [
            ["Venue", "Waiting space", "Seats", "Entrance"],
            ["Old Mill", "Corner", "3", "Door"],
            ["Old Mill", "Bench", "2", ""],
        ],
        "Features": [
            ["Venue", "Room", "Feature", "There", "Note"],
            ["Old Mill", "", "Hearing loop", "Yes", ""],
            ["Old Mill", "Red", "Screen", "No", "on order"],
            [HUB.name, "Oak", "Screen", "Yes", ""],
        ],
    }
)


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def test_everything_is_added_and_changed(database: Database, hub: int) -> None:
    made = spreadsheets.take_in(database, WHOLE)

    known = spreadsheets.now(database)
    mill = next(each for each in known.venues.values() if each.name == "Old Mill")
    assert (made.added, made.changed) == (1, 1)
    assert (mill.rate, mill.cluster) == (1200, "Lock Street")
    assert mill.contacts == (ContactDraft("Desk", "01632 960001"),)
    assert [each.entrance for each in mill.waiting_spaces] == ["Door", ""]
    assert mill.features == (FeatureDraft("hearing-loop", present=True),)
    rooms = {room.name: room for room in known.of_venue(mill.id or 0)}
    assert rooms["Red"].shares(rooms["Both"])
    assert rooms["Red"].features == (
        FeatureDraft("screen", present=False, note="on order"),
    )
    assert len(known.hours[mill.id or 0, None]) == 2
    monday, summer, *rest = known.hours[hub, None]
    assert monday == Stretch(0, "open", time(8), time(16))
    assert [each.weekday for each in rest] == [1, 2, 3, 4]
    assert summer == (
        Stretch(
            0,
            "open",
            time(10),
            time(14),
            "always",
            date(2027, 7, 1),
            date(2027, 8, 31),
        )
    )
    changed = {room.name: room for room in known.of_venue(hub)}
    assert (changed["Oak"].seats, changed["Elm"].seats) == (7, 5)
    assert not changed["Hall A"].shares(changed["Hall"])
    assert known.venues[hub].contacts == (ContactDraft("Desk", "01632 960002"),)
    assert checks.check(database, now=NOW).problems == ()


def test_what_it_remembers_is_what_is_stored(database: Database, hub: int) -> None:
    made = spreadsheets.take_in(database, WHOLE)

    known = spreadsheets.now(database)
    assert {id_: known.venues[id_] for id_ in made.venues_now} == made.venues_now
    assert {id_: known.rooms[id_] for id_ in made.rooms_now} == made.rooms_now
    assert {key: known.hours[key] for key in made.hours_now} == made.hours_now


def test_the_same_file_changes_nothing_any_more(database: Database, hub: int) -> None:
    spreadsheets.take_in(database, WHOLE)

    again = spreadsheets.plan(database, WHOLE)

    assert not again.does_something
    assert again.troubles == []


def test_history_tells_who_added_and_changed_what(database: Database, hub: int) -> None:
    made = spreadsheets.take_in(database, WHOLE)
    (mill,) = made.venues.values()

    with database.read() as session:
        rows = session.scalars(
            select(History).where(History.table == "venue", History.row_id == mill)
        ).all()
        read = venue_history.read(session, mill)
        old = venue_history.read(session, hub)

    assert [(row.action, row.staff_id) for row in rows] == [("added", 1)]
    assert rows[0].changes["name"] == [None, "Old Mill"]
    assert any("Red" in row.what or "Red" in row.change for row in read)
    assert any("6 → 7" in row.change for row in old)


def test_work_that_is_stopped_leaves_nothing_behind(
    database: Database, hub: int
) -> None:
    before = spreadsheets.now(database)
    rows = [["Name", "Postcode"], *([f"Mill {n}", "WA2 9AA"] for n in range(120))]
    plan = spreadsheets.plan(database, spreadsheets.book(rows))

    class Stopped(Exception):
        """Somebody pressed Cancel."""

    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped), database.write() as session:
        applying.apply(session, plan, COORDINATOR, now=NOW, progress=stop)

    assert spreadsheets.now(database) == before


def test_progress_ends_with_all_of_it(database: Database, hub: int) -> None:
    plan = spreadsheets.plan(database, WHOLE)
    told: list[tuple[int, int]] = []

    with database.write() as session:
        applying.apply(
            session,
            plan,
            COORDINATOR,
            now=NOW,
            progress=lambda done, total: told.append((done, total)),
        )

    assert told[-1] == (11, 11)


def rename(database: Database, hub: int) -> None:
    with database.write() as session:
        session.get_one(Venue, hub).rate = 1


def add_mill(database: Database, hub: int) -> None:
    millbrook.venue(database, name="Old Mill")


def add_elm(database: Database, hub: int) -> None:
    millbrook.room(database, hub, "Elm")


def change_oak(database: Database, hub: int) -> None:
    with database.write() as session:
        session.get_one(Room, scene.room_id(database, hub, "Oak")).area = 9


def change_hours(database: Database, hub: int) -> None:
    head = ["Venue", "Hours", "Monday"]
    read = spreadsheets.books({"Hours": [head, [HUB.name, "Open", "7-8"]]})
    spreadsheets.take_in(database, read)


@pytest.mark.parametrize(
    ("meanwhile", "name"),
    [
        (rename, HUB.name),
        (add_mill, "Old Mill"),
        (add_elm, "Elm"),
        (change_oak, "Oak"),
        (change_hours, "the hours of"),
    ],
)
def test_nothing_is_done_when_somebody_else_was_there_meanwhile(
    database: Database, hub: int, meanwhile: object, name: str
) -> None:
    plan = spreadsheets.plan(database, WHOLE)
    meanwhile(database, hub)  # type: ignore[operator]
    before = spreadsheets.now(database)

    with (
        pytest.raises(Stale, match=f"Somebody else changed {name}"),
        database.write() as session,
    ):
        applying.apply(session, plan, COORDINATOR, now=NOW)

    assert spreadsheets.now(database) == before


def test_a_room_booked_since_whose_bookings_would_overlap_stops_all_of_it(
    database: Database, hub: int
) -> None:
    oak = scene.room_id(database, hub, "Oak")
    before = spreadsheets.now(database)
    rows = [["Venue", "Room", "Turnaround (minutes)"], [HUB.name, "Oak", "120"]]
    read: Book = spreadsheets.books({"Rooms": rows})

    plan = spreadsheets.plan(database, read)
    for hour in (10, 12):
        millbrook.book(database, oak, datetime(2026, 11, 26, hour), minutes=75)
    with pytest.raises(Clash), database.write() as session:
        applying.apply(session, plan, COORDINATOR, now=NOW)

    assert spreadsheets.now(database) == before


def test_only_those_who_keep_the_catalogue_may_do_it(
    database: Database, hub: int
) -> None:
    plan = spreadsheets.plan(database, WHOLE)

    with database.write() as session, pytest.raises(NotAllowed):
        applying.apply(session, plan, PRACTITIONER, now=NOW)


def test_a_longer_turnaround_without_bookings_is_stored(
    database: Database, hub: int
) -> None:
    rows = [["Venue", "Room", "Turnaround (minutes)"], [HUB.name, "Oak", "30"]]

    spreadsheets.take_in(database, spreadsheets.books({"Rooms": rows}))

    oak = scene.room_id(database, hub, "Oak")
    assert replace(spreadsheets.now(database).rooms[oak]).turnaround == 30
