"""The guarantees of each kind of database, side by side."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from venues.database.engines.company import Company


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

    def mark(self, session: Session) -> str | None:
        """What to ask about a change whose end nobody heard; None where all do."""

    def came_through(self, mark: str) -> bool | None:
        """Whether that change was kept; None while nobody can say."""

    def reach(self) -> bool:
        """Try whether it can be reached; if so, it is used again."""

    def leave_alone(self) -> None:
        """It cannot be reached: say so at once to whoever asks, until ``reach``."""

    def compact(self) -> None:
        """Leave nothing of what was removed, as far as that is ours to do."""
