"""What may stand between two people, narrowed down for all bookings together."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import at, book, for_the_victim, link
from tests.world import STUDY, World
from venues.database import catalogue as catalogues
from venues.database.models import Booking, CaseVenue, Separation
from venues.domain.period import Period
from venues.services.reviews import kept_apart, ties
from venues.services.reviews.kept_apart import Ground


def grounds(world: World) -> dict[int, tuple[Ground, ...]]:
    with world.database.read() as session:
        return kept_apart.grounds(
            session,
            catalogues.read(session),
            ties.read(session, world.now.date()),
            session.scalars(select(Booking.id)).all(),
        )


def against(world: World, period: Period, venue_id: int = 1) -> tuple[Ground, ...]:
    with world.database.read() as session:
        return kept_apart.against(
            session, catalogues.read(session), world.now, (1,), (venue_id, period)
        )


def shun(world: World, case_id: int, **changed: object) -> None:
    with world.database.write() as session:
        session.add(
            CaseVenue(case_id=case_id, venue_id=1, since=date(2026, 1, 1), **changed)
        )


def test_without_any_link_there_is_nothing_to_look_at(world: World) -> None:
    book(world)

    assert grounds(world) == {}


def test_both_sides_know_of_each_other(world: World) -> None:
    child, victim = book(world), for_the_victim(world, room_ids=(STUDY,))
    link(world, court_condition=True)

    found = grounds(world)

    assert [each.other for each in found[child]] == [victim]
    assert [each.other_case for each in found[victim]] == [1]
    assert all(each.court and each.by_link for each in found[child])


def test_a_link_that_is_closed_over_or_still_to_come_is_none(world: World) -> None:
    book(world)
    for_the_victim(world)
    link(world, since=date(2027, 1, 1))
    link(world, until=date(2026, 1, 31))
    link(world, closed_on=date(2026, 11, 1))

    assert grounds(world) == {}


def test_a_venue_not_to_use_counts_for_every_reference_of_the_person(
    world: World,
) -> None:
    booking = book(world)
    link(world, second_id=3, kind="same person")
    shun(world, 3, court_condition=True)

    (ground,) = grounds(world)[booking]

    assert (ground.by_link, ground.court, ground.other) == (False, True, None)


def test_what_is_only_wanted_is_looked_at_like_what_is_booked(world: World) -> None:
    victim = for_the_victim(world)
    link(world)

    assert [each.other for each in against(world, at(16))] == [victim]
    assert [each.other for each in against(world, at(16), venue_id=2)] == [victim]
    assert against(world, at(16), venue_id=3) == ()
    assert against(world, at(10)) == ()


@pytest.mark.parametrize("kind", ["same offence", "group conflict", "family"])
def test_each_kind_of_link_counts(world: World, kind: str) -> None:
    book(world)
    for_the_victim(world)
    link(world, kind=kind)

    assert len(grounds(world)) == 2


def test_marks_tell_links_and_venues_apart() -> None:
    link_ = Ground(7, by_link=True, court=False, case_id=1, other=3)
    venue = Ground(7, by_link=False, court=False, case_id=1)

    assert link_.mark != venue.mark


def test_who_is_there_in_the_evening_is_not_met_in_the_morning(world: World) -> None:
    book(world, period=Period.lasting(datetime(2026, 11, 26, 9, 30), 60))
    for_the_victim(world, period=at(18))
    with world.database.write() as session:
        session.add(
            Separation(
                first_id=1, second_id=2, kind="no contact", since=date(2026, 1, 1)
            )
        )

    assert grounds(world) == {}
