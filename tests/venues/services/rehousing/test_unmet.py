"""What had nowhere to go is recorded as unmet need, in nobody's name."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from tests.venues.services.rehousing.leaving import CLOSING, book, made
from tests.world import OAK, TODAY, World
from venues.database.models import Case, Room, UnmetNeed
from venues.services.evidence import needs
from venues.services.rehousing import unmet
from venues.services.rehousing.values import Away, Plan


@pytest.fixture
def plan(world: World) -> Plan:
    """Nobody else has seats enough."""
    book(world, people=6, needs=())
    with world.database.write() as session:
        session.execute(update(Room).where(Room.venue_id != 1).values(seats_circle=3))
    return made(world)


def counted(world: World) -> list[int]:
    with world.database.read() as session:
        asked = select(UnmetNeed.id).where(UnmetNeed.withdrawn_on.is_(None))
        return list(session.scalars(asked))


def test_a_need_keeps_the_week_and_what_was_missing(world: World, plan: Plan) -> None:
    with world.database.write() as session:
        (id_,) = unmet.record(session, plan, unmet.offered(plan), world.coordinator)

    with world.database.read() as session:
        row = session.get_one(UnmetNeed, id_)
        assert (row.week, row.band, row.people) == (world.now.date(), "14-16", 6)
        assert row.reasons == ["seats"]
        assert row.authority_id == 1
        assert needs.mine(session, world.coordinator) == ()


def test_nothing_is_recorded_of_what_has_somewhere_to_go(world: World) -> None:
    id_ = book(world)
    plan = made(world)

    with world.database.write() as session:
        assert unmet.offered(plan) == ()
        assert unmet.record(session, plan, [id_], world.coordinator) == ()


def test_a_need_has_a_reason_also_where_no_place_is_to_blame(world: World) -> None:
    book(world, references=("WA-20417",))
    with world.database.write() as session:
        session.execute(update(Case).values(two_workers=True))
    plan = made(world, viewer=world.manager)

    with world.database.write() as session:
        (id_,) = unmet.record(session, plan, unmet.offered(plan), world.manager)
        assert session.get_one(UnmetNeed, id_).reasons == ["full"]


def test_it_can_be_taken_back(world: World, plan: Plan) -> None:
    with world.database.write() as session:
        ids = unmet.record(session, plan, unmet.offered(plan), world.coordinator)
    with world.database.write() as session:
        unmet.withdraw(session, (*ids, 99), TODAY)
    assert counted(world) == []

    with world.database.write() as session:
        unmet.bring_back(session, ids)
    assert counted(world) == list(ids)


def test_no_room_is_missing_where_a_worker_is_away(world: World) -> None:
    book(world)
    book(world, room_ids=(OAK,), viewer=world.colleague)
    away = Away(
        staff_id=world.practitioner.staff_id, starts=CLOSING.starts, ends=CLOSING.ends
    )

    assert unmet.offered(made(world, away)) == ()
