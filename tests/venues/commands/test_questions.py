"""``ask room``, and ``--ask-manager`` where a booking or a move is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from tests.venues.services.apart import apart_scene as scene
from tests.world import World
from venues.commands import questions
from venues.database.models import RefusalCode, Request, SignOff

Command = Callable[..., Any]
WHEN = ("--on", "2026-11-26", "--from", "15:00", "--to", "16:00")
CHILD = (*WHEN, "--for", "child", "--case", "WA-20417", "--people", "3")


def asked(world: World) -> list[SignOff]:
    with world.database.read() as session:
        return [*session.scalars(select(SignOff))]


def test_a_room_in_use_is_asked_for(command: Command, world: World) -> None:
    command("book", *CHILD, "--room", "1")

    said = command("ask", "room", "--room", "1", *WHEN, login="practitioner.05")

    assert (said.code, said.out) == (0, f"{questions.ROOM_ASKED}\n")
    with world.database.read() as session:
        assert session.scalars(select(Request.state)).all() == ["open"]


def test_a_free_room_is_not(command: Command) -> None:
    said = command("ask", "room", "--room", "1", *WHEN)

    assert said.code == 2
    assert said.err.startswith("Nobody can be asked for that room then.")


def test_a_booking_refused_for_a_person_is_put_to_a_manager(
    command: Command, world: World
) -> None:
    scene.bar(world, case_id=scene.CHILD, venue_id=scene.MILLBROOK)

    said = command("book", *CHILD, "--room", "1", "--ask-manager", "It is near")
    again = command("book", *CHILD, "--room", "1")

    assert (said.code, said.out) == (0, f"{questions.ASKED}\n")
    assert again.code == 1
    (row,) = asked(world)
    assert (row.why, row.state) == ("It is near", "open")
    assert (row.code or "").startswith("K-")


def test_so_is_a_move_with_the_code_of_the_attempt(
    command: Command, world: World
) -> None:
    booked = command("book", *CHILD, "--room", "5", "--json").json["booking"]
    scene.bar(world, case_id=scene.CHILD, venue_id=scene.MILLBROOK)

    said = command("move", booked, "--room", "1", "--ask-manager", "Near", "--json")

    with world.database.read() as session:
        codes = session.scalars(select(RefusalCode.code)).all()
    assert said.json == {"asked": "manager", "code": codes[0]}
    assert [row.code for row in asked(world)] == codes
    assert asked(world)[0].booking_id is not None


def test_what_no_manager_may_pass_is_refused_as_ever(
    command: Command, world: World
) -> None:
    command("book", *CHILD, "--room", "1")

    said = command(
        "book",
        *WHEN,
        "--for",
        "staff",
        "--people",
        "2",
        "--room",
        "1",
        "--ask-manager",
        "Please",
    )

    assert said.code == 1
    assert asked(world) == []
