"""The numbers that new rows get."""

from __future__ import annotations

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from venues.database.models import Base

_NEXT = text(
    "SELECT nextval(pg_get_serial_sequence(:table, 'id')) "
    "FROM generate_series(1, :number)"
)
_LAST = text("SELECT currval(pg_get_serial_sequence(:table, 'id'))")
_CATCH_UP = """
SELECT setval(pg_get_serial_sequence('"{name}"', 'id'),
    greatest((SELECT coalesce(max(id), 0) FROM "{name}"), 1),
    EXISTS (SELECT 1 FROM "{name}"))
"""


def take(session: Session, model: type[Base], number: int = 1) -> list[int]:
    """The ids of so many rows to come, in order; nobody else is given them.

    In a file the write lock is held, so they are those after the last. A server counts
    by itself, for all that write at the same time, and may leave some out.
    """
    if on_a_server(session):
        given = {"table": f'"{model.__tablename__}"', "number": number}
        return sorted(session.scalars(_NEXT, given))
    last = session.scalar(select(func.max(model.__table__.c.id))) or 0
    return list(range(last + 1, last + 1 + number))


def next_one(session: Session, model: type[Base]) -> int:
    """The least number that this unit's next new row may get."""
    taken = take(session, model)[0]
    return taken + 1 if on_a_server(session) else taken


def last(session: Session, model: type[Base]) -> int:
    """The number that this unit's last new row got; less than ``next_one`` was: none.

    Of the rows themselves a server reads nothing, since others add to them meanwhile.
    """
    if on_a_server(session):
        return int(session.scalar(_LAST, {"table": f'"{model.__tablename__}"'}) or 0)
    return session.scalar(select(func.max(model.__table__.c.id))) or 0


def catch_up(session: Session) -> None:
    """After rows were added with ids of their own: let a server count on from there."""
    if on_a_server(session):
        for table in Base.metadata.sorted_tables:
            if "id" in table.c:
                statement = text(_CATCH_UP.format(name=table.name))
                session.execute(statement)


def on_a_server(session: Session) -> bool:
    """Whether it is a database that several PCs share."""
    return session.get_bind().dialect.name == "postgresql"
