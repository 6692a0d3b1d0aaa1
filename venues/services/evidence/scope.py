"""What a measure is asked about: which days, as seen from which one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from venues.domain.places import Point
from venues.domain.reporting import Dates


@dataclass(frozen=True, slots=True)
class Sector:
    """A postcode sector: its name ("WA2 9"), its middle and its authority's id."""

    name: str
    point: Point
    authority_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The days reported on; ``today`` is the day of asking.

    ``sectors`` are those of the four authorities, by name; empty where the list of
    postcodes is not there. A measure always reads all authorities at once.
    """

    dates: Dates
    today: date
    sectors: Mapping[str, Sector] = field(default_factory=dict)

    @property
    def as_of(self) -> date:
        """The last day that is looked at."""
        return min(self.dates.last, self.today)

    def over(self, dates: Dates) -> Scope:
        """The same for other days."""
        return replace(self, dates=dates)
