"""Who comes to the bookings for measuring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from random import Random

from tests.venues.services.sample.world import shared
from venues.domain.people import Role
from venues.services.sample.attending import Attending, Wanted
from venues.services.sample.ties import Ties

DAY = date(2026, 12, 2)  # a Wednesday
WORLD = shared().world
SITE = shared().site("Millbrook Family Hub", "Willow Room")
CHILDREN = [
    case
    for case in WORLD.cases
    if case.kind == "child" and case.authority_id == SITE.room.venue.authority_id
]


def attending(*cases: object, ties: Ties | None = None) -> Attending:
    world = replace(WORLD, cases=cases or WORLD.cases, ties=ties or Ties())
    return Attending(Random(1), world)  # noqa: S311 - drawn again each time


def wanted(starts: int = 600) -> Wanted:
    return Wanted(SITE, DAY, starts, starts + 60)


def plain(number: int) -> list[object]:
    return [replace(case, hours={}, not_at=frozenset()) for case in CHILDREN[:number]]


def test_nobody_works_twice_at_once_while_there_are_others() -> None:
    attends = attending()

    one = attends.workers(wanted(600), Role.PRACTITIONER, 2)
    other = attends.workers(wanted(620), Role.PRACTITIONER, 2)

    assert len({*one, *other}) == 4


def test_where_there_are_too_few_somebody_works_twice() -> None:
    attends = attending()
    everybody = attends.workers(wanted(), Role.PRACTITIONER, 99)

    (again,) = attends.workers(wanted(), Role.PRACTITIONER, 1)

    assert again in everybody


def test_the_next_day_everybody_is_free_again() -> None:
    attends = attending(*plain(1))
    attends.workers(wanted(), Role.PRACTITIONER, 1)
    first = attends.case(wanted(), "child")

    attends.next_day()

    assert attends.case(wanted(), "child") == first


def test_a_case_comes_twice_only_when_all_have_come() -> None:
    attends = attending(*plain(2))

    came = [attends.case(wanted(), "child") for _ in range(3)]

    assert came[0] != came[1]
    assert came[2] in came[:2]


def test_nobody_comes_where_or_when_they_must_not() -> None:
    one = replace(CHILDREN[0], hours={}, not_at=frozenset({SITE.room.venue.id}))
    late = replace(CHILDREN[1], hours={2: (time(15), time(19))}, not_at=frozenset())
    other_day = replace(CHILDREN[2], hours={1: (time(8), time(19))}, not_at=frozenset())
    attends = attending(one, late, other_day)

    assert attends.case(wanted(600), "child") is None
    assert attends.case(wanted(15 * 60), "child") == late


def test_nobody_comes_near_whom_they_are_kept_from() -> None:
    one, other = plain(2)
    ties = Ties()
    ties.part(one.id, other.id)
    attends = attending(one, other, ties=ties)

    came = [attends.case(wanted(), "child") for _ in range(4)]

    assert len({case.id for case in came if case is not None}) == 1
