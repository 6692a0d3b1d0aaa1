"""An unmet need: recorded without a case, changed and taken back by who made it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.venues import assessed
from tests.world import (
    HALL,
    HALL_A,
    HALL_B,
    NOW,
    OAK,
    STUDY,
    THURSDAY,
    TODAY,
    WILLOW,
    World,
)
from venues.database.models import UnmetNeed
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.unmet import Instead, Missing
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services import finding
from venues.services.evidence import needs
from venues.services.evidence.needs import Need
from venues.services.finding import Found, Wish

NEED = Need(
    week=date(2026, 11, 23),
    set="CH",
    band="14-16",
    authority_id=1,
    district="WA2",
    needs=("step-free",),
    people=3,
    missing=(Missing.CRITERION, Missing.FULL),
    criteria=("A2",),
)


def wish(world: World, **changed: Any) -> Wish:
    asked = world.request()
    usual = Wish(
        audience=asked.audience,
        kind=asked.kind,
        period=asked.period,
        people=asked.people,
        references=asked.references,
        worker_ids=asked.worker_ids,
        district="WA2",
    )
    return replace(usual, **changed)


def found(world: World, **changed: Any) -> Found:
    with world.database.read() as session:
        return finding.rooms(
            session, wish(world, **changed), world.practitioner, today=NOW
        )


def proposed(world: World, **changed: Any) -> Need:
    search = found(world, **changed)
    with world.database.read() as session:
        return needs.of_search(session, search, world.practitioner)


def recorded(world: World, need: Need = NEED, who: Viewer | None = None) -> Need:
    with world.database.write() as session:
        return needs.save(session, need, who or world.practitioner)


def own(world: World, who: Viewer | None = None) -> tuple[Need, ...]:
    with world.database.read() as session:
        return needs.mine(session, who or world.practitioner)


def test_it_is_recorded_and_read_again(world: World) -> None:
    stored = recorded(world)

    assert own(world) == (NEED,)
    assert stored.id is not None
    assert own(world, world.colleague) == ()


def test_neither_case_nor_person_nor_day_is_kept(world: World) -> None:
    recorded(world, replace(proposed(world), missing=(Missing.FULL,)))

    with world.database.read() as session:
        row = session.execute(select(UnmetNeed.__table__)).mappings().one()
    assert "20417" not in str(dict(row))
    assert str(THURSDAY) not in str(dict(row))
    assert row["week"] == date(2026, 11, 23)


def test_where_rooms_fit_no_reason_is_proposed(world: World) -> None:
    need = proposed(world)

    assert (need.missing, need.criteria) == ((), ())
    assert (need.set, need.band, need.people) == ("CH", "14-16", 3)


def test_what_kept_the_rooms_out_is_proposed(world: World) -> None:
    assert proposed(world, people=50).missing == (Missing.SEATS,)


def test_a_criterion_that_is_met_nowhere_is_named(world: World) -> None:
    rooms = {WILLOW: 1, OAK: 1, STUDY: 2, HALL: 3, HALL_A: 3, HALL_B: 3}
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, rooms, TODAY, C1="1")

    need = proposed(world)

    assert (need.missing, need.criteria) == ((Missing.CRITERION,), ("C1",))


def test_the_authority_asked_for_comes_before_the_viewers_own(world: World) -> None:
    assert proposed(world, authority_ids=frozenset({2})).authority_id == 2
    both = proposed(world, authority_ids=frozenset({1, 2}))
    assert both.authority_id == world.practitioner.authority_id


def test_an_unknown_kind_is_no_need(world: World) -> None:
    with world.database.read() as session, pytest.raises(WrongInput) as wrong:
        needs.of_wish(session, wish(world, kind="XXX"), world.practitioner)
    assert wrong.value.field == "kind"


def test_who_made_it_changes_it(world: World) -> None:
    stored = recorded(world)
    with world.database.write() as session:
        needs.save(
            session,
            replace(stored, instead=Instead.HOME, missing=(Missing.DISTANCE,)),
            world.practitioner,
            opened=stored,
        )

    (now,) = own(world)
    assert (now.instead, now.missing) == (Instead.HOME, (Missing.DISTANCE,))


def test_a_colleague_does_not_change_it_and_a_manager_does(world: World) -> None:
    stored = recorded(world)

    with world.database.write() as session, pytest.raises(NotAllowed):
        needs.save(session, NEED, world.colleague, opened=stored)
    with world.database.write() as session:
        needs.withdraw(session, stored, world.manager, TODAY)
    assert own(world) == ()


def test_it_is_withdrawn_and_put_back(world: World) -> None:
    stored = recorded(world)
    with world.database.write() as session:
        gone = needs.withdraw(session, stored, world.practitioner, TODAY)
    assert own(world) == ()

    with world.database.write() as session:
        needs.put_back(session, gone, world.practitioner)
    assert own(world) == (NEED,)


def test_what_was_changed_meanwhile_is_refused(world: World) -> None:
    stored = recorded(world)
    with world.database.write() as session:
        needs.withdraw(session, stored, world.practitioner, TODAY)

    with world.database.write() as session, pytest.raises(Stale):
        needs.save(session, NEED, world.practitioner, opened=stored)
    with world.database.write() as session, pytest.raises(Stale):
        needs.put_back(session, stored, world.practitioner)


def test_one_that_is_not_there_is_said(world: World) -> None:
    with world.database.write() as session, pytest.raises(NotFound):
        needs.withdraw(session, replace(NEED, id=99), world.practitioner, TODAY)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"set": "XX"}, "set"),
        ({"band": "night"}, "band"),
        ({"week": date(2026, 11, 24)}, "week"),
        ({"authority_id": None}, "authority_id"),
        ({"authority_id": 99}, "authority_id"),
        ({"people": 0}, "people"),
        ({"people": 501}, "people"),
        ({"missing": ()}, "missing"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    world: World, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        recorded(world, replace(NEED, **changed))

    assert wrong.value.field == field
    assert own(world) == ()


def test_a_board_reader_records_nothing(world: World) -> None:
    with pytest.raises(NotAllowed):
        recorded(world, who=world.board)


def test_words_of_another_program_are_no_trouble(world: World) -> None:
    recorded(world)
    with world.database.write() as session:
        session.execute(
            update(UnmetNeed).values(instead="Met elsewhere", reasons=["?"])
        )

    (need,) = own(world)
    assert (need.instead, need.missing) == (Instead.UNDECIDED, ())


def test_a_period_in_the_evening_is_the_last_band(world: World) -> None:
    late = Period.lasting(NOW.replace(hour=19), 60)

    assert proposed(world, period=late).band == "18-20"
