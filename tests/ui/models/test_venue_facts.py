"""What the detail of a venue says of it."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.models.test_venue_rows import stands
from tests.ui.venue_scene import HUB
from ui.models import venue_facts
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import RoomDraft, VenueDraft

OAK = RoomDraft(id=1, venue_id=1, name="Oak", seats_circle=6, space_ids=(1,))
BOTH = replace(OAK, id=2, name="Both", space_ids=(1, 2), rate=0, fire_capacity=1)


def found(venue: VenueDraft = HUB) -> VenueDetails:
    return VenueDetails(
        venue=replace(venue, id=1),
        authority="Warrington",
        rooms=(OAK, BOTH),
        hours={},
        closures=(),
    )


def facts(groups: list[venue_facts.Group]) -> dict[str, str]:
    return {name: words for _, facts in groups for name, words in facts if words}


def test_the_line_under_the_name_says_what_and_where() -> None:
    assert venue_facts.heading(found()) == (
        "Family hub · Warrington · WA2 9AA · 2 rooms"
    )
    assert venue_facts.heading(found(VenueDraft())) == "Warrington · 2 rooms"


def test_the_overview_is_in_words() -> None:
    said = facts(venue_facts.overview(found(), twenty_four=False))

    assert said == {
        "Kind": "Family hub",
        "Owner": "The council",
        "Address": "46 Mill Brook Lane, Warrington, WA2 9AA",
        "Authority": "Warrington",
        "How to book": "At once, in Venues, 2 days of notice",
        "Rate": "£14.00 an hour",
        "Shortest hire": "1 hour",
        "Charged if cancelled": "In full within 7 days of the booking",
        "Terms": "Tell the desk if a room is not needed.",
        "Bus": "Routes 4 and 17",
        "Last bus": "9:05pm Monday to Friday",
        "Rail": "8 minutes on foot",
        "Parking": "Free",
        "Has": "Blue Badge parking",
        "Does not have": "Hearing loop (Being mended)",
    }


def test_what_is_out_of_the_ordinary_is_said() -> None:
    odd = replace(HUB, status="suspended", placed_by_hand=True, booked_by="request")

    said = facts(venue_facts.overview(found(odd), twenty_four=True))

    assert said["Status"] == "Suspended"
    assert said["Placed"] == "By hand"
    assert said["How to book"].startswith("Ask the venue")
    assert said["Last bus"] == "21:05 Monday to Friday"


def test_arrival_names_roles_doors_and_places_to_wait() -> None:
    said = facts(venue_facts.arrival(found()))

    assert said == {
        "Reception": "01632 960000\ndesk@example.org\n9 to 4",
        "Words for a family": "Use the main door.",
        "Main door": "Step-free",
        "Foyer": "6 seats to wait, Main door",
    }


def test_a_room_says_what_it_shares() -> None:
    said = facts(venue_facts.room(OAK, (OAK, BOTH)))
    both = facts(venue_facts.room(BOTH, (OAK, BOTH)))

    assert (said["Part of"], both["Made of"]) == ("Both", "Oak")
    assert "Shares space with" not in said
    assert said["Turnaround"] == "None"
    assert (both["Rate"], both["Fire notice"]) == ("Free of charge", "1 person")


def test_rooms_that_overlap_without_being_parts_are_said_to_share() -> None:
    one = replace(BOTH, id=8, name="Left", space_ids=(1, 2))
    other = replace(BOTH, id=9, name="Right", space_ids=(2, 3))

    said = facts(venue_facts.room(one, (one, other)))

    assert said["Shares space with"] == "Right"
    assert "Made of" not in said


def test_kinds_of_appointment_are_told_by_how_it_stands_for_them() -> None:
    title, told = venue_facts.suits(stands(2))

    assert title == "Kinds of appointment"
    assert told[0] == ("Suitable", "a one-to-one session and a family session")
    assert told[1][0] == "Not suitable"
    assert venue_facts.suits(None)[1] == []
