"""All that a shared database is given beside its tables, in the order it is made."""

from __future__ import annotations

from collections.abc import Iterator

from venues.database.engines import (
    postgres_counts,
    postgres_guards,
    postgres_history,
    postgres_people,
    postgres_questions,
    postgres_rights,
    postgres_roles,
)


def statements() -> Iterator[str]:
    """They can be carried out again at any time, and leave nothing else behind."""
    yield from postgres_roles.groups()
    yield postgres_counts.place()
    yield from postgres_people.functions()
    yield from postgres_questions.functions()
    yield from postgres_guards.functions().values()
    yield from postgres_history.functions()
    yield from postgres_guards.triggers().values()
    yield from postgres_history.triggers().values()
    yield postgres_roles.hand_over()
    yield from postgres_rights.statements()
