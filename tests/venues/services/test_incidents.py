"""What happened at a venue, and what it stops."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.world import NOW, STUDY, TODAY, WILLOW
from venues.database.models import Venue
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import incidents
from venues.services.incidents import Recorded

SAID = "The yard gate did not lock."


def record(world: Any, **changed: Any) -> Recorded:
    given = {
        "venue_id": 1,
        "viewer": world.practitioner,
        "words": SAID,
        "happened_on": TODAY,
    } | changed
    with world.database.write() as session:
        return incidents.record(
            session, given.pop("venue_id"), given.pop("viewer"), now=NOW, **given
        )


def of_venue(world: Any) -> tuple[Recorded, ...]:
    with world.database.read() as session:
        return incidents.of_venue(session, 1)


def test_whoever_books_rooms_writes_down_what_happened(world: Any) -> None:
    told = record(world, words=f"  {SAID} ", room_id=WILLOW)

    assert (told.words, told.room_id, told.open) == (SAID, WILLOW, True)
    assert of_venue(world) == (told,)


def test_open_ones_come_first_then_the_newest(world: Any) -> None:
    old = record(world, happened_on=date(2026, 9, 1))
    new = record(world, happened_on=date(2026, 10, 1))
    with world.database.write() as session:
        incidents.close(session, new.id, world.coordinator, now=NOW)

    assert [each.id for each in of_venue(world)] == [old.id, new.id]


@pytest.mark.parametrize(
    ("changed", "field", "begins"),
    [
        ({"words": " "}, "words", "Say what happened"),
        ({"words": "x" * 501}, "words", "Shorten it"),
        ({"words": "Ring 07700 900123"}, "words", "Everybody reads this"),
        ({"happened_on": date(2026, 11, 24)}, "happened_on", "That day is still"),
        ({"happened_on": date(2024, 1, 1)}, "happened_on", "That is more than two"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence(
    world: Any, changed: dict[str, Any], field: str, begins: str
) -> None:
    with pytest.raises(WrongInput, match=begins) as wrong:
        record(world, **changed)

    assert wrong.value.field == field


@pytest.mark.parametrize(
    "place", [{"venue_id": 99}, {"room_id": 99}, {"room_id": STUDY}]
)
def test_the_place_has_to_be_there(world: Any, place: dict[str, int]) -> None:
    with pytest.raises(NotFound):
        record(world, **place)


def test_only_the_keepers_suspend_and_a_board_reader_records_nothing(
    world: Any,
) -> None:
    with pytest.raises(NotAllowed):
        record(world, suspends=True)
    with pytest.raises(NotAllowed, match="board reader"):
        record(world, viewer=world.board)
    assert record(world, viewer=world.coordinator, suspends=True).suspends


def test_closing_is_for_the_keepers_once_and_can_be_taken_back(world: Any) -> None:
    told = record(world)
    with world.database.write() as session:
        with pytest.raises(NotAllowed):
            incidents.close(session, told.id, world.practitioner, now=NOW)
        closed = incidents.close(session, told.id, world.coordinator, now=NOW)
        assert (closed.closed_on, closed.open) == (TODAY, False)
        with pytest.raises(WrongInput, match="closed already"):
            incidents.close(session, told.id, world.coordinator, now=NOW)
        assert incidents.reopen(session, told.id, world.coordinator) == told
        with pytest.raises(NotFound):
            incidents.close(session, 99, world.coordinator, now=NOW)


def test_whoever_recorded_it_takes_it_back_or_a_keeper_does(world: Any) -> None:
    mine, theirs = record(world), record(world)
    with world.database.write() as session:
        with pytest.raises(NotAllowed):
            incidents.withdraw(session, mine, world.colleague)
        incidents.withdraw(session, mine, world.practitioner)
        incidents.withdraw(session, theirs, world.coordinator)

    assert of_venue(world) == ()


def test_a_suspended_venue_is_lifted_once_nothing_suspends_it(world: Any) -> None:
    told = record(world, viewer=world.coordinator, suspends=True)
    with world.database.write() as session:
        incidents.suspend(session, 1, world.coordinator)
        assert session.get(Venue, 1).status == "suspended"
        with pytest.raises(WrongInput, match="Only a venue in use"):
            incidents.suspend(session, 1, world.coordinator)
        with pytest.raises(WrongInput, match="Close the incident first"):
            incidents.lift(session, 1, world.coordinator)
        incidents.close(session, told.id, world.coordinator, now=NOW)
        incidents.lift(session, 1, world.coordinator)
        assert session.get(Venue, 1).status == "active"
        with pytest.raises(WrongInput, match="not suspended"):
            incidents.lift(session, 1, world.coordinator)
        with pytest.raises(NotFound):
            incidents.suspend(session, 99, world.coordinator)
        with pytest.raises(NotAllowed):
            incidents.suspend(session, 1, world.practitioner)
