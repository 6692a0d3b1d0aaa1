"""The sample's eight weeks in memory, to look at only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from tests.venues.services.sample.world import Parts, make
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Hold,
    Hours,
    Venue,
    Worker,
)
from venues.resources import table
from venues.services.progress import quiet
from venues.services.sample import demo

Row = dict[str, Any]


@dataclass(frozen=True)
class Weeks:
    """The rows of a demo, and by booking its cases, staff and rooms."""

    parts: Parts
    days: list[date]
    bookings: dict[int, Row]
    cases: dict[int, list[int]]
    workers: dict[int, list[int]]
    rooms: dict[int, list[int]]

    def of(self, model: type[Any]) -> list[Row]:
        """All rows of a table."""
        return self.parts.rows.of(model)

    @property
    def live(self) -> dict[int, Row]:
        """The bookings that hold their rooms."""
        return {
            id_: row
            for id_, row in self.bookings.items()
            if row["status"] in {"provisional", "confirmed"}
        }

    def kind(self, booking: Row) -> str:
        """The code of a booking's kind."""
        kinds = {kind.id: kind.code for kind in self.parts.world.kinds.values()}
        return kinds[booking["type_id"]]

    def spans(self) -> list[tuple[int, datetime, datetime, int]]:
        """Space, from, until and booking (0 for an offer) of every hold, in order."""
        return sorted(
            (row["space_id"], row["starts"], row["ends"], row.get("booking_id", 0))
            for row in self.of(Hold)
        )


@cache
def weeks() -> Weeks:
    """The demo of one seed, made once."""
    parts = make(seed=2)
    days = demo.add(parts.rows, parts.world, parts.spots, parts.opening, quiet)
    return Weeks(
        parts=parts,
        days=days,
        bookings={row["id"]: row for row in parts.rows.of(Booking)},
        cases=_linked(parts.rows.of(Attendance), "case_id"),
        workers=_linked(parts.rows.of(Worker), "staff_id"),
        rooms=_linked(parts.rows.of(BookingRoom), "room_id"),
    )


def _linked(rows: list[Row], name: str) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.get(name):
            found[row["booking_id"]].append(row[name])
    return found


def by_id(model: type[Any]) -> dict[int, Row]:
    """The rows of a table by their ids."""
    return {row["id"]: row for row in weeks().of(model)}


def held() -> dict[int, tuple[datetime, datetime]]:
    """Booking id → from when until when the longest of its holds lasts."""
    spans: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for _, starts, ends, id_ in weeks().spans():
        spans[id_].append((starts, ends))
    del spans[0]  # the room that is held for an offer
    return {
        id_: (min(starts for starts, _ in each), max(ends for _, ends in each))
        for id_, each in spans.items()
    }


def stretches(room: Row, day: date) -> list[tuple[datetime, datetime]]:
    """The hours of use that are on record for a room on a day."""
    authority_id = by_id(Venue)[room["venue_id"]]["authority_id"]
    codes = [row["code"] for row in table("authorities")]
    term = any(
        row["since"] <= str(day) <= row["until"]
        for row in table("terms")
        if row["authority"] == codes[authority_id - 1]
    )
    found: dict[int | None, list[tuple[datetime, datetime]]] = defaultdict(list)
    for row in weeks().of(Hours):
        if (
            row["venue_id"] == room["venue_id"]
            and row["use"] == "usable"
            and row["weekday"] == day.weekday()
            and row["season"] in {"always", "term" if term else "holiday"}
            and (row["valid_from"] or day) <= day <= (row["valid_until"] or day)
        ):
            found[row["room_id"]].append(
                (
                    datetime.combine(day, row["opens"]),
                    datetime.combine(day, row["closes"]),
                )
            )
    return found[room["id"]] or found[None]
