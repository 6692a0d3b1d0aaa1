"""``show``, ``move`` and ``cancel``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from venues.database.models import Booking, Venue

CHILD = (
    *("--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "child", "--case", "WA-20417", "--people", "3", "--room", "1"),
)
Command = Callable[..., Any]


@pytest.fixture
def booked(command: Command) -> Command:
    """The commands, with B-10001 made."""
    assert command("book", *CHILD).code == 0
    return command


def test_show_tells_its_owner_everything(booked: Command) -> None:
    said = booked("show", "B-10001", "--json")

    assert said.json["cases"] == "WA-20417"
    assert said.json["venue"] == "Millbrook"
    assert said.json["workers"] == ["Practitioner 04"]


def test_show_answers_a_stranger_as_if_there_were_none(booked: Command) -> None:
    theirs = booked("show", "B-10001", login="practitioner.05")
    missing = booked("show", "B-99999", login="practitioner.05")

    assert (theirs.code, theirs.err) == (missing.code, missing.err)
    assert theirs.code == 1


def test_a_coordinator_is_shown_the_arrangements_only(booked: Command) -> None:
    said = booked("show", "B-10001", "--json", login="coordinator.01")

    assert (said.json["cases"], said.json["kind"]) == ("", "")
    assert said.json["workers"] == ["Practitioner 04"]
    assert "WA-20417" not in said.out


def test_cancel_frees_the_room(booked: Command) -> None:
    said = booked("cancel", "B-10001", "--reason", "Child is ill", "--json")

    assert said.json["status"] == "cancelled"
    assert booked("book", *CHILD).code == 0


def test_cancel_wants_a_reason_that_names_nobody(booked: Command) -> None:
    said = booked("cancel", "B-10001", "--reason", "Mrs Hughes rang")

    assert said.code == 2
    assert "Use the case reference only" in said.err


def test_move_to_another_time_keeps_the_length(booked: Command) -> None:
    said = booked("move", "B-10001", "--from", "17:00", "--json")

    assert said.json["starts"] == "2026-11-26T17:00"
    assert said.json["ends"] == "2026-11-26T18:00"


def test_move_to_another_room_and_day(booked: Command) -> None:
    said = booked("move", "B-10001", "--room", "2", "--on", "27 Nov", "--json")

    assert (said.json["room"], said.json["starts"]) == (2, "2026-11-27T15:00")


def test_a_move_onto_a_closed_hour_is_exit_1_with_the_reason(booked: Command) -> None:
    said = booked("move", "B-10001", "--from", "21:00", "--json")

    assert said.code == 1
    assert said.json["refused"][0]["rule"] == "R2"
    assert booked("show", "B-10001", "--json").json["starts"] == "2026-11-26T15:00"


def test_move_wants_to_know_where_or_when(booked: Command) -> None:
    said = booked("move", "B-10001")

    assert said.code == 2
    assert "Say where to or when" in said.err


def test_cancel_says_what_the_venue_charges(booked: Command, world: Any) -> None:
    with world.database.write() as session:
        venue = session.get(Venue, 1)
        venue.rate, venue.charge_days = 1200, 7
        session.get(Booking, 1).cost = 3600

    said = booked("cancel", "B-10001", "--reason", "Not needed")

    assert said.out.splitlines()[-1] == "The venue charges £36 all the same."


def test_cancel_tells_scripts_the_charge(booked: Command) -> None:
    said = booked("cancel", "B-10001", "--reason", "Not needed", "--json")

    assert said.json["charge"] == 0
