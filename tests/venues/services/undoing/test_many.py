"""Many bookings at once go back as one, to the last row, and forth again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests import turned
from tests.venues.services.rehousing import leaving
from tests.venues.services.rehousing.test_applying import away
from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.venues.services.undoing.whole import differing, everything
from venues.database.models import Booking, Notice
from venues.domain.people import Viewer
from venues.errors import Clash, Refused, Stale
from venues.services import booking_changes, bookings
from venues.services.rehousing import applying
from venues.services.series import ending
from venues.services.series.opened import Scope

WILLOW, OAK = 1, 2


def statuses(world: Any) -> list[str]:
    """How each booking stands, in the order of their numbers."""
    return [row["status"] for row in everything(world.database)["booking"]]


def back_and_forth(world: Any, viewer: Viewer | None = None) -> list[dict[str, Any]]:
    """All that there is after undo, redo and undo."""
    who, found = viewer or world.practitioner, []
    for turn in (turned.undo, turned.redo, turned.undo):
        turn(world.database, who, world.now)
        found.append(everything(world.database))
    return found


def test_a_new_series_is_cancelled_as_one_and_brought_back(world: Any) -> None:
    scene.book(world)
    after = everything(world.database)

    turned.undo(world.database, world.practitioner, world.now)
    assert statuses(world) == ["cancelled"] * 4
    assert everything(world.database)["hold"] == []

    turned.redo(world.database, world.practitioner, world.now)
    assert differing(after, everything(world.database)) == set()


@pytest.mark.parametrize("scope", [Scope.ALL, Scope.LATER])
def test_a_changed_series_goes_back_to_the_last_row(world: Any, scope: Scope) -> None:
    _, second, *_ = changes.ids(world)
    before = everything(world.database)

    changes.change(world, second, scope, room_ids=(OAK,))

    after = everything(world.database)
    assert back_and_forth(world) == [before, after, before]


def test_a_series_that_ends_goes_on_again(world: Any) -> None:
    _, _, third, _ = changes.ids(world)
    here = changes.seen(world, third)
    before = everything(world.database)

    with world.database.write("end of a series") as session:
        ending.end(
            session,
            here.id,
            world.practitioner,
            last=here.chosen.day - timedelta(1),
            reason="Over",
            now=world.now,
        )

    after = everything(world.database)
    assert back_and_forth(world) == [before, after, before]


def test_one_date_that_lost_its_room_keeps_all_of_them(world: Any) -> None:
    scene.book(world)
    ids = [row["id"] for row in everything(world.database)["booking"]]
    with world.database.write("cancelling of 4 bookings") as session:
        for id_ in ids:
            booking_changes.cancel(
                session, id_, world.practitioner, reason="Ill", now=world.now
            )
    scene.occupy(world, THURSDAYS[2])
    before = everything(world.database)

    with pytest.raises((Clash, Refused)):
        turned.undo(world.database, world.practitioner, world.now)

    assert differing(before, everything(world.database)) == set()


def close(world: Any) -> None:
    """Millbrook closes, and its bookings go elsewhere."""
    plan = leaving.made(world)
    world.database.actor = world.coordinator.staff_id
    with world.database.write("closing of Millbrook") as session:
        applying.apply(session, plan, world.coordinator, now=world.now)


def test_a_closing_is_taken_back_with_every_booking(world: Any) -> None:
    leaving.book(world)
    leaving.book(world, room_ids=(OAK,), viewer=world.colleague)
    before = everything(world.database)

    close(world)

    assert before["booking_room"] != everything(world.database)["booking_room"]
    after = everything(world.database)
    assert back_and_forth(world, world.coordinator) == [before, after, before]


def test_a_closing_stays_once_a_booking_went_elsewhere(world: Any) -> None:
    id_ = leaving.book(world)
    close(world)
    with world.database.write() as session:
        booking_changes.move(
            session, id_, world.practitioner, now=world.now, room_ids=(4,)
        )
    before = everything(world.database)

    with pytest.raises(Stale, match="changed since"):
        turned.undo(world.database, world.coordinator, world.now)

    assert differing(before, everything(world.database)) == set()


def test_a_worker_who_read_what_they_are_told_does_not_hold_it_up(world: Any) -> None:
    id_ = leaving.book(world)
    before = leaving.rooms_now(world)
    close(world)
    (told,) = everything(world.database)["notice"]
    with world.database.write() as session:
        session.get_one(Notice, told["id"]).seen_at = told["made_at"]

    turned.undo(world.database, world.coordinator, world.now)

    assert leaving.rooms_now(world) == before
    there, back = everything(world.database)["notice"]
    assert (there["room_id"], there["booking_id"]) == (back["was_room_id"], id_)
    assert (back["room_id"], back["seen_at"]) == (WILLOW, None)


def test_work_that_was_handed_over_comes_back(world: Any) -> None:
    leaving.book(world)
    before = everything(world.database)
    plan = leaving.made(world, away(world))
    world.database.actor = world.coordinator.staff_id

    with world.database.write("handing over of 1 booking") as session:
        applying.apply(session, plan, world.coordinator, now=world.now)

    after = everything(world.database)
    assert back_and_forth(world, world.coordinator) == [before, after, before]


def test_a_room_taken_by_now_is_said_by_its_time(world: Any) -> None:
    id_ = leaving.book(world)
    with world.database.write("cancelling in Willow Room") as session:
        booking_changes.cancel(
            session, id_, world.practitioner, reason="Ill", now=world.now
        )
    with world.database.write() as session:
        wanted = world.request(worker_ids=(2,), references=("WA-20418",))
        bookings.book(session, wanted, world.colleague, now=world.now)

    with pytest.raises(Clash, match="Two bookings would then overlap on Thursday"):
        turned.undo(world.database, world.practitioner, world.now)
    with world.database.read() as session:
        assert session.get_one(Booking, id_).status == "cancelled"
