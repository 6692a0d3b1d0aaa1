"""Sample data: which kinds of appointment each room would be suitable for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from venues.database.models import Answer, Assessment, Incident
from venues.domain import checklist
from venues.domain.checklist import SETS, Checklist
from venues.domain.judgement import Asked, Judgement, State
from venues.domain.record import LAST, Happening, Part, Record, Reply, Visit
from venues.domain.suitability import judge
from venues.resources import table
from venues.services.sample.hours import SATURDAY
from venues.services.sample.rows import Rows

HOURS = (8, 10, 12, 14, 16, 18)
"""When a day is looked at, where what holds at any hour is wanted."""


def kinds(
    rows: Rows, criteria: Mapping[str, int], today: date
) -> dict[int, frozenset[str]]:
    """Room id → the kinds of appointment for which nothing is against it.

    ``criteria`` maps the codes of the checklist to ids. Rooms without an assessment
    are not there. What holds for some hours only has to be right on any morning.
    """
    midweek = today + timedelta(days=7 - (today.weekday() + 5) % 7)
    return _kinds(rows, criteria, today, ((midweek, 10),), _stands)


def surely(
    rows: Rows, criteria: Mapping[str, int], today: date
) -> dict[int, frozenset[str]]:
    """The same at any hour of any weekday, and with nothing that has to be accepted."""
    monday = today + timedelta(days=7 - today.weekday())
    week = [
        (monday + timedelta(days=ahead), hour)
        for ahead in range(SATURDAY)
        for hour in HOURS
    ]
    return _kinds(rows, criteria, today, week, _plain)


def _stands(judged: Judgement) -> bool:
    return not (judged.failed or judged.unanswered or judged.suspended)


def _plain(judged: Judgement) -> bool:
    return judged.state is State.SUITABLE and not judged.incident


def _kinds(
    rows: Rows,
    criteria: Mapping[str, int],
    today: date,
    hours: Sequence[tuple[date, int]],
    passes: Callable[[Judgement], bool],
) -> dict[int, frozenset[str]]:
    used = table("criteria")
    asks = Checklist(
        {row["code"]: checklist.question(row) for row in used},
        {
            code: {
                row["code"]: checklist.read_demand(row[code.lower()]) for row in used
            }
            for code in SETS
        },
    )
    demands = {
        row["code"]: asks.demands(row["set"], row["extra"])
        for row in table("appointment_types")
    }
    asked = [
        Asked(
            today,
            (datetime.combine(day, time(hour)), datetime.combine(day, time(hour + 1))),
        )
        for day, hour in hours
    ]
    return {
        room_id: frozenset(
            code
            for code, each in demands.items()
            if all(passes(judge(record, each, when)) for when in asked)
        )
        for room_id, record in _records(rows, criteria).items()
    }


def _records(rows: Rows, criteria: Mapping[str, int]) -> dict[int, Record]:
    codes = {id_: code for code, id_ in criteria.items()}
    replies: dict[int, dict[str, tuple[Reply, ...]]] = defaultdict(dict)
    for row in rows.of(Answer):
        mine = replies[row["assessment_id"]]
        code = codes[row["criterion_id"]]
        reply = Reply(
            row["value"],
            row.get("weekdays", 127),
            row.get("opens", time()),
            row.get("closes", LAST),
            row.get("control", ""),
            row.get("control_until"),
            None,
            "accepted_by" in row,
            row.get("entrance_id", 0),
        )
        mine[code] = (*mine.get(code, ()), reply)
    parts = {
        (row["venue_id"], row["room_id"]): Part(
            Visit(row["made_on"], row["review_by"]), replies[row["id"]]
        )
        for row in sorted(rows.of(Assessment), key=lambda row: row["made_on"])
    }
    unseen = Part()
    happenings: dict[int, tuple[Happening, ...]] = {}
    for row in rows.of(Incident):
        happening = Happening(row["happened_on"], row["closed_on"], row["suspends"])
        happenings[row["venue_id"]] = (happening,)
    return {
        room_id: Record(
            parts.get((venue_id, None), unseen), part, happenings.get(venue_id, ())
        )
        for (venue_id, room_id), part in parts.items()
        if room_id is not None
    }
