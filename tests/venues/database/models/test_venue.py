"""What a venue and its rooms cannot be, whoever writes them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database

CHOICE = "That is not one of the choices."
NOT_NEGATIVE = "That number cannot be less than 0."
ONE_SEAT = "It must have a seat for at least one person."


TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    ("ck_venue_status", "venue", {"status": "open"}, CHOICE),
    ("ck_venue_rate_not_negative", "venue", {"rate": -1}, NOT_NEGATIVE),
    ("ck_venue_min_hire_not_negative", "venue", {"min_hire": -1}, NOT_NEGATIVE),
    ("ck_venue_notice_not_negative", "venue", {"notice_days": -1}, NOT_NEGATIVE),
    ("ck_venue_charge_days_not_negative", "venue", {"charge_days": -1}, NOT_NEGATIVE),
    ("ck_venue_booked_by", "venue", {"booked_by": "letter"}, CHOICE),
    ("ck_room_seats_someone", "room", {"seats_circle": 0}, ONE_SEAT),
    ("ck_room_seats_someone", "room", {"seats_circle": None}, ONE_SEAT),
    ("ck_room_seats_someone", "room", {"seats_table": -3}, ONE_SEAT),
    (
        "ck_room_fire_capacity_above_0",
        "room",
        {"fire_capacity": 0},
        "The fire notice allows at least 1 person.",
    ),
    (
        "ck_room_turnaround",
        "room",
        {"turnaround": 241},
        "Turnaround is between 0 minutes and 4 hours.",
    ),
    (
        "ck_room_turnaround",
        "room",
        {"turnaround": -1},
        "Turnaround is between 0 minutes and 4 hours.",
    ),
    ("ck_room_rate_not_negative", "room", {"rate": -1}, NOT_NEGATIVE),
    ("ck_room_status", "room", {"status": "lent"}, CHOICE),
    ("ck_room_reached_by", "room", {"reached_by": "ladder"}, CHOICE),
    ("ck_waiting_space_seats_someone", "waiting_space", {"seats": 0}, ONE_SEAT),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_a_venue_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_of_a_venue_is_tried() -> None:
    named = rows.checks(
        models.Venue,
        models.Room,
        models.Space,
        models.RoomSpace,
        models.Cluster,
        models.Entrance,
        models.WaitingSpace,
        models.Contact,
        models.Feature,
    )

    assert {name for name, *_ in TRIED} == named
