"""Sample data: which kinds of appointment each room would be suitable for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from venues.database.models import Answer, Assessment, Incident
from venues.domain import checklist
from venues.domain.checklist import SETS, Checklist
from venues.domain.judgement import Asked
from venues.domain.record import LAST, Happening, Part, Record, Reply, Visit
from venues.domain.suitability import judge
from venues.resources import table
from venues.services.sample.rows import Rows


def kinds(
    rows: Rows, criteria: Mapping[str, int], today: date
) -> dict[int, frozenset[str]]:
    """Room id → the kinds of appointment for which nothing is against it.

    ``criteria`` maps the codes of the checklist to ids. Rooms without an assessment
    are not there. What holds for some hours only has to be right on any morning.
    """
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
    midweek = today + timedelta(days=7 - (today.weekday() + 5) % 7)
    morning = datetime.combine(midweek, time(10)), datetime.combine(midweek, time(11))
    found = {}
    for room_id, record in _records(rows, criteria).items():
        found[room_id] = frozenset(
            code
            for code, each in demands.items()
            for judged in [judge(record, each, Asked(today, morning))]
            if not (judged.failed or judged.unanswered or judged.suspended)
        )
    return found


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
