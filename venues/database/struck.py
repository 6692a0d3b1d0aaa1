"""Takes case references out of the words in which somebody typed them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    String,
    Table,
    cast,
    func,
    inspect,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from venues.database.engines.guards import GONE
from venues.database.models import Base, History, SignOff

WITHOUT_WORDS = frozenset(
    {"history", "setting", "case", "staff", "authority", "criterion"}
)
"""Tables in which nobody types about an appointment; history is seen to by itself."""

SHORT = 24
"""Columns of so few characters hold codes of ours, not somebody's words."""

SOME = 40
"""References looked for by one statement."""


def strike(session: Session, references: Sequence[str]) -> None:
    """Put ``GONE`` in the place of the references, in whatever case they are typed.

    History lets go of them only while a case still has them.
    """
    for table, column in _words(session):
        for start in range(0, len(references), SOME):
            _strike(session, table, column, references[start : start + SOME])
    asked = has(session, SignOff)
    strict = session.get_bind().dialect.name == "postgresql"  # words are no JSON there
    for model, name in ((History, "changes"), *([(SignOff, "asked")] * asked)):
        kept = model.__table__.c[name]
        words = cast(kept, String)
        for reference in references:
            for typed in dict.fromkeys((reference, reference.lower())):
                without = func.replace(words, typed, GONE)
                whole = cast(without, kept.type) if strict else without
                session.execute(
                    update(model)
                    .where(without != words)
                    .values({name: whole})
                    .execution_options(synchronize_session=False)
                )


def has(session: Session, model: type[Base]) -> bool:
    """Whether the file, which may be an older one, has that table."""
    return inspect(session.connection()).has_table(model.__tablename__)


def _words(session: Session) -> Iterator[tuple[Table, Column[Any]]]:
    """The columns of this file, which may be an older one, with words in them."""
    file = inspect(session.connection())
    for table in Base.metadata.sorted_tables:
        if table.name in WITHOUT_WORDS or not file.has_table(table.name):
            continue
        known = {column["name"] for column in file.get_columns(table.name)}
        for column in table.columns:
            length = getattr(column.type, "length", None) or SHORT + 1
            typed = isinstance(column.type, String) and length > SHORT
            if typed and column.name in known:
                yield table, column


def _strike(
    session: Session, table: Table, column: Column[Any], references: Sequence[str]
) -> None:
    keys = [*table.primary_key.columns]
    pattern = re.compile("|".join(map(re.escape, references)), re.IGNORECASE)
    found = or_(*(column.icontains(each, autoescape=True) for each in references))
    for *key, text in session.execute(select(*keys, column).where(found)).all():
        same = (one == value for one, value in zip(keys, key, strict=True))
        session.execute(
            table.update().where(*same).values({column.name: pattern.sub(GONE, text)})
        )
