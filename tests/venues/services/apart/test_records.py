"""What is known of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.apart.apart_scene import CHILD, FIRST, TODAY, day
from venues.database.models import History
from venues.errors import Clash, NotAllowed, NotFound, Stale, WrongInput
from venues.services import cases
from venues.services.apart import records
from venues.services.apart.drafts import CanAttend, OnList, Record
from venues.services.cases import Standing

AFTER_SCHOOL = CanAttend(0, time(15, 15), time(19), True, day(100))  # noqa: FBT003 - court condition
NEW = Record(
    reference="wa 20999",
    kind="victim",
    authority_id=1,
    sector="wa2 9aa",
    needs=("step-free", "step-free"),
    two_workers=True,
    in_education=False,
    ends_on=day(300),
    hours=(CanAttend(3, time(9), time(12)), AFTER_SCHOOL),
    lists=(OnList(3, TODAY, day(60)),),
)


def save(
    world: Any, draft: Record, viewer: Any = None, opened: Record | None = None
) -> Record:
    with world.database.write() as session:
        return records.save(
            session, draft, viewer or world.coordinator, today=TODAY, opened=opened
        )


def read(world: Any, case_id: int = CHILD, viewer: Any = None) -> Record:
    with world.database.read() as session:
        return records.read(session, case_id, viewer or world.coordinator)


def test_a_case_is_added_with_all_that_is_known_of_it(world: Any) -> None:
    made = save(world, NEW)

    assert made == replace(
        NEW,
        id=made.id,
        reference="WA-20999",
        sector="WA2 9",
        needs=("step-free",),
        hours=(AFTER_SCHOOL, CanAttend(3, time(9), time(12))),
    )
    assert read(world, made.id or 0) == made


def test_a_case_on_a_list_can_be_used_by_whose_list_it_is(world: Any) -> None:
    save(world, NEW)

    with world.database.read() as session:
        theirs = cases.look_up(session, "WA-20999", world.victim_worker, TODAY)
        others = cases.look_up(session, "WA-20999", world.practitioner, TODAY)

    assert theirs.standing is Standing.NEW
    assert others.standing is Standing.NOT_MINE


def test_hours_and_lists_are_changed_row_by_row(world: Any) -> None:
    opened = save(world, NEW)
    wanted = replace(
        opened,
        hours=(AFTER_SCHOOL, CanAttend(4, time(9), time(12))),
        lists=(OnList(3, TODAY, day(9)), OnList(1, day(10))),
    )

    changed = save(world, wanted, opened=opened)
    cleared = save(world, replace(changed, hours=(), lists=()), opened=changed)

    assert changed == wanted
    assert (cleared.hours, cleared.lists) == ((), ())


def test_a_hold_says_who_asked_for_it_and_until_when(world: Any) -> None:
    opened = read(world)

    held = save(
        world, replace(opened, on_hold=True, hold_until=day(500)), opened=opened
    )
    freed = save(world, replace(held, on_hold=False), opened=held)

    assert (held.on_hold, held.hold_until, held.held_by) == (
        True,
        day(500),
        "coordinator.01",
    )
    assert (freed.on_hold, freed.hold_until, freed.held_by) == (False, None, "")


def test_a_case_somebody_else_changed_is_not_written_over(world: Any) -> None:
    opened = read(world)
    save(world, replace(opened, two_workers=True), opened=opened)

    with pytest.raises(Stale):
        save(world, replace(opened, sector="WA1 1"), opened=opened)


def withdraw(world: Any, added: Record) -> None:
    with world.database.write() as session:
        records.withdraw(session, added, world.coordinator)


def test_a_case_just_added_is_taken_back_whole(world: Any) -> None:
    made = save(world, NEW)

    withdraw(world, made)

    with pytest.raises(NotFound):
        read(world, made.id or 0)


def test_a_case_that_is_in_a_link_by_now_is_not_taken_back(world: Any) -> None:
    made = save(world, NEW)
    scene.link(world, second_id=made.id)

    with pytest.raises(Clash):
        withdraw(world, made)

    assert read(world, made.id or 0) == made


def test_confirming_says_when_and_whose_word_it_is(world: Any) -> None:
    made = save(world, NEW)

    with world.database.write() as session:
        before, after = records.confirm(
            session, made.id or 0, world.coordinator, role="victim_worker", today=TODAY
        )

    assert before == made
    assert after == replace(
        made, confirmed=True, confirmed_on=TODAY, confirmed_by_role="victim_worker"
    )


def test_a_manager_puts_a_reference_right_and_it_is_written_down(world: Any) -> None:
    with world.database.write() as session:
        renamed = records.rename(session, FIRST, "WA-20471", world.manager, today=TODAY)

    assert (renamed.id, renamed.reference) == (CHILD, "WA-20471")
    assert scene.looks(world) == [(world.manager.staff_id, "rename", CHILD)]


def test_history_holds_no_reference(world: Any) -> None:
    with world.database.write() as session:
        records.rename(session, FIRST, "WA-20471", world.manager, today=TODAY)
    save(world, NEW)

    with world.database.read() as session:
        written = str(session.scalars(select(History.changes)).all())

    assert "20471" not in written
    assert "20999" not in written
    assert "step-free" in written


def test_a_coordinator_does_not_rename(world: Any) -> None:
    opened = read(world)

    with pytest.raises(NotAllowed, match="Only a manager"):
        save(world, replace(opened, reference="WA-20471"), opened=opened)
    with world.database.write() as session, pytest.raises(NotAllowed):
        records.rename(session, FIRST, "WA-1", world.coordinator, today=TODAY)


def test_a_reference_that_has_a_case_is_not_renamed_to(world: Any) -> None:
    with (
        world.database.write() as session,
        pytest.raises(WrongInput, match="Merge the two"),
    ):
        records.rename(session, FIRST, scene.SECOND, world.manager, today=TODAY)


def test_others_neither_read_nor_write_it(world: Any) -> None:
    with pytest.raises(NotAllowed):
        read(world, viewer=world.practitioner)
    with pytest.raises(NotAllowed):
        save(world, NEW, world.practitioner)
    with world.database.write() as session, pytest.raises(NotAllowed):
        records.confirm(session, 1, world.board, role="manager", today=date.min)


def test_a_case_that_is_not_there_is_said_so(world: Any) -> None:
    with pytest.raises(NotFound):
        save(world, NEW, opened=Record())
