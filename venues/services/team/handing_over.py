"""Hands on what somebody has in hand: bookings, outings, the cases on their list.

All of it is written in one unit of work, or nothing. Each booking is asked about like
a change of its workers; what stood against it before does not keep it where it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.models import Attendance, Booking, CaseStaff, Outing, Worker
from venues.domain.people import Viewer
from venues.errors import Stale, WrongInput
from venues.services import booking_changes, booking_rewriting, bookings
from venues.services.team import members, on_list, permissions
from venues.services.team.in_hand import BOOKING, CASES, OUTING, Key
from venues.services.team.members import Member

WORKERS, OUT, LISTED = "workers", "out", "listed"


class CannotTake(WrongInput):
    """Some of it cannot go where it should; ``troubles`` says why, item by item."""

    def __init__(self, troubles: Mapping[Key, str]) -> None:
        super().__init__(
            "Nothing is handed over yet. Choose somebody else where it says so, or "
            "leave these where they are.",
            "plan",
        )
        self.troubles = dict(troubles)


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that changed hands: which, and how it was before and after."""

    what: str
    key: tuple[object, ...]
    before: object
    after: object


class _Trouble(Exception):
    """Why one thing cannot go there."""


def hand_over(
    session: Session,
    viewer: Viewer,
    staff_id: int,
    plan: Mapping[Key, int],
    *,
    now: datetime,
) -> tuple[Move, ...]:
    """Give each thing to the colleague of the plan; returns what changed.

    Raises:
        NotAllowed: the viewer does not keep people of that role.
        CannotTake: a rule forbids some of it; nothing is handed over.
    """
    giver = members.member(session, staff_id)
    permissions.check(session, viewer, giver.draft.role, now.date())
    work = _Work(session, viewer, giver, now)
    troubles = {}
    for key, taker_id in plan.items():
        try:
            work.give(key, members.member(session, taker_id))
        except _Trouble as trouble:
            troubles[key] = str(trouble)
    if troubles:
        raise CannotTake(troubles)
    return tuple(work.moves)


def trouble(
    session: Session,
    viewer: Viewer,
    giver: Member,
    booking_id: int,
    taker: Member,
    *,
    now: datetime,
) -> str:
    """Why one booking cannot go to that colleague; empty where it can."""
    try:
        _Work(session, viewer, giver, now).workers(booking_id, taker)
    except _Trouble as trouble:
        return str(trouble)
    return ""


def put(session: Session, viewer: Viewer, moves: Iterable[Move], *, back: bool) -> None:
    """Take a handing over ``back``, or do it again.

    Raises:
        NotAllowed: the viewer does not keep staff.
        Stale: some of it changed hands again meanwhile.
    """
    permissions.check_keeper(viewer)
    for move in reversed(list(moves)) if back else moves:
        was, will = (move.after, move.before) if back else (move.before, move.after)
        if _READ[move.what](session, move.key) != was:
            raise Stale(
                "Some of it changed hands again meanwhile, so all of it stays as it is."
            )
        _WRITE[move.what](session, move.key, will)
    session.flush()


class _Work:
    """One handing over, thing by thing."""

    def __init__(
        self, session: Session, viewer: Viewer, giver: Member, now: datetime
    ) -> None:
        self._session, self._viewer = session, viewer
        self._giver, self._now = giver, now
        self.moves: list[Move] = []

    def give(self, key: Key, taker: Member) -> None:
        """Give one thing to somebody, or say why not."""
        what, id_ = key
        if taker.id == self._giver.id:
            raise _Trouble("Choose somebody else.")
        if not permissions.may_take_from(self._giver.draft.role, taker.draft.role):
            raise _Trouble(f"Not to a {taker.draft.role.words.lower()}.")
        if what == CASES:
            self._give_cases(taker)
        elif what == BOOKING:
            self._give_booking(id_, taker)
        else:
            self._give_outing(what, id_, taker)

    def _give_booking(self, booking_id: int, taker: Member) -> None:
        booking, case_ids, workers, after = self.workers(booking_id, taker)
        self._do(Move(WORKERS, (booking.id,), workers, after))
        outing = self._session.scalar(
            select(Outing).where(Outing.booking_id == booking.id)
        )
        if outing is not None and outing.staff_id == self._giver.id:
            before = (outing.staff_id, outing.buddy_id)
            self._do(Move(OUT, (outing.id,), before, (taker.id, outing.buddy_id)))
        for case_id in case_ids:
            if on_list.listed(self._session, case_id, self._giver.id, self._now.date()):
                self._list(case_id, taker)

    def workers(
        self, booking_id: int, taker: Member
    ) -> tuple[Booking, tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """The booking, its cases, its workers, and those it would have, or why not."""
        booking = booking_changes.by_id(self._session, booking_id, self._viewer)
        request, case_ids = booking_changes.stored(self._session, booking)
        workers = request.worker_ids
        if booking.status not in booking_changes.LIVE or self._giver.id not in workers:
            raise _Trouble("It changed meanwhile.")
        self._check_there(taker, booking.starts.date())
        if taker.id in workers:
            raise _Trouble("Works in it already.")
        if taker.id == request.buddy_id and workers[0] == self._giver.id:
            raise _Trouble("Waits to hear from its worker.")
        after = tuple(taker.id if id_ == self._giver.id else id_ for id_ in workers)
        wanted = replace(request, worker_ids=after)
        judge = partial(bookings.judge, self._session)
        last: Any = {"case_ids": case_ids, "now": self._now, "without": booking.id}
        unchanged = judge(request, self._viewer, going_back=True, **last)
        judged = judge(wanted, self._viewer, going_back=True, **last)
        stood = {
            (each.rule, each.message)
            for each in unchanged.findings
            if each.field != "workers"
        }
        against = [
            each.message
            for each in judged.findings
            if each.refuses and (each.rule, each.message) not in stood
        ]
        if against:
            raise _Trouble(against[0])
        return booking, case_ids, workers, after

    def _give_outing(self, what: str, outing_id: int, taker: Member) -> None:
        outing = self._session.get(Outing, outing_id)
        if outing is None:
            raise _Trouble("It changed meanwhile.")
        self._check_there(taker, outing.starts.date())
        before = (outing.staff_id, outing.buddy_id)
        after = (taker.id, before[1]) if what == OUTING else (before[0], taker.id)
        if after[0] == after[1]:
            raise _Trouble("Nobody waits for themselves.")
        self._do(Move(OUT, (outing.id,), before, after))

    def _give_cases(self, taker: Member) -> None:
        today = self._now.date()
        self._check_there(taker, today)
        last = today
        if self._giver.left_on is not None and self._giver.left_on > today:
            last = date.fromordinal(self._giver.left_on.toordinal() - 1)
        rows = self._session.scalars(
            select(CaseStaff).where(
                CaseStaff.staff_id == self._giver.id,
                or_(CaseStaff.until.is_(None), CaseStaff.until > today),
            )
        ).all()
        for row in rows:
            self._list(row.case_id, taker)
            key = (row.case_id, row.staff_id, row.since)
            self._do(Move(LISTED, key, row.until, max(last, row.since)))

    def _list(self, case_id: int, taker: Member) -> None:
        """Put the case on the colleague's list, unless it is there."""
        today = self._now.date()
        if not on_list.listed(self._session, case_id, taker.id, today):
            key = (case_id, taker.id, today)
            self._do(Move(LISTED, key, on_list.read(self._session, key), None))

    def _check_there(self, taker: Member, day: date) -> None:
        if not taker.works_on(day):
            raise _Trouble("Has left by then.")

    def _do(self, move: Move) -> None:
        _WRITE[move.what](self._session, move.key, move.after)
        self._session.flush()
        self.moves.append(move)


def _read_workers(session: Session, key: tuple[object, ...]) -> object:
    rows = session.scalars(
        select(Worker.staff_id)
        .where(Worker.booking_id == key[0], Worker.staff_id.is_not(None))
        .order_by(Worker.id)
    )
    return tuple(rows)


def _write_workers(session: Session, key: tuple[object, ...], value: object) -> None:
    booking = session.get_one(Booking, key[0])
    of_it = select(Attendance.case_id).where(Attendance.booking_id == booking.id)
    cases = session.scalars(of_it).all()
    booking_rewriting.put_people(session, booking.id, cases, value)  # type: ignore[arg-type]
    booking.sequence += 1


def _read_out(session: Session, key: tuple[object, ...]) -> object:
    outing = session.get(Outing, key[0])
    return None if outing is None else (outing.staff_id, outing.buddy_id)


def _write_out(session: Session, key: tuple[object, ...], value: object) -> None:
    outing = session.get_one(Outing, key[0])
    outing.staff_id, outing.buddy_id = value  # type: ignore[misc]


_READ = {WORKERS: _read_workers, OUT: _read_out, LISTED: on_list.read}
_WRITE = {WORKERS: _write_workers, OUT: _write_out, LISTED: on_list.write}
