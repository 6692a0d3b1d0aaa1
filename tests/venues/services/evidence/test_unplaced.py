"""What a closure leaves without a place, kept as unmet need of its own worker."""

from __future__ import annotations

from datetime import date

from tests.venues.services.evidence.test_needs import own
from tests.venues.services.rehousing.leaving import book
from tests.world import TODAY, World
from venues.domain.findings import Reason
from venues.domain.unmet import Missing
from venues.services.evidence import unplaced
from venues.services.evidence.needs import Need


def recorded(world: World, *reasons: Reason) -> tuple[int, ...]:
    id_ = book(world)
    with world.database.write() as session:
        return unplaced.record(session, [(id_, reasons)])


def test_it_belongs_to_the_worker_and_names_neither_case_nor_day(world: World) -> None:
    recorded(world, Reason.SEATS, Reason.SEATS)

    assert own(world) == (
        Need(
            week=date(2026, 11, 23),
            set="CH",
            band="14-16",
            authority_id=1,
            people=3,
            missing=(Missing.SEATS,),
        ),
    )
    assert own(world, world.coordinator) == ()


def test_without_a_reason_of_its_own_everything_is_in_use(world: World) -> None:
    recorded(world)

    assert own(world)[0].missing == (Missing.FULL,)


def test_it_is_forgotten_and_comes_back_with_what_it_came_from(world: World) -> None:
    ids = recorded(world)

    with world.database.write() as session:
        unplaced.forget(session, ids, TODAY)
    assert own(world) == ()

    with world.database.write() as session:
        unplaced.bring_back(session, ids)
    assert len(own(world)) == 1
