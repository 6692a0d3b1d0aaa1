"""Changes of people that are taken back and done again, each checked anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ui.desk import Desk
from venues.services.team import handing_over, members
from venues.services.team.handing_over import Move
from venues.services.team.members import Member

Write = Callable[[Desk, Member, Any, Any], Member]
"""Brings somebody to what is wanted, in the unit of work of a session."""


class Step:
    """A change of somebody; their version moves on each time."""

    def __init__(
        self, desk: Desk, stored: Member, write: Write, before: object, after: object
    ) -> None:
        self._desk, self._stored, self._write = desk, stored, write
        self._before, self._after = before, after

    def back(self) -> None:
        """Let it be as it was before."""
        self._put(self._before)

    def again(self) -> None:
        """Let it be as it was changed to."""
        self._put(self._after)

    def _put(self, wanted: object) -> None:
        with self._desk.database.write() as session:
            self._stored = self._write(self._desk, self._stored, wanted, session)


def change(desk: Desk, stored: Member, wanted: Any, session: Any) -> Member:
    """Save who somebody is."""
    today = desk.now().date()
    return members.change(session, desk.viewer, stored, wanted, today=today)


def leave(desk: Desk, stored: Member, on: Any, session: Any) -> Member:
    """Let somebody leave on that day, or come back."""
    today = desk.now().date()
    return members.leave(session, desk.viewer, stored, on, today=today)


def put_moves(desk: Desk, moves: Sequence[Move], *, back: bool) -> None:
    """Take a handing over back, or do it again."""
    with desk.database.write() as session:
        handing_over.put(session, desk.viewer, moves, back=back)
