"""Sample data for measuring: who works in a booking and for whom it is.

Nobody comes where they must not or near whom they are kept from; as far as there are
enough people, nobody is in two places at once and no case comes twice on one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time
from random import Random
from typing import NamedTuple, TypeVar

from venues.domain.people import Role
from venues.services.sample.cases import Known
from venues.services.sample.diary import place_of
from venues.services.sample.rooms import Site
from venues.services.sample.wishes import World

T = TypeVar("T")

BETWEEN = 30
"""Minutes that somebody has between two appointments."""


class Wanted(NamedTuple):
    """Where and when somebody is wanted, in minutes from midnight."""

    site: Site
    day: date
    starts: int
    ends: int


class Attending:
    """Who is where on one day after the other."""

    def __init__(self, draw: Random, world: World) -> None:
        self._draw = draw.random
        self._ties = world.ties
        self._cases: dict[tuple[int, str], list[Known]] = defaultdict(list)
        for case in world.cases:
            self._cases[case.authority_id, case.kind].append(case)
        self._staff: dict[tuple[int | None, Role], list[int]] = defaultdict(list)
        for person in world.people:
            self._staff[person.authority_id, person.role].append(person.id)
        self._busy: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._places: dict[int, set[tuple[str, int]]] = defaultdict(set)

    def next_day(self) -> None:
        """Everybody is at home again."""
        self._busy.clear()
        self._places.clear()

    def workers(self, wanted: Wanted, role: Role, number: int) -> list[int]:
        """So many of the authority, those first who have nothing else then."""
        staff = _turned(
            self._staff[wanted.site.room.venue.authority_id, role], self._draw()
        )
        free = (each for each in staff if self._is_free(each, wanted))
        chosen = [each for each, _ in zip(free, range(number), strict=False)]
        chosen += [each for each in staff if each not in chosen][: number - len(chosen)]
        for each in chosen:
            self._busy[each].append((wanted.starts, wanted.ends))
        return chosen

    def case(self, wanted: Wanted, kind: str) -> Known | None:
        """Somebody who can come; nobody where all of them must not."""
        place = place_of(wanted.site)
        spare = None
        for case in _turned(
            self._cases[wanted.site.room.venue.authority_id, kind], self._draw()
        ):
            if self._may_come(case, wanted, place):
                if not self._places.get(self._ties.person(case.id)):
                    spare = case
                    break
                spare = spare or case
        if spare is not None:
            self._places[self._ties.person(spare.id)].add(place)
        return spare

    def _is_free(self, staff_id: int, wanted: Wanted) -> bool:
        return all(
            wanted.ends + BETWEEN <= starts or ends + BETWEEN <= wanted.starts
            for starts, ends in self._busy.get(staff_id, ())
        )

    def _may_come(self, case: Known, wanted: Wanted, place: tuple[str, int]) -> bool:
        if wanted.site.room.venue.id in case.not_at:
            return False
        if case.hours:
            opens, closes = case.hours.get(wanted.day.weekday(), (time.max, time.min))
            if wanted.starts < _minutes(opens) or _minutes(closes) < wanted.ends:
                return False
        return all(
            place not in self._places.get(person, ())
            for person in self._ties.kept_from(case.id)
        )


def _turned(of: Sequence[T], by: float) -> Sequence[T]:
    """The same, beginning somewhere else."""
    at = int(by * len(of))
    return [*of[at:], *of[:at]]


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
