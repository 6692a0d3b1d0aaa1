"""Puts rows as they were before an action, while nobody else has changed them since.

They go through the same flush as everything else: history hears of each, versions go
on, and whoever has one of them open is told when they save.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import inspect, select, tuple_
from sqlalchemy.orm import Session

from venues.database import many
from venues.database.models import Base
from venues.errors import Stale
from venues.services.undoing.leaving import COUNTED, LENIENT, Leaving, differs
from venues.services.undoing.net import Net, Nets, Values

SINCE = (
    "Something of it was changed since, so all of it stays as it is. "
    "Look at it, and change by hand what you need."
)
NOT_KEPT = (
    "Its reference is kept nowhere once it is taken off, so this cannot be done again. "
    "Add it anew."
)
LAST = ("review",)
"""What is said of bookings, which follows from where they are."""

At = tuple[str, tuple[Any, ...]]
"""A table and a key."""

TABLES = Base.metadata.sorted_tables
"""All tables, each after those it refers to."""


@dataclass(slots=True)
class Rows:
    """The rows of an action as they are now; ``skipped`` are left as they are.

    ``references`` are those of cases that were taken off, by id: nothing else has them.
    """

    session: Session
    nets: Nets
    references: Mapping[int, str]
    found: dict[At, Base] = field(default_factory=dict)
    gone: dict[int, str] = field(default_factory=dict)
    skipped: list[Net] = field(default_factory=list)

    def look(self) -> None:
        """Read them, and see that each is as the action left it.

        Raises:
            Stale: one is not.
        """
        for model, nets in _by_model(self.nets).items():
            for row in _read(self.session, model, [net.key for net in nets]):
                key = inspect(row).identity or ()
                self.found[model.__tablename__, tuple(key)] = row
        skipped = [at for at, net in self.nets.items() if self._is_other(at, net)]
        if any(table not in LENIENT for table, _ in skipped):
            raise Stale(SINCE)
        self.skipped += [self.nets.pop(at) for at in skipped]

    def put(self, leaving: Leaving) -> None:
        """Bring them all to how they were.

        What refers to others goes before them and comes after them; what nothing refers
        to makes room first. So each step holds by itself, on either engine.
        """
        ended = self._ended(leaving)
        names = [table.name for table in TABLES if table.name not in LAST]
        leaf = [name for name in names if name in _leaves()]
        others = [name for name in names if name not in _leaves()]
        for name in others:
            self._add(name)
        for name in reversed(leaf):
            self._remove(name, ended)
        for name in names:
            self._change(name, ended)
        for name in leaf:
            self._add(name)
        for name in reversed(others):
            self._remove(name, ended)

    def finish(self, leaving: Leaving) -> None:
        """Bring what is said of them to how it was, whatever came of them meanwhile."""
        ended = self._ended(leaving)
        for name in LAST:
            self._remove(name, ended)
            self._change(name, ended)
            self._add(name)

    def _ended(self, leaving: Leaving) -> dict[At, Values | None]:
        """Of each row that came, what it becomes; None where it goes."""
        return {at: leaving.ended(net) for at, net in self.nets.items() if net.came}

    def of(self, table: str) -> Iterator[Net]:
        """The action's rows of one table, in the order of their keys."""
        found = [net for (name, _), net in self.nets.items() if name == table]
        return iter(sorted(found, key=lambda net: net.key))

    def _is_other(self, at: At, net: Net) -> bool:
        row = self.found.get(at)
        if net.now is None or row is None:
            return net.now is not None or row is not None
        return differs(row, net.now)

    def _add(self, table: str) -> None:
        new = [net for net in self.of(table) if net.went]
        for net in new:
            row = net.model(**net.was or {})
            if table == "case":
                row.reference = self._reference(net.key[0])  # type: ignore[attr-defined]
            self.session.add(row)
        if new:
            self.session.flush()

    def _reference(self, case_id: int) -> str:
        if case_id not in self.references:
            raise Stale(NOT_KEPT)
        return self.references[case_id]

    def _change(self, table: str, ended: Mapping[At, Values | None]) -> None:
        for net in self.of(table):
            at = (table, net.key)
            wanted = ended.get(at) if net.came else net.was
            if net.went or not wanted:
                continue
            row = self.found[at]
            for name, value in wanted.items():
                if name not in COUNTED and getattr(row, name) != value:
                    setattr(row, name, value)
        self.session.flush()

    def _remove(self, table: str, ended: Mapping[At, Values | None]) -> None:
        gone = [n for n in self.of(table) if n.came and ended[table, n.key] is None]
        for net in reversed(gone):  # what came later may refer to what came before
            row: Any = self.found[table, net.key]
            if table == "case" and row.reference:
                self.gone[row.id] = row.reference
            self.session.delete(row)
            if table in _own():
                self.session.flush()
        if gone:
            self.session.flush()


def _by_model(nets: Nets) -> dict[type[Base], list[Net]]:
    found: dict[type[Base], list[Net]] = defaultdict(list)
    for net in nets.values():
        found[net.model].append(net)
    return found


def _read(
    session: Session, model: type[Base], keys: list[tuple[Any, ...]]
) -> Iterator[Any]:
    columns = inspect(model).primary_key
    for start in range(0, len(keys), many.SOME):
        some = keys[start : start + many.SOME]
        if len(columns) == 1:
            wanted = columns[0].in_([key[0] for key in some])
        else:
            wanted = tuple_(*columns).in_(some)
        yield from session.scalars(select(model).where(wanted))


@cache
def _leaves() -> frozenset[str]:
    """The tables that no other refers to."""
    referred = {key.column.table.name for each in TABLES for key in each.foreign_keys}
    return frozenset(each.name for each in TABLES) - referred


@cache
def _own() -> frozenset[str]:
    """The tables whose rows refer to others of the same table."""
    return frozenset(
        each.name
        for each in TABLES
        if any(key.column.table is each for key in each.foreign_keys)
    )
