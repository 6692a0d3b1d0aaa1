"""Whether one date of a series fits, and the ways out where it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.domain import clocks
from venues.domain.people import Viewer
from venues.domain.rules import no_go
from venues.services import alternatives, asking, bookings
from venues.services.asking import Request
from venues.services.judging import Judged
from venues.services.series.change import Way
from venues.services.series.planning import TRIED, Outcome, Planned


def fit(
    session: Session,
    wanted: Request,
    viewer: Viewer,
    case_ids: tuple[int, ...],
    *,
    now: datetime,
    ways: Iterable[Way],
    without: int | None = None,
) -> Planned:
    """The date judged by every rule, with the first of the ways out that helps.

    ``without`` is the booking that is changed. Where a date is refused for a person,
    no other time that day is tried: it would say when the other one leaves.
    """
    tried = _Tried(session, wanted, viewer, case_ids, now, without)
    day = wanted.period.day
    for moment in (wanted.period.starts, wanted.period.ends):
        if sentence := clocks.check(moment):
            left = Way.LEAVE_OUT in ways
            outcome = Outcome.LEFT_OUT if left else Outcome.REFUSED
            return Planned(day=day, outcome=outcome, asked=wanted, why=sentence)
    judged = tried.judge(wanted)
    waiting = no_go.tellable(judged.outstanding(viewer))
    if not waiting:
        return Planned(day=day, outcome=Outcome.BOOKED, asked=wanted, judged=judged)
    person = any(each.rule == no_go.FINDING.rule for each in waiting)
    planned = Planned(
        day=day,
        outcome=Outcome.REFUSED,
        asked=wanted,
        judged=judged,
        why=waiting[0].message,
        findings=waiting,
        for_a_person=person,
    )
    for way in ways:
        if way is Way.LEAVE_OUT:
            return replace(planned, outcome=Outcome.LEFT_OUT, judged=None)
        outcome = Outcome.BOOKED if way is Way.OTHER_TIME else Outcome.OTHER_ROOM
        found = tried.way(way)
        if found is not None:
            return replace(planned, outcome=outcome, judged=found, findings=())
    return planned


@dataclass(frozen=True, slots=True)
class _Tried:
    """One date, tried elsewhere and at other times."""

    session: Session
    wanted: Request
    viewer: Viewer
    case_ids: tuple[int, ...]
    now: datetime
    without: int | None

    def judge(self, request: Request) -> Judged:
        return bookings.judge(
            self.session,
            request,
            self.viewer,
            self.case_ids,
            now=self.now,
            without=self.without,
        )

    def way(self, way: Way) -> Judged | None:
        """The nearest that fits without anything to be ticked.

        Only where one room is asked for: several are chosen to go together.
        """
        wanted = self.wanted
        if len(wanted.room_ids) > 1:
            return None
        rooms, times = alternatives.that_day(
            self.session,
            wanted,
            self.viewer,
            now=self.now,
            case_ids=self.case_ids,
            without=self.without,
        )
        tried = times if way is Way.OTHER_TIME else rooms[:TRIED]
        wishes = (
            replace(asking.at(wanted, each.period), room_ids=(each.room.id,))
            for each in tried
        )
        judged = (self.judge(wish) for wish in wishes)
        return next((each for each in judged if self._fits(each)), None)

    def _fits(self, judged: Judged) -> bool:
        return not judged.outstanding(self.viewer)
