"""Measures as somebody is told them: in words, as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from venues.domain.figures import Definition, Said
from venues.domain.reporting import Dates

ALL = "All authorities"
SEVERAL = "More than one"
"""What was not asked of one authority alone."""

BY_AUTHORITY = "authority"
"""The key of the table that every measure has where all authorities are shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; ``key`` and ``authority_id`` say what it is of."""

    label: str
    cells: tuple[Said, ...]
    key: str = ""
    authority_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Numbers with their headings.

    With ``heat``, lines are authorities and columns the parts; else lines are parts,
    the first column all of them, and any further columns the authorities. ``keys``
    are those of the columns.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    keys: tuple[str, ...]
    lines: tuple[Line, ...]
    heat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A measure as the viewer is told it; ``notice`` says what they are not told."""

    definition: Definition
    headline: Said
    before: Said | None = None
    tables: tuple[Table, ...] = ()
    notice: str = ""
    banded: bool = False

    def table(self, key: str) -> Table | None:
        """One of its tables, if it has it."""
        return next((each for each in self.tables if each.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything that is told of some days, for one authority or for all."""

    dates: Dates
    as_of: date
    authority: str
    authority_id: int | None
    measures: Mapping[str, Shown]
