"""Moves and cancels bookings from the schedule, each in a way that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.jobs import Lane, Progress
from ui.widgets.carry import Target
from venues.domain.privacy import Seen
from venues.domain.words import count
from venues.services import booking_changes, moves
from venues.services.bookings import Booked
from venues.services.moves import Move, Moved

Then = Callable[[], object]
Failed = Callable[[Exception], object]


class Alterations(QObject):
    """Writes off the interface's thread, then says what was done and how to undo it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def move(self, move: Move, where: str, then: Then, failed: Failed) -> None:
        """Move a booking; ``where`` says in words where it goes."""
        self._desk.jobs.run(
            "",
            partial(self._make, move),
            partial(self._moved, where, then),
            failed=failed,
            lane=Lane.QUICK,  # somebody waits; a sheet being printed must not be first
        )

    def cancel(
        self, rows: Sequence[Seen], reason: str, what: str, then: Then, failed: Failed
    ) -> None:
        """Cancel bookings in one unit of work; ``what`` says in words which."""
        versions = {row.booking_id: row.version for row in rows if row.booking_id}
        number = len(versions)  # of bookings, however many of their rooms were chosen
        said, name = f"the booking in {what}", f"cancelling in {what.partition(',')[0]}"
        if number > 1:
            said = count(number, "booking")
            name = f"cancelling of {said}"
        self._desk.jobs.run(
            "",
            partial(_cancel, self._desk, versions, reason, name),
            partial(self._gone, said, then),
            failed=failed,
            lane=Lane.QUICK,
        )

    def _make(self, move: Move, _progress: Progress) -> Moved:
        desk = self._desk
        return moves.make(desk.database, move, desk.viewer, now=desk.now())

    def _moved(self, where: str, then: Then, moved: Moved) -> None:
        desk = self._desk
        desk.host.say(with_tell(f"Moved to {where}.", [moved.booked]), undoable=True)
        then()

    def _gone(self, said: str, then: Then, gone: Sequence[Booked]) -> None:
        self._desk.host.say(with_tell(f"Cancelled {said}.", gone), undoable=True)
        then()


def _cancel(
    desk: Desk, versions: dict[int, int], reason: str, name: str, _progress: Progress
) -> list[Booked]:
    """Cancel bookings together, as they were looked at."""
    cancel = partial(booking_changes.cancel, reason=reason, now=desk.now())
    with desk.database.write(name) as session:
        return [
            cancel(session, id_, desk.viewer, version=version)
            for id_, version in versions.items()
        ]


def with_tell(said: str, booked: Sequence[Booked]) -> str:
    """What was done, and which venue has to hear of it; of several, how many."""
    tells = [each.tell for each in booked if each.tell]
    if len(tells) > 1:
        number = count(len(tells), "time", "times")
        return f"{said} Tell their venues that {number} are not needed."
    return " ".join([said, *tells])


def wanted(target: Target) -> Move | None:
    """The move that a target of the schedule asks for; None for a new booking."""
    row = target.seen
    if row is None or row.booking_id is None:
        return None
    return Move(
        booking_id=row.booking_id,
        room_id=row.room_id,
        to_room_id=target.room_id,
        period=target.period,
        version=row.version,
    )
