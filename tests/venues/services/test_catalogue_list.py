"""The list of venues, and the search in it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import insert

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, POSTCODES, THURSDAY
from venues.database.models import ClosedDay, Hours, Venue
from venues.database.session import Database
from venues.domain.hours_words import Between
from venues.domain.opening import Stretch
from venues.services import catalogue_list, closures, hours_editing, room_editing
from venues.services.catalogue_list import VenueRow, Wanted
from venues.services.venue_drafts import ClosureDraft


@pytest.fixture
def hub(database: Database) -> int:
    """The hub's id; a church hall in Runcorn is in the list too."""
    millbrook.staff(database)
    millbrook.venue(
        database, name="St Bride's Church Hall", town="Runcorn", postcode="WA7 5EA"
    )
    return millbrook.venue(database, town="Warrington", kind="family hub").id or 0


def listed(database: Database, today: date = THURSDAY, **asked: Any) -> list[VenueRow]:
    with database.read() as session:
        return list(catalogue_list.venues(session, today=today, **asked))


def names(database: Database, **asked: Any) -> list[str]:
    return [row.name for row in listed(database, **asked)]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", 2),
        ("mill", 1),
        ("HUB warring", 1),
        ("st brides", 1),
        ("St Bride\N{RIGHT SINGLE QUOTATION MARK}s", 1),
        ("wa75ea", 1),
        ("WA2 9", 1),
        ("halton", 1),
        ("hall widnes", 0),
        ("family", 1),
    ],
)
def test_every_word_of_the_search_must_match(
    database: Database, hub: int, search: str, found: int
) -> None:
    assert len(listed(database, search=search)) == found


def test_the_list_can_be_narrowed_to_an_authority(database: Database, hub: int) -> None:
    assert names(database, authority_ids=[1]) == ["St Bride's Church Hall"]
    assert len(names(database, authority_ids=[1, 2])) == 2
    assert names(database, authority_ids=[3]) == []


def test_the_list_can_be_narrowed_to_a_status(database: Database, hub: int) -> None:
    millbrook.venue(database, name="Aspen Court", status="suspended")

    assert names(database, statuses=["suspended"]) == ["Aspen Court"]
    assert len(names(database, statuses=["active"])) == 2
    assert names(database)[0] == "Aspen Court"


def test_rooms_in_use_are_counted(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")
    millbrook.room(database, hub, "Elm")
    with database.write() as session:
        room_editing.retire(session, oak.id, COORDINATOR, now=NOW)

    assert [row.rooms for row in listed(database)] == [1, 0]


def hours(database: Database, venue_id: int) -> None:
    with database.write() as session:
        hours_editing.save(
            session,
            venue_id,
            [Stretch(3, "open", time(9), time(17))],
            COORDINATOR,
            opened=(),
        )


def said(row: VenueRow) -> list[Between]:
    return [Between(span.starts.time(), span.ends.time()) for span in row.hours]


def test_todays_hours_are_in_the_row(database: Database, hub: int) -> None:
    hours(database, hub)

    here, there = listed(database)
    tomorrow = listed(database, THURSDAY + timedelta(days=1))[0]

    assert said(here) == [Between(time(9), time(17))]
    assert (here.recorded, there.recorded) == (True, False)
    assert (tomorrow.hours, tomorrow.closed, tomorrow.recorded) == ((), "", True)


def test_a_closure_and_a_bank_holiday_say_why(database: Database, hub: int) -> None:
    hours(database, hub)
    with database.write() as session:
        closures.save(
            session,
            ClosureDraft(
                venue_id=hub,
                starts=datetime(2026, 11, 26),
                ends=datetime(2026, 11, 27),
                reason="heating repairs",
            ),
            COORDINATOR,
            now=NOW,
        )
        session.add(ClosedDay(day=date(2026, 12, 3), name="Halton", authority_id=1))
        session.add(ClosedDay(day=date(2026, 12, 3), name="Founders' Day"))

    closed = listed(database)[0]
    holiday = listed(database, date(2026, 12, 3))[0]

    assert (closed.hours, closed.closed) == ((), "heating repairs")
    assert (holiday.hours, holiday.closed) == ((), "Founders' Day")


def test_hours_that_a_closure_leaves_are_told(database: Database, hub: int) -> None:
    hours(database, hub)
    with database.write() as session:
        closures.save(
            session,
            ClosureDraft(
                venue_id=hub,
                starts=datetime(2026, 11, 26, 12),
                ends=datetime(2026, 11, 26, 13),
                reason="fire drill",
            ),
            COORDINATOR,
            now=NOW,
        )

    row = listed(database)[0]

    assert said(row) == [Between(time(9), time(12)), Between(time(13), time(17))]
    assert row.closed == ""


def test_a_change_shows_in_the_list_at_once(database: Database, hub: int) -> None:
    before = names(database)

    millbrook.venue(database, name="Aspen Court")

    assert len(names(database)) == len(before) + 1
    assert POSTCODES.look_up("WA2 9AA").council == "E06000007"


def test_typing_in_the_search_of_two_thousand_venues_takes_less_than_a_frame(
    database: Database, hub: int
) -> None:
    with database.write() as session:
        session.execute(
            insert(Venue),
            [
                {"name": f"Venue {n}", "town": "Crewe", "authority_id": n % 4 + 1}
                for n in range(2000)
            ],
        )
        session.execute(
            insert(Hours),
            [
                {"venue_id": n + 1, "weekday": 3, "use": "open"}
                | {"opens": time(9), "closes": time(17)}
                for n in range(2000)
            ],
        )
    listed(database)

    took = []
    for search in ("v", "ve", "venue 1", "venue 19", "crewe 7"):
        start = perf_counter()
        found = listed(database, search=search)
        took.append(perf_counter() - start)
        assert found

    assert sorted(took)[2] < 0.016


def test_the_list_can_be_narrowed_to_a_kind_and_to_some(
    database: Database, hub: int
) -> None:
    def found(**wanted: Any) -> list[str]:
        with database.read() as session:
            rows = catalogue_list.find(session, Wanted(**wanted), today=THURSDAY)
        return [row.name for row in rows]

    assert found(kinds=["family hub"]) == ["Millbrook Family Hub"]
    assert found(among={hub}) == ["Millbrook Family Hub"]
    assert found(among=()) == []
    assert len(found()) == 2


def test_the_four_authorities_are_offered_in_their_order(
    database: Database, hub: int
) -> None:
    with database.read() as session:
        offered = catalogue_list.areas(session)

    assert [name for _, name in offered] == [
        "Halton",
        "Warrington",
        "Cheshire East",
        "Cheshire West and Chester",
    ]
