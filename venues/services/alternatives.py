"""What else would do: the same time elsewhere, later here, another day.

Where the refusal is about a person, only other clusters or other days are offered:
another time that day at the same place would say when the other person leaves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from venues.database import facts
from venues.domain import rules
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.proposal import (
    Appointment,
    Circumstances,
    Day,
    Room,
    Span,
    Venue,
)
from venues.services import finding
from venues.services.finding import Judged, Match, Wish

MOST = 3
DAYS_AHEAD = 14
STEP = 5
"""Minutes on which starts fall."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another room or time that fits; ``words`` says how it differs."""

    room: Room
    period: Period
    metres: float | None
    words: str


def nearest(
    session: Session,
    wish: Wish,
    viewer: Viewer,
    room_id: int,
    *,
    now: datetime,
    without: int | None = None,
) -> tuple[Alternative, ...]:
    """At most three: elsewhere at that time, here another time, here another day.

    Statements: those of one search, and one more for each day looked at until one fits.
    """
    judged = finding.gather(session, wish, viewer, today=now, without=without)
    here = judged.catalogue.rooms.get(room_id)
    if here is None:
        return ()
    for_a_person = _for_a_person(judged, here)
    found = [
        *_elsewhere(judged, wish, here, for_a_person=for_a_person),
        *(() if for_a_person else _later(judged, here, now)),
        *_another_day(session, judged, viewer, here, without),
    ]
    return tuple(found[:MOST])


def starts_that_fit(
    asked: Appointment,
    room: Room,
    day: Day,
    about: Circumstances,
    earliest: datetime,
) -> Iterator[datetime]:
    """Starts that day at which the room fits, in order of time.

    Only ends of busy stretches, beginnings of usable hours, the start asked for and
    what just fits before a busy stretch can be a nearest start, so no grid is tried.
    """
    length = asked.period.ends - asked.period.starts
    hold = asked.hold(room)
    before = asked.period.starts - hold.starts
    after = hold.ends - asked.period.ends
    marks = {asked.period.starts}
    marks |= {span.ends + before for span in day.busy}
    marks |= {span.starts - after - length for span in day.busy}
    marks |= {span.starts + before for span in day.usable}
    marks |= {span.ends - after - length for span in day.usable}
    marks |= {each.ends for each in about.engagements}
    marks |= {each.ends for each in about.case_times}
    for start in sorted({_on_step(mark) for mark in marks}):
        if start < earliest or start.date() != day.day:
            continue
        if not _open(day, Span(start - before, start + length + after)):
            continue
        moved = replace(asked, period=Period(start, start + length))
        findings = rules.examine(facts.proposal(moved, room, day, about))
        if not any(each.refuses for each in findings):
            yield start


def _open(day: Day, hold: Span) -> bool:
    """Whether hours and holds let it be: most marks fail here, unsaid and quickly."""
    return any(
        span.starts <= hold.starts and hold.ends <= span.ends for span in day.usable
    ) and not any(
        busy.starts < hold.ends and hold.starts < busy.ends for busy in day.busy
    )


def _on_step(start: datetime) -> datetime:
    late = (start.minute % STEP) + start.second / 60
    return start if not late else start + timedelta(minutes=STEP - start.minute % STEP)


def _for_a_person(judged: Judged, here: Room) -> bool:
    day = (
        judged.days.get(here.id)
        or judged.catalogue.days(judged.asked.period.day)[here.id]
    )
    found = rules.examine(facts.proposal(judged.asked, here, day, judged.about))
    return any(each.rule == "person" for each in found)


def _elsewhere(
    judged: Judged, wish: Wish, here: Room, *, for_a_person: bool
) -> Iterator[Alternative]:
    matches, _ = finding.judge(judged, wish)
    for match in sorted(matches, key=_near(here)):
        if match.room.id == here.id:
            continue
        if for_a_person and _together(match.room.venue, here.venue):
            continue
        yield Alternative(
            match.room, match.period, match.metres, "the same time, another room"
        )
        return


def _near(here: Room):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def distance(match: Match) -> tuple[int, float, str]:
        at_home = 0 if match.room.venue.id == here.venue.id else 1
        if match.metres is not None:
            return at_home, match.metres, match.room.name
        one, other = here.venue.point, match.room.venue.point
        metres = one.distance_to(other) if one and other else float("inf")
        return at_home, metres, match.room.name

    return distance


def _together(one: Venue, other: Venue) -> bool:
    return one.id == other.id or (
        one.cluster_id is not None and one.cluster_id == other.cluster_id
    )


def _later(judged: Judged, here: Room, now: datetime) -> Iterator[Alternative]:
    day = judged.days.get(here.id)
    if day is None:
        return
    asked = judged.asked
    starts = list(starts_that_fit(asked, here, day, judged.about, now))
    starts = [each for each in starts if each != asked.period.starts]
    if starts:
        wanted = asked.period.starts
        start = min(starts, key=lambda each: (abs(each - wanted), each < wanted))
        period = Period.lasting(start, asked.period.minutes)
        words = "later here" if start > asked.period.starts else "earlier here"
        yield Alternative(here, period, None, words)


def _another_day(
    session: Session,
    judged: Judged,
    viewer: Viewer,
    here: Room,
    without: int | None,
) -> Iterator[Alternative]:
    asked = judged.asked
    for ahead in range(1, DAYS_AHEAD + 1):
        period = asked.period.moved(timedelta(days=ahead))
        moved = replace(asked, period=period)
        days = facts.busy_days(
            session, judged.catalogue, (here,), period.day, without=without
        )
        if not days[here.id].usable:
            continue
        about = facts.circumstances(
            session,
            judged.catalogue,
            viewer,
            moved,
            near=judged.about.near,
            without=without,
        )
        findings: tuple[Finding, ...] = rules.examine(
            facts.proposal(moved, here, days[here.id], about)
        )
        if not any(each.refuses for each in findings):
            yield Alternative(here, period, None, "another day here")
            return
