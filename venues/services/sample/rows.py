"""Rows of sample data, gathered with their ids and written in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from venues.database import keys
from venues.database.models import Base


class Rows:
    """What is going to be written, table by table.

    ``taken`` maps a table to the highest id it already has. The same seed gives the
    same rows, identifiers for exchange included.
    """

    def __init__(self, seed: int, taken: Mapping[str, int] | None = None) -> None:
        self.random = Random(seed)  # noqa: S311 - made up, and to be made up again
        self._taken = taken or {}
        self._rows: dict[type[Base], list[dict[str, Any]]] = defaultdict(list)

    def add(self, model: type[Base], **values: Any) -> int:
        """Put down a row and return its id, which is 0 in a table without one."""
        columns = model.__table__.c
        rows = self._rows[model]
        id_ = 0
        if "id" in columns:
            id_ = self._taken.get(model.__tablename__, 0) + len(rows) + 1
            values["id"] = id_
        if "uuid" in columns:
            values["uuid"] = UUID(int=self.random.getrandbits(128), version=4)
        rows.append(values)
        return id_

    def chance(self, share: float) -> bool:
        """Whether something happens that does in that share of cases, from 0 to 1."""
        return self.random.random() < share

    def next_id(self, model: type[Base]) -> int:
        """The id that the next row of that table will have."""
        return self._taken.get(model.__tablename__, 0) + len(self._rows[model]) + 1

    def of(self, model: type[Base]) -> list[dict[str, Any]]:
        """The rows put down so far for that table."""
        return self._rows[model]

    def write(self, session: Session) -> None:
        """Insert all of them, parents before children."""
        order = {table: at for at, table in enumerate(Base.metadata.sorted_tables)}
        for model in sorted(self._rows, key=lambda model: order[model.__table__]):  # type: ignore[index]
            alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
            for row in self._rows[model]:
                alike[tuple(row)].append(row)
            for rows in alike.values():
                session.connection().execute(insert(model), rows)
        keys.catch_up(session)


def taken(session: Session) -> dict[str, int]:
    """Table → the highest id in use, for the tables that have any."""
    return {
        table.name: highest
        for table in Base.metadata.sorted_tables
        if "id" in table.c
        and (highest := session.scalar(select(func.max(table.c.id)))) is not None
    }
