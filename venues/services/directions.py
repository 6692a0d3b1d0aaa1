"""Directions to a venue and words for whoever comes, from what is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain import directions, neutral
from venues.domain.arrival_words import Arriving, how_to_arrive, invitation, left_out
from venues.domain.directions import Visit, Ways
from venues.domain.people import Viewer
from venues.domain.places import Point
from venues.domain.privacy import Invited
from venues.domain.sheets import DirectionsSheet, Head, Sheet, public_name
from venues.errors import NotAllowed, NotFound
from venues.services import stays, venue_details
from venues.services.venue_drafts import VenueDraft

STEP_FREE, TOILET = "step-free", "accessible-toilet"


@dataclass(frozen=True, slots=True)
class Copied:
    """Words to copy; ``cut`` says that something on record would have told."""

    text: str
    cut: bool = False


def words_for(
    session: Session, viewer: Viewer, booking_id: int, *, twenty_four: bool = False
) -> Copied:
    """The words for whoever comes to a booking, whoever they are.

    Raises:
        NotFound: the booking is not theirs.
    """
    told, venue = _booking(session, viewer, booking_id)
    arrival = told.arrival.strip() or venue.arrival
    arriving = Arriving(
        starts=told.starts,
        place=neutral.public_place(venue.name, venue.street, venue.town),
        ask_for=told.ask_for,
        arrival=arrival,
    )
    text = invitation(arriving, twenty_four=twenty_four)
    return Copied(text, left_out(venue.name, arrival))


def words_of(venue: VenueDraft) -> Copied:
    """How to get to a venue, in words for a family that has no appointment yet."""
    place = neutral.public_place(venue.name, venue.street, venue.town)
    road = neutral.street(venue.street)
    where = [place, "" if road in place else road, venue.postcode]
    arrival = how_to_arrive(venue.arrival)
    said = [f"{', '.join(part for part in where if part)}.", arrival]
    for title, text in (
        ("Bus", venue.bus),
        ("Train", venue.rail),
        ("Parking", venue.parking),
    ):
        if tidy := neutral.without_telling(text).strip():
            said.append(f"{title}: {tidy.rstrip('.')}.")
    text = " ".join(part for part in said if part)
    return Copied(text, left_out(venue.name, venue.arrival))


def sheet(
    session: Session,
    viewer: Viewer,
    venue_id: int,
    *,
    now: datetime,
    booking_id: int | None = None,
    twenty_four: bool = False,
) -> DirectionsSheet:
    """The page for a venue, or for one booking there.

    Raises:
        NotAllowed: this role prints nothing of venues.
        NotFound: there is no such venue, or the booking is not theirs.
    """
    if not viewer.books:
        raise NotAllowed("Your role does not print directions. Ask a coordinator.")
    visit = None
    if booking_id is not None:
        told, venue = _booking(session, viewer, booking_id)
        room = catalogues.read(session).rooms[told.room_id]
        minutes = int((told.ends - told.starts).total_seconds()) // 60
        visit = Visit(
            starts=told.starts,
            length=minutes,
            ask_for=told.ask_for,
            arrival=told.arrival,
            reached_by=room.reached_by,
            floor=room.floor,
        )
    else:
        venue = venue_details.draft(session, venue_id)
    ways = _ways(venue)
    settings = catalogues.read(session).settings
    head = Head(
        sheet=Sheet.DIRECTIONS,
        monday=now.date(),
        title=f"How to find {directions.called(ways)}",
        subtitle="" if neutral.telling(venue.town) else venue.town,
        place=public_name(venue.name, venue.town),
        sample=settings.get("sample") == "yes",
    )
    point = None
    if venue.easting is not None and venue.northing is not None:
        point = Point(venue.easting, venue.northing)
    rows = directions.rows(ways, visit, twenty_four=twenty_four)
    return DirectionsSheet(head, rows, point, directions.called(ways))


def _booking(
    session: Session, viewer: Viewer, booking_id: int
) -> tuple[Invited, VenueDraft]:
    catalogue = catalogues.read(session)
    told = stays.invited(session, catalogue, viewer, booking_id)
    if told is None:
        raise NotFound("There is no booking of yours with that reference. Check it.")
    venue_id = catalogue.rooms[told.room_id].venue.id
    return told, venue_details.draft(session, venue_id)


def _ways(venue: VenueDraft) -> Ways:
    recorded = {each.need: each.present for each in venue.features}
    last = (
        ("Monday to Friday", venue.last_bus),
        ("on Saturday", venue.last_bus_saturday),
        ("on Sunday", venue.last_bus_sunday),
    )
    return Ways(
        name=venue.name,
        street=venue.street,
        town=venue.town,
        postcode=venue.postcode,
        arrival=venue.arrival,
        doors=tuple((door.name, door.step_free) for door in venue.entrances),
        bus=venue.bus,
        last_bus=tuple((days, when) for days, when in last if when is not None),
        rail=venue.rail,
        parking=venue.parking,
        step_free=recorded.get(STEP_FREE),
        toilet=recorded.get(TOILET),
    )
