"""What the map shows of the venues: where each is, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Venue
from venues.database.session import MEMO
from venues.domain.places import Point

_KEPT = "venue pins"


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
    """Every venue by name, looked up once for each change of the catalogue."""
    memo = session.info.setdefault(MEMO, {})
    mark = catalogues.read(session).revision
    kept: tuple[int, tuple[Pin, ...]] | None = memo.get(_KEPT)
    if kept is None or kept[0] != mark:
        kept = mark, _read(session)
        memo[_KEPT] = kept
    return kept[1]


def _read(session: Session) -> tuple[Pin, ...]:
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
