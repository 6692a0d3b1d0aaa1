"""Venues and rooms as the rules see them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database import block_hires, models
from venues.database.assessed import Assessed
from venues.database.recorded import Features
from venues.domain.places import Point
from venues.domain.proposal import Room, Venue

POLLING = "polling station"
"""Words in a venue's notes or terms that say it is one on election days."""


@dataclass(frozen=True, slots=True)
class Authority:
    """One of the four local authorities."""

    id: int
    code: str
    gss: str
    name: str
    short: str


def venues(
    session: Session, authorities: dict[int, Authority], features: Features
) -> dict[int, Venue]:
    """Every venue by its id."""
    blocks = block_hires.read(session)
    place = models.WaitingSpace.__table__.c.venue_id
    waiting: dict[int, int] = dict(
        session.execute(select(place, func.count()).group_by(place)).all()
    )
    return {
        row.id: Venue(
            id=row.id,
            name=row.name,
            town=row.town,
            authority=authorities[row.authority_id].name,
            authority_id=row.authority_id,
            status=row.status,
            point=Point(row.easting, row.northing) if row.easting is not None else None,
            cluster_id=row.cluster_id,
            features={each.need: each.present for each in features[row.id, None]},
            notes={
                each.need: each.note for each in features[row.id, None] if each.note
            },
            by_request=row.booked_by == "request",
            notice_days=row.notice_days,
            rate=row.rate,
            min_hire=row.min_hire,
            charge_days=row.charge_days,
            blocks=tuple(blocks[row.id]),
            kind=row.kind,
            waiting=waiting.get(row.id, 0),
            last_buses=(row.last_bus, row.last_bus_saturday, row.last_bus_sunday),
            polling=POLLING in f"{row.notes} {row.terms}".casefold(),
        )
        for row in session.execute(select(models.Venue.__table__))
    }


def rooms(
    session: Session, places: dict[int, Venue], features: Features, found: Assessed
) -> dict[int, Room]:
    """Every room by its id, in the order of venues and names."""
    spaces: dict[int, list[int]] = defaultdict(list)
    part = models.RoomSpace.__table__.c
    for room_id, space_id in session.execute(
        select(part.room_id, part.space_id).order_by(part.space_id)
    ):
        spaces[room_id].append(space_id)
    table = models.Room.__table__
    found_rooms = {}
    for row in session.execute(select(table).order_by(table.c.venue_id, table.c.name)):
        venue = places[row.venue_id]
        seats = {
            layout: number
            for layout, number in (
                ("circle", row.seats_circle),
                ("table", row.seats_table),
                ("rows", row.seats_rows),
            )
            if number
        }
        own = features[row.venue_id, row.id]
        found_rooms[row.id] = Room(
            id=row.id,
            name=row.name,
            venue=venue,
            space_ids=tuple(spaces[row.id]),
            seats=seats,
            capacity=max(seats.values(), default=0),
            fire_capacity=row.fire_capacity,
            turnaround=row.turnaround,
            floor=row.floor,
            reached_by=row.reached_by,
            rate=venue.rate if row.rate is None else row.rate,
            status=row.status,
            features={each.need: each.present for each in own},
            notes={each.need: each.note for each in own if each.note},
            record=found.record(venue.id, row.id),
        )
    return found_rooms
