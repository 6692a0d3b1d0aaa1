"""Closing a venue or a room for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, PRACTITIONER
from venues.database.session import Database
from venues.errors import Clash, NotAllowed, NotFound, Stale, WrongInput
from venues.services import closures, venue_details
from venues.services.venue_drafts import ClosureDraft

THREE = datetime(2026, 11, 26, 15)
NINE, SIX = datetime(2026, 11, 26, 9), datetime(2026, 11, 26, 18)


@pytest.fixture
def hub(database: Database) -> int:
    """The hub's id; it has the rooms Oak and Elm."""
    millbrook.staff(database)
    hub = millbrook.venue(database).id or 0
    for name in ("Oak", "Elm"):
        millbrook.room(database, hub, name)
    return hub


def room_id(database: Database, hub: int, name: str) -> int:
    with database.read() as session:
        rooms = venue_details.rooms(session, hub)
    return next(room.id or 0 for room in rooms if room.name == name)


def close(
    database: Database,
    hub: int,
    viewer: Any = COORDINATOR,
    opened: ClosureDraft | None = None,
    **changed: Any,
) -> ClosureDraft:
    draft = {"starts": NINE, "ends": SIX, "reason": "heating repairs"} | changed
    with database.write() as session:
        return closures.save(
            session,
            ClosureDraft(venue_id=hub, **draft),
            viewer,
            now=NOW,
            opened=opened,
        )


def stored(database: Database, hub: int) -> tuple[ClosureDraft, ...]:
    with database.read() as session:
        return venue_details.closures(session, hub)


def test_a_closure_is_kept_with_its_reason(database: Database, hub: int) -> None:
    closed = close(database, hub, reason="  heating   repairs ")

    assert stored(database, hub) == (closed,)
    assert closed.reason == "heating repairs"


def test_a_closure_over_bookings_lists_them(database: Database, hub: int) -> None:
    millbrook.book(database, room_id(database, hub, "Oak"), THREE)
    millbrook.book(database, room_id(database, hub, "Elm"), NINE)

    with pytest.raises(Clash) as clash:
        close(database, hub)

    assert str(clash.value).splitlines() == [
        "2 bookings stand in the way. Move or cancel them first.",
        "Elm, Thu 26 Nov 2026, 9am to 10am",
        "Oak, Thu 26 Nov 2026, 3pm to 4pm",
    ]
    assert stored(database, hub) == ()


def test_a_closure_of_another_room_stands_beside_a_booking(
    database: Database, hub: int
) -> None:
    millbrook.book(database, room_id(database, hub, "Oak"), THREE)

    close(database, hub, room_id=room_id(database, hub, "Elm"))

    assert len(stored(database, hub)) == 1


def test_the_time_after_a_booking_that_is_still_held_counts(
    database: Database, hub: int
) -> None:
    oak = millbrook.room(database, hub, "Ash", turnaround=30)
    millbrook.book(database, oak.id, THREE)

    with pytest.raises(Clash):
        close(database, hub, starts=THREE + timedelta(minutes=60))


def test_a_booking_that_is_over_does_not_keep_a_place_open(
    database: Database, hub: int
) -> None:
    millbrook.book(database, room_id(database, hub, "Oak"), NOW - timedelta(days=1))

    close(database, hub, starts=NOW - timedelta(days=2), ends=NOW)

    assert len(stored(database, hub)) == 1


def test_closing_half_a_hall_hears_of_the_whole(database: Database, hub: int) -> None:
    half = millbrook.room(database, hub, "Hall A")
    hall = millbrook.room(database, hub, "Hall", space_ids=half.space_ids)
    millbrook.book(database, hall.id, THREE)

    with pytest.raises(Clash, match="Hall, Thu 26 Nov 2026"):
        close(database, hub, room_id=half.id)


@pytest.mark.parametrize(
    ("field", "changed", "sentence"),
    [
        ("reason", {"reason": " "}, "Say why"),
        ("reason", {"reason": "x" * 121}, "Shorten the reason"),
        ("reason", {"reason": "keys with Mr Brown"}, "looks like a name"),
        ("ends", {"ends": NINE}, "end after it starts"),
        ("ends", {"ends": NINE + timedelta(days=4000)}, "longer than 10 years"),
        ("starts", {"starts": datetime(2026, 3, 29, 1, 30)}, "does not exist"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    database: Database, hub: int, field: str, changed: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(WrongInput, match=sentence) as wrong:
        close(database, hub, **changed)

    assert wrong.value.field == field


def test_a_reason_may_name_a_day(database: Database, hub: int) -> None:
    closed = close(database, hub, reason="repairs until 3 December 2026")

    assert closed.reason == "repairs until 3 December 2026"


def test_only_those_who_keep_the_catalogue_may_close(
    database: Database, hub: int
) -> None:
    with pytest.raises(NotAllowed):
        close(database, hub, PRACTITIONER)


def test_a_closure_can_be_changed(database: Database, hub: int) -> None:
    opened = close(database, hub)

    changed = close(database, hub, opened=opened, ends=SIX + timedelta(days=1))

    assert stored(database, hub) == (changed,)
    assert changed.ends == SIX + timedelta(days=1)


def test_a_closure_that_somebody_else_changed_is_not_written_over(
    database: Database, hub: int
) -> None:
    opened = close(database, hub)
    close(database, hub, opened=opened, reason="new boiler")

    with pytest.raises(Stale, match="Somebody else changed this closure"):
        close(database, hub, opened=opened, reason="painting")


def test_taking_a_closure_away_opens_the_place_again(
    database: Database, hub: int
) -> None:
    closed = close(database, hub)

    with database.write() as session:
        closures.remove(session, closed, COORDINATOR)

    assert stored(database, hub) == ()


def test_a_closure_that_is_gone_is_said_to_be(database: Database, hub: int) -> None:
    closed = close(database, hub)
    with database.write() as session:
        closures.remove(session, closed, COORDINATOR)

    with pytest.raises(NotFound), database.write() as session:
        closures.remove(session, closed, COORDINATOR)


def test_a_room_of_another_venue_cannot_be_closed_here(
    database: Database, hub: int
) -> None:
    with pytest.raises(NotFound, match="That room"):
        close(database, hub, room_id=999)

    assert replace(close(database, hub), reason="other").reason == "other"


@pytest.mark.parametrize(
    ("starts", "ends", "field"),
    [
        (datetime(1926, 12, 3), datetime(2026, 12, 4), "starts"),
        (datetime(2026, 12, 3), datetime(2126, 12, 4), "ends"),
    ],
)
def test_another_century_is_said_beside_its_date(
    database: Database, hub: int, starts: datetime, ends: datetime, field: str
) -> None:
    with pytest.raises(WrongInput, match="Check the year") as wrong:
        close(database, hub, starts=starts, ends=ends)

    assert wrong.value.field == field
