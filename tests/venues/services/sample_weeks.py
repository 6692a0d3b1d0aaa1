"""The sample's eight weeks in memory, to look at only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from tests.venues.services.sample_world import Parts, make
from venues.database.models import Attendance, Booking, BookingRoom, Hold, Worker
from venues.services import sample_demo
from venues.services.progress import quiet

LIVE = {"provisional", "confirmed"}


@dataclass(frozen=True)
class Weeks:
    """The rows of a demo, and a few ways to look at them."""

    parts: Parts
    days: list[date]

    def of(self, model: type[Any]) -> list[dict[str, Any]]:
        return self.parts.rows.of(model)

    @property
    def bookings(self) -> dict[int, dict[str, Any]]:
        return {row["id"]: row for row in self.of(Booking)}

    @property
    def live(self) -> dict[int, dict[str, Any]]:
        return {
            id_: row for id_, row in self.bookings.items() if row["status"] in LIVE
        }

    def kind(self, booking: dict[str, Any]) -> str:
        kinds = {kind.id: kind.code for kind in self.parts.world.kinds.values()}
        return kinds[booking["type_id"]]

    def cases(self, booking_id: int) -> list[int]:
        return self._linked(Attendance, booking_id, "case_id")

    def workers(self, booking_id: int) -> list[int]:
        return [each for each in self._linked(Worker, booking_id, "staff_id") if each]

    def rooms(self, booking_id: int) -> list[int]:
        return self._linked(BookingRoom, booking_id, "room_id")

    def spans(self) -> list[tuple[int, datetime, datetime, int | None]]:
        """Space, from, until and booking of every hold, in order."""
        return sorted(
            (row["space_id"], row["starts"], row["ends"], row.get("booking_id") or 0)
            for row in self.of(Hold)
        )

    def _linked(self, model: type[Any], booking_id: int, name: str) -> list[Any]:
        return _index(self, model).get(booking_id, {}).get(name, [])


_INDEXES: dict[tuple[int, type[Any]], dict[int, dict[str, list[Any]]]] = {}


def _index(weeks: Weeks, model: type[Any]) -> dict[int, dict[str, list[Any]]]:
    key = id(weeks), model
    if key not in _INDEXES:
        found: dict[int, dict[str, list[Any]]] = {}
        for row in weeks.of(model):
            at = found.setdefault(row["booking_id"], {})
            for name, value in row.items():
                at.setdefault(name, []).append(value)
        _INDEXES[key] = found
    return _INDEXES[key]


@cache
def weeks() -> Weeks:
    parts = make(seed=2)
    days = sample_demo.add(
        parts.rows, parts.world, parts.spots, parts.opening, quiet
    )
    return Weeks(parts, days)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)
