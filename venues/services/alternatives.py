"""What else would do: the same time elsewhere, later here, another day.

Where the refusal is about a person, only other clusters are offered, at that time and
on other days. Another time that day at the same place would say when the other person
leaves; and another day at the same place, or that there is none, would tell somebody
who is there that day from a venue that is not to be used at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

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
    if _for_a_person(judged, here):
        away = tuple(_away(judged, wish, here))
        there = away[0].room if away else _next_place(judged, here)
        other = _another_day(session, judged, viewer, there, without) if there else ()
        words = "another day, another venue"
        later = [replace(each, words=words) for each in other]
        return (*away[: MOST - len(later)], *later)
    found = [
        *islice(_elsewhere(judged, wish, here), 1),
        *_later(judged, here, now),
        *_another_day(session, judged, viewer, here, without),
    ]
    return tuple(found[:MOST])


def rooms_near(
    session: Session,
    request: Request,
    viewer: Viewer,
    *,
    now: datetime,
    case_ids: tuple[int, ...] | None = None,
    without: int | None = None,
) -> tuple[Room, ...]:
    """Other rooms that fit at the time asked for, the nearest to the one asked first.

    In the place of one that is refused for a person only those of other clusters,
    whatever lies behind it. ``case_ids`` and ``without`` are as in ``finding.gather``.
    """
    there, _ = that_day(
        session, request, viewer, now=now, case_ids=case_ids, without=without
    )
    return tuple(each.room for each in there)


def that_day(
    session: Session,
    request: Request,
    viewer: Viewer,
    *,
    now: datetime,
    case_ids: tuple[int, ...] | None = None,
    without: int | None = None,
) -> tuple[tuple[Alternative, ...], tuple[Alternative, ...]]:
    """What would do on the very day: other rooms, and the same room at another time.

    The rooms are in order, the nearest first, and of the times it is the nearest. Of a
    room that is refused for a person no other time is among them, and only rooms of
    other clusters are.
    """
    wish = wish_of(request)
    judged = finding.gather(
        session, wish, viewer, today=now, case_ids=case_ids, without=without
    )
    here = judged.catalogue.rooms[request.room_ids[0]]
    if _for_a_person(judged, here):
        return tuple(_away(judged, wish, here)), ()
    return tuple(_elsewhere(judged, wish, here)), tuple(_later(judged, here, now))


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


def _elsewhere(judged: Judged, wish: Wish, here: Room) -> Iterator[Alternative]:
    """The other rooms that fit then, the nearest first."""
    matches, _ = finding.judge(judged, wish)
    for match in sorted(matches, key=_near(here)):
        if match.room.id != here.id:
            yield Alternative(
                match.room, match.period, match.metres, "the same time, another room"
            )


def _away(judged: Judged, wish: Wish, here: Room) -> Iterator[Alternative]:
    """A room of each other place that fits then, the nearest first."""
    matches, _ = finding.judge(judged, wish)
    known: list[Venue] = [here.venue]
    for match in sorted(matches, key=_near(here)):
        venue = match.room.venue
        if not any(_together(venue, each) for each in known):
            known.append(venue)
            yield Alternative(
                match.room, match.period, match.metres, "the same time, another venue"
            )


def _next_place(judged: Judged, here: Room) -> Room | None:
    """The nearest room of another place that is in use at all."""
    rooms = [
        room
        for room in judged.catalogue.rooms.values()
        if room.bookable and not _together(room.venue, here.venue)
    ]
    return min(rooms, key=_between(here), default=None)


def _near(here: Room) -> Callable[[Match], tuple[int, float, str]]:
    between = _between(here)

    def distance(match: Match) -> tuple[int, float, str]:
        at_home = 0 if match.room.venue.id == here.venue.id else 1
        metres, name = between(match.room)
        return at_home, metres if match.metres is None else match.metres, name

    return distance


def _between(here: Room) -> Callable[[Room], tuple[float, str]]:
    def distance(room: Room) -> tuple[float, str]:
        one, other = here.venue.point, room.venue.point
        return one.distance_to(other) if one and other else float("inf"), room.name

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
