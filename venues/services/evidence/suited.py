"""For what rooms are suitable, and which failed criterion, put right, opens most."""

from __future__ import annotations

from venues.domain.checklist import COUNTED
from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.services import suitability
from venues.services.evidence.ground import Ground
from venues.services.evidence.unmet_need import SETS_SAID
from venues.services.suitability import Fix

SET, FIX = "set", "fix"
DEFINITION = Definition(
    key="suitable",
    title="Rooms suitable for every set",
    words=(
        "Pairs of a room in use and one of the seven appointment sets for which the "
        "room is suitable, with or without conditions, of all such pairs. A fix opens "
        "as many pairs as nothing else keeps shut. As things stand today."
    ),
    unit=Unit.SHARE,
    things="pairs of room and set",
    of_people=False,
    dated=False,
    splits=(
        Split(
            SET,
            "Suitable rooms by set",
            tuple((code, SETS_SAID[code]) for code in COUNTED),
        ),
        Split(FIX, "What would open most rooms", unit=Unit.COUNT, whole=False),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → pairs that suit, of all."""
    made, usable = Tallying(), {room.id for room in ground.rooms}
    for venue_id, venue in ground.standing.items():
        id_ = ground.catalogue.venues[venue_id].authority_id
        for room_id, room in venue.rooms.items():
            for code in COUNTED if room_id in usable else ():
                fits = int(room[code].state.fits)
                made.add(id_, Part(fits, 1, 1), **{SET: code})
    for id_ in ground.catalogue.authorities:
        for fix in fixes(ground, id_):
            if fix.opens:
                made.split(id_, FIX, fix.words, Part(fix.opens, 0, fix.opens))
    return made.made()


def fixes(ground: Ground, authority_id: int | None = None) -> tuple[Fix, ...]:
    """What would open most pairs, first, in venues that are in use."""
    venues = ground.catalogue.venues
    return suitability.fixes(
        standing
        for id_, standing in ground.standing.items()
        if venues[id_].status == "active"
        and authority_id in {None, venues[id_].authority_id}
    )
