"""The sample's bookings, as they stand on the morning of today."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time

from tests.venues.services.sample.weeks import weeks
from tests.venues.services.sample.world import TODAY
from venues.database.models import Attendance, BookingRoom, Venue
from venues.domain.free_text import private_words
from venues.services.sample.bookings import LATELY, metres
from venues.services.sample.diary import Entry, Wish

MORNING = datetime.combine(TODAY, time())


def test_references_are_the_ids_from_ten_thousand_on() -> None:
    for id_, row in weeks().bookings.items():
        assert row["reference"] == f"B-{10000 + id_}"


def test_bookings_are_numbered_in_order_of_time() -> None:
    starts = [row["starts"] for _, row in sorted(weeks().bookings.items())]

    assert starts == sorted(starts)


def test_there_is_every_status() -> None:
    statuses = Counter(row["status"] for row in weeks().bookings.values())

    assert set(statuses) == {"provisional", "confirmed", "cancelled", "declined"}
    assert statuses["confirmed"] > sum(statuses.values()) * 0.85
    assert statuses["provisional"] > 10


def test_what_is_over_has_an_outcome_unless_it_is_only_just_over() -> None:
    waiting = 0
    for row in weeks().bookings.values():
        live = row["status"] in {"provisional", "confirmed"}
        past = row["starts"] < MORNING
        lately = live and past and row["starts"] > MORNING - LATELY
        waiting += lately and not row["outcome"]
        if not lately:
            assert bool(row["outcome"]) is (past or not live), row["reference"]
        assert bool(row["cancel_reason"]) is not live
    assert waiting > 0  # there is something to say what came of it


def test_children_do_not_always_come() -> None:
    outcomes = Counter(row["outcome"] for row in weeks().of(Attendance))

    assert outcomes["attended"] > outcomes["did not attend"] > 0
    assert outcomes["was not brought"] > 0


def test_the_venues_own_yes_is_asked_for_where_it_books_by_request() -> None:
    venues = {row["id"]: row for row in weeks().of(Venue)}
    rooms = {site.room.id: site.room for site in weeks().parts.world.sites}
    answers = Counter()

    for id_, row in weeks().bookings.items():
        venue = venues[rooms[weeks().rooms[id_][0]].venue.id]
        answers[row["venue_answer"]] += 1
        by_request = venue["booked_by"] == "request"
        assert (row["venue_answer"] == "not needed") is not by_request
        assert (row.get("asked_on") is not None) is (
            row["venue_answer"] in {"asked", "yes", "no"}
            and row.get("answered_by") != "Standing agreement"
        )

    assert set(answers) == {"not needed", "to ask", "asked", "yes", "no"}


def test_a_booking_on_a_standing_hire_needs_no_asking() -> None:
    standing = [
        row
        for row in weeks().bookings.values()
        if row.get("answered_by") == "Standing agreement"
    ]

    assert standing
    assert {row["venue_answer"] for row in standing} == {"yes"}


def test_past_bookings_were_agreed_with_the_venue() -> None:
    for row in weeks().bookings.values():
        if row["starts"] < MORNING:
            assert row["venue_answer"] in {"not needed", "yes"}


def test_a_booking_was_made_before_it_began_and_before_today() -> None:
    for row in weeks().bookings.values():
        assert row["made_at"] < min(row["starts"], MORNING)
        assert row["made_by"] in weeks().workers[row["id"]]


def test_cost_is_the_rate_with_the_minimum_hire_counted() -> None:
    rooms = {site.room.id: site.room for site in weeks().parts.world.sites}
    paid = 0

    for id_, row in weeks().live.items():
        length = int((row["ends"] - row["starts"]).total_seconds()) // 60
        room = rooms[weeks().rooms[id_][0]]
        paid += row["cost"] > 0
        assert row["cost"] == room.rate * max(length, room.venue.min_hire) // 60

    assert paid > 50


def test_authority_is_the_venues() -> None:
    rooms = {site.room.id: site.room for site in weeks().parts.world.sites}

    for id_, row in weeks().bookings.items():
        venue = rooms[weeks().rooms[id_][0]].venue
        assert row["authority_id"] == venue.authority_id


def test_a_restorative_meeting_has_two_break_out_rooms() -> None:
    roles = {
        id_: Counter(
            row["role"] for row in weeks().of(BookingRoom) if row["booking_id"] == id_
        )
        for id_, booking in weeks().bookings.items()
        if weeks().kind(booking) == "RJD"
    }

    assert roles
    assert all(each == {"main": 1, "break-out": 2} for each in roles.values())


def test_groups_bring_several_cases() -> None:
    numbers = [
        len(weeks().cases[id_])
        for id_, booking in weeks().bookings.items()
        if weeks().kind(booking) in {"GRP", "REP"}
    ]

    assert max(numbers) >= 4


def test_victims_are_offered_venues_and_others_are_not_counted() -> None:
    for row in weeks().bookings.values():
        assert (row["venues_offered"] is not None) is (row["audience"] == "victim")


def test_nothing_written_names_anybody() -> None:
    for row in weeks().bookings.values():
        for column in ("note", "arrival", "cancel_reason", "police_representative"):
            assert private_words(row[column]) is None


def test_a_team_travels_nowhere() -> None:
    parts = weeks().parts
    site = parts.site("Foundry House", "Meeting Room")
    meeting = Wish(
        kind=parts.world.kinds["TRN"],
        audience="staff",
        starts=(MORNING,),
        minutes=60,
        people=6,
        workers=(),
        sites=(site,),
    )

    assert metres(Entry(meeting, MORNING, MORNING, (site,))) is None
