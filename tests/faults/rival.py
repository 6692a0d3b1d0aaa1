"""One of several programs that want the same rooms; takes orders on standard input.

Each line is an order in JSON, each answered by a line of JSON when it is done.
"""
# ruff: noqa: S311, T201 - dice, not secrets; it speaks to a trial

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from typing import Any

from sqlalchemy.orm import Session

from tests.faults import arena
from venues.address import Place, read_place
from venues.database.session import Database
from venues.domain.period import Period
from venues.errors import VenuesError
from venues.services import booking_changes, bookings


class Rival:
    """A practitioner in a program of their own, with a die of their own."""

    def __init__(self, place: Place, number: int, seed: int) -> None:
        self.number = number
        self.viewer = arena.viewer(number)
        self.seed = seed
        self.dice = random.Random(f"{seed}/{number}")
        self.mine: dict[int, tuple[int, str]] = {}  # booking → room and start
        self.database = Database.open(place)
        self.database.actor = number

    def race(self, round_: int) -> dict[str, Any]:
        """Want the round's prize, by a new booking or by moving one here."""
        prize = random.Random(f"{self.seed}/prize/{round_}").choice(arena.PRIZES)
        room, period = self.dice.choice(prize), arena.at(round_, self.dice)
        if self.mine and self.dice.random() < 0.3:
            outcome, seconds = self._move(room, period)
        else:
            outcome, seconds = self._book(room, period)
        return {"outcome": outcome, "room": room, "seconds": seconds}

    def apart(self, round_: int) -> dict[str, Any]:
        """Bring one's own case to the venue in a room of one's own, all at once."""
        room = arena.ROOMS[(self.number - 1) % len(arena.ROOMS)]
        period = arena.on(round_)
        case = (arena.reference(self.number),)
        outcome, seconds = self._book(room, period, references=case)
        return {"outcome": outcome, "room": room, "seconds": seconds}

    def storm(self, tries: int, seconds: float) -> dict[str, Any]:
        """Book, move and cancel at random, alone and with a case, until told."""
        outcomes: Counter[str] = Counter()
        longest, until = 0.0, time.monotonic() + seconds
        for _ in range(tries):
            outcome, took = self._anything()
            outcomes[outcome] += 1
            longest = max(longest, took)
            if time.monotonic() > until:
                break
        return {"outcomes": outcomes, "longest": longest}

    def tell(self) -> dict[str, Any]:
        """Which bookings it was told it has."""
        return {"mine": [[id_, *rest] for id_, rest in self.mine.items()]}

    def _anything(self) -> tuple[str, float]:
        room, period = self.dice.choice([*arena.SPACES]), arena.anywhere(self.dice)
        choice = self.dice.random()
        if self.mine and choice < 0.3:
            return self._move(room, period)
        if self.mine and choice < 0.45:
            return self._cancel()
        case = (arena.reference(self.number),) if self.dice.random() < 0.5 else ()
        kind = self.dice.choice(("SUP", "GRP"))
        return self._book(room, period, references=case, kind=kind)

    def _book(self, room: int, period: Period, **more: Any) -> tuple[str, float]:
        def book(session: Session) -> int:
            wanted = arena.request(self.number, room, period, **more)
            return bookings.book(session, wanted, self.viewer, now=arena.NOW).id

        return self._try(book, (room, str(period.starts)), [room])

    def _move(self, room: int, period: Period) -> tuple[str, float]:
        id_ = self.dice.choice([*self.mine])

        def move(session: Session) -> int:
            return booking_changes.move(
                session,
                id_,
                self.viewer,
                now=arena.NOW,
                room_ids=(room,),
                period=period,
            ).id

        return self._try(move, (room, str(period.starts)), [room])

    def _cancel(self) -> tuple[str, float]:
        id_ = self.dice.choice([*self.mine])

        def cancel(session: Session) -> int:
            return booking_changes.cancel(
                session, id_, self.viewer, reason="Not needed", now=arena.NOW
            ).id

        outcome = self._try(cancel, self.mine[id_], None)
        if outcome[0] == "won":
            del self.mine[id_]
            return "cancelled", outcome[1]
        return outcome

    def _try(
        self, work: Any, then: tuple[int, str], room_ids: list[int] | None
    ) -> tuple[str, float]:
        """In a unit about those rooms; about anything without, as most changes are."""
        started = time.perf_counter()
        try:
            if room_ids is None:
                with self.database.write() as session:
                    id_ = work(session)
            else:
                id_ = self.database.change(work, room_ids)
        except VenuesError as trouble:
            return type(trouble).__name__, time.perf_counter() - started
        except Exception as trouble:  # noqa: BLE001 - it is what the trial looks for
            return repr(trouble)[:200], time.perf_counter() - started
        self.mine[id_] = then
        return "won", time.perf_counter() - started


def main(path: str, number: str, seed: str) -> None:
    """Say that it is ready, then do as it is told until there is no more to do."""
    rival = Rival(read_place(path), int(number), int(seed))
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        name, *values = json.loads(line)
        print(json.dumps(getattr(rival, name)(*values)), flush=True)
    rival.database.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
