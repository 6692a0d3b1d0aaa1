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
    Room,
    Venue,
)
from venues.services import finding
from venues.services.asking import Request
from venues.services.finding import Judged, Match, Wish
from venues.services.other_starts import OtherStarts

MOST = 3
DAYS_AHEAD = 14


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


def rooms_near(
    session: Session, request: Request, viewer: Viewer, *, now: datetime
) -> tuple[Room, ...]:
    """Other rooms that fit at the time asked for, the nearest to the one asked first.

    Of a place that is refused for a person, none of its neighbours is among them: the
    rule refuses those as well.
    """
    wish = wish_of(request)
    judged = finding.gather(session, wish, viewer, today=now)
    here = judged.catalogue.rooms[request.room_ids[0]]
    matches, _ = finding.judge(judged, wish)
    near = sorted(matches, key=_near(here))
    return tuple(match.room for match in near if match.room.id != here.id)


def wish_of(request: Request) -> Wish:
    """What to look for in the place of the rooms that a request names."""
    return Wish(
        audience=request.audience,
        kind=request.kind,
        period=request.period,
        people=request.people,
        layout=request.layout,
        needs=request.needs,
        references=request.references,
        worker_ids=request.worker_ids,
        near=request.near,
        district=request.district,
        person_chose=request.person_chose,
    )


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
    if here.id not in judged.days:
        return
    wanted = judged.asked.period.starts
    starts = [each for each in OtherStarts(judged, now).of(here) if each != wanted]
    if starts:
        start = min(starts, key=lambda each: (abs(each - wanted), each < wanted))
        period = Period.lasting(start, judged.asked.period.minutes)
        words = "later here" if start > wanted else "earlier here"
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
            today=judged.about.today,
        )
        findings: tuple[Finding, ...] = rules.examine(
            facts.proposal(moved, here, days[here.id], about)
        )
        if not any(each.refuses for each in findings):
            yield Alternative(here, period, None, "another day here")
            return
