"""Asks the rules about the bookings that an undo brings back, moves or changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from venues.database.models import Booking, Condition, Hold, Worker
from venues.database.no_go import LIVE
from venues.domain import privacy, telling
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.privacy import Sight
from venues.domain.rules import no_go
from venues.errors import Refused, Stale, WrongInput
from venues.services import asking, bookings, holds_again, in_place, judging
from venues.services.booking_reading import stored
from venues.services.reviews import moved, watching
from venues.services.undoing.net import Net, Nets, Values
from venues.services.undoing.putting import Rows

OVER = "Some of it is over by now, so it stays as it was."
IN_THE_WAY = (
    "Something stands in the way by now, so all of it stays as it is. "
    "Ask whoever the booking is with."
)
PLACE = frozenset({"starts", "ends", "type_id"})

Attempt = tuple[int, tuple[int, ...], Period]
"""The room, the case ids and the period that were tried for, for a code."""


class Stands(Refused):
    """One of the bookings cannot be as it was; ``attempt`` says what was tried."""

    def __init__(self, refused: Refused, attempt: Attempt) -> None:
        super().__init__(refused.findings)
        self.attempt = attempt


@dataclass(slots=True)
class Concerned:
    """The bookings of an action: those that get another place, and those asked about.

    ``looked`` are those whose worker has looked at a move already, and looks again.
    ``before`` is what the rules say of those that keep their place, as they are before
    anything is put back: what stands against them anyway does not hold it up.
    """

    session: Session
    viewer: Viewer
    now: datetime
    placed: frozenset[int]
    asked: frozenset[int]
    looked: frozenset[int] = frozenset()
    before: dict[int, judging.Judged] = field(default_factory=dict)
    was: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Rows, viewer: Viewer, now: datetime) -> Concerned:
        """Those that the rows are about."""
        placed = frozenset(_placed(rows))
        looked = frozenset(
            _booking(rows, net) for net in rows.skipped if net.table == "review"
        )
        asked = placed | {*_asked(rows)}
        return cls(rows.session, viewer, now, placed, asked, looked)

    def lift(self) -> None:
        """Let them hold nothing, once it is known how they stand.

        Raises:
            WrongInput: one that would get another place is over.
        """
        for booking in self._rows():
            if booking.id in self.placed:
                _not_over(booking, self.now)
            elif booking.status in LIVE:
                self.before[booking.id] = self._judged(booking)
            if booking.id in self.looked:
                self.was[booking.id] = moved.origin(self.session, booking)
        held = Hold.booking_id.in_(sorted(self.placed))
        self.session.execute(delete(Hold).where(held))

    def set_down(self) -> None:
        """Let them hold what is theirs again, if the rules allow each of them.

        Raises:
            Clash: a room is taken by now.
            Stands: a rule forbids one of them; says no more than its worker may know.
            WrongInput: the time of one has passed.
        """
        rows = self._rows()
        live = [booking for booking in rows if booking.status in LIVE]
        placed = [booking.id for booking in live if booking.id in self.placed]
        holds_again.of_bookings(self.session, placed, self.viewer)
        for booking in live:
            self._check(booking)
        for booking in rows:
            if booking.status not in LIVE:
                watching.settle(self.session, booking.id, "Cancelled")
            elif booking.id in self.placed:
                watching.settle(self.session, booking.id, "Changed", self.now)
            if booking.id in self.was and booking.status in LIVE:
                moved.note(self.session, booking, self.was[booking.id])
            booking.sequence += 1
        self.session.flush()

    def _check(self, booking: Booking) -> None:
        judged = self._judged(booking)
        if booking.id in self.placed:
            asking.check_time(judged.request.period, self.now)
        if (before := self.before.get(booking.id)) is not None:
            found = tuple(in_place.left(judged, before, self.viewer))
            judged = replace(judged, findings=found)
        sight = self._sight(booking)
        if sight is not Sight.FULL:
            kept = telling.to_a_keeper(judged.findings, {telling.NAME})
            judged = replace(judged, findings=kept)
        if outstanding := judged.outstanding(self.viewer):
            if sight is Sight.MASKED:
                raise Stale(IN_THE_WAY)
            told = Refused(no_go.tellable(outstanding))
            request = judged.request
            attempt = (request.room_ids[0], judged.asked.case_ids, request.period)
            raise Stands(told, attempt)
        self._wait(booking, judged)

    def _judged(self, booking: Booking) -> judging.Judged:
        request, case_ids = stored(self.session, booking)
        return bookings.judge(
            self.session,
            request,
            self.viewer,
            case_ids,
            now=self.now,
            without=booking.id,
            going_back=True,
        )

    def _wait(self, booking: Booking, judged: judging.Judged) -> None:
        """What has to happen yet is put down, if it is not on the list already."""
        kinds = select(Condition.kind).where(Condition.booking_id == booking.id)
        new = set(judged.conditions) - set(self.session.scalars(kinds))
        if new:
            booking.status = "provisional"
            self.session.add_all(
                Condition(booking_id=booking.id, kind=kind) for kind in sorted(new)
            )

    def _sight(self, booking: Booking) -> Sight:
        of_it = select(Worker.staff_id).where(Worker.booking_id == booking.id)
        ids = (id_ for id_ in self.session.scalars(of_it) if id_ is not None)
        return privacy.sight(self.viewer, frozenset(ids))

    def _rows(self) -> list[Booking]:
        """The bookings, in the order of their numbers."""
        wanted = select(Booking).where(Booking.id.in_(sorted(self.asked)))
        return [*self.session.scalars(wanted.order_by(Booking.id))]


def rooms(nets: Nets) -> Iterator[int]:
    """The rooms whose bookings hold something else now."""
    for net in nets.values():
        if net.table == "room_space":
            yield net.values["room_id"]
        elif net.table == "room" and "turnaround" in net.values:
            yield net.key[0]


def _placed(rows: Rows) -> Iterator[int]:
    """Bookings that are somewhere else, at another time, or not at all."""
    for net in rows.nets.values():
        if net.table == "booking":
            if PLACE & set(net.values) or _lives(net.was) is not _lives(net.now):
                yield net.key[0]
        elif net.table == "booking_room" and _is_another(net, "room_id"):
            yield _booking(rows, net)


def _lives(values: Values | None) -> bool:
    """Whether it claims its rooms, as far as a change of that can be told."""
    return values is not None and values.get("status") in LIVE


def _asked(rows: Rows) -> Iterator[int]:
    """Bookings of which something else is asked: for whom, by whom, for how many."""
    for net in rows.nets.values():
        if net.table == "booking":
            if {"people", "needs", "audience", "status"} & set(net.values):
                yield net.key[0]
        elif net.table in ("attendance", "worker") and _is_another(net, "staff_id"):
            yield _booking(rows, net)


def _is_another(net: Net, column: str) -> bool:
    return net.came or net.went or column in net.values


def _booking(rows: Rows, net: Net) -> int:
    """The booking that a row belongs to; one that only changed does not say."""
    row: Any = rows.found.get((net.table, net.key))
    return int(net.values["booking_id"] if row is None else row.booking_id)


def _not_over(booking: Booking, now: datetime) -> None:
    if booking.ends <= now:
        raise WrongInput(OVER)
