"""What became of each date, for whoever may see it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.venues.services.series import scene
from tests.venues.services.series.scene import ELSE, THURSDAYS
from tests.world import OAK, World
from venues.database.models import CaseVenue
from venues.domain.people import Viewer
from venues.errors import NotFound
from venues.services.series import reading
from venues.services.series.reading import Shown


def look(world: World, number: int, viewer: Viewer | None = None) -> Shown:
    with world.database.read() as session:
        return reading.show(session, number, viewer or world.practitioner)


def test_each_date_stands_with_its_booking_and_room(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])
    made = scene.book(world, otherwise=ELSE)

    found = look(world, made.id)

    assert found.words == "Every week on Thursday, 4 times"
    assert [each.room.name if each.room else "" for each in found.dates] == [
        "Willow Room",
        "Oak Room",
        "Willow Room",
        "Willow Room",
    ]
    assert [each.seen.reference for each in found.dates if each.seen] == [
        each.reference for each in made.booked
    ]


def test_a_date_left_out_says_why(world: World) -> None:
    scene.close(world, THURSDAYS[1])
    made = scene.book(world, otherwise=ELSE)

    date_ = look(world, made.id).dates[1]

    assert (date_.outcome, date_.seen) == ("left out", None)
    assert "closed" in date_.why


def test_what_was_left_out_for_a_person_says_the_one_sentence(world: World) -> None:
    with world.database.write() as session:
        kept = CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1))
        kept.until = THURSDAYS[0]
        session.add(kept)
    made = scene.book(world, otherwise=ELSE[1:])

    assert look(world, made.id).dates[0].why.startswith("This venue is not available")


def test_a_colleagues_series_answers_like_none(world: World) -> None:
    made = scene.book(world)

    with pytest.raises(NotFound) as theirs:
        look(world, made.id, world.colleague)
    with pytest.raises(NotFound) as none:
        look(world, made.id + 1)

    assert str(theirs.value) == str(none.value)


def test_a_manager_sees_it(world: World) -> None:
    made = scene.book(world)

    assert len(look(world, made.id, world.manager).dates) == 4


def test_nobody_but_the_booker_reads_the_reason(world: World) -> None:
    """It may say where they were, or what the appointment is about."""
    scene.close(world, THURSDAYS[1])
    with world.database.write() as session:
        kept = CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[2])
        kept.until = THURSDAYS[2]
        session.add(kept)
    made = scene.book(world, otherwise=ELSE[1:])

    for viewer in (world.manager, world.coordinator):
        found = [each.why for each in look(world, made.id, viewer).dates]

        assert found == ["", "It did not fit then.", "It did not fit then.", ""]


def test_a_booking_knows_its_series(world: World) -> None:
    made = scene.book(world)
    scene.occupy(world, THURSDAYS[0], OAK)

    with world.database.read() as session:
        numbers = [reading.of_booking(session, id_) for id_ in range(1, 7)]

    assert numbers == [*[made.id] * 4, None, None]
