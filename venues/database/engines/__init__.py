"""The guarantees of each kind of database, side by side."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from venues.database.engines.company import Company


class Heard(Protocol):
    """What others change, to be looked at now and then."""

    def look(self) -> frozenset[str]:
        """The tables that somebody else changed since the last look."""

    def close(self) -> None:
        """Hear no more."""


class Kept(Protocol):
    """What a database promises by itself: how units of work begin and end there."""

    goes: int
    """How often a unit that said what it is about is tried before it is alone."""

    company: Company
    """Who is asked to wait on while the database takes its time."""

    @property
    def reading(self) -> Engine:
        """For units that look things up, each at one moment."""

    @property
    def writing(self) -> Engine:
        """For units that change something."""

    def turn(
        self, room_ids: Collection[int] | None
    ) -> AbstractContextManager[Engine | Connection]:
        """What a change goes through, while it is this one's turn.

        ``room_ids`` are the rooms it is about; None where it may be about anything.
        """

    def mark(self, session: Session, tables: Collection[str]) -> str | None:
        """What to ask about a change whose end nobody heard; None where all do.

        With it, others may be told which tables it touches.
        """

    def came_through(self, mark: str) -> bool | None:
        """Whether that change was kept; None while nobody can say."""

    def pulse(self) -> Heard | None:
        """Who hears what others change; None where ``Database`` looks by itself."""

    def reach(self) -> bool:
        """Try whether it can be reached; if so, it is used again."""

    def leave_alone(self) -> None:
        """It cannot be reached: say so at once to whoever asks, until ``reach``."""

    def record(self, session: Session) -> None:
        """See that what this session changes is told of in history."""

    def actor(self, staff_id: int | None) -> int | None:
        """In whose name it is written down what that member of staff does."""

    def own(self, session: Session) -> None:
        """Let the session do what nobody does but whoever looks after the database."""

    def blind(self) -> bool:
        """Whether whoever signed in reads only what is theirs."""

    def compact(self) -> None:
        """Leave nothing of what was removed, as far as that is ours to do."""
