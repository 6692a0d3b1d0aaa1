"""Asks the rules again about bookings that are there already."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from venues.database import facts, no_go
from venues.database.catalogue import Catalogue
from venues.database.session import BLIND
from venues.domain import rules
from venues.domain.circumstances import Circumstances, Window
from venues.domain.findings import Finding
from venues.domain.proposal import Appointment, Room
from venues.domain.rules.base import Rule
from venues.services import signed
from venues.services.reviews import kept_apart
from venues.services.reviews import known as all_known
from venues.services.reviews import ties as all_ties
from venues.services.reviews.kept_apart import Ground
from venues.services.reviews.known import Known
from venues.services.reviews.ties import Ties

PERSON = "person"
OF_PEOPLE = frozenset({PERSON, "R7"})
"""Rules that ask what is on record of cases, by name."""

WATCHED = OF_PEOPLE | {
    *("R2", "R8", "R9", "R10", "R11", "R12", "R13", "R17", "R34"),
}
"""Rules whose answer a later change may turn, by name: about people, hours, closures,
assessments, what a manager accepted on a condition, needs, staffing, seats and
standing. A diary, a distance or a cost does not change behind somebody's back."""

ASKED = tuple(rule for rule in rules.RULES if rule.name in WATCHED)

MANY = 200
"""Bookings that are looked at together: what is read of more is never held at once."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A booking that a rule stands against now, and did not when it was made.

    ``words`` is empty where it is about a person; ``grounds`` then stand for it.
    """

    booking_id: int
    cause: str
    words: str
    grounds: str = ""

    @property
    def for_a_person(self) -> bool:
        """Whether it is about somebody, so that nobody is told why."""
        return self.cause == PERSON


@dataclass(frozen=True, slots=True)
class _Look:
    """What is needed to judge one booking after the other.

    A ``blind`` session is not told what lies behind a refusal, and so marks nothing.
    """

    catalogue: Catalogue
    known: Known
    grounds: Mapping[int, tuple[Ground, ...]]
    passed: Mapping[int, set[str]]
    now: datetime
    asked: tuple[Rule, ...]
    blind: bool = False


def pieces(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    """The bookings in the portions in which they are looked at."""
    return (ids[at : at + MANY] for at in range(0, len(ids), MANY))


def find(
    session: Session,
    catalogue: Catalogue,
    now: datetime,
    ids: Sequence[int],
    asked: tuple[Rule, ...] = ASKED,
) -> list[Hit]:
    """Those of a piece of live bookings that no longer stand, and why.

    Eleven statements, and one for each booking that may stand beside somebody.
    """
    known = all_known.read(session, ids)
    about_people = any(rule.name == PERSON for rule in asked)
    blind = bool(session.info.get(BLIND))
    ties = Ties((), ())
    if about_people and not blind:
        ties = all_ties.read(session, now.date())
    grounds = kept_apart.grounds(session, catalogue, ties, ids)
    others = {each.other or 0 for found in grounds.values() for each in found}
    passed = all_known.signed(session, sorted({*ids, *others}))
    look = _Look(catalogue, known, grounds, passed, now, asked, blind)
    return [
        hit
        for row in known.bookings
        if known.rooms.get(row.id)
        for hit in _judge(session, look, row)
    ]


def _judge(session: Session, look: _Look, row: Any) -> Iterable[Hit]:
    asked = look.known.appointment(look.catalogue, row)
    ground = tuple(
        each
        for each in look.grounds.get(row.id, ())
        if not _passed(each, row.id, look.passed)
    )
    windows: tuple[Window, ...] = ()
    alone = len(look.known.bookings) == 1  # one alone always costs the same
    if ground or alone or look.blind:
        windows = no_go.windows(
            session,
            asked.case_ids,
            [asked.period.day],
            look.catalogue.numbers.buffers,
            without=row.id,
        )
    given = look.known.given.get(row.id, set()) | look.passed.get(row.id, set())
    given -= {PERSON}
    about = Circumstances(
        no_go=windows if ground or look.blind else (),
        today=look.now.date(),
        case=look.known.of_cases(row),
    )
    said: dict[str, list[str]] = defaultdict(list)
    for finding in _findings(look, asked, look.known.rooms[row.id], about):
        stands = (finding.acceptable or finding.refuses) and finding.rule not in given
        if stands and finding.message not in said[_cause(finding)]:
            said[_cause(finding)].append(finding.message)
    for cause, messages in said.items():
        if cause == PERSON:
            yield Hit(row.id, cause, "", "" if look.blind else _mark(ground))
        elif messages:
            yield Hit(row.id, cause, " ".join(messages))


def _findings(
    look: _Look,
    asked: Appointment,
    places: list[tuple[int, str | None]],
    about: Circumstances,
) -> Iterable[Finding]:
    beside = replace(asked, people=1, layout=None, needs=(), texts=())
    days = look.catalogue.days(asked.period.day)
    for number, (room_id, _) in enumerate(places):
        room: Room = look.catalogue.rooms[room_id]
        wanted = beside if number else asked
        yield from rules.examine(
            facts.proposal(wanted, room, days[room_id], about), look.asked
        )


def _passed(
    ground: Ground, booking_id: int, passed: Mapping[int, Collection[str]]
) -> bool:
    """Whether a manager signed it off for one of the two, and so for both."""
    if signed.stands_signed(ground, passed.get(booking_id, ())):
        return True
    there = passed.get(ground.other or 0, ())
    return signed.stands_signed(replace(ground, other=booking_id), there)


def _cause(finding: Finding) -> str:
    return finding.rule.split(maxsplit=1)[0]


def _mark(ground: tuple[Ground, ...]) -> str:
    """What lies behind it, so that only whether it is the same can be told."""
    marks = "|".join(sorted({each.mark for each in ground}))
    return hashlib.sha256(marks.encode()).hexdigest()[:24]
