"""Why a booking goes where it goes, or nowhere, in words.

Where one booking stands in another's way there is one sentence, whatever lies behind
it: a room, a worker, or two people who are kept apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from venues.domain.needs import NEEDS
from venues.domain.words import clock, count, listing, miles, minutes
from venues.services import finding
from venues.services.finding import Misfit
from venues.services.rehousing.ground import Leaving
from venues.services.rehousing.options import CHARGE, Fit
from venues.services.rehousing.values import REACH, Obstacle, Target

TOGETHER = "do not go together with the rest of the plan"
NOT_TOGETHER = "The places that suit it do not go together with the rest of the plan."
STAYS = "left where it is"
BY_HAND = "chosen by hand"
WARNED = "Only with something to agree to first: choose one by hand."
NOBODY = "No colleague who may take it is free then."


def why(leaving: Leaving, target: Target, fits: Sequence[Fit], *, shared: bool) -> str:
    """Why this place; ``shared`` says that others of its series go to the same."""
    if target.worker:
        return _why_this_colleague(target, shared=shared)
    same_time = [
        fit
        for fit in fits
        if not fit.warned and fit.target.period == leaving.request.period
    ]
    said = [_when(leaving, target, same_time)]
    if shared:
        said.append("same room as the rest of this series")
    else:
        said.append(_where(target, same_time))
    if leaving.request.needs:
        said.append("all needs met")
    if not target.pence and target.metres:
        said.append("free of charge")
    words = ", ".join(each for each in said if each)
    charged = _charges(target, fits)
    return f"{words}. {charged}" if charged else words


def _charges(target: Target, fits: Iterable[Fit]) -> str:
    """What giving up the room it has costs, in a sentence."""
    found = (
        each for fit in fits if fit.target.key == target.key for each in fit.findings
    )
    return " ".join(each.message for each in found if each.rule == CHARGE)


def nowhere(
    leaving: Leaving, fits: Sequence[Fit], obstacles: Sequence[Obstacle]
) -> str:
    """Why it goes nowhere."""
    if leaving.why_not:
        return leaving.why_not
    if any(not fit.warned for fit in fits):
        return NOT_TOGETHER
    if fits:
        return WARNED
    within = f"within {count(round(REACH / 1609.344), 'mile')}"
    if not obstacles:
        return f"No room {within} suits it."
    needs = listing([NEEDS[each].lower() for each in leaving.request.needs])
    first = f"{needs} {_part(leaving)}: none {within}" if needs else ""
    return f"No room {within} suits it: {first or obstacles[0].words}."


def obstacles(misfits: Sequence[Misfit]) -> tuple[Obstacle, ...]:
    """What keeps rooms out, the commonest reason first."""
    found = [
        Obstacle(group.reason, group.words, len(group.misfits))
        for group in finding.grouped(misfits)
    ]
    return tuple(sorted(found, key=lambda each: -each.rooms))


def shared(
    leaving: Iterable[Leaving], places: Mapping[int, Target | None]
) -> dict[int, bool]:
    """Booking → whether another one of its series goes to the same room."""
    rooms: dict[tuple[int, int], list[int]] = defaultdict(list)
    for each in leaving:
        target = places.get(each.id)
        if each.series is not None and target is not None:
            whose = target.worker_ids[0] if target.worker else target.room.id
            rooms[each.series, whose].append(each.id)
    return {id_: len(ids) > 1 for ids in rooms.values() for id_ in ids}


def _when(leaving: Leaving, target: Target, same_time: Sequence[Fit]) -> str:
    was, starts = leaving.request.period.starts, target.period.starts
    if was == starts:
        return "same time"
    by = minutes(round(abs((starts - was).total_seconds()) / 60))
    differs = f"{by} {'later' if starts > was else 'earlier'}"
    if same_time:
        return f"{differs}: the rooms at {clock(was)} {TOGETHER}"
    return f"{differs}: no suitable room is free at {clock(was)}"


def _where(target: Target, same_time: Sequence[Fit]) -> str:
    if target.metres is None:
        return ""
    if not target.metres:
        return "the same building"
    away = f"{miles(target.metres)} away"
    rooms = {fit.target.room.id for fit in same_time}
    if rooms == {target.room.id}:
        return f"{away}, the only room that suits"
    known = [fit.target.metres for fit in same_time if fit.target.metres is not None]
    if known and target.metres == min(known):
        return f"the nearest that suits, {away}"
    return away


def _why_this_colleague(target: Target, *, shared: bool) -> str:
    said = ["same room and time"]
    if shared:
        said.append("as the rest of this series")
    elif not target.metres:
        said.append("has the case on their list")
    return ", ".join(said)


def _part(leaving: Leaving) -> str:
    return f"at {clock(leaving.request.period.starts)}"
