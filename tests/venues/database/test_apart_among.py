"""Who is kept from whom among those that move at the same time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.world import THURSDAY, World
from venues.database import apart_among
from venues.database.apart_among import Among
from venues.database.models import Separation
from venues.domain.numbers import Numbers

HOUR = timedelta(hours=1)


def link(world: World, first: int, second: int, kind: str, **more: date) -> None:
    with world.database.write() as session:
        session.add(
            Separation(
                first_id=first,
                second_id=second,
                kind=kind,
                **{"since": date(2026, 1, 1), **more},
            )
        )


def among(world: World) -> Among:
    with world.database.read() as session:
        return apart_among.read(session, THURSDAY, THURSDAY, Numbers().buffers)


def test_two_are_kept_apart_by_the_time_of_their_link(world: World) -> None:
    link(world, 1, 3, "no contact")

    found = among(world)

    assert found.reach([1], [3], THURSDAY) == found.reach([3], [1], THURSDAY) == HOUR
    assert found.reach([1], [2], THURSDAY) is None


def test_of_two_links_the_wider_counts(world: World) -> None:
    link(world, 1, 2, "co-defendants")
    link(world, 1, 3, "group conflict")

    assert among(world).reach([1], [2, 3], THURSDAY) == timedelta(minutes=90)


def test_a_person_is_kept_apart_under_every_reference(world: World) -> None:
    link(world, 1, 2, "same person")
    link(world, 1, 3, "family")

    found = among(world)

    assert found.person(1, THURSDAY) == found.person(2, THURSDAY)
    assert found.reach([2], [3], THURSDAY) == HOUR
    assert found.person(3, THURSDAY) == 3


def test_a_link_said_twice_is_one_person_still(world: World) -> None:
    link(world, 1, 2, "same person")
    link(world, 2, 3, "same person")
    link(world, 1, 3, "same person")

    found = among(world)

    assert {found.person(id_, THURSDAY) for id_ in (1, 2, 3)} == {1}


@pytest.mark.parametrize(
    "over",
    [
        {"closed_on": date(2026, 11, 1)},
        {"until": date(2026, 11, 25)},
        {"since": date(2026, 11, 27)},
    ],
)
def test_a_link_that_is_not_in_force_keeps_nobody_apart(
    world: World, over: dict[str, date]
) -> None:
    link(world, 1, 3, "no contact", **over)

    assert among(world).reach([1], [3], THURSDAY) is None


def test_a_link_counts_on_the_days_it_is_in_force(world: World) -> None:
    link(world, 1, 3, "no contact", since=date(2026, 11, 26))

    found = among(world)

    assert found.reach([1], [3], date(2026, 11, 25)) is None


@pytest.mark.parametrize(
    ("starts", "closed"),
    [(10, (0, 13)), (12, (0, 17)), (16, (13, 24)), (14, (13, 17))],
)
def test_a_place_is_closed_by_whole_half_days(
    starts: int, closed: tuple[int, int]
) -> None:
    midnight = datetime(2026, 11, 26)
    begins = midnight + starts * HOUR

    found = apart_among.closed(begins, begins + HOUR, HOUR / 2)

    assert found == tuple(midnight + hour * HOUR for hour in closed)
