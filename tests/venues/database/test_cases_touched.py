"""A unit of work knows whose keeping apart it bears on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from tests.world import World
from venues.database.models import Case, CaseHours, CaseVenue, Separation
from venues.database.session import CASES

SINCE = date(2026, 1, 1)


def touched(world: World, change: Callable[[Any], object]) -> set[int]:
    with world.database.write() as session:
        change(session)
        session.flush()
        return set(session.info[CASES])


def link(**changed: Any) -> Separation:
    usual = {"first_id": 1, "second_id": 2, "kind": "family", "since": SINCE}
    return Separation(**(usual | changed))


@pytest.mark.parametrize(
    ("row", "cases"),
    [
        (link(), {1, 2}),
        (CaseVenue(case_id=3, venue_id=1, since=SINCE), {3}),
        (CaseHours(case_id=2, weekday=1, opens=time(9), closes=time(12)), {2}),
        (Case(reference="WA-30001", kind="child"), set()),
        (Case(reference="WA-30002", kind="child", merged_into=3), {3}),
    ],
)
def test_an_added_row_names_its_cases(world: World, row: Any, cases: set[int]) -> None:
    assert touched(world, lambda session: session.add(row)) == cases


def test_a_moved_link_names_both_whom_it_is_of_and_whom_it_was(world: World) -> None:
    touched(world, lambda session: session.add(link(id=7)))

    def move(session: Any) -> None:
        session.get(Separation, 7).second_id = 3

    assert touched(world, move) == {1, 2, 3}


def test_removed_hours_name_their_case(world: World) -> None:
    hours = CaseHours(id=7, case_id=2, weekday=1, opens=time(9), closes=time(12))
    touched(world, lambda session: session.add(hours))

    def remove(session: Any) -> None:
        session.delete(session.get(CaseHours, 7))

    assert touched(world, remove) == {2}
