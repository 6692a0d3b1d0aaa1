"""What the detail of a venue says of it, as names and words."""

from __future__ import annotations

from datetime import time

from ui.models.venues import (
    features_words,
    floor_words,
    kind_words,
    missing_words,
    room_name,
    turnaround_words,
)
from venues.domain.checklist import COUNTED, SETS
from venues.domain.judgement import State
from venues.domain.needs import words as need_words
from venues.domain.words import clock, count, listing, minutes, price
from venues.services.suitability import BEST, VenueStanding
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import ContactDraft, RoomDraft, VenueDraft
from venues.services.venue_words import STATUS

Fact = tuple[str, str]
Group = tuple[str, list[Fact]]


def heading(found: VenueDetails) -> str:
    """The line under a venue's name: "Family hub · Warrington · WA2 9AA · 3 rooms"."""
    rooms = sum(room.status == "active" for room in found.rooms)
    parts = (
        kind_words(found.venue.kind),
        found.authority,
        found.venue.postcode,
        count(rooms, "room"),
    )
    return " · ".join(part for part in parts if part)


def overview(found: VenueDetails, *, twenty_four: bool) -> list[Group]:
    """What it is, how to book it, how to get there and what is there."""
    venue = found.venue
    return [
        (
            "",
            [
                ("Status", "" if venue.status == "active" else STATUS[venue.status]),
                ("Kind", kind_words(venue.kind)),
                ("Owner", venue.owner),
                ("Address", _joined(venue.street, venue.town, venue.postcode)),
                ("Authority", found.authority),
                ("Neighbours", venue.cluster),
                ("Placed", "By hand" if venue.placed_by_hand else ""),
            ],
        ),
        ("Booking and hire", _hire(venue)),
        ("Getting there", _travel(venue, twenty_four=twenty_four)),
        (
            "Features",
            [
                ("Has", features_words(venue.features)),
                ("Does not have", missing_words(venue.features)),
                ("Notes", _notes(venue)),
            ],
        ),
        ("Notes", [("Photos", venue.photos), ("Notes", venue.notes)]),
    ]


def suits(standing: VenueStanding | None) -> Group:
    """For which kinds of appointment it has a suitable room, the best states first."""
    facts: dict[State, list[str]] = {}
    if standing is not None:
        for code in COUNTED:
            facts.setdefault(standing.best[code], []).append(SETS[code])
    told = [
        (_capital(each.value), listing(facts[each])) for each in BEST if each in facts
    ]
    return "Kinds of appointment", told


def arrival(found: VenueDetails) -> list[Group]:
    """Whom to ring, and how people come in and wait."""
    venue = found.venue
    return [
        ("Contacts", [(each.role, _contact(each)) for each in venue.contacts]),
        (
            "Arrival",
            [
                ("Words for a family", venue.arrival),
                *(
                    (door.name, "Step-free" if door.step_free else "Not step-free")
                    for door in venue.entrances
                ),
                *(
                    (
                        space.name,
                        _joined(
                            f"{count(space.seats, 'seat')} to wait", space.entrance
                        ),
                    )
                    for space in venue.waiting_spaces
                ),
            ],
        ),
    ]


def room(found: RoomDraft, together: tuple[RoomDraft, ...]) -> list[Group]:
    """All that is known of one room."""
    parts = [other.name for other in together if _part(other, found)]
    wholes = [other.name for other in together if _part(found, other)]
    known = {*parts, *wholes}
    shared = [
        other.name
        for other in together
        if found.shares(other) and other.name not in known
    ]
    facts = [
        ("Seats", found.seats_words),
        (
            "Fire notice",
            count(found.fire_capacity or 0, "person", "people")
            if found.fire_capacity
            else "",
        ),
        ("Area", f"{found.area} m²" if found.area else ""),
        ("Floor", floor_words(found)),
        ("Turnaround", turnaround_words(found)),
        ("Rate", "" if found.rate is None else _capital(price(found.rate))),
        ("Made of", listing(parts)),
        ("Part of", listing(wholes)),
        ("Shares space with", listing(shared)),
        ("Has", features_words(found.features)),
        ("Does not have", missing_words(found.features)),
        ("Notes", found.notes),
    ]
    return [(room_name(found), facts)]


def _part(part: RoomDraft, whole: RoomDraft) -> bool:
    """Whether one room is a part of another."""
    return part.id != whole.id and set(part.space_ids) < set(whole.space_ids)


def _hire(venue: VenueDraft) -> list[Fact]:
    by_request = venue.booked_by == "request"
    notice = f"{count(venue.notice_days, 'day')} of notice" if venue.notice_days else ""
    charged = ""
    if venue.charge_days:
        charged = f"In full within {count(venue.charge_days, 'day')} of the booking"
    return [
        (
            "How to book",
            _joined("Ask the venue" if by_request else "At once, in Venues", notice),
        ),
        ("Rate", _capital(price(venue.rate))),
        ("Shortest hire", minutes(venue.min_hire) if venue.min_hire else ""),
        ("Charged if cancelled", charged),
        ("Terms", venue.terms),
        ("In the venue's diary", venue.neutral_name),
    ]


def _travel(venue: VenueDraft, *, twenty_four: bool) -> list[Fact]:
    def last(when: time | None, days: str) -> str:
        return f"{clock(when, twenty_four=twenty_four)} {days}" if when else ""

    return [
        ("Bus", venue.bus),
        (
            "Last bus",
            _joined(
                last(venue.last_bus, "Monday to Friday"),
                last(venue.last_bus_saturday, "on Saturday"),
                last(venue.last_bus_sunday, "on Sunday"),
            ),
        ),
        ("Rail", venue.rail),
        ("Parking", venue.parking),
    ]


def _notes(venue: VenueDraft) -> str:
    return "\n".join(
        f"{need_words(each.need)}: {each.note}"
        for each in venue.features
        if each.present and each.note
    )


def _contact(contact: ContactDraft) -> str:
    return "\n".join(
        part for part in (contact.phone, contact.email, contact.when) if part
    )


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
