"""What stands in the report: headings, words and tables, whatever it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from venues.domain.reporting import Dates


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; 1 is that of a chapter."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its title, the heads of its columns, and rows that are as long.

    ``shares`` say how wide the columns are, one to another; empty lets the first be
    twice as wide as the others.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...] = ()


Block = Heading | Words | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All of it; ``as_of`` stands at the foot of every page."""

    title: str
    dates: Dates
    as_of: str
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str:
        """A name for its file that says nothing about people."""
        first, last = self.dates.first, self.dates.last
        return f"Rooms evidence {first:%Y-%m} to {last:%Y-%m}"

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables, in their order."""
        return tuple(each for each in self.blocks if isinstance(each, Grid))
