"""Which rooms fit what is asked for, and why the others do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import facts, nearby
from venues.database.catalogue import Catalogue
from venues.domain import rules
from venues.domain.circumstances import Circumstances
from venues.domain.findings import (
    GRAVITY,
    Change,
    Finding,
    Reason,
    Severity,
    Step,
    gravest,
)
from venues.domain.judgement import NOTHING_WRONG, Judgement
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.places import METRES_PER_MILE, Point
from venues.domain.proposal import Appointment, Day, Room, suitability
from venues.services import asking, cases
from venues.services.asking import Ask

FEW = 2
"""Needs that are still named one by one."""


class Order(StrEnum):
    """The orders in which rooms that fit may be shown."""

    NEAREST = "Nearest first"
    CHEAPEST = "Cheapest first"
    FEWEST = "Fewest warnings first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish(Ask):
    """What is looked for: an appointment, and where.

    ``within`` is metres; ``authority_ids`` empty means all four; ``flexible`` is the
    minutes by which the start may move either way.
    """

    within: float | None = None
    authority_ids: frozenset[int] = frozenset()
    flexible: int = 0
    order: Order = Order.NEAREST


@dataclass(frozen=True, slots=True)
class Match:
    """A room that fits, at a time that fits; ``cost`` is pence, ``metres`` straight."""

    room: Room
    day: Day
    period: Period
    metres: float | None
    cost: int
    findings: tuple[Finding, ...]
    standing: Judgement = NOTHING_WRONG
    """How the room stands for the appointment, which fits all the same."""

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is to be ticked with a reason before it is booked."""
        return tuple(each for each in self.findings if each.acceptable)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A room that does not fit, with every reason, under its gravest."""

    room: Room
    metres: float | None
    findings: tuple[Finding, ...]
    gravest: Finding


@dataclass(frozen=True, slots=True)
class Group:
    """Rooms that do not fit for one reason, and the one change that frees some."""

    reason: Reason
    words: str
    misfits: tuple[Misfit, ...]
    change: Change | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All there is to say about a wish. Nothing here is about anybody else."""

    wish: Wish
    matches: tuple[Match, ...]
    misfits: tuple[Misfit, ...]
    groups: tuple[Group, ...]
    judged: Judged


@dataclass(frozen=True, slots=True)
class Judged:
    """What the wish was judged on, kept for the second look."""

    catalogue: Catalogue
    asked: Appointment
    about: Circumstances
    rooms: tuple[Room, ...]
    days: dict[int, Day]


def rooms(session: Session, wish: Wish, viewer: Viewer, *, today: datetime) -> Found:
    """Every room judged for the time asked, in a fixed number of statements.

    Raises:
        WrongInput: something typed cannot be used.
    """
    judged = gather(session, wish, viewer, today=today)
    matches, misfits = judge(judged, wish)
    return Found(
        wish=wish,
        matches=in_order(matches, wish.order),
        misfits=misfits,
        groups=grouped(misfits),
        judged=judged,
    )


def gather(
    session: Session,
    wish: Wish,
    viewer: Viewer,
    *,
    today: datetime,
    case_ids: tuple[int, ...] | None = None,
    without: int | None = None,
) -> Judged:
    """The facts for all rooms that the wish is about.

    ``case_ids`` stand in the place of its references where a booking has those already;
    ``without`` is that booking.
    """
    catalogue = catalogues.read(session)
    if case_ids is None:
        case_ids = cases.known(session, wish.references, viewer, today.date())
    asked = asking.appointment(
        catalogue,
        wish,
        case_ids,
        victim=cases.victim_comes(session, catalogue, wish.kind, case_ids),
    )
    about = facts.circumstances(
        session,
        catalogue,
        viewer,
        asked,
        near=wish.near,
        district=wish.district,
        without=without,
        today=today.date(),
    )
    wanted = tuple(
        room
        for room in catalogue.rooms.values()
        if room.bookable
        and (not wish.authority_ids or room.venue.authority_id in wish.authority_ids)
    )
    about = nearby.with_nearest(about, wanted, asked)
    days = facts.busy_days(
        session, catalogue, wanted, asked.period.day, without=without
    )
    return Judged(catalogue, asked, about, wanted, days)


def judge(judged: Judged, wish: Wish) -> tuple[list[Match], tuple[Misfit, ...]]:
    """Each room under every rule: those that fit, and those that do not."""
    asked, near, within = judged.asked, wish.near, wish.within
    minutes = asked.period.minutes
    proposals = facts.proposals(asked, judged.rooms, judged.days, judged.about)
    matches: list[Match] = []
    misfits: list[Misfit] = []
    for room, said in zip(judged.rooms, rules.survey(proposals), strict=True):
        metres = _metres(near, room)
        far = within is not None and metres is not None and metres > within
        findings = (_too_far(within), *said) if within and far else said
        if findings and findings[0].refuses:
            misfits.append(Misfit(room, metres, findings, gravest(findings)))
        else:
            day, cost = judged.days[room.id], room.cost(minutes)
            standing = suitability(asked, room, judged.about)
            matches.append(
                Match(room, day, asked.period, metres, cost, findings, standing)
            )
    return matches, tuple(misfits)


def _metres(near: Point | None, room: Room) -> float | None:
    here = room.venue.point
    return near.distance_to(here) if near is not None and here is not None else None


def _too_far(within: float) -> Finding:
    miles = within / METRES_PER_MILE
    return Finding(
        "within",
        Severity.REFUSAL,
        f"Further than {miles:g} miles.",
        reason=Reason.DISTANCE,
        field="within",
        change=Change(Step.WIDER, f"Within {miles * 2:g} miles"),
    )


def in_order(matches: Iterable[Match], order: Order) -> tuple[Match, ...]:
    """The rooms that fit, in the order that was chosen."""

    def nearest(match: Match) -> tuple[float, str, str]:
        metres = float("inf") if match.metres is None else match.metres
        return metres, match.room.venue.name, match.room.name

    def key(match: Match) -> tuple[float, tuple[float, str, str]]:
        if order is Order.CHEAPEST:
            return match.cost, nearest(match)
        if order is Order.FEWEST:
            return len(match.warnings), nearest(match)
        return 0, nearest(match)

    return tuple(sorted(matches, key=key))


def grouped(misfits: Sequence[Misfit]) -> tuple[Group, ...]:
    """The rooms that do not fit, by reason, gravest first."""
    by_reason: dict[Reason, list[Misfit]] = defaultdict(list)
    for misfit in misfits:
        by_reason[misfit.gravest.reason].append(misfit)
    return tuple(
        Group(reason, _words(reason, found), tuple(found), _first_change(found))
        for reason, found in sorted(
            by_reason.items(), key=lambda item: GRAVITY[item[0]]
        )
    )


_SAID: dict[Reason, str] = {
    Reason.CASE: "the venue is not available for this case at this time",
    Reason.SUSPENDED: "the venue is suspended",
    Reason.NOT_SUITABLE: "not suitable for this kind of appointment",
    Reason.CLOSED: "closed at that time",
    Reason.BOOKED: "in use at that time",
    Reason.SEATS: "too few seats",
    Reason.WORKER: "a worker or the case is elsewhere then",
    Reason.DISTANCE: "further than you asked",
    Reason.OTHER: "see each room",
}


def _words(reason: Reason, found: Sequence[Misfit]) -> str:
    if reason is not Reason.MUST_HAVE:
        return _SAID[reason]
    needs = {
        each.change.words.removeprefix("Without ")
        for misfit in found
        for each in misfit.findings
        if each.reason is Reason.MUST_HAVE and each.change is not None
    }
    return (
        f"no {' or '.join(sorted(needs))}"
        if len(needs) <= FEW
        else "a must-have is not met"
    )


def _first_change(found: Sequence[Misfit]) -> Change | None:
    """The change most of the rooms would be helped by; the earliest of those."""
    if found[0].gravest.reason is Reason.CASE:
        return found[0].gravest.change
    tally: dict[Change, int] = defaultdict(int)
    for misfit in found:
        if misfit.gravest.change is not None:
            tally[misfit.gravest.change] += 1
    return max(tally, key=lambda change: tally[change], default=None)
