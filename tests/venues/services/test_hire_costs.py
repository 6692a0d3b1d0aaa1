"""What cancelling costs."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.venues import hired
from tests.world import HALL_B, WILLOW, World
from venues.database.models import Venue
from venues.errors import NotFound
from venues.services import hire_costs
from venues.services.hire_costs import Costs


def costs(world: World, *ids: int, now: datetime | None = None) -> Costs:
    with world.database.read() as session:
        return hire_costs.cancelling(
            session, ids, world.practitioner, now=now or world.now
        )


def test_inside_the_charge_period_it_is_said_in_a_sentence(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world)
    hired.say(world, booked, venue_answer="yes")

    found = costs(world, booked, booked)

    assert found == Costs(3600, "Cancelling now costs £36.")


def test_early_enough_costs_nothing(world: World) -> None:
    hired.hired(world, charge_days=3)
    booked = hired.book(world)
    hired.say(world, booked, venue_answer="yes")

    assert costs(world, booked) == Costs()


def test_several_venues_are_named(world: World) -> None:
    hired.hired(world)
    with world.database.write() as session:
        mill = session.get_one(Venue, 1)
        mill.rate, mill.charge_days = 1000, 7
    there = hired.book(world, room_ids=(HALL_B,))
    hired.say(world, there, venue_answer="yes")
    here = hired.book(world, room_ids=(WILLOW,), hour=17)

    assert costs(world, there, here) == Costs(
        4600, "Cancelling now costs £46. (Railside £36, Millbrook £10)"
    )


def test_of_a_booking_that_is_not_theirs_nothing_is_told(world: World) -> None:
    hired.hired(world)
    booked = hired.book(world, viewer=world.colleague, references=("WA-20418",))

    with pytest.raises(NotFound):
        costs(world, booked)
