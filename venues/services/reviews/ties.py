"""Who is kept from whom on a day, by any of their references, and from which venues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.engines.ties import SAME
from venues.database.models import CaseVenue, Separation


class Link(NamedTuple):
    """A link that is in force, or will be."""

    id: int
    first_id: int
    second_id: int
    kind: str
    court: bool
    since: date
    until: date | None

    def other(self, case_id: int) -> int:
        """Its other end."""
        return self.second_id if self.first_id == case_id else self.first_id

    def holds(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.since <= day and (self.until is None or self.until >= day)


class Shunned(NamedTuple):
    """A venue that a case must not use."""

    id: int
    case_id: int
    venue_id: int
    court: bool
    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.since <= day and (self.until is None or self.until >= day)


class Ties:
    """All links and venues not to use; each case and day is worked out once."""

    def __init__(self, links: Iterable[Link], shunned: Iterable[Shunned]) -> None:
        self._links: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            self._links[link.first_id].append(link)
            self._links[link.second_id].append(link)
        self._shunned: dict[int, list[Shunned]] = defaultdict(list)
        for each in shunned:
            self._shunned[each.case_id].append(each)
        self._kept: dict[tuple[int, date], Mapping[int, list[Link]]] = {}
        self._not_at: dict[tuple[int, date], list[Shunned]] = {}

    @property
    def cases(self) -> frozenset[int]:
        """Whoever is tied to anybody, or kept from anywhere."""
        return frozenset((*self._links, *self._shunned))

    def around(self, case_ids: Iterable[int]) -> set[int]:
        """Those cases, all that are the same person's, and whom these are kept from.

        Whatever the day: it only narrows down whose appointments are read.
        """
        whole = self._same_person(case_ids, None)
        ends = {link.other(id_) for id_ in whole for link in self._links.get(id_, ())}
        return whole | self._same_person(ends, None)

    def kept_from(self, case_id: int, day: date) -> Mapping[int, list[Link]]:
        """Whom the case is kept from on that day, and by which links."""
        found = self._kept.get((case_id, day))
        if found is None:
            found = self._kept[case_id, day] = self._work_out(case_id, day)
        return found

    def not_at(self, case_id: int, day: date) -> Collection[Shunned]:
        """The venues not to use on that day, whichever reference they stand under."""
        found = self._not_at.get((case_id, day))
        if found is None:
            whole = self._same_person((case_id,), day) if self._shunned else ()
            found = self._not_at[case_id, day] = [
                each
                for id_ in whole
                for each in self._shunned.get(id_, ())
                if each.holds(day)
            ]
        return found

    def _work_out(self, case_id: int, day: date) -> Mapping[int, list[Link]]:
        found: dict[int, list[Link]] = defaultdict(list)
        for id_ in self._same_person((case_id,), day):
            for link in self._links.get(id_, ()):
                if link.kind != SAME and link.holds(day):
                    for twin in self._same_person((link.other(id_),), day):
                        found[twin].append(link)
        return dict(found)

    def _same_person(self, case_ids: Iterable[int], day: date | None) -> set[int]:
        """With no day, whenever they are known to be the same."""
        found: set[int] = set()
        fresh = set(case_ids)
        while fresh:
            found |= fresh
            fresh = {
                link.other(id_)
                for id_ in fresh
                for link in self._links.get(id_, ())
                if link.kind == SAME and (day is None or link.holds(day))
            } - found
        return found


def read(session: Session, today: date) -> Ties:
    """What is in force from that day on, or will be, in two statements."""
    links = session.execute(
        select(
            Separation.id,
            Separation.first_id,
            Separation.second_id,
            Separation.kind,
            Separation.court_condition,
            Separation.since,
            Separation.until,
        ).where(
            Separation.closed_on.is_(None),
            or_(Separation.until.is_(None), Separation.until >= today),
        )
    )
    shunned = session.execute(
        select(
            CaseVenue.id,
            CaseVenue.case_id,
            CaseVenue.venue_id,
            CaseVenue.court_condition,
            CaseVenue.since,
            CaseVenue.until,
        ).where(
            CaseVenue.closed_on.is_(None),
            or_(CaseVenue.until.is_(None), CaseVenue.until >= today),
        )
    )
    return Ties(map(Link._make, links), map(Shunned._make, shunned))
