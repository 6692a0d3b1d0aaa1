"""Standing agreements, and the hired time that nobody uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest

from tests.venues import hired
from tests.venues.hired import RAILSIDE
from tests.world import HALL_A, HALL_B, OAK, World
from venues.database.models import Closure
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import block_hires
from venues.services.block_hires import BlockDraft, Unused

DRAFT = BlockDraft(
    venue_id=RAILSIDE,
    room_id=HALL_A,
    weekday=3,
    opens=time(14),
    closes=time(18),
    since=date(2026, 1, 1),
    terms=" Billed  each quarter. ",
)


def save(world: World, draft: BlockDraft = DRAFT, **more: Any) -> BlockDraft:
    viewer = more.pop("viewer", world.coordinator)
    with world.database.write() as session:
        return block_hires.save(session, draft, viewer, **more)


def kept(world: World) -> tuple[BlockDraft, ...]:
    with world.database.read() as session:
        return block_hires.of_venue(session, RAILSIDE)


def unused(world: World, weeks: int = 1) -> list[tuple[str, datetime, datetime]]:
    with world.database.read() as session:
        found = block_hires.unused(session, world.now, weeks=weeks)
    return [(each.room, each.starts, each.ends) for each in found]


def at(hour: int, minute: int = 0, day: int = 26) -> datetime:
    return datetime(2026, 11, day, hour, minute)


def test_it_is_kept_and_read_back(world: World) -> None:
    saved = save(world)

    assert kept(world) == (replace(DRAFT, terms="Billed each quarter."),)
    assert saved.id == kept(world)[0].id


def test_it_is_changed_and_let_go(world: World) -> None:
    saved = save(world)
    changed = save(world, replace(saved, closes=time(19)), opened=saved)

    with world.database.write() as session:
        block_hires.remove(session, changed, world.coordinator)

    assert changed.closes == time(19)
    assert kept(world) == ()
    with pytest.raises(NotFound), world.database.write() as session:
        block_hires.remove(session, changed, world.coordinator)


def test_somebody_elses_change_is_not_written_over(world: World) -> None:
    saved = save(world)
    save(world, replace(saved, closes=time(19)), opened=saved)

    with pytest.raises(Stale):
        save(world, replace(saved, closes=time(20)), opened=saved)


def test_a_practitioner_keeps_no_agreements(world: World) -> None:
    with pytest.raises(NotAllowed):
        save(world, viewer=world.practitioner)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"closes": time(14)}, "closes"),
        ({"until": date(2025, 12, 31)}, "until"),
        ({"terms": "x" * 401}, "terms"),
        ({"terms": "Ask Mrs Example"}, "terms"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    world: World, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        save(world, replace(DRAFT, **changed))

    assert wrong.value.field == field


@pytest.mark.parametrize("room_id", [OAK, 99])
def test_the_room_is_one_of_the_venue(world: World, room_id: int) -> None:
    with pytest.raises(NotFound):
        save(world, replace(DRAFT, room_id=room_id))


def test_without_an_agreement_nothing_lies_unused(world: World) -> None:
    assert unused(world) == []


def test_what_no_booking_uses_is_listed_by_its_gaps(world: World) -> None:
    hired.hired(world)
    save(world)
    hired.book(world, hour=15)
    hired.book(world, hour=17, room_ids=(HALL_B,), references=())

    assert unused(world, weeks=2) == [
        ("Hall A", at(14), at(15)),
        ("Hall A", at(16), at(18)),
        ("Hall A", datetime(2026, 12, 3, 14), datetime(2026, 12, 3, 18)),
    ]


def test_a_whole_venue_is_unused_while_none_of_its_rooms_is_held(world: World) -> None:
    hired.hired(world)
    save(world, replace(DRAFT, room_id=None))
    hired.book(world, hour=17, room_ids=(HALL_B,))

    assert unused(world) == [("", at(14), at(17))]


def test_hours_that_are_not_ours_and_short_gaps_are_no_use(world: World) -> None:
    hired.hired(world)
    save(world, replace(DRAFT, opens=time(14, 45), closes=time(22)))
    hired.book(world, hour=15)
    with world.database.write() as session:
        session.add(
            Closure(venue_id=RAILSIDE, starts=at(17), ends=at(18), reason="repairs")
        )

    assert unused(world) == [("Hall A", at(16), at(17)), ("Hall A", at(18), at(20))]


def test_today_only_what_is_left_of_it(world: World) -> None:
    save(world, replace(DRAFT, weekday=0, opens=time(9), closes=time(12)))

    with world.database.read() as session:
        (found,) = block_hires.unused(session, at(10, day=23), weeks=1)

    assert found == Unused(
        found.venue, "Hall A", at(10, day=23), at(12, day=23), "Billed each quarter."
    )


def test_time_before_it_is_ours_is_no_use(world: World) -> None:
    hired.hired(world)
    save(world, replace(DRAFT, opens=time(6), closes=time(8)))

    assert unused(world) == []
