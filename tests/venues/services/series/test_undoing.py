"""A series is taken back whole, and brought back whole."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import World
from venues.database.models import Booking
from venues.errors import Refused, Stale
from venues.services import booking_changes
from venues.services.series import undoing


def states(world: World) -> set[str]:
    with world.database.read() as session:
        of_series = select(Booking.status).where(Booking.series_id.is_not(None))
        return set(session.scalars(of_series))


def test_all_dates_go_and_come_back(world: World) -> None:
    made = scene.book(world)
    given = {"viewer": world.practitioner, "now": world.now}

    with world.database.write() as session:
        gone = undoing.cancel(session, made.booked, **given)
    assert (states(world), scene.counts(world)) == ({"cancelled"}, (4, 0))
    with world.database.write() as session:
        undoing.restore(session, gone, **given)

    assert (states(world), scene.counts(world)) == ({"confirmed"}, (4, 4))


def test_none_goes_when_somebody_changed_one_since(world: World) -> None:
    made = scene.book(world)
    given = {"viewer": world.practitioner, "now": world.now}
    with world.database.write() as session:
        booking_changes.move(session, made.booked[2].id, room_ids=(2,), **given)

    with pytest.raises(Stale), world.database.write() as session:
        undoing.cancel(session, made.booked, **given)

    assert states(world) == {"confirmed"}


def test_none_comes_back_when_one_does_not_fit_any_more(world: World) -> None:
    made = scene.book(world)
    given = {"viewer": world.practitioner, "now": world.now}
    with world.database.write() as session:
        gone = undoing.cancel(session, made.booked, **given)
    scene.occupy(world, THURSDAYS[3])

    with pytest.raises(Refused), world.database.write() as session:
        undoing.restore(session, gone, **given)

    assert states(world) == {"cancelled"}
