"""Sample data: what was looked for, what was missing, and whom we asked for a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from venues.database.models import OptionExplored, Scenario, Search, UnmetNeed
from venues.domain import unmet, what_if
from venues.domain.unmet import Instead, Missing
from venues.domain.what_if import AddRooms
from venues.resources import table
from venues.services.demand import Band
from venues.services.sample.cases import SHARES
from venues.services.sample.rows import Rows

BANDS = dict(zip(Band, (20, 20, 25, 35, 10), strict=True))
"""Part of the day → how often it is searched for."""

SETS = {"CH": 55, "VI": 14, "FA": 10, "RM": 8, "PA": 6, "GR": 4, "RD": 2, "ST": 3}
NEEDS = ("step-free", "quiet-space", "separate-waiting", "hearing-loop", "interpreter")
REASONS = {
    Missing.FULL: 40,
    Missing.CRITERION: 25,
    Missing.HOURS: 15,
    Missing.DISTANCE: 15,
    Missing.COST: 5,
}
"""What was missing → how often."""

CRITERIA = ("S6", "C1", "A2", "A7")
KEPT = "Two rooms in Runcorn after school"
"""What is kept to be tried again, by its name."""

COSTS = {"block hire": 1_800_00, "adapt A2": 4_500_00}
"""What a step costs, in pence: a year of it, or once."""

A_WEEK = 24
"""Searches in a week."""

UNMET, LEFT = 0.08, 0.12
"""Share of searches that end in a recorded need, and that end without a booking."""


def add(
    rows: Rows, authorities: Mapping[str, int], author: int, today: date, *, weeks: int
) -> None:
    """Put down the searches of so many weeks up to now, and what came of them."""
    districts = {
        code: sorted(
            {
                row["sector"].split()[0]
                for row in table("sample/sectors")
                if row["authority"] == code
            }
        )
        for code in authorities
    }
    monday = today - timedelta(days=today.weekday())
    for ago in range(weeks):
        week = monday - timedelta(weeks=ago)
        for _ in range(A_WEEK):
            _search(rows, authorities, districts, author, week)
    for number, row in enumerate(table("sample/options")):
        asked_on = today - timedelta(days=20 + number * 17)
        again = asked_on + timedelta(days=180) if row["answer"] == "no" else None
        rows.add(
            OptionExplored,
            authority_id=authorities[row.pop("authority")],
            asked_on=asked_on,
            asked_by_role="coordinator",
            cost=COSTS.get(row["step"]),
            ask_again_on=again,
            **row,
        )
    _scenario(rows, author)


def _scenario(rows: Rows, author: int) -> None:
    runcorn = AddRooms(town="Runcorn", number=2, opens=time(15), closes=time(19))
    said = {"changes": [what_if.stored(runcorn)]}
    rows.add(Scenario, name=KEPT, said=said, made_by=author)


def _search(
    rows: Rows,
    authorities: Mapping[str, int],
    districts: Mapping[str, Sequence[str]],
    author: int,
    week: date,
) -> None:
    draw = rows.random
    code = draw.choices(list(SHARES), list(SHARES.values()))[0]
    left = rows.chance(LEFT)
    asked = {
        "week": week,
        "set": draw.choices(list(SETS), list(SETS.values()))[0],
        "band": draw.choices(list(BANDS), list(BANDS.values()))[0].value,
        "authority_id": authorities[code],
        "district": draw.choice(districts[code]),
        "needs": sorted(draw.sample(NEEDS, draw.choice((0, 0, 0, 1, 1, 2)))),
        "people": draw.choice((2, 3, 3, 3, 4, 6, 9)),
    }
    rows.add(
        Search,
        results=draw.choice((0, 0, 1)) if left else draw.randint(1, 14),
        ended="left" if left else "booked",
        **asked,
    )
    if left and rows.chance(UNMET / LEFT):
        rows.add(
            UnmetNeed,
            reasons=_reasons(rows),
            instead=draw.choice(list(Instead)).value,
            made_by=author,
            **asked,
        )


def _reasons(rows: Rows) -> list[str]:
    draw = rows.random
    missing = set(draw.choices(list(REASONS), list(REASONS.values()), k=2))
    criteria = [draw.choice(CRITERIA)] if Missing.CRITERION in missing else []
    return unmet.stored(missing, criteria)
