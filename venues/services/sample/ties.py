"""Sample data: who is kept from whom, and which two references are one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from venues.database.models import Separation
from venues.domain.people import Role
from venues.services.sample.cases import Known
from venues.services.sample.people import Person
from venues.services.sample.rows import Rows

KINDS = {
    "same offence": 30,
    "co-defendants": 25,
    "group conflict": 20,
    "no contact": 12,
    "family": 8,
}
"""Kind of link → its share."""

SHOWN = (
    ("WA-20391", "WA-20466", "same offence", True, 170),
    ("WA-20417", "", "co-defendants", False, 95),
    ("HA-10233", "", "group conflict", False, 9),
    ("CE-30119", "", "no contact", True, 220),
)
"""Links that the guide's pictures show: two cases, kind, court, days until they end."""


class Ties:
    """Which cases are one person, and which people are kept apart."""

    def __init__(self) -> None:
        self._twin: dict[int, int] = {}
        self._apart: dict[int, set[int]] = defaultdict(set)

    def join(self, one: int, other: int) -> None:
        """Make two cases the same person."""
        self._twin[max(one, other)] = min(one, other)

    def part(self, one: int, other: int) -> None:
        """Keep the people behind two cases apart."""
        first, second = self.person(one), self.person(other)
        self._apart[first].add(second)
        self._apart[second].add(first)

    def person(self, case_id: int) -> int:
        """The one id of the person behind a case."""
        return self._twin.get(case_id, case_id)

    def kept_from(self, case_id: int) -> Collection[int]:
        """The people this case's person is kept from."""
        return self._apart[self.person(case_id)]

    def apart(self, one: int, other: int) -> bool:
        """Whether the people behind two cases are kept apart."""
        return self.person(other) in self.kept_from(one)


def add(
    rows: Rows,
    cases: Sequence[Known],
    people: Sequence[Person],
    today: date,
    number: int,
) -> Ties:
    """Put down that many links in force, and a few closed ones."""
    ties = Ties()
    manager = next(each for each in people if each.role is Role.MANAGER)
    write = _Writer(rows, manager.id, today)
    children = [case for case in cases if case.kind == "child"]
    victims = [case for case in cases if case.kind == "victim"]
    shown = {reference for row in SHOWN for reference in row[:2]}
    plain = [case for case in children if case.reference not in shown]
    pairs: set[tuple[int, int]] = set()
    for victim, child in zip(victims[::9][:4], plain[::17][:4], strict=False):
        pairs.add(write(victim, child, "same person", court=False, days=None))
        ties.join(victim.id, child.id)
    by_reference = {case.reference: case for case in cases}
    for reference, other, kind, court, days in SHOWN:
        one = by_reference[reference]
        partner = by_reference.get(other) or _partner(rows, plain, one)
        pairs.add(write(one, partner, kind, court=court, days=days))
        ties.part(one.id, partner.id)
    while len(pairs) < number:
        kind = rows.random.choices(list(KINDS), list(KINDS.values()))[0]
        one = rows.random.choice(children)
        of_victim = kind in {"same offence", "no contact"}
        partner = _partner(rows, victims if of_victim else plain, one)
        pair = min(one.id, partner.id), max(one.id, partner.id)
        if pair in pairs or ties.person(one.id) == ties.person(partner.id):
            continue
        days = rows.random.randint(12, 250)
        pairs.add(write(one, partner, kind, court=rows.chance(0.2), days=days))
        ties.part(one.id, partner.id)
    _closed(write, by_reference["CW-40877"], plain)
    return ties


def _partner(rows: Rows, cases: Sequence[Known], one: Known) -> Known:
    """Somebody else, mostly of the same authority."""
    near = [
        case
        for case in cases
        if case.authority_id == one.authority_id and case.id != one.id
    ]
    return rows.random.choice(near)


def _closed(write: _Writer, shown: Known, cases: Sequence[Known]) -> None:
    """Links that are over: closed by a manager, and kept."""
    others = [
        case
        for case in cases
        if case.authority_id == shown.authority_id and case.id != shown.id
    ]
    for case in others[-4:]:
        write(shown, case, "family", court=False, days=-2, closed=True)


class _Writer:
    """Puts down one link."""

    def __init__(self, rows: Rows, manager: int, today: date) -> None:
        self._rows = rows
        self._manager = manager
        self._today = today

    def __call__(
        self,
        one: Known,
        other: Known,
        kind: str,
        *,
        court: bool,
        days: int | None,
        closed: bool = False,
    ) -> tuple[int, int]:
        pair = min(one.id, other.id), max(one.id, other.id)
        today, draw = self._today, self._rows.random
        since = today - timedelta(days=draw.randint(15, 150))
        self._rows.add(
            Separation,
            first_id=pair[0],
            second_id=pair[1],
            kind=kind,
            court_condition=court,
            since=since,
            until=None if days is None else today + timedelta(days=days),
            review_on=since + timedelta(days=180),
            set_by=self._manager,
            confirmed_on=since,
            confirmed_by_role="manager",
            closed_on=today - timedelta(days=2) if closed else None,
            closed_by=self._manager if closed else None,
        )
        return pair
