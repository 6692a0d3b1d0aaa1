"""What if: a quarter of the small database with other places; ten ranked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from time import process_time
from typing import Any

import data
from figures import Figure

from venues.database import catalogue as catalogues
from venues.database.session import Database
from venues.domain.reporting import Dates
from venues.domain.what_if import AddRooms, CloseVenue
from venues.services.what_if import replaying, suggesting
from venues.services.what_if.replaying import Ground

QUARTER = Dates(date(2026, 7, 1), date(2026, 9, 30))
ROOMS = AddRooms(town="Warrington", number=2, opens=time(15), closes=time(20))


def what_if(small: Path, _large: Path | None) -> list[Figure]:
    """In processor time, with everything read anew; districts lie nowhere.

    So each need may have any room of its authority, which is the most work there is.
    """
    database = Database.open(small)
    with database.read() as session:
        rooms = catalogues.read(session).rooms.values()
        largest = Counter(room.venue.id for room in rooms).most_common(1)[0][0]

    def one(*changes: Any) -> None:
        with database.read() as session:
            replaying.replay(_ground(session), changes)

    def ranked() -> int:
        with database.read() as session:
            return len(suggesting.best(_ground(session)))

    added = _took(lambda: one(ROOMS))
    closed = _took(lambda: one(CloseVenue(venue_id=largest)))
    ten = _took(ranked)
    database.close()
    return [
        Figure("what if, a quarter: rooms are added", added, most=5_000),
        Figure("what if, a quarter: a venue closes", closed, most=5_000),
        Figure("what if, ten ranked changes", ten, most=60_000),
    ]


def _ground(session: Any) -> Ground:
    return Ground(session, QUARTER, data.TODAY, lambda _district: None)


def _took(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return (process_time() - began) * 1000
