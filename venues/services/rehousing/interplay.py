"""What the bookings that move claim of one another, as the search wants it.

Spaces, workers and cases are claimed for a time. Two bookings that bring people
together who are kept apart claim their place against each other; the search is given
no more than a number for it, and no sentence says which claim it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from venues.database import apart_among
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.domain.rehousing.prices import SPACE
from venues.domain.rehousing.values import Claim, Displaced, Option
from venues.services.rehousing.ground import Ground, Leaving
from venues.services.rehousing.options import Fit, moved_by
from venues.services.rehousing.values import Away, Target

WORKER, CASE = "worker", "case"
JOURNEY = "R19"
UNKNOWN = 50_000
"""Metres that stand for a place that nobody has put on the map."""

ONE_DAY = timedelta(days=1)

Apart = dict[int, list[tuple[int, timedelta]]]
"""Booking → those whose people are kept from its own, and by how much time."""


class Interplay:
    """Makes claims for the bookings of one plan."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._apart = _apart(ground)

    def displaced(self, leaving: Leaving, fits: Sequence[Fit]) -> Displaced:
        """The booking with those places, as the search wants it."""
        here = Target(rooms=leaving.rooms, period=leaving.request.period)
        return Displaced(
            id=leaving.id,
            options=tuple(self.option(leaving, fit.target) for fit in fits),
            series=leaving.series,
            stay=()
            if isinstance(self._ground.cause, Away)
            else self.claims(leaving, here),
        )

    def option(self, leaving: Leaving, target: Target) -> Option:
        """One place, as the search wants it."""
        if target.worker:
            return self._handed_over(leaving, target)
        starts = target.period.starts
        far = UNKNOWN if target.metres is None else target.metres
        return Option(
            ids=(*(room.id for room in target.rooms), starts.hour * 60 + starts.minute),
            same=target.room.id,
            later=moved_by(leaving, starts),
            metres=far,
            pence=target.pence,
            claims=self.claims(leaving, target),
        )

    def _handed_over(self, leaving: Leaving, target: Target) -> Option:
        """Another worker where and when it is; how well placed stands for metres."""
        new = set(target.worker_ids) - set(leaving.request.worker_ids)
        return Option(
            ids=target.worker_ids,
            same=min(new),
            metres=target.metres or 0,
            claims=tuple(self._people(leaving, target)),
        )

    def claims(self, leaving: Leaving, target: Target) -> tuple[Claim, ...]:
        """All that the booking takes there."""
        period = target.period
        return (
            *self._spaces(leaving, target),
            *self._people(leaving, target),
            *self._against(leaving, target.rooms, period),
        )

    def _spaces(self, leaving: Leaving, target: Target) -> list[Claim]:
        kind = self._ground.catalogue.kinds.get(leaving.request.kind)
        before, clear = (kind.set_up, kind.clear_down) if kind else (0, 0)
        found = []
        for room in target.rooms:
            held = target.period.widened(before, max(clear, room.turnaround))
            found += [
                Claim.plain((SPACE, id_, 0), held.starts, held.ends)
                for id_ in room.space_ids
            ]
        return found

    def _people(self, leaving: Leaving, target: Target) -> list[Claim]:
        starts, ends = target.period.starts, target.period.ends
        travels = JOURNEY not in leaving.request.accepted
        point = target.room.venue.point if travels else None
        workers = target.worker_ids or leaving.request.worker_ids
        day = target.period.day
        people = {self._ground.among.person(id_, day) for id_ in leaving.case_ids}
        return [
            *(Claim.plain((WORKER, id_, 0), starts, ends, point) for id_ in workers),
            *(Claim.plain((CASE, id_, 0), starts, ends) for id_ in sorted(people)),
        ]

    def _against(
        self, leaving: Leaving, rooms: Sequence[Room], period: Period
    ) -> list[Claim]:
        places = sorted({_place(room) for room in rooms})
        found = []
        for other, reach in self._apart.get(leaving.id, ()):
            first, second = sorted((leaving.id, other))
            closed = apart_among.closed(period.starts, period.ends, reach)
            found += [
                Claim((place, first, second), period.starts, period.ends, *closed)
                for place in places
            ]
        return found


def _place(room: Room) -> str:
    """A venue with its neighbours, as far as keeping apart goes."""
    venue = room.venue
    if venue.cluster_id is None:
        return f"venue {venue.id}"
    return f"cluster {venue.cluster_id}"


def _apart(ground: Ground) -> Apart:
    found: Apart = defaultdict(list)
    with_cases = [each for each in ground.leaving if each.case_ids]
    for n, one in enumerate(with_cases):
        for other in with_cases[:n]:
            days = [each.request.period.day for each in (one, other)]
            if abs(days[0] - days[1]) > ONE_DAY:
                continue
            reaches = [
                ground.among.reach(one.case_ids, other.case_ids, day) for day in days
            ]
            known = [each for each in reaches if each is not None]
            if known:
                found[one.id].append((other.id, max(known)))
                found[other.id].append((one.id, max(known)))
    return found
