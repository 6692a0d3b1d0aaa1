"""Sample data: the diary in which appointments find a room and nobody is in two places.

It keeps what the rules ask of a booking by its own means, so that the sample can be
used to test them: free spaces, usable hours, people in one place at a time with time
to travel, and people kept apart not at one place (a venue and its neighbours) on one
day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from venues.domain.places import Point, drive_minutes
from venues.domain.proposal import Kind, Span
from venues.services.sample.cases import Known
from venues.services.sample.hours import Opening
from venues.services.sample.people import Person
from venues.services.sample.rooms import Site
from venues.services.sample.ties import Ties

LOOKED_AT = 6
"""How many rooms somebody looks at before trying another time."""

MOST_A_DAY = 3
"""Appointments a worker has on a day, unless they are fixed ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An appointment somebody wants.

    ``starts`` and ``sites`` are in order of preference; the first worker leads;
    ``breakouts`` is the number of further rooms at the same venue. A fixed one is
    never cancelled; a pending one still waits for a condition.
    """

    kind: Kind
    audience: str
    starts: tuple[datetime, ...]
    minutes: int
    people: int
    workers: tuple[Person, ...]
    sites: tuple[Site, ...]
    cases: tuple[Known, ...] = ()
    needs: tuple[str, ...] = ()
    breakouts: int = 0
    series: str = ""
    fixed: bool = False
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An appointment that found its rooms, the main one first."""

    wish: Wish
    starts: datetime
    ends: datetime
    sites: tuple[Site, ...]

    def holds(self) -> Iterator[tuple[int, Span]]:
        """Each space with the time it is held."""
        for site in self.sites:
            span = hold(self.wish.kind, site, self.starts, self.ends)
            for space_id in site.room.space_ids:
                yield space_id, span


class Stay(NamedTuple):
    """Where somebody is for a while."""

    starts: datetime
    ends: datetime
    venue_id: int
    point: Point | None
    place: tuple[str, int]


def hold(kind: Kind, site: Site, starts: datetime, ends: datetime) -> Span:
    """The time for which a room is held, set-up and turnaround included."""
    after = max(kind.clear_down, site.room.turnaround)
    return Span(
        starts - timedelta(minutes=kind.set_up), ends + timedelta(minutes=after)
    )


def place_of(site: Site) -> tuple[str, int]:
    """The venue with its neighbours, within which people are kept apart."""
    venue = site.room.venue
    if venue.cluster_id is not None:
        return "cluster", venue.cluster_id
    return "venue", venue.id


class Diary:
    """Who and what is taken when."""

    def __init__(self, opening: Opening, ties: Ties, sites: Iterable[Site]) -> None:
        self._opening = opening
        self._ties = ties
        self._siblings: dict[int, list[Site]] = defaultdict(list)
        for site in sites:
            self._siblings[site.room.venue.id].append(site)
        self._held: dict[tuple[int, date], list[Span]] = defaultdict(list)
        self._workers: dict[tuple[int, date], list[Stay]] = defaultdict(list)
        self._people: dict[tuple[int, date], list[Stay]] = defaultdict(list)

    def place(self, wish: Wish) -> Entry | None:
        """Write the wish down at its first start and room that can be, if any.

        Another time is tried before a room that is further down the list.
        """
        for sites in (wish.sites[:LOOKED_AT], wish.sites[LOOKED_AT:]):
            for starts in wish.starts:
                ends = starts + timedelta(minutes=wish.minutes)
                if not self._everybody_free(wish, starts, ends):
                    continue
                for site in sites:
                    rooms = self._rooms(wish, site, starts, ends)
                    if rooms and self._can_come(wish, site, starts, ends):
                        entry = Entry(wish, starts, ends, rooms)
                        self._write(entry)
                        return entry
        return None

    def worker_free(self, worker: Person, starts: datetime, ends: datetime) -> bool:
        """Whether somebody has nothing else then."""
        stays = self._workers[worker.id, starts.date()]
        return all(ends <= stay.starts or stay.ends <= starts for stay in stays)

    def send(self, worker: Person, starts: datetime, ends: datetime) -> None:
        """Keep somebody busy away from any venue."""
        stay = Stay(starts, ends, 0, None, ("away", worker.id))
        self._workers[worker.id, starts.date()].append(stay)

    def free(self, site: Site, span: Span) -> bool:
        """Whether the room is ours to use for that whole time, and not taken."""
        if not any(
            usable.starts <= span.starts and span.ends <= usable.ends
            for usable in self._opening.usable(site, span.starts.date())
        ):
            return False
        return all(
            span.ends <= taken.starts or taken.ends <= span.starts
            for space_id in site.room.space_ids
            for taken in self._held[space_id, span.starts.date()]
        )

    def take(self, site: Site, span: Span) -> None:
        """Hold the room for that time."""
        for space_id in site.room.space_ids:
            self._held[space_id, span.starts.date()].append(span)

    def _everybody_free(self, wish: Wish, starts: datetime, ends: datetime) -> bool:
        stays = self._workers
        if not wish.fixed and any(
            len(stays[worker.id, starts.date()]) >= MOST_A_DAY
            for worker in wish.workers
        ):
            return False
        return all(
            self.worker_free(worker, starts, ends) for worker in wish.workers
        ) and all(self._case_free(wish, case, starts, ends) for case in wish.cases)

    def _case_free(
        self, wish: Wish, case: Known, starts: datetime, ends: datetime
    ) -> bool:
        """Nobody has two appointments on one day, but for those that are fixed."""
        if case.hours:
            opens, closes = case.hours.get(starts.weekday(), (None, None))
            if opens is None or closes is None:
                return False
            if starts.time() < opens or closes < ends.time():
                return False
        stays = self._people[self._ties.person(case.id), starts.date()]
        if not wish.fixed:
            return not stays
        return all(ends <= stay.starts or stay.ends <= starts for stay in stays)

    def _rooms(
        self, wish: Wish, main: Site, starts: datetime, ends: datetime
    ) -> tuple[Site, ...]:
        """The main room and the further ones, or nothing when one is missing."""
        if not self.free(main, hold(wish.kind, main, starts, ends)):
            return ()
        chosen, used = [main], set(main.room.space_ids)
        for site in self._siblings[main.room.venue.id]:
            if len(chosen) > wish.breakouts:
                break
            spaces = set(site.room.space_ids)
            if not spaces & used and self.free(
                site, hold(wish.kind, site, starts, ends)
            ):
                chosen.append(site)
                used |= spaces
        return tuple(chosen) if len(chosen) > wish.breakouts else ()

    def _can_come(
        self, wish: Wish, site: Site, starts: datetime, ends: datetime
    ) -> bool:
        point = site.room.venue.point
        for worker in wish.workers:
            for stay in self._workers[worker.id, starts.date()]:
                if not _in_time(stay, point, starts, ends):
                    return False
        return all(self._welcome(case, site, starts.date()) for case in wish.cases)

    def _welcome(self, case: Known, site: Site, day: date) -> bool:
        """The venue is not closed to the case, and nobody they are kept from comes."""
        if site.room.venue.id in case.not_at:
            return False
        place = place_of(site)
        return all(
            stay.place != place
            for person in self._ties.kept_from(case.id)
            for stay in self._people[person, day]
        )

    def _write(self, entry: Entry) -> None:
        main = entry.sites[0]
        stay = Stay(
            entry.starts,
            entry.ends,
            main.room.venue.id,
            main.room.venue.point,
            place_of(main),
        )
        day = entry.starts.date()
        for space_id, span in entry.holds():
            self._held[space_id, day].append(span)
        for worker in entry.wish.workers:
            self._workers[worker.id, day].append(stay)
        for case in entry.wish.cases:
            self._people[self._ties.person(case.id), day].append(stay)


def _in_time(stay: Stay, point: Point | None, starts: datetime, ends: datetime) -> bool:
    """Whether the journey to or from the other appointment fits in between."""
    if stay.point is None or point is None:
        return True
    gap = starts - stay.ends if stay.ends <= starts else stay.starts - ends
    return gap >= timedelta(minutes=drive_minutes(stay.point, point))


def apart(ties: Ties, cases: Sequence[Known]) -> bool:
    """Whether any two of the cases are kept from each other."""
    return any(
        ties.apart(one.id, other.id)
        for at, one in enumerate(cases)
        for other in cases[at + 1 :]
    )
