"""A venue made from another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from tests.venues.services.millbrook import (
    COORDINATOR,
    NOW,
    POSTCODES,
    PRACTITIONER,
    TODAY,
)
from venues.database.models import Assessment, Closure, Space, Venue
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import (
    closures,
    hours_editing,
    room_editing,
    venue_copying,
    venue_details,
    venue_editing,
)
from venues.services.venue_copying import Copy
from venues.services.venue_drafts import ClosureDraft

SUMMER = Stretch(
    0, "open", time(10), time(14), "always", date(2027, 8, 1), date(2027, 8, 31)
)


@pytest.fixture
def hub(database: Database) -> int:
    """The hub with a hall in two halves, hours of a room and for the summer."""
    hub = scene.fill(database)
    oak = scene.room_id(database, hub, "Oak")
    with database.write() as session:
        usual = venue_details.hours(session, hub)[None]
        hours_editing.save(
            session, hub, (*usual, SUMMER), COORDINATOR, opened=usual, dated_too=True
        )
        own = [Stretch(2, "open", time(9), time(12))]
        hours_editing.save(session, hub, own, COORDINATOR, opened=(), room_id=oak)
    return hub


def copy(database: Database, source: int, name: str = "Aspen Family Hub") -> Copy:
    with database.write() as session:
        return venue_copying.make(
            session, source, name, COORDINATOR, now=NOW, gazetteer=POSTCODES
        )


def withdraw(database: Database, made: Copy) -> None:
    with database.write() as session:
        venue_copying.withdraw(session, made, COORDINATOR)


def test_all_but_name_status_and_photos_is_copied(database: Database, hub: int) -> None:
    with database.write() as session:
        before = venue_details.draft(session, hub)
        source = venue_editing.save(
            session, replace(before, photos="hub"), COORDINATOR, now=NOW, opened=before
        )

    made = copy(database, hub)

    expected = replace(source, name="Aspen Family Hub", status="candidate", photos="")
    assert made.venue == expected
    assert made.venue.id != hub


def test_rooms_come_with_their_features_and_the_parts_they_share(
    database: Database, hub: int
) -> None:
    made = copy(database, hub)

    rooms = {room.name: room for room in made.rooms}
    old = {room.name: room for room in scene.details(database, hub).rooms}
    assert rooms["Hall"].shares(rooms["Hall A"])
    assert not rooms["Hall"].shares(rooms["Oak"])
    assert rooms["Oak"].features == old["Oak"].features
    assert {room.id for room in made.rooms}.isdisjoint(room.id for room in old.values())
    assert not set(rooms["Hall"].space_ids) & set(old["Hall"].space_ids)


def test_hours_come_with_those_of_a_room_and_of_some_dates(
    database: Database, hub: int
) -> None:
    made = copy(database, hub)

    oak = next(room.id for room in made.rooms if room.name == "Oak")
    assert SUMMER in made.hours[None]
    assert made.hours[oak] == (Stretch(2, "open", time(9), time(12)),)


def test_what_happened_is_not_copied(database: Database, hub: int) -> None:
    elm = millbrook.room(database, hub, "Elm")
    closure = ClosureDraft(
        venue_id=hub, starts=NOW, ends=NOW + timedelta(days=1), reason="painting"
    )
    own = [Stretch(2, "open", time(9), time(12))]
    with database.write() as session:
        hours_editing.save(session, hub, own, COORDINATOR, opened=(), room_id=elm.id)
        room_editing.retire(session, elm.id, COORDINATOR, now=NOW)
        closures.save(session, closure, COORDINATOR, now=NOW)
        session.add(
            Assessment(venue_id=hub, made_on=TODAY, review_by=date(2027, 11, 1))
        )

    made = copy(database, hub)

    assert "Elm" not in [room.name for room in made.rooms]
    assert len(made.hours) == 2
    with database.read() as session:
        for model in (Closure, Assessment):
            assert session.scalar(select(func.count()).select_from(model)) == 1


@pytest.mark.parametrize("name", ["", "millbrook family hub"])
def test_a_name_that_will_not_do_names_its_field(
    database: Database, hub: int, name: str
) -> None:
    with pytest.raises(WrongInput) as refused:
        copy(database, hub, name)

    assert refused.value.field == "name"


def test_only_who_keeps_the_list_copies(database: Database, hub: int) -> None:
    with database.write() as session, pytest.raises(NotAllowed):
        venue_copying.make(session, hub, "Aspen", PRACTITIONER, now=NOW)
    with pytest.raises(NotFound):
        copy(database, 99)


def test_a_copy_is_taken_back_without_a_trace(database: Database, hub: int) -> None:
    with database.read() as session:
        before = [
            session.scalar(select(func.count()).select_from(model))
            for model in (Venue, Space)
        ]
    made = copy(database, hub)

    withdraw(database, made)

    with database.read() as session:
        after = [
            session.scalar(select(func.count()).select_from(model))
            for model in (Venue, Space)
        ]
    assert after == before


def test_a_copy_that_was_changed_or_used_stays(database: Database, hub: int) -> None:
    changed, booked, closed = (copy(database, hub, name) for name in ("A", "B", "C"))
    millbrook.room(database, changed.venue.id, "Elm")
    millbrook.book(database, booked.rooms[-1].id, NOW + timedelta(days=1))
    closure = ClosureDraft(
        venue_id=closed.venue.id or 0,
        starts=NOW,
        ends=NOW + timedelta(days=1),
        reason="painting",
    )
    with database.write() as session:
        closures.save(session, closure, COORDINATOR, now=NOW)

    said = []
    for made in (changed, booked, closed):
        with pytest.raises(Stale) as refused:
            withdraw(database, made)
        said.append(str(refused.value))

    assert said == [
        "That venue was changed by now. Retire it instead.",
        *["That venue is in use by now. Retire it instead."] * 2,
    ]
