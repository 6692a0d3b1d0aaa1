"""What an action came to: for each row it touched, how it was and how it was left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, String, inspect

from venues.database.audit import PRIVATE
from venues.database.models import Base, History

Values = dict[str, Any]

READ: dict[type, Callable[[str], Any]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    time: time.fromisoformat,
    UUID: UUID,
}
"""How history's words become values again; others are what they are."""

MODELS: dict[str, type[Base]] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers
}


@dataclass(slots=True)
class Net:
    """One row: its values before and after, or None where it was not there.

    Of a row that was there before and after, only the columns that were changed.
    """

    model: type[Base]
    key: tuple[Any, ...]
    was: Values | None
    now: Values | None

    @property
    def table(self) -> str:
        """The name of its table."""
        return str(self.model.__tablename__)

    @property
    def came(self) -> bool:
        """Whether the action brought it, so that undoing takes it away."""
        return self.was is None

    @property
    def went(self) -> bool:
        """Whether the action took it away, so that undoing brings it back."""
        return self.now is None

    @property
    def values(self) -> Values:
        """What is known of it, whether it came, went or changed."""
        return {**(self.now or {}), **(self.was or {})}


Nets = dict[tuple[str, tuple[Any, ...]], Net]


def fold(rows: Iterable[History]) -> Nets:
    """What the rows of history come to, each row of the database once."""
    found: Nets = {}
    for row in rows:
        model = MODELS[row.table]
        old, new = _both(model, row.changes)
        key = _key(model, row, {**old, **new})
        net = found.get((row.table, key))
        if net is None:
            net = found[row.table, key] = Net(model, key, None, None)
            if row.action != "added":
                net.was = {}
        if row.action == "added":
            net.now = _whole(model, new)
        elif row.action == "removed":
            net.now = None
            if net.was is not None:
                net.was = {**_whole(model, old), **net.was}
        else:
            net.now = {**(net.now or {}), **new}
            if net.was is not None:
                net.was = {**old, **net.was}
    return {at: net for at, net in found.items() if net.was != net.now}


def _both(model: type[Base], changes: dict[str, Any]) -> tuple[Values, Values]:
    reads = _reads(model)
    pairs = {name: pair for name, pair in changes.items() if name in reads}
    return (
        {name: reads[name](pair[0]) for name, pair in pairs.items()},
        {name: reads[name](pair[1]) for name, pair in pairs.items()},
    )


def _key(model: type[Base], row: History, values: Values) -> tuple[Any, ...]:
    if row.row_id is not None:
        return (row.row_id,)
    old, _ = _both(model, row.changes)
    names = (str(column.key) for column in inspect(model).primary_key)
    return tuple(
        old[name] if values.get(name) is None else values[name] for name in names
    )


@cache
def _reads(model: type[Base]) -> dict[str, Callable[[Any], Any]]:
    """Each column's way from what history says of it to its value."""
    made: dict[str, Callable[[Any], Any]] = {}
    for attribute in inspect(model).column_attrs:
        read = READ.get(attribute.columns[0].type.python_type, _same)
        made[attribute.key] = _or_none(read)
    return made


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _same(value: Any) -> Any:
    return value


def _whole(model: type[Base], known: Values) -> Values:
    """All values of a row: history leaves out what is empty."""
    private = PRIVATE.get(model.__tablename__, frozenset())
    values = dict(known)
    for attribute in inspect(model).column_attrs:
        column = attribute.columns[0]
        if values.get(attribute.key) is None and attribute.key not in private:
            values[attribute.key] = _empty(column)
    return values


def _empty(column: Any) -> Any:
    if column.nullable:
        return None
    if isinstance(column.type, String):
        return ""
    return [] if isinstance(column.type, JSON) else None
