"""The one change that frees some rooms of a group, counted out before it is offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from venues.database import facts
from venues.domain import rules
from venues.domain.findings import Finding, Reason, Step
from venues.domain.needs import STAFFED
from venues.domain.period import Period
from venues.domain.places import METRES_PER_MILE
from venues.domain.words import DAYS, clock, count, day_month
from venues.services.finding import Found, Group, Judged, Match, Misfit, Wish
from venues.services.other_starts import OtherStarts

LIMITS = (1, 2, 3, 5, 10, 15, 20, 30)
"""Miles within which a room may be looked for."""

TRIED = 8
"""Starts that are counted out over a whole group, the nearest first."""

Starts = dict[int, tuple[datetime, ...]]
"""Room id → the starts that day at which it fits, where only the time is wrong."""

_OF_TIME = frozenset({Reason.BOOKED, Reason.CLOSED, Reason.WORKER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One change of the wish, in words for a button, and how many rooms it frees.

    ``wish`` is the wish as it would be; None where the page itself takes the step, as
    it does to open the venue with ``venue_id``.
    """

    step: Step
    words: str
    frees: int = 0
    wish: Wish | None = None
    venue_id: int | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A group of rooms that do not fit, said in words, and the way out if any."""

    group: Group
    words: str
    offer: Offer | None


def refusals(misfit: Misfit) -> list[Finding]:
    """What keeps the room out."""
    return [each for each in misfit.findings if each.refuses]


def of_time(refusal: Finding) -> bool:
    """Whether another time may be better; never true of a refusal for a person."""
    return refusal.reason in _OF_TIME or (
        refusal.change is not None and refusal.change.need == STAFFED
    )


def away_from(asked: datetime) -> Callable[[datetime], tuple[timedelta, bool]]:
    """How far a start is from the one asked for; of two as far, the later is first.

    Most appointments are wanted after school or work, so later is rarely worse.
    """

    def away(start: datetime) -> tuple[timedelta, bool]:
        return abs(start - asked), start < asked

    return away


def at(judged: Judged, misfit: Misfit, start: datetime) -> Match:
    """The room as if it fitted at that start, with the findings of that time."""
    room, day = misfit.room, judged.days[misfit.room.id]
    period = Period.lasting(start, judged.asked.period.minutes)
    asked = replace(judged.asked, period=period)
    proposal = facts.proposal(asked, room, day, judged.about)
    findings = rules.examine(proposal)
    cost, standing = room.cost(period.minutes), proposal.judgement
    return Match(room, day, period, misfit.metres, cost, findings, standing)


def first(found: Found) -> tuple[Way, ...]:
    """The groups before the second look, with the offers that need no counting."""
    return tuple(
        Way(
            group,
            group.words,
            _other_places(found, group) if group.reason is Reason.CASE else None,
        )
        for group in found.groups
    )


def way(found: Found, group: Group, start: Offer | None, later: Sequence[Match]) -> Way:
    """The group with the one change that frees the most of it.

    ``start`` is the start that helps, if one does, and ``later`` what fits on the next
    day on which anything does.
    """
    if group.reason in _OF_TIME:
        here = {misfit.room.id for misfit in group.misfits}
        offer = start or _that_day(
            found, [match for match in later if match.room.id in here]
        )
        return Way(group, _with_time(found, group, offer), offer)
    makes = {
        Reason.CASE: _other_places,
        Reason.SUSPENDED: _open_venue,
        Reason.NOT_SUITABLE: _open_venue,
        Reason.MUST_HAVE: _without_need,
        Reason.SEATS: _fewer_people,
        Reason.DISTANCE: _wider,
    }
    make = makes.get(group.reason)
    return Way(group, group.words, make(found, group) if make else None)


def _other_places(_found: Found, _group: Group) -> Offer:
    """The one way out of a refusal for a person that day; the page hides the group."""
    return Offer(step=Step.OTHER_PLACES, words="Other places")


def _open_venue(_found: Found, group: Group) -> Offer:
    """The venue in which most of the rooms are: what is wrong stands there."""
    venues = Counter(misfit.room.venue.id for misfit in group.misfits)
    venue_id, _ = venues.most_common(1)[0]
    return Offer(step=Step.OPEN_VENUE, words="Open venue", venue_id=venue_id)


def another_start(
    found: Found, group: Group, starts: Starts, others: OtherStarts
) -> Offer | None:
    """The start that frees most of a group that only the time keeps out, if any.

    Each hour away must double what it frees.
    """
    if group.reason not in _OF_TIME:
        return None
    asked = found.wish.period.starts
    rooms = [each for each in group.misfits if starts.get(each.room.id)]
    possible = {start for each in rooms for start in starts[each.room.id]}
    tried = sorted(possible, key=away_from(asked))[:TRIED]
    best, freed, worth = None, 0, 0.0
    for start in tried:
        number = sum(
            start in starts[each.room.id] or others.fits(each.room, start)
            for each in rooms
        )
        value = number * 0.5 ** (abs(start - asked) / timedelta(hours=1))
        if value > worth:
            best, freed, worth = start, number, value
    if best is None:
        return None
    period = Period.lasting(best, found.wish.period.minutes)
    return Offer(
        step=Step.TRY_TIME,
        words=f"Try {clock(best)}",
        frees=freed,
        wish=replace(found.wish, period=period),
    )


def _that_day(found: Found, matches: Sequence[Match]) -> Offer | None:
    if not matches:
        return None
    period = matches[0].period
    return Offer(
        step=Step.ANOTHER_DAY,
        words=f"Try {DAYS[period.day.weekday()][:3]} {day_month(period.day)}",
        frees=len(matches),
        wish=replace(found.wish, period=period),
    )


def _with_time(found: Found, group: Group, offer: Offer | None) -> str:
    """The group's words, and when some or all of it would fit."""
    words = _said(group)
    if offer is None or offer.wish is None:
        return words
    free = "open" if group.reason is Reason.CLOSED else "free"
    starts = offer.wish.period.starts
    if offer.step is Step.ANOTHER_DAY:
        when = f"on {DAYS[starts.weekday()]} {day_month(starts)}"
    else:
        when = (
            f"{'from' if starts > found.wish.period.starts else 'at'} {clock(starts)}"
        )
    if offer.frees == len(group.misfits):
        return f"{words}, {free} {when}"
    return f"{words}, {offer.frees} {free} {when}"


def _said(group: Group) -> str:
    """The group's words, or the very sentence where it is the same for every room."""
    messages = {misfit.gravest.message for misfit in group.misfits}
    if group.reason is not Reason.WORKER or len(messages) > 1:
        return group.words
    message = messages.pop().removesuffix(".")
    return message[0].lower() + message[1:]


def _without_need(found: Found, group: Group) -> Offer | None:
    """Drop the one need whose absence keeps most of the rooms out by itself."""
    alone: Counter[str] = Counter()
    for misfit in group.misfits:
        needs = {each.change.need if each.change else None for each in refusals(misfit)}
        if len(needs) == 1 and (need := needs.pop()) is not None:
            alone[need] += 1
    if not alone:
        return None
    need, number = alone.most_common(1)[0]
    every = number == len(group.misfits)
    return Offer(
        step=Step.DROP_NEED,
        words="Show them" if every else f"Show {number} of them",
        frees=number,
        wish=replace(
            found.wish, needs=tuple(each for each in found.wish.needs if each != need)
        ),
    )


def _fewer_people(found: Found, group: Group) -> Offer | None:
    """The largest number of people at which some of the rooms have seats enough."""
    seats = Counter(
        change.people
        for misfit in group.misfits
        if len(refusals(misfit)) == 1
        and (change := refusals(misfit)[0].change) is not None
    )
    if not seats:
        return None
    people = max(each for each in seats if each is not None)
    return Offer(
        step=Step.FEWER_PEOPLE,
        words=f"With {people}",
        frees=seats[people],
        wish=replace(found.wish, people=people),
    )


def _wider(found: Found, group: Group) -> Offer | None:
    """The next distance that reaches some rooms with nothing else against them."""
    reached = [
        misfit.metres
        for misfit in group.misfits
        if misfit.metres is not None and len(refusals(misfit)) == 1
    ]
    for limit in LIMITS:
        within = limit * METRES_PER_MILE
        number = sum(metres <= within for metres in reached)
        if number:
            return Offer(
                step=Step.WIDER,
                words=f"Within {count(limit, 'mile')}",
                frees=number,
                wish=replace(found.wish, within=within),
            )
    return None
