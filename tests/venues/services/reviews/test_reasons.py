"""The reason behind a review is opened by few, and each look is recorded."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import book, for_the_victim, link, read
from tests.world import World
from venues.database.models import Attendance, Case, CaseVenue, Look
from venues.domain.people import Viewer
from venues.errors import NotAllowed
from venues.services.apart import watching
from venues.services.reviews import reasons


def opened(world: World, viewer: Viewer | None = None) -> tuple[str, ...]:
    item = read(world)[0]
    with world.database.write() as session:
        return reasons.open_reason(
            session,
            item.id,
            viewer or world.coordinator,
            now=world.now,
        )


def test_the_reason_says_who_is_kept_apart_and_where_the_other_one_is(
    watched: World,
) -> None:
    book(watched)
    for_the_victim(watched)
    link(watched)

    assert opened(watched) == (
        (
            "WA-20417 and WA-20466 are kept apart (no contact), and WA-20466 is there "
            "or next door: B-10002, Oak Room, Millbrook, Thursday 26 November, 3pm, "
            "Victim 01."
        ),
    )


def test_it_says_which_venue_is_not_to_be_used(watched: World) -> None:
    book(watched)
    with watched.database.write() as session:
        session.add(
            CaseVenue(
                case_id=1, venue_id=1, since=date(2026, 1, 1), court_condition=True
            )
        )

    assert opened(watched) == ("WA-20417 must not use Millbrook, court condition.",)


def test_two_in_one_booking_are_named(watched: World) -> None:
    with watched.database.write() as session:
        case = session.get_one(Case, 3)
        case.reference = None
    booking = book(watched)
    with watched.database.write() as session:
        session.add(Attendance(booking_id=booking, case_id=3))
    link(watched, second_id=3)

    assert opened(watched)[0] == (
        "WA-20417 and a reference that was removed are kept apart (no contact), and "
        "both are in this booking."
    )


def test_each_look_is_recorded(watched: World) -> None:
    book(watched)
    for_the_victim(watched)
    link(watched)

    opened(watched)

    with watched.database.read() as session:
        look = session.scalars(select(Look)).one()
    assert (look.staff_id, look.what) == (watched.coordinator.staff_id, "review")


def test_nobody_else_opens_a_reason(watched: World) -> None:
    book(watched)
    for_the_victim(watched)
    link(watched)

    with pytest.raises(NotAllowed):
        opened(watched, watched.practitioner)


def test_a_reason_that_went_away_is_said_to_be_nothing(watched: World) -> None:
    with watched.database.read() as session:
        assert reasons.sentences(session, ()) == (reasons.NOTHING,)


def test_the_look_is_shown_to_managers_with_the_booking(watched: World) -> None:
    book(watched)
    for_the_victim(watched)
    link(watched)
    opened(watched)

    with watched.database.read() as session:
        (row,) = watching.looks(session, watched.manager, now=watched.now)

    assert (row.what, row.about) == ("Opened why a booking needs review", "B-10001")
