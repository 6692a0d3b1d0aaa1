"""``outcome``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select

from tests.world import World
from venues.database.models import Booking

Command = Callable[..., Any]
CHILD = (
    *("--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "child", "--case", "WA-20417", "--people", "3", "--room", "1"),
)
EVENING = datetime(2026, 11, 26, 21)


def noted(world: World) -> list[str]:
    with world.database.read() as session:
        return [*session.scalars(select(Booking.outcome).order_by(Booking.id))]


def test_what_came_of_several_is_noted_at_once(command: Command, world: World) -> None:
    first = command("book", *CHILD, "--json").json["booking"]
    second = command("book", *CHILD, "--from", "11:00", "--to", "12:00", "--json")
    both = (first, second.json["booking"])

    said = command("outcome", *both, "--was", "did not attend", now=EVENING)

    assert said.out == "Noted: 2 appointments, did not attend.\n"
    assert noted(world) == ["did not attend", "did not attend"]


def test_others_are_told_what_they_are_told_of_any(
    command: Command, world: World
) -> None:
    booked = command("book", *CHILD, "--json").json["booking"]
    asked = ("outcome", booked, "--was", "attended")

    colleague = command(*asked, login="practitioner.05", now=EVENING)
    coordinator = command(*asked, login="coordinator.01", now=EVENING)
    early = command(*asked)

    assert (colleague.code, coordinator.code, early.code) == (1, 1, 2)
    assert "no booking of yours" in colleague.err
    assert "worker or a manager" in coordinator.err
    assert "not begun" in early.err
    assert noted(world) == [""]
