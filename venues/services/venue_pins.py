"""What the map shows of the venues: where each is, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Venue
from venues.domain.places import Point


@dataclass(frozen=True, slots=True)
class Pin:
    """A venue on the map; ``point`` is None where nobody has said where it is."""

    id: int
    name: str
    kind: str
    town: str
    status: str
    point: Point | None


def pins(session: Session) -> tuple[Pin, ...]:
    """Every venue by name."""
    rows = session.execute(
        select(
            Venue.id,
            Venue.name,
            Venue.kind,
            Venue.town,
            Venue.status,
            Venue.easting,
            Venue.northing,
        ).order_by(Venue.name, Venue.id)
    )
    return tuple(
        Pin(
            id_,
            name,
            kind,
            town,
            status,
            None if east is None or north is None else Point(east, north),
        )
        for id_, name, kind, town, status, east, north in rows
    )
