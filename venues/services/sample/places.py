"""Sample data: invented venues in real towns, with their rooms, doors and contacts.

Names, streets and rooms come from ``resources/sample``; the postcodes are real, so
that position and council agree with what the program would propose. No such building
stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from venues.database.models import (
    Cluster,
    Contact,
    Entrance,
    Venue,
    WaitingSpace,
)
from venues.domain import proposal
from venues.domain.places import Point
from venues.resources import table
from venues.services.sample import features as sample_features
from venues.services.sample import rooms as sample_rooms
from venues.services.sample.features import Offer
from venues.services.sample.rooms import Site
from venues.services.sample.rows import Rows

NEUTRAL_NAME = "Community Team"
"""What a venue's own diary calls us."""

STATIONS = ("8 minutes on foot", "12 minutes on foot", "20 minutes on foot", "")


SETTLED = {"Cloister Youth Centre": 50, "Minster Lane Library": 130}
"""Venue → the days since the assessment that followed an incident."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A venue as the sample needs to know it; ``profile`` names its hours."""

    venue: proposal.Venue
    kind: str
    profile: str
    entrances: tuple[int, ...]
    visited: date | None
    sites: tuple[Site, ...]


def add(
    rows: Rows,
    authorities: Mapping[str, int],
    today: date,
    *,
    extra_rooms: int = 0,
    all_active: bool = False,
) -> tuple[Spot, ...]:
    """Put down all venues; ``authorities`` maps their codes to ids.

    ``extra_rooms`` more meeting rooms are spread over the venues; ``all_active``
    leaves none suspended or retired.
    """
    rooms: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table("sample/rooms"):
        rooms[row["venue"]].append(row)
    venues = table("sample/venues")
    for number in range(extra_rooms):
        name = venues[number % len(venues)]["name"]
        rooms[name].append(sample_rooms.one_more(rows, name, number // len(venues) + 1))
    kinds = {row["kind"]: row for row in table("sample/kinds")}
    clusters = {
        name: rows.add(Cluster, name=name)
        for name in sorted({row["cluster"] for row in venues} - {""})
    }
    spots = []
    for row in venues:
        if all_active:
            row["status"] = "active"
        facts = _venue(rows, row, kinds[row["kind"]], authorities, clusters)
        entrances = _doors(rows, facts)
        _contacts(rows, facts, row["kind"])
        spots.append(
            Spot(
                venue=facts,
                kind=row["kind"],
                profile=row["hours"],
                entrances=entrances,
                visited=_visited(rows, row["name"], today),
                sites=sample_rooms.add(
                    rows, facts, row["kind"], rooms[row["name"]], today
                ),
            )
        )
    return tuple(spots)


def _venue(
    rows: Rows,
    row: dict[str, str],
    kind: dict[str, str],
    authorities: Mapping[str, int],
    clusters: Mapping[str, int],
) -> proposal.Venue:
    draw = rows.random
    venue_id = rows.next_id(Venue)
    offer = sample_features.of_venue(rows, venue_id, row["name"])
    point = Point(int(row["easting"]), int(row["northing"]))
    rows.add(
        Venue,
        name=row["name"],
        authority_id=authorities[row["authority"]],
        cluster_id=clusters.get(row["cluster"]),
        status=row["status"],
        kind=row["kind"],
        owner=kind["owner"],
        street=row["street"],
        town=row["town"],
        postcode=row["postcode"],
        easting=point.easting,
        northing=point.northing,
        neutral_name=NEUTRAL_NAME,
        booked_by=kind["booked_by"],
        notice_days=int(kind["notice_days"]),
        rate=int(kind["rate"]),
        min_hire=int(kind["min_hire"]),
        charge_days=int(kind["charge_days"]),
        terms=kind["terms"],
        arrival=_arrival(offer, row["street"]),
        bus=f"Stop {draw.randrange(50, 400, 10)} metres away, "
        f"routes {draw.randint(1, 9)} and {draw.randint(11, 49)}",
        last_bus=time(draw.choice((19, 21, 22, 23)), draw.choice((5, 20, 40))),
        last_bus_saturday=time(draw.choice((18, 21, 22)), draw.choice((10, 35, 50))),
        last_bus_sunday=draw.choice((None, time(17, 30), time(18, 15))),
        rail=draw.choice(STATIONS),
        parking=_parking(offer),
    )
    return proposal.Venue(
        id=venue_id,
        name=row["name"],
        town=row["town"],
        authority=row["authority"],
        authority_id=authorities[row["authority"]],
        status=row["status"],
        point=point,
        cluster_id=clusters.get(row["cluster"]),
        features=offer.features,
        notes=offer.notes,
        by_request=kind["booked_by"] == "request",
        notice_days=int(kind["notice_days"]),
        rate=int(kind["rate"]),
        min_hire=int(kind["min_hire"]),
    )


def _visited(rows: Rows, name: str, today: date) -> date | None:
    """The day of its assessment; after an incident it was looked at again."""
    drawn = rows.random.randint(20, 330)
    ago = sample_rooms.VISITED.get(name, SETTLED.get(name, drawn))
    return None if ago is None else today - timedelta(days=ago)


def _arrival(offer: Offer, street: str) -> str:
    """How a family comes in, in words that say nothing about why."""
    road = street.split(maxsplit=1)[1]
    if offer.features.get("separate-entrance"):
        return (
            "Use the side door by the car park and take a seat. Somebody comes for you."
        )
    if offer.features.get("separate-waiting"):
        return f"Use the main door on {road}. The small waiting area is on the left."
    return f"Use the main door on {road} and give the desk your first name."


def _parking(offer: Offer) -> str:
    if offer.features.get("blue-badge"):
        return "Free car park beside the building, 2 Blue Badge bays near the door"
    return "On the street, free for 2 hours"


def _doors(rows: Rows, venue: proposal.Venue) -> tuple[int, ...]:
    """Entrances and waiting spaces that agree with what is recorded of the venue."""
    step_free = rows.chance(0.8)
    doors = [
        rows.add(Entrance, venue_id=venue.id, name="Main door", step_free=step_free)
    ]
    if venue.features.get("separate-entrance"):
        side = "Side door by the car park"
        doors.append(rows.add(Entrance, venue_id=venue.id, name=side, step_free=True))
    waiting = ["Waiting area by the desk"]
    if venue.features.get("separate-waiting"):
        waiting.append("Small waiting area")
    for number, name in enumerate(waiting):
        rows.add(
            WaitingSpace,
            venue_id=venue.id,
            entrance_id=doors[min(number, len(doors) - 1)],
            name=name,
            seats=rows.random.randint(3, 8),
        )
    return tuple(doors)


def _contacts(rows: Rows, venue: proposal.Venue, kind: str) -> None:
    # numbers and addresses that are kept free for invented people and places
    slug = "".join(letter for letter in venue.name.lower() if letter.isalpha())
    phone = f"01632 960{venue.id % 500 * 2:03}"
    rows.add(
        Contact,
        venue_id=venue.id,
        role="Reception" if kind != "church hall" else "Hall secretary",
        phone=phone,
        email=f"rooms@{slug}.example",
        when="Monday to Friday, 9am to 4pm",
    )
    if venue.by_request:
        rows.add(
            Contact,
            venue_id=venue.id,
            role="Caretaker",
            phone=phone[:-1] + "1",
            when="Evenings and Saturdays",
        )
