"""The sample's world in memory, to try its parts on without a database.

Ids of authorities, criteria and kinds are their places in the lists; it is Thursday
26 November 2026.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from venues.domain import holidays
from venues.domain.proposal import Kind
from venues.resources import table
from venues.services.sample import cases as sample_cases
from venues.services.sample import hours, places
from venues.services.sample import people as sample_people
from venues.services.sample import ties as sample_ties
from venues.services.sample.cases import Ground
from venues.services.sample.hours import Days, Opening
from venues.services.sample.places import Spot
from venues.services.sample.rooms import Site
from venues.services.sample.rows import Rows
from venues.services.sample.wishes import World

TODAY = date(2026, 11, 26)
AUTHORITIES = {row["code"]: at for at, row in enumerate(table("authorities"), 1)}
CRITERIA = {row["code"]: at for at, row in enumerate(table("criteria"), 1)}


@dataclass(frozen=True)
class Parts:
    """What the sample is made of, and the rows that came of it."""

    rows: Rows
    world: World
    spots: tuple[Spot, ...]
    opening: Opening

    def site(self, venue: str, room: str) -> Site:
        """A room by its names."""
        return next(
            site
            for site in self.world.sites
            if (site.room.venue.name, site.room.name) == (venue, room)
        )


def make(seed: int = 1) -> Parts:
    """A world of one's own, to add to."""
    rows = Rows(seed)
    days = _days()
    opening = Opening(days)
    spots = places.add(rows, AUTHORITIES, TODAY)
    hours.add(rows, spots, opening, TODAY)
    people = sample_people.add(rows, AUTHORITIES, TODAY)
    cases = sample_cases.add(rows, Ground(AUTHORITIES, people, spots, TODAY), 120)
    world = World(
        kinds=_kinds(),
        people=people,
        cases=cases,
        sites=tuple(site for spot in spots for site in spot.sites),
        ties=sample_ties.add(rows, cases, people, TODAY, 61),
        days=days,
        today=TODAY,
    )
    return Parts(rows, world, spots, opening)


@cache
def shared() -> Parts:
    """A world to look at only."""
    return make()


def _days() -> Days:
    terms = defaultdict(list)
    for row in table("terms"):
        term = date.fromisoformat(row["since"]), date.fromisoformat(row["until"])
        terms[AUTHORITIES[row["authority"]]].append(term)
    closed = {
        day: {None: name}
        for year in range(2025, 2030)
        for day, name in holidays.england(year).items()
    }
    return Days(terms, closed)


def _kinds() -> dict[str, Kind]:
    return {
        row["code"]: Kind(
            id=at,
            code=row["code"],
            label=row["label"],
            set=row["set"],
            layout=row["layout"] or None,
            **{
                name: int(row[name])
                for name in (
                    *("minutes", "shortest", "longest", "people"),
                    *("set_up", "clear_down", "workers"),
                )
            },
        )
        for at, row in enumerate(table("appointment_types"), 1)
    }
