"""Sample data: what each venue and room offers, what is missing, what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from venues.database.models import Feature
from venues.domain.needs import OF_THE_ROOM
from venues.resources import table
from venues.services.sample.rows import Rows

UPSTAIRS = "Up one flight of stairs with no lift"
RARE = "changing-places"
SURE = frozenset(
    {
        "Bridgeway Youth Centre",
        "Foundry House",
        "Lantern Health Centre",
        "Millbrook Family Hub",
        "Railside Family Hub",
        "Silk House",
        "Station Road Library",
        "Weaver Hall",
    }
)
"""Venues where everything is recorded and nearly everything is there."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is recorded of one venue or room: need → met or not, and the remarks."""

    features: dict[str, bool] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def of_venue(rows: Rows, venue_id: int, name: str) -> Offer:
    """Record what the venue as a whole offers."""
    offer = Offer()
    for row in table("sample/features"):
        if row["need"] not in OF_THE_ROOM:
            _draw(rows, offer, row, sure=name in SURE)
    _write(rows, offer, venue_id, None)
    return offer


def of_room(
    rows: Rows, venue_id: int, room_id: int, *, venue: str, reached_by: str
) -> Offer:
    """Record what one room offers; nobody gets up stairs without steps."""
    offer = Offer()
    for row in table("sample/features"):
        if row["need"] not in OF_THE_ROOM:
            continue
        if row["need"] == "step-free" and reached_by == "stairs":
            offer.features["step-free"] = False
            offer.notes["step-free"] = UPSTAIRS
        else:
            _draw(rows, offer, row, sure=venue in SURE)
    _write(rows, offer, venue_id, room_id)
    return offer


def _draw(rows: Rows, offer: Offer, row: dict[str, str], *, sure: bool) -> None:
    need, drawn = row["need"], rows.random.randrange(100)
    present, missing = int(row["present"]), int(row["missing"])
    if sure and need != RARE:
        drawn = 0
    if drawn < present:
        offer.features[need] = True
    elif drawn < present + missing:
        offer.features[need] = False
        if row["note"]:
            offer.notes[need] = row["note"]


def _write(rows: Rows, offer: Offer, venue_id: int, room_id: int | None) -> None:
    for need, present in offer.features.items():
        rows.add(
            Feature,
            venue_id=venue_id,
            room_id=room_id,
            need=need,
            present=present,
            note=offer.notes.get(need, ""),
        )
