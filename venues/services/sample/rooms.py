"""Sample data: the rooms of a venue, the spaces they are made of, and their sound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from venues.database.models import Room, RoomSpace, Space
from venues.domain import proposal
from venues.services.sample import features as sample_features
from venues.services.sample.rows import Rows

YEAR = timedelta(days=365)
"""For how long an assessment is good."""

SOUNDPROOF = frozenset(
    {"YJS office", "health centre", "council office", "police station", "court"}
)
VISITED: dict[str, int | None] = {
    "Bridgeway Youth Centre": 356,
    "Oakmere Community Centre": 400,
    "St Bride's Church Hall": None,
}
"""Venue → the days since it was seen with all its rooms; None is never."""

SMALL, LARGE = 6, 30
"""Seats up to which a room is a small one, and from which it is a hall."""

NEVER_VISITED, OVERDUE = 4, 7
"""Of a hundred rooms: never assessed; up to which the assessment has run out."""


@dataclass(frozen=True, slots=True)
class Site:
    """A room as the sample needs to know it.

    ``sound`` is the sound test from 0 to 3; ``visited`` the day of its assessment.
    """

    room: proposal.Room
    kind: str
    sound: int
    visited: date | None

    def assessed(self, today: date) -> bool:
        """Whether it has an assessment that has not run out."""
        return self.visited is not None and self.visited + YEAR >= today

    def seats(self, layout: str | None) -> int:
        """How many people it takes in that layout, the fire notice counted."""
        number = self.room.seats.get(layout, 0) if layout else self.room.capacity
        return min(number, self.room.fire_capacity or number)


def add(
    rows: Rows,
    venue: proposal.Venue,
    kind: str,
    described: list[dict[str, str]],
    today: date,
) -> tuple[Site, ...]:
    """Put down the rooms of a venue, and the spaces they are made of."""
    names = sorted({name for row in described for name in row["spaces"].split("|")})
    spaces = {name: rows.add(Space, venue_id=venue.id, name=name) for name in names}
    return tuple(
        Site(
            room=_room(rows, venue, kind, row, spaces),
            kind=kind,
            sound=_sound(rows, kind, row),
            visited=_visited(rows, venue, today),
        )
        for row in described
    )


def _room(
    rows: Rows,
    venue: proposal.Venue,
    kind: str,
    row: dict[str, str],
    spaces: dict[str, int],
) -> proposal.Room:
    room_id = rows.next_id(Room)
    seats = {
        layout: int(row[layout])
        for layout in ("circle", "table", "rows")
        if row[layout]
    }
    offer = sample_features.of_room(
        rows, venue.id, room_id, venue=venue.name, reached_by=row["reached_by"]
    )
    space_ids = tuple(sorted(spaces[name] for name in row["spaces"].split("|")))
    own_rate = _own_rate(venue.rate, kind, max(seats.values()))
    rows.add(
        Room,
        venue_id=venue.id,
        name=row["name"],
        seats_circle=seats.get("circle"),
        seats_table=seats.get("table"),
        seats_rows=seats.get("rows"),
        fire_capacity=int(row["fire"]),
        floor=row["floor"],
        reached_by=row["reached_by"],
        area=int(row["area"]),
        turnaround=int(row["turnaround"]),
        rate=own_rate,
    )
    for space_id in space_ids:
        rows.add(RoomSpace, room_id=room_id, space_id=space_id)
    return proposal.Room(
        id=room_id,
        name=row["name"],
        venue=venue,
        space_ids=space_ids,
        seats=seats,
        capacity=max(seats.values()),
        fire_capacity=int(row["fire"]),
        turnaround=int(row["turnaround"]),
        floor=row["floor"],
        reached_by=row["reached_by"],
        rate=venue.rate if own_rate is None else own_rate,
        features=offer.features,
        notes=offer.notes,
    )


def _own_rate(venue_rate: int, kind: str, seats: int) -> int | None:
    """Pence an hour where a hall costs more and a small room less (£9 to £22)."""
    if venue_rate and seats >= LARGE:
        return 2200
    return 900 if venue_rate and seats <= SMALL and kind != "health centre" else None


def _sound(rows: Rows, kind: str, row: dict[str, str]) -> int:
    if kind in SOUNDPROOF:
        return 3
    small = int(row["circle"] or row["table"]) <= SMALL
    return rows.random.choice((3, 3, 2) if small else (2, 3, 3, 3))


def _visited(rows: Rows, venue: proposal.Venue, today: date) -> date | None:
    drawn = 100 if venue.name in sample_features.SURE else rows.random.randrange(100)
    ago = None
    if drawn >= NEVER_VISITED:
        span = (15, 320) if drawn >= OVERDUE else (370, 430)
        ago = rows.random.randint(*span)
    ago = VISITED.get(venue.name, ago)
    return None if ago is None else today - timedelta(days=ago)


def one_more(rows: Rows, venue: str, number: int) -> dict[str, str]:
    """One more meeting room for the venue, as the list of rooms would describe it."""
    seats = rows.random.choice((4, 5, 6, 8, 10, 12))
    name = f"Extra Room {number}"
    return {
        "venue": venue,
        "name": name,
        "circle": str(seats),
        "table": str(seats),
        "rows": "",
        "fire": str(seats + 2),
        "floor": "ground floor",
        "reached_by": "ground",
        "area": str(seats * 2 + 6),
        "turnaround": str(rows.random.choice((0, 10))),
        "spaces": name,
    }
