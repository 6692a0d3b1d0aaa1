"""The second look at a wish: for the rooms that do not fit, what would help.

The first look answers for the start asked for, within a frame. This one follows a
moment later: starts close by, the one change that frees some rooms of each group, other
areas, and three alternatives when nothing fits. Candidate starts come from the ends of
busy stretches, so the work does not grow with the length of the day.

A room refused for a person is never offered another time that day: that would say when
the other person leaves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from venues.database import facts
from venues.domain import rules
from venues.domain.findings import Reason, Step
from venues.domain.people import Viewer
from venues.services import finding, ways_out
from venues.services.alternatives import Alternative
from venues.services.finding import Found, Judged, Match, Misfit
from venues.services.other_starts import OtherStarts
from venues.services.progress import Progress, quiet
from venues.services.ways_out import Offer, Starts, Way

FEW = 3
"""With fewer rooms than this, other areas are looked at too."""

DAYS_AHEAD = 7
"""Days after the one asked for that are looked at; a week holds every weekday."""

STAGES = 4


@dataclass(frozen=True, slots=True)
class Area:
    """Another authority, in which so many rooms fit."""

    name: str
    offer: Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """What the second look adds.

    ``moved`` are rooms that fit at another start within the flexibility, the nearest
    start first; ``ways`` are the groups without them; ``alternatives`` are three at
    most, and only when nothing fits.
    """

    moved: tuple[Match, ...] = ()
    ways: tuple[Way, ...] = ()
    areas: tuple[Area, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


def look(
    session: Session,
    found: Found,
    viewer: Viewer,
    *,
    now: datetime,
    progress: Progress = quiet,
) -> Second:
    """Everything that would help, in a number of statements fixed by ``DAYS_AHEAD``.

    It tells ``progress`` between its stages, which ends the work by raising.
    """
    other_starts = OtherStarts(found.judged, now)
    starts = _starts(found, other_starts)
    progress(1, STAGES)
    moved = _moved(found, starts)
    near = {match.room.id for match in moved}
    left = tuple(each for each in found.misfits if each.room.id not in near)
    fitting = len(found.matches) + len(moved)
    progress(2, STAGES)
    others: list[Match] = []
    if found.wish.authority_ids and fitting < FEW:
        others = _other_areas(session, found, viewer, now)
    progress(3, STAGES)
    groups = finding.grouped(left)
    tried = {
        group.reason: ways_out.another_start(found, group, starts, other_starts)
        for group in groups
    }
    stuck = [
        misfit
        for group in groups
        for misfit in group.misfits
        if _stuck(misfit, alone=not fitting, tried=tried[group.reason])
    ]
    later = _another_day(session, found, viewer, stuck)
    progress(4, STAGES)
    return Second(
        moved=moved,
        ways=tuple(
            ways_out.way(found, group, tried[group.reason], later) for group in groups
        ),
        areas=_areas(found, others),
        alternatives=() if fitting else _alternatives(found, starts, others, later),
    )


def _starts(found: Found, others: OtherStarts) -> Starts:
    """Room id → the starts that day at which it fits, where only the time is wrong."""
    return {
        misfit.room.id: others.of(misfit.room)
        for misfit in found.misfits
        if all(ways_out.of_time(each) for each in ways_out.refusals(misfit))
    }


def _moved(found: Found, starts: Starts) -> tuple[Match, ...]:
    """The rooms that fit at a start close enough, each at its nearest."""
    asked = found.wish.period.starts
    reach = timedelta(minutes=found.wish.flexible)
    moved = []
    for misfit in found.misfits:
        possible = starts.get(misfit.room.id, ())
        start = min(possible, key=ways_out.away_from(asked), default=None)
        if start is not None and abs(start - asked) <= reach:
            moved.append(ways_out.at(found.judged, misfit, start))
    ordered = finding.in_order(moved, found.wish.order)
    away = ways_out.away_from(asked)
    return tuple(sorted(ordered, key=lambda match: away(match.period.starts)))


def _other_areas(
    session: Session, found: Found, viewer: Viewer, now: datetime
) -> list[Match]:
    """What fits in the authorities that were not asked for."""
    others = frozenset(found.judged.catalogue.authorities) - found.wish.authority_ids
    if not others:
        return []
    wish = replace(found.wish, authority_ids=others)
    return finding.judge(finding.gather(session, wish, viewer, today=now), wish)[0]


def _areas(found: Found, others: Sequence[Match]) -> tuple[Area, ...]:
    counted = Counter(match.room.venue.authority_id for match in others)
    return tuple(
        Area(
            name := found.judged.catalogue.authorities[id_].name,
            Offer(
                step=Step.WIDER,
                words=f"Add {name}",
                frees=number,
                wish=replace(
                    found.wish, authority_ids=found.wish.authority_ids | {id_}
                ),
            ),
        )
        for id_, number in counted.most_common()
    )


def _stuck(misfit: Misfit, *, alone: bool, tried: Offer | None) -> bool:
    """Whether another day is worth a look: no start that day helps, or nothing fits.

    ``alone`` says that nothing fits; then rooms refused for a person count too.
    """
    if tried is not None and not alone:
        return False
    return all(
        ways_out.of_time(each) or (alone and each.reason is Reason.CASE)
        for each in ways_out.refusals(misfit)
    )


def _another_day(
    session: Session,
    found: Found,
    viewer: Viewer,
    stuck: Sequence[Misfit],
) -> tuple[Match, ...]:
    """What fits at that time on the first day of the next on which any of them does."""
    judged = found.judged
    rooms = tuple(misfit.room for misfit in stuck)
    for ahead in range(1, DAYS_AHEAD + 1) if rooms else ():
        wish = replace(
            found.wish, period=found.wish.period.moved(timedelta(days=ahead))
        )
        hours = judged.catalogue.days(wish.period.day)
        if not any(hours[room.id].usable for room in rooms):
            continue
        asked = replace(judged.asked, period=wish.period)
        about = facts.circumstances(
            session,
            judged.catalogue,
            viewer,
            asked,
            near=wish.near,
            today=judged.about.today,
        )
        days = facts.busy_days(session, judged.catalogue, rooms, wish.period.day)
        fit = rules.fitting(facts.proposals(asked, rooms, days, about))
        free = tuple(proposal.room for proposal in fit)
        matches, _ = finding.judge(
            Judged(judged.catalogue, asked, about, free, days), wish
        )
        if matches:
            return tuple(finding.in_order(matches, wish.order))
    return ()


def _alternatives(
    found: Found,
    starts: Starts,
    others: Sequence[Match],
    later: Sequence[Match],
) -> tuple[Alternative, ...]:
    """One elsewhere at that time, one later or earlier that day, one another day."""
    asked = found.wish.period.starts
    away = ways_out.away_from(asked)
    rooms = {misfit.room.id: misfit for misfit in found.misfits}
    possible = [(start, id_) for id_, fit in starts.items() for start in fit]
    made = []
    if others:
        match = finding.in_order(others, found.wish.order)[0]
        made.append(_of(match, "the same time, further away"))
    if possible:
        start, id_ = min(
            possible,
            key=lambda each: (
                away(each[0]),
                rooms[each[1]].metres or 0.0,
                each[1],
            ),
        )
        words = "later that day" if start > asked else "earlier that day"
        made.append(_of(ways_out.at(found.judged, rooms[id_], start), words))
    if later:
        made.append(_of(later[0], "another day"))
    return tuple(made)


def _of(match: Match, words: str) -> Alternative:
    return Alternative(match.room, match.period, match.metres, words)
