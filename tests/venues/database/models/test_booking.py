"""What a booking, its rooms and its people cannot be, whoever writes them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database

CHOICE = "That is not one of the choices."
ENDS = "A booking must end after it starts."
NOT_NEGATIVE = "That number cannot be less than 0."
WHOLE = "A booking starts and ends on a whole minute."

TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    (
        "ck_appointment_type_lasts",
        "appointment_type",
        {"minutes": 0},
        "An appointment lasts at least a minute.",
    ),
    (
        "ck_appointment_type_range",
        "appointment_type",
        {"longest": 29},
        "The longest must not be less than the shortest.",
    ),
    (
        "ck_appointment_type_people_not_negative",
        "appointment_type",
        {"people": -1},
        NOT_NEGATIVE,
    ),
    (
        "ck_appointment_type_set_up_not_negative",
        "appointment_type",
        {"set_up": -5},
        NOT_NEGATIVE,
    ),
    ("ck_booking_ends_after_it_starts", "booking", {"ends": rows.THREE}, ENDS),
    (
        "ck_booking_somebody_comes",
        "booking",
        {"people": 0},
        "A booking is for at least 1 person.",
    ),
    ("ck_booking_status", "booking", {"status": "perhaps"}, CHOICE),
    ("ck_booking_audience", "booking", {"audience": "everybody"}, CHOICE),
    ("ck_booking_venue_answer", "booking", {"venue_answer": "maybe"}, CHOICE),
    ("ck_booking_room_role", "booking_room", {"role": "spare"}, CHOICE),
    ("ck_offer_state", "offer", {"state": "lost"}, CHOICE),
    (
        "ck_offer_ends_after_it_starts",
        "offer",
        {"ends": rows.THREE},
        "An offer must end after it starts.",
    ),
    ("ck_hold_ends_after_it_starts", "hold", {"ends": rows.THREE}, ENDS),
    (
        "ck_hold_not_too_long",
        "hold",
        {"ends": datetime(2026, 11, 27, 15, 1)},
        "A booking lasts at most a day. Make one for each day.",
    ),
    ("ck_hold_whole_minutes", "hold", {"ends": text("'2026-11-26 16:00:30'")}, WHOLE),
    ("ck_hold_whole_minutes", "hold", {"starts": text("'2026-11-26 14:59:59'")}, WHOLE),
    (
        "ck_hold_for_one_thing",
        "hold",
        {"offer_id": 1},
        "A room is held for a booking or for an offer.",
    ),
    (
        "ck_hold_for_one_thing",
        "hold",
        {"booking_id": None},
        "A room is held for a booking or for an offer.",
    ),
    (
        "ck_worker_person_or_agency",
        "worker",
        {"agency": "Mentors"},
        "A worker is a member of staff or from an agency.",
    ),
    ("ck_condition_kind", "condition", {"kind": "weather"}, CHOICE),
    ("ck_override_kind", "override", {"kind": "whim"}, CHOICE),
    ("ck_series_date_outcome", "series_date", {"outcome": "moved"}, CHOICE),
    (
        "ck_outing_ends_after_it_starts",
        "outing",
        {"ends": rows.THREE},
        "It must end after it starts.",
    ),
    (
        "ck_outing_buddy_is_somebody_else",
        "outing",
        {"buddy_id": 1},
        "Choose somebody else to check out with.",
    ),
    ("ck_request_state", "request", {"state": "pending"}, CHOICE),
    (
        "ck_request_ends_after_it_starts",
        "request",
        {"ends": rows.THREE},
        "A request must end after it starts.",
    ),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_a_booking_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


@pytest.mark.of_a_file("a server has no other words for the same moment")
@pytest.mark.parametrize(
    "change",
    [
        {"ends": text("'2026-11-26 16:00:00'")},
        {"starts": text("'2026-11-26 15.5'")},
    ],
)
def test_other_words_for_a_moment_would_pass_the_trigger_and_are_refused(
    full: Database, change: dict[str, Any]
) -> None:
    said = rows.complaint(full, "hold", change)

    assert said == f"ck_hold_whole_minutes: {WHOLE}"


def test_every_check_of_a_booking_is_tried() -> None:
    named = rows.checks(
        models.AppointmentType,
        models.Booking,
        models.BookingRoom,
        models.Offer,
        models.Hold,
        models.Worker,
        models.Condition,
        models.Override,
        models.SeriesDate,
        models.Outing,
        models.Request,
    )

    assert {name for name, *_ in TRIED} == named
