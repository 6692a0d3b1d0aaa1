"""What was done is offered to whoever did it, for a day, the next first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.venues.services.undoing.scene import (
    MOVE,
    STUDY,
    book,
    do,
    listed,
    move,
    names,
    undo,
)
from tests.venues.services.undoing.whole import differing, everything
from venues.database import journal, past
from venues.database.audit import stamp
from venues.database.models import Done, History
from venues.database.session import Database
from venues.domain.rules import no_go
from venues.errors import Refused, Stale
from venues.services import (
    booking_changes,
)
from venues.services.apart import not_to_use
from venues.services.apart.drafts import NotToUse
from venues.services.undoing import steps
from venues.services.undoing.putting import SINCE


@pytest.mark.signed_in
def test_it_is_there_after_a_restart_and_only_for_whoever_did_it(world: Any) -> None:
    move(world, book(world))
    again = Database.open(world.database.place)

    with again.read() as session:
        mine = steps.read(session, world.practitioner)
        theirs = steps.read(session, world.colleague)
    again.close()

    assert names(mine.undo) == [MOVE]
    assert theirs == steps.Steps()
    with pytest.raises(Stale):
        steps.turn(world.database, mine.undo[0].id, world.colleague, now=world.now)


@pytest.mark.signed_in
def test_steps_come_newest_first_and_a_new_one_cuts_off_those_undone(
    world: Any,
) -> None:
    booked = book(world, "booking of Willow Room")
    move(world, booked)
    assert names(listed(world).undo) == [MOVE, "booking of Willow Room"]

    undo(world)
    undo(world)
    assert names(listed(world).redo) == ["booking of Willow Room", MOVE]

    book(world, "booking of Study", room_ids=(STUDY,), hour=11)
    assert listed(world).redo == ()
    assert names(listed(world).undo) == ["booking of Study"]


@pytest.mark.signed_in
def test_what_nobody_named_has_no_undo(world: Any) -> None:
    book(world)

    assert listed(world) == steps.Steps()


@pytest.mark.signed_in
def test_after_a_day_it_can_be_undone_no_longer(world: Any) -> None:
    move(world, book(world))
    with world.database.write() as session:
        earlier = stamp() - journal.KEPT - timedelta(minutes=1)
        session.execute(update(Done).values(at=earlier))

    assert listed(world) == steps.Steps()
    with world.database.write() as session:
        past.let_go_of_done(session, stamp())
    with world.database.read() as session:
        assert session.scalars(select(Done)).all() == []


def test_something_changed_since_is_left_alone_and_not_offered_again(
    world: Any,
) -> None:
    booked = book(world)
    move(world, booked)
    do(
        world,
        "",
        lambda session: booking_changes.move(
            session, booked.id, world.practitioner, now=world.now, room_ids=(STUDY,)
        ),
    )
    before = everything(world.database)

    with pytest.raises(Stale, match=SINCE):
        undo(world)

    assert differing(before, everything(world.database)) == set()
    assert listed(world) == steps.Steps()


def test_a_person_is_refused_by_the_one_sentence_with_a_code(world: Any) -> None:
    booked = book(world)
    do(
        world,
        "move to Hall",
        lambda session: booking_changes.move(
            session, booked.id, world.practitioner, now=world.now, room_ids=(5,)
        ),
    )
    with world.database.write() as session:
        away = NotToUse(
            case="WA-20417",
            venue_id=1,
            since=world.now.date(),
            review_on=world.now.date() + timedelta(days=60),
        )
        not_to_use.save(session, away, world.manager, today=world.now.date())

    with pytest.raises(Refused) as refused:
        undo(world)

    assert refused.value.code
    assert str(refused.value) == no_go.quoting(refused.value.code)


@pytest.mark.signed_in
def test_an_undo_is_in_history_like_any_other_change(world: Any) -> None:
    booked = book(world)
    move(world, booked)
    undo(world)

    with world.database.read() as session:
        rows = session.scalars(
            select(History).where(
                History.table == "booking", History.row_id == booked.id
            )
        ).all()
    back = ["2026-11-26 16:00", "2026-11-26 15:00"]
    (row,) = [each for each in rows if each.changes.get("starts") == back]
    assert row.staff_id == world.practitioner.staff_id
