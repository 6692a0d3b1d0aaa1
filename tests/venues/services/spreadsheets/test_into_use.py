"""A list that was imported is of use: a room of it is assessed, found and booked."""

from __future__ import annotations

from datetime import date

from tests import spreadsheets
from tests.venues.assessed import assess_all, checklist
from tests.venues.services.millbrook import POSTCODES
from tests.world import World
from venues.domain.people import Audience
from venues.services import bookings, finding
from venues.services.finding import Wish
from venues.services.spreadsheets import applying, planning

LIBRARIES = [
    ["authority", "name", "postcode", "room", "capacity", "mon", "thu"],
    ["Warrington", "Weir Library", "WA2 9AA", "Study Room", "6", "", "10:00-18:00"],
    ["Warrington", "Lock Library", "WA2 9AA", "", "", "9-5", "00:00-00:00"],
]


def test_a_room_of_an_imported_list_is_assessed_found_and_booked(world: World) -> None:
    with world.database.write() as session:
        made = applying.apply(
            session,
            planning.make(
                session,
                spreadsheets.book(LIBRARIES),
                world.coordinator,
                now=world.now,
                gazetteer=POSTCODES,
            ),
            world.coordinator,
            now=world.now,
        )
        ((room_id, room),) = made.rooms_now.items()
        checklist(session)
        assess_all(session, {room_id: room.venue_id}, date(2026, 6, 4))
    request = world.request(
        room_ids=(room_id,),
        accepted={"R23": "Talked about the route."},
    )

    with world.database.read() as session:
        wish = Wish(
            audience=Audience.CHILD,
            kind="SUP",
            period=request.period,
            people=3,
            references=request.references,
            worker_ids=request.worker_ids,
        )
        found = finding.rooms(session, wish, world.practitioner, today=world.now)
    with world.database.write() as session:
        booked = bookings.book(session, request, world.practitioner, now=world.now)

    assert room_id in {match.room.id for match in found.matches}
    assert booked.reference.startswith("B-")
