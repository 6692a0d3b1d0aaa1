"""Who may know who is out, where and until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime, time, timedelta

import pytest

from tests.venues.services.noon import book
from tests.venues.services.out_scene import (
    FOUR,
    PLACE,
    THREE,
    alerts,
    on_duty,
    plan,
    row,
    seen,
)
from tests.world import STUDY, THURSDAY, World
from venues.database.models import Outing
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import NotFound
from venues.services import booking_changes, outings

DUE = datetime(2026, 11, 26, 16, 15)


def late(minutes: int) -> datetime:
    return DUE + timedelta(minutes=minutes)


def test_the_worker_the_buddy_and_managers_know_and_nobody_else(world: World) -> None:
    plan(world)

    (own,) = seen(world, world.practitioner)
    (buddy,) = seen(world, world.colleague)
    (manager,) = seen(world, world.manager)

    assert (own.mine, own.buddy_of, own.watched) == (True, False, False)
    assert (buddy.mine, buddy.buddy_of, buddy.watched) == (False, True, False)
    assert (manager.mine, manager.buddy_of, manager.watched) == (False, False, True)
    assert {each.place for each in (own, buddy, manager)} == {PLACE}
    for stranger in (world.victim_worker, world.coordinator):
        assert seen(world, stranger) == ()


def test_the_duty_manager_sees_all_whatever_their_role(world: World) -> None:
    plan(world)
    duty = on_duty(world, world.coordinator)

    assert [each.name for each in seen(world, duty)] == ["Practitioner 04"]


def test_whoever_acts_for_a_buddy_knows_too(world: World) -> None:
    plan(world)
    acting = replace(
        world.victim_worker, acts_for=frozenset({world.colleague.staff_id})
    )

    (out,) = seen(world, acting)

    assert out.buddy_of


def test_nothing_of_the_appointment_is_told_but_where_it_is(world: World) -> None:
    booked = book(world, buddy_id=world.colleague.staff_id, check_out=time(16, 30))

    (buddy,) = seen(world, world.colleague)
    (own,) = seen(world, world.practitioner)

    assert (buddy.place, buddy.check_out) == ("Millbrook", late(15))
    assert (buddy.booking_id, own.booking_id) == (None, booked)
    assert "WA-20417" not in repr(buddy)
    assert "SUP" not in repr(buddy)


def test_a_victim_workers_outing_looks_like_a_practitioners(world: World) -> None:
    buddy = world.colleague.staff_id
    book(world, buddy_id=buddy)
    book(
        world,
        world.victim_worker,
        buddy_id=buddy,
        audience=Audience.VICTIM,
        kind="VIC",
        references=("WA-20466",),
        people=2,
        room_ids=(STUDY,),
    )
    who = {"id", "staff_id", "name", "place"}

    one, other = (
        {each.name: getattr(out, each.name) for each in fields(out)}
        for out in seen(world, world.colleague)
    )

    assert {name for name in one if one[name] != other[name]} == who
    assert seen(world, world.coordinator) == ()


def test_a_cancelled_appointment_is_no_outing_until_it_is_brought_back(
    world: World,
) -> None:
    booked = book(world, buddy_id=world.colleague.staff_id)
    with world.database.write() as session:
        booking_changes.cancel(
            session, booked, world.practitioner, reason="Not needed", now=world.now
        )

    assert seen(world, world.colleague) == ()
    assert alerts(world, world.manager, late(60)) == ()


def test_those_of_the_last_days_stay_until_somebody_checks_them_out(
    world: World,
) -> None:
    with world.database.write() as session:
        for back, checked_out in ((1, None), (1, THREE), (4, None)):
            starts = THREE - timedelta(days=back)
            session.add(
                Outing(
                    staff_id=1,
                    place=PLACE,
                    starts=starts,
                    ends=starts + timedelta(hours=1),
                    check_out=starts + timedelta(minutes=75),
                    buddy_id=2,
                    checked_out=checked_out,
                )
            )

    (left,) = seen(world, world.colleague)

    assert left.starts == THREE - timedelta(days=1)
    assert [each.id for each in alerts(world, world.colleague, THREE)] == [left.id]


def test_the_buddy_is_alerted_before_the_managers(world: World) -> None:
    plan(world)
    duty = on_duty(world, world.coordinator)
    viewers = (world.colleague, world.manager, duty, world.practitioner)

    heard = [
        [len(alerts(world, viewer, late(after))) for viewer in viewers]
        for after in (-1, 0, 15)
    ]

    assert heard == [[0, 0, 0, 0], [1, 0, 0, 0], [1, 1, 1, 0]]


def test_one_that_is_not_for_the_viewer_is_as_if_there_were_none(world: World) -> None:
    planned = plan(world)
    said = []
    for outing_id in (planned, 999):
        with (
            world.database.read() as session,
            pytest.raises(NotFound) as trouble,
        ):
            outings.one(session, world.victim_worker, outing_id)
        said.append(str(trouble.value))

    assert said[0] == said[1]


def test_it_takes_one_statement_however_many_are_out(
    world: World, statements: Callable[[], list[str]]
) -> None:
    for hour in range(9, 15):
        starts = datetime.combine(THURSDAY, time(hour))
        plan(world, starts=starts, ends=FOUR)
    statements()

    seen(world, world.manager)

    assert len([each for each in statements() if "FROM outing" in each]) == 1


def test_moving_the_appointment_takes_its_outing_along(world: World) -> None:
    booked = book(world, buddy_id=world.colleague.staff_id)
    (out,) = seen(world, world.colleague)
    with world.database.write() as session:
        outing = session.get_one(Outing, out.id)
        outing.checked_in = outing.rung_at = THREE
    later = datetime(2026, 11, 27, 15)
    with world.database.write() as session:
        booking_changes.change(
            session,
            booked,
            world.request(
                period=Period.lasting(later, 60),
                buddy_id=world.colleague.staff_id,
            ),
            world.practitioner,
            now=world.now,
            version=1,
            case_ids=(1,),
        )

    moved = row(world, out.id)

    assert (moved.starts, moved.checked_in, moved.rung_at) == (later, None, None)
