"""``review list``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.world import World
from venues.database.audit import stamp
from venues.database.models import Booking, Review

Command = Callable[..., Any]
CHILD = (
    *("book", "--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "child", "--case", "WA-20417", "--people", "3", "--room", "1"),
)


def raise_(world: World, *, for_a_person: bool = False) -> None:
    """Put the one booking there is on the list."""
    with world.database.write() as session:
        booking = session.query(Booking).one()
        session.add(
            Review(
                booking_id=booking.id,
                cause="closure",
                words="The room is closed then.",
                for_a_person=for_a_person,
                raised_at=stamp(),
            )
        )


def test_nothing_waits(command: Command) -> None:
    assert command("review", "list").out == "Nothing needs review.\n"


def test_what_waits_is_said_with_what_changed(command: Command, world: World) -> None:
    reference = command(*CHILD, "--json").json["booking"]
    raise_(world)

    line = command("review", "list").out
    facts = command("review", "list", "--json", login="manager.01").json

    assert line == (
        f"{reference}  Thursday 26 November 2026, 3pm to 4pm, Willow Room, Millbrook: "
        "The room is closed then.\n"
    )
    assert facts["reviews"][0]["words"] == "The room is closed then."


def test_what_is_about_a_person_is_not_told_to_its_worker(
    command: Command, world: World
) -> None:
    command(*CHILD)
    raise_(world, for_a_person=True)

    worker = command("review", "list").out
    keeper = command("review", "list", login="coordinator.01").out

    assert worker == "Nothing needs review.\n"
    assert "About a person. Open the reason" in keeper
    assert "WA-20417" not in keeper
