"""Directions and words for whoever comes, from what is on record."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues import hired
from tests.world import NOW, WILLOW, World
from venues.database.models import Entrance, Feature, Staff, Venue
from venues.domain.people import Audience, Viewer
from venues.domain.sheets import document_name
from venues.errors import NotAllowed, NotFound
from venues.services import directions, printing, venue_details
from venues.services.directions import Copied

MILLBROOK = 1
CHILD: dict[str, Any] = {"room_ids": (WILLOW,), "people": 4}
VICTIM = CHILD | {
    "audience": Audience.VICTIM,
    "kind": "VIC",
    "references": ("WA-20466",),
}


def venue(world: World, **changed: Any) -> None:
    usual = {"street": "1 Mill Lane", "arrival": "Use the side door"}
    with world.database.write() as session:
        row = session.get_one(Venue, MILLBROOK)
        for name, value in (usual | changed).items():
            setattr(row, name, value)


def named(world: World, ask_for: str = "Rowan") -> None:
    """Let everybody who works be asked for by that name."""
    with world.database.write() as session:
        for id_ in (1, 2, 3):
            session.get_one(Staff, id_).ask_for = ask_for


def words(world: World, booking_id: int, viewer: Viewer | None = None) -> Copied:
    with world.database.read() as session:
        return directions.words_for(session, viewer or world.practitioner, booking_id)


def sheet(world: World, viewer: Viewer, booking_id: int | None = None) -> Any:
    with world.database.read() as session:
        return directions.sheet(
            session, viewer, MILLBROOK, now=NOW, booking_id=booking_id
        )


def test_the_words_for_a_booking(world: World) -> None:
    venue(world)
    named(world)

    said = words(world, hired.book(world, **CHILD))

    assert said == Copied(
        "Your appointment with Rowan is on Thursday 26 November at 3pm at Millbrook, "
        "Millbrook. Use the side door and ask for Rowan. If you can't make it or want "
        "somewhere else, ring or text Rowan."
    )


def test_a_bookings_own_arrival_goes_before_the_venues(world: World) -> None:
    venue(world)

    said = words(world, hired.book(world, arrival="Use the back door", **CHILD))

    assert "Use the back door." in said.text


def test_a_name_that_tells_what_somebody_does_is_not_used(world: World) -> None:
    named(world, "Victim worker 01")

    said = words(world, hired.book(world, **CHILD)).text

    assert said.startswith("Your appointment is on")
    assert said.endswith("ring or text us.")


def test_a_police_station_goes_by_its_street(world: World) -> None:
    venue(world, name="Millbrook Police Station")

    said = words(world, hired.book(world, **CHILD))

    assert said.cut
    assert "at 1 Mill Lane, Millbrook." in said.text
    assert "Police" not in said.text


def test_of_somebody_elses_booking_nothing_is_told(world: World) -> None:
    booked = hired.book(world, **CHILD)

    with pytest.raises(NotFound):
        words(world, booked, world.colleague)
    with pytest.raises(NotFound):
        sheet(world, world.colleague, booked)
    with pytest.raises(NotAllowed):
        sheet(world, world.board)


def test_a_coordinator_may_copy_them_too(world: World) -> None:
    booked = hired.book(world, **CHILD)

    assert words(world, booked, world.coordinator) == words(world, booked)


def test_words_and_page_are_alike_for_a_victim_and_a_child(world: World) -> None:
    venue(world)
    named(world)
    child = hired.book(world, **CHILD)
    first = (words(world, child), sheet(world, world.practitioner, child))
    hired.say(world, child, status="cancelled")
    with world.database.write() as session:
        session.connection().exec_driver_sql("DELETE FROM hold")
    victim = hired.book(world, viewer=world.victim_worker, **VICTIM)

    second = (
        words(world, victim, world.victim_worker),
        sheet(world, world.victim_worker, victim),
    )

    assert first == second
    assert printing.text([first[1]]) == printing.text([second[1]])


def test_the_page_of_a_venue(world: World) -> None:
    venue(world, postcode="WA2 9AA", rail="8 minutes on foot")
    with world.database.write() as session:
        session.add(Entrance(venue_id=MILLBROOK, name="Side door", step_free=True))
        session.add(Feature(venue_id=MILLBROOK, need="accessible-toilet", present=True))

    page = sheet(world, world.practitioner)
    rows = dict(page.rows)

    assert page.head.title == "How to find Millbrook"
    assert document_name([page]) == "Directions Millbrook"
    assert rows["Address"] == ("Millbrook", "1 Mill Lane", "Millbrook WA2 9AA")
    assert rows["Which door"] == ("Use the side door.", "Side door: no steps")
    assert rows["Toilet"] == ("There is a toilet, and an accessible toilet.",)


def test_the_words_of_a_venue_are_for_no_appointment(world: World) -> None:
    venue(world, postcode="WA2 9AA", bus="Stop 90 metres away.", parking="Free")

    with world.database.read() as session:
        found = venue_details.draft(session, MILLBROOK)

    assert directions.words_of(found) == Copied(
        "Millbrook, Millbrook, 1 Mill Lane, WA2 9AA. Use the side door. "
        "Bus: Stop 90 metres away. Parking: Free."
    )
