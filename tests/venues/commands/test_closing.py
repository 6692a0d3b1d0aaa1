"""``close``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from tests.world import World
from venues.commands.closing import counted
from venues.database.models import Booking, Look, Room, Venue
from venues.services.rehousing import looking, planning
from venues.services.rehousing.values import Closing

Command = Callable[..., Any]
CHILD = (
    *("book", "--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "child", "--case", "WA-20417", "--people", "3", "--room", "1", "--json"),
)
CLOSE = (
    *("close", "Millbrook", "--from", "2026-11-26", "--until", "2026-11-26"),
    *("--reason", "heating repairs"),
)


def close(command: Command, *more: str) -> Any:
    return command(*CLOSE, "--look", *more, login="coordinator.01")


def test_a_plan_changes_nothing(command: Command) -> None:
    reference = command(*CHILD).json["booking"]

    said = close(command, "--plan").out.splitlines()

    assert said == [
        (
            "Closing Millbrook, Thursday 26 November 2026, heating repairs "
            "(nothing was changed)."
            " 1 booking affected: 1 at the same time, 0 at another time, "
            "0 with nowhere suitable."
        ),
        (
            f"{reference}  Thursday 26 November 2026, 3pm to 4pm, Willow Room → Study, "
            "Library (same time, the nearest that suits, 0.1 miles away, "
            "free of charge)"
        ),
    ]
    assert command("show", reference, "--json").json["venue"] == "Millbrook"


def test_a_coordinator_says_that_they_look(command: Command, world: World) -> None:
    command(*CHILD)

    refused = command(*CLOSE, "--plan", login="coordinator.01")

    assert refused.code == 1
    assert refused.err.endswith(f"{looking.WORDS} Give --look to make it.\n")
    with world.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Look)) == 0
    assert close(command, "--plan").code == 0
    with world.database.read() as session:
        (look,) = session.scalars(select(Look))
    assert (look.what, look.row_id) == ("plan", 1)
    assert look.staff_id == world.coordinator.staff_id


def test_a_place_closes_and_its_booking_goes(command: Command) -> None:
    reference = command(*CHILD).json["booking"]

    facts = close(command, "--json").json

    assert facts["closed"]
    assert facts["proven"]
    (booking,) = facts["bookings"]
    assert booking["booking"] == reference
    assert booking["to"]["name"] == "Study"
    assert command("show", reference, "--json").json["venue"] == "Library"


def test_what_goes_nowhere_says_why(command: Command, world: World) -> None:
    command(*CHILD)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.venue_id != 1).values(seats_circle=1))

    said = close(command).out.splitlines()
    (facts,) = close(command, "--plan", "--json").json["bookings"]

    assert said[1].endswith(
        "Willow Room: stays. No room within 10 miles suits it: too few seats."
    )
    assert (facts["to"], facts["obstacles"]) == (
        None,
        [{"words": "too few seats", "rooms": 4}],
    )


def test_another_time_is_said_in_the_line(command: Command, world: World) -> None:
    command(*CHILD)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.venue_id == 3).values(seats_circle=1))
    staff = ("--for", "staff", "--people", "2", "--room", "3")
    command(*CHILD[:7], *staff, login="practitioner.05")

    line = close(command, "--plan").out.splitlines()[1]

    assert "→ Study, Library, 2pm to 3pm (1 hour earlier" in line


def test_a_room_alone_may_close(command: Command) -> None:
    command(*CHILD)

    said = close(command, "--room", "2").out

    assert said == (
        "Closing Oak Room, Millbrook, Thursday 26 November 2026, heating repairs. "
        "No booking is affected.\n"
    )


def test_it_says_when_no_plan_was_proven_the_best(
    command: Command, world: World
) -> None:
    command(*CHILD)
    cause = Closing(
        venue_id=1,
        starts=datetime(2026, 11, 26),
        ends=datetime(2026, 11, 27),
        reason="heating repairs",
    )
    with world.database.read() as session:
        plan = planning.make(session, cause, world.manager, now=world.now)

    assert counted(plan).endswith("0 with nowhere suitable.")
    assert counted(replace(plan, proven=False)).endswith(
        "There may be a better plan: time ran out."
    )


def test_venues_that_have_to_be_told_are_named(command: Command, world: World) -> None:
    command(*CHILD)
    with world.database.write() as session:
        session.execute(update(Venue).where(Venue.id == 1).values(booked_by="request"))
        session.execute(update(Booking).values(venue_answer="yes"))

    assert close(command).out.splitlines()[-1] == (
        "Tell Millbrook that Thursday 26 November, 3pm to 4pm is not needed."
    )


def test_only_who_keeps_places_closes_them(command: Command) -> None:
    refused = command(*CLOSE)

    assert refused.code == 1
    assert "Only a coordinator or a manager" in refused.err
