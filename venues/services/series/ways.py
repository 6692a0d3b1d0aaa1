"""The ways out for a date of a series that does not fit, on the very day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.services import alternatives, asking, bookings
from venues.services.alternatives import Alternative
from venues.services.progress import Progress, quiet
from venues.services.series.planning import TRIED, Instead, Outcome, Planned


@dataclass(frozen=True, slots=True)
class Way:
    """Another room or another time of a date; ``words`` say how it differs."""

    room: Room
    period: Period
    words: str

    @property
    def instead(self) -> Instead:
        """The way as it is chosen."""
        return Instead(self.room.id, self.period.starts)


@dataclass(frozen=True, slots=True)
class Ways:
    """The nearest other room that fits, and the nearest other time; either or none.

    Where the date is refused for a person there is never another time, and the room is
    one of another cluster.
    """

    room: Way | None = None
    time: Way | None = None


def out(
    session: Session,
    planned: Iterable[Planned],
    viewer: Viewer,
    case_ids: tuple[int, ...],
    *,
    now: datetime,
    progress: Progress = quiet,
) -> dict[date, Ways]:
    """Date → what would do instead, for those of the dates that do not fit.

    Statements: those of one search for each date, and of one judgement for each room
    that is tried.
    """
    failing = [
        each
        for each in planned
        if each.outcome is Outcome.REFUSED and each.judged and not each.waits
    ]
    found = {}
    for number, each in enumerate(failing):
        progress(number, len(failing))
        found[each.day] = _of(session, each, viewer, case_ids, now)
    return found


def _of(
    session: Session,
    planned: Planned,
    viewer: Viewer,
    case_ids: tuple[int, ...],
    now: datetime,
) -> Ways:
    asked = planned.asked
    if asked is None or len(asked.room_ids) > 1:
        return Ways()  # several rooms are chosen to go together

    def first(tried: Sequence[Alternative]) -> Way | None:
        for way in tried[:TRIED]:
            wanted = replace(asking.at(asked, way.period), room_ids=(way.room.id,))
            judged = bookings.judge(session, wanted, viewer, case_ids, now=now)
            if all(each.acceptable for each in judged.outstanding(viewer)):
                return Way(way.room, way.period, way.words)
        return None

    rooms, times = alternatives.that_day(session, asked, viewer, now=now)
    return Ways(first(rooms), first(times))
