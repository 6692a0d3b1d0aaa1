"""The guarantees of each kind of database, side by side."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection, Engine


class Kept(Protocol):
    """What a database promises by itself: how units of work begin and end there."""

    goes: int
    """How often a unit that said what it is about is tried before it is alone."""

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

    def compact(self) -> None:
        """Leave nothing of what was removed, as far as that is ours to do."""
