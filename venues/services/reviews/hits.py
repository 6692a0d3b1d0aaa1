"""Asks the rules again about bookings that are there already."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database import facts, no_go
from venues.database.catalogue import Catalogue
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Case,
    Override,
    SignOff,
    Worker,
)
from venues.database.no_go import LIVE
from venues.domain import rules
from venues.domain.circumstances import Circumstances, Window
from venues.domain.findings import Finding
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.proposal import Appointment, Room
from venues.services import signed
from venues.services.reviews import kept_apart
from venues.services.reviews.kept_apart import Ground

PERSON = "person"
WATCHED = frozenset(
    {PERSON, "R2", "R7", "R8", "R10", "R11", "R12", "R13", "R17", "R34"}
)
"""Rules whose answer a later change may turn, by name: about people, hours, closures,
assessments, needs, staffing, seats and standing. A diary, a distance or a cost does not
change behind somebody's back, and a control that was accepted makes nothing worse."""

ASKED = tuple(rule for rule in rules.RULES if rule.name in WATCHED)


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
class _Facts:
    """What is known of the bookings that are looked at, by booking id."""

    rooms: dict[int, list[tuple[int, str | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    cases: dict[int, list[tuple[int, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    workers: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    given: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    signed: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))


def find(
    session: Session,
    catalogue: Catalogue,
    now: datetime,
    *,
    room_ids: Collection[int] | None = None,
    until: datetime | None = None,
) -> list[Hit]:
    """The live bookings to come that no longer stand, and why.

    With ``room_ids`` only those in these rooms, and those of cases that are kept apart;
    with ``until`` only those that start before then.
    Ten statements at most, and one for each booking that may stand beside somebody.
    """
    grounds = kept_apart.grounds(session, catalogue, now)
    rows = session.execute(
        select(
            Booking.id,
            Booking.type_id,
            Booking.audience,
            Booking.starts,
            Booking.ends,
            Booking.people,
            Booking.needs,
            Booking.person_chose,
        )
        .where(*coming(now, until))
        .order_by(Booking.starts, Booking.id)
    ).all()
    known = _facts(session, now, until)
    passed = {row.id: _signed(row, known) for row in rows if row.id in known.rooms}
    found: list[Hit] = []
    for row in rows:
        here = known.rooms.get(row.id)
        if not here:
            continue
        ground = tuple(
            each
            for each in grounds.get(row.id, ())
            if not _passed(each, row.id, passed)
        )
        concerned = room_ids is None or any(id_ in room_ids for id_, _ in here)
        if concerned or ground:
            found += _judge(session, catalogue, row, known, ground, now)
    return found


def _judge(
    session: Session,
    catalogue: Catalogue,
    row: Any,
    known: _Facts,
    ground: tuple[Ground, ...],
    now: datetime,
) -> Iterable[Hit]:
    asked = _appointment(catalogue, row, known)
    windows: tuple[Window, ...] = ()
    if ground:
        windows = no_go.windows(
            session,
            asked.case_ids,
            [asked.period.day],
            catalogue.numbers.buffers,
            without=row.id,
        )
    about = Circumstances(no_go=windows, today=now.date())
    given = (known.given.get(row.id, set()) | _signed(row, known)) - {PERSON}
    said: dict[str, list[str]] = defaultdict(list)
    for finding in _findings(catalogue, asked, known.rooms[row.id], about):
        stands = (finding.acceptable or finding.refuses) and finding.rule not in given
        if stands and finding.message not in said[_cause(finding)]:
            said[_cause(finding)].append(finding.message)
    for cause, messages in said.items():
        if cause == PERSON:
            yield Hit(row.id, cause, "", _mark(ground))
        elif messages:
            yield Hit(row.id, cause, " ".join(messages))


def _findings(
    catalogue: Catalogue,
    asked: Appointment,
    places: list[tuple[int, str | None]],
    about: Circumstances,
) -> Iterable[Finding]:
    beside = replace(asked, people=1, layout=None, needs=(), texts=())
    days = catalogue.days(asked.period.day)
    for number, (room_id, _) in enumerate(places):
        room: Room = catalogue.rooms[room_id]
        wanted = beside if number else asked
        yield from rules.examine(
            facts.proposal(wanted, room, days[room_id], about), ASKED
        )


def _appointment(catalogue: Catalogue, row: Any, known: _Facts) -> Appointment:
    kind = catalogue.kind_by_id(row.type_id)
    cases = known.cases.get(row.id, [])
    panel = kind.set == "PA" and any(of == "victim" for _, of in cases)
    return Appointment(
        kind=kind,
        audience=Audience(row.audience),
        period=Period(row.starts, row.ends),
        people=row.people,
        layout=known.rooms[row.id][0][1] or kind.layout,
        needs=tuple(row.needs),
        case_ids=tuple(id_ for id_, _ in cases),
        worker_ids=tuple(known.workers.get(row.id, ())),
        named=bool(cases),
        victim=panel or row.audience == Audience.VICTIM.value,
        chosen=row.person_chose,
    )


def coming(now: datetime, until: datetime | None) -> tuple[ColumnElement[bool], ...]:
    """What holds of live bookings to come; with ``until`` they start before then."""
    live = (Booking.ends > now, Booking.status.in_(LIVE))
    return live if until is None else (*live, Booking.starts < until)


def _facts(session: Session, now: datetime, until: datetime | None) -> _Facts:
    """Read for all those bookings together."""
    ids = select(Booking.id).where(*coming(now, until))
    known = _Facts()
    for booking_id, room_id, layout in session.execute(
        select(BookingRoom.booking_id, BookingRoom.room_id, BookingRoom.layout)
        .where(BookingRoom.booking_id.in_(ids))
        .order_by(BookingRoom.id)
    ):
        known.rooms[booking_id].append((room_id, layout))
    for booking_id, case_id, kind in session.execute(
        select(Attendance.booking_id, Attendance.case_id, Case.kind)
        .join(Case, Case.id == Attendance.case_id)
        .where(Attendance.booking_id.in_(ids))
        .order_by(Attendance.case_id)
    ):
        known.cases[booking_id].append((case_id, kind))
    for booking_id, staff_id in session.execute(
        select(Worker.booking_id, Worker.staff_id)
        .where(Worker.booking_id.in_(ids), Worker.staff_id.is_not(None))
        .order_by(Worker.id)
    ):
        known.workers[booking_id].append(staff_id or 0)
    for booking_id, rule in session.execute(
        select(Override.booking_id, Override.rule).where(
            Override.booking_id.in_(ids), Override.kind != "override"
        )
    ):
        known.given[booking_id].add(rule)
    for yes in session.execute(
        select(
            SignOff.booking_id,
            SignOff.room_id,
            SignOff.starts,
            SignOff.ends,
            SignOff.passed,
        ).where(SignOff.booking_id.in_(ids), SignOff.state == "yes")
    ):
        known.signed[yes.booking_id].append(yes)
    return known


def _signed(row: Any, known: _Facts) -> set[str]:
    """The rules that a manager passed for the booking where and when it is now."""
    return {
        rule
        for each in known.signed.get(row.id, ())
        if (each.starts, each.ends) == (row.starts, row.ends)
        and each.room_id == known.rooms[row.id][0][0]
        for rule in each.passed
    }


def _passed(ground: Ground, booking_id: int, passed: dict[int, set[str]]) -> bool:
    """Whether a manager signed it off for one of the two, and so for both."""
    if signed.stands_signed(ground, passed[booking_id]):
        return True
    there = passed.get(ground.other or 0, ())
    return signed.stands_signed(replace(ground, other=booking_id), there)


def _cause(finding: Finding) -> str:
    return finding.rule.split(maxsplit=1)[0]


def _mark(ground: tuple[Ground, ...]) -> str:
    """What lies behind it, so that only whether it is the same can be told."""
    marks = "|".join(sorted({each.mark for each in ground}))
    return hashlib.sha256(marks.encode()).hexdigest()[:24]
