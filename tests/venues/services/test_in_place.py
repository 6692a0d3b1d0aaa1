"""What stands against a booking already does not hold up a change in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from sqlalchemy import select

from tests import turned
from tests.venues.services.reviews.scene import (
    at,
    book,
    close,
    for_the_victim,
    link,
    read,
    watched,
)
from tests.world import OAK, WILLOW, World
from venues.database.models import Booking, CaseHours, Review, Room
from venues.domain.findings import Finding, Severity
from venues.errors import Refused
from venues.services import booking_changes, booking_edits
from venues.services.booking_edits import Edit

__all__ = ["watched"]


def opened(world: World, id_: int) -> Edit:
    with world.database.read() as session:
        return booking_edits.open_booking(session, id_, world.practitioner)


def findings(world: World, id_: int, **changed: Any) -> tuple[Finding, ...]:
    edit = opened(world, id_)
    with world.database.read() as session:
        return booking_edits.examine(
            session,
            edit,
            replace(edit.request, **changed),
            world.practitioner,
            now=world.now,
        ).findings


def save(world: World, id_: int, **changed: Any) -> None:
    edit = opened(world, id_)
    request = replace(edit.request, **changed)
    booking_edits.save(world.database, edit, request, world.practitioner, now=world.now)


def is_open(world: World) -> list[int]:
    rows = select(Review.booking_id).where(Review.resolved_at.is_(None))
    with world.database.read() as session:
        return list(session.scalars(rows.order_by(Review.booking_id)))


def note_of(world: World, id_: int) -> str:
    with world.database.read() as session:
        return session.get_one(Booking, id_).note


def met(world: World) -> int:
    """A booking that a later link stands against."""
    booking = book(world)
    for_the_victim(world)
    link(world)
    return booking


def test_a_note_is_altered_though_the_room_is_closed_by_now(watched: World) -> None:
    booking = book(watched)
    close(watched)

    save(watched, booking, note="Blinds down")

    assert note_of(watched, booking) == "Blinds down"
    assert is_open(watched) == [booking]
    assert read(watched)[0].words.count("heating repairs") == 1


def test_what_stands_already_is_said_as_a_note(watched: World) -> None:
    booking = book(watched)
    close(watched)

    found = findings(watched, booking, note="Blinds down")

    assert {each.severity for each in found} == {Severity.NOTE}
    assert "R2" in {each.rule for each in found}


def test_of_what_is_about_a_person_nothing_is_said(watched: World) -> None:
    booking = book(watched)
    plain = findings(watched, booking, note="Blinds down")
    for_the_victim(watched)
    link(watched)

    assert findings(watched, booking, note="Blinds down") == plain

    save(watched, booking, note="Blinds down", people=2)

    assert note_of(watched, booking) == "Blinds down"
    assert is_open(watched) == [1, 2]


def test_a_change_costs_as_much_whatever_lies_behind(
    watched: World, statements: Any
) -> None:
    booking = book(watched)
    for_the_victim(watched)
    save(watched, booking, note="Once")
    statements()
    save(watched, booking, note="Twice")
    free = len(statements())
    link(watched)
    statements()

    save(watched, booking, note="Thrice")

    assert len(statements()) == free


@pytest.mark.parametrize(
    "changed",
    [
        {"period": at(16)},
        {"room_ids": (OAK,)},
        {"references": ("WA-20417", "WA-30001")},
    ],
)
def test_anywhere_else_or_for_anybody_else_it_is_asked_as_ever(
    watched: World, changed: dict[str, Any]
) -> None:
    booking = met(watched)

    with pytest.raises(Refused, match="not available for this case at this time"):
        save(watched, booking, **changed)


def test_fewer_people_are_let_in_and_more_are_not(watched: World) -> None:
    booking = book(watched, people=7)
    with watched.database.write() as session:
        session.get_one(Room, WILLOW).seats_circle = 4

    with pytest.raises(Refused, match="8 people, 4 seats"):
        save(watched, booking, people=8)
    save(watched, booking, people=5)
    assert is_open(watched) == [booking]

    save(watched, booking, people=4)
    assert is_open(watched) == []


def test_a_change_in_place_is_taken_back_in_place(watched: World) -> None:
    booking = book(watched, note="As it was")
    close(watched)
    save(watched, booking, note="Otherwise")

    turned.undo(watched.database, watched.practitioner, watched.now)

    assert note_of(watched, booking) == "As it was"


def test_a_colleague_who_is_not_free_is_not_let_in_for_another(watched: World) -> None:
    booking = book(watched)
    book(watched, watched.colleague, room_ids=(OAK,), references=("WA-20418",))

    with pytest.raises(Refused):
        save(watched, booking, worker_ids=(1, 2))


def test_private_words_are_not_let_in_for_others(watched: World) -> None:
    booking = book(watched)
    with watched.database.write() as session:
        session.get_one(Booking, booking).note = "Ring 07700 900123"

    with pytest.raises(Refused, match="Use the case reference only"):
        save(watched, booking, note="Ring 07700 900456")


def test_hours_recorded_later_bring_it_onto_the_list(watched: World) -> None:
    booking = book(watched)
    with watched.database.write() as session:
        session.add(CaseHours(case_id=1, weekday=3, opens=time(9), closes=time(12)))

    assert is_open(watched) == [booking]
    save(watched, booking, note="Blinds down")
    assert is_open(watched) == [booking]


def test_a_move_in_the_schedule_still_settles_it(watched: World) -> None:
    booking = book(watched)
    close(watched)

    with watched.database.write() as session:
        booking_changes.move(
            session, booking, watched.practitioner, now=watched.now, room_ids=(OAK,)
        )

    assert is_open(watched) == []
