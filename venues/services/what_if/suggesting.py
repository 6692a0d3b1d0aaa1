"""Which single changes would have solved most: a listed family of them, each replayed.

The family is one new room in each town (for the day, or after school), each venue open
until 8pm from Monday to Friday, and each criterion that alone keeps a room shut, put
right. A new room costs the usual hire of its authority; what putting something right
costs once is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from statistics import median_low
from typing import NamedTuple

from venues.domain.what_if import AddRooms, Change, FixCriterion, OpenLonger
from venues.services import suitability
from venues.services.progress import Progress, quiet
from venues.services.what_if import changed, replaying
from venues.services.what_if.replaying import Ground, Replay

FAMILY = (
    "One new room in each town where there is a venue, from 9am to 5pm or from 3:30pm "
    "to 8pm, at the usual price of its authority; each venue open from 9am to 8pm; and "
    "at each venue every criterion, or late review, that alone keeps a room shut, put "
    "right. Monday to Friday throughout, and one change at a time."
)
MOST = 10
DAY = (time(9), time(17))
AFTER_SCHOOL = (time(15, 30), time(20))
LONG = (time(9), time(20))


class Suggestion(NamedTuple):
    """A change, and what it alone would have done."""

    change: Change
    replay: Replay


def family(ground: Ground) -> Iterator[Change]:
    """Every change that is tried."""
    catalogue = ground.catalogue
    for town, (_, authority_id) in changed.towns_of(catalogue).items():
        pence = usual_price(ground, authority_id)
        for opens, closes in (DAY, AFTER_SCHOOL):
            yield AddRooms(town=town, opens=opens, closes=closes, pence=pence)
    standing = suitability.of_all(ground.session, today=ground.today)
    for id_, venue in sorted(catalogue.venues.items()):
        if venue.status != "active":
            continue
        yield OpenLonger(venue_id=id_, opens=LONG[0], closes=LONG[1])
        for fix in suitability.fixes([standing[id_]]):
            if fix.opens:
                code = fix.question.code if fix.question is not None else ""
                yield FixCriterion(venue_id=id_, code=code)


def usual_price(ground: Ground, authority_id: int) -> int:
    """Pence for an hour: the middle of what hired rooms of the authority cost."""
    rates = [
        room.rate
        for room in ground.catalogue.rooms.values()
        if room.venue.authority_id == authority_id and room.bookable and room.rate
    ]
    return median_low(rates) if rates else 0


def best(ground: Ground, progress: Progress = quiet) -> tuple[Suggestion, ...]:
    """The ten that would have solved most, those that cost less before others."""
    changes, found = list(family(ground)), []
    for number, change in enumerate(changes):
        progress(number, len(changes))
        replay = replaying.replay(ground, [change])
        if replay.number:
            found.append(Suggestion(change, replay))
    found.sort(key=lambda each: (-each.replay.number, each.replay.pence))
    return tuple(found[:MOST])
