"""Ending a series early."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select

from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import TODAY, World
from venues.database.models import Booking, Series
from venues.domain.people import Viewer
from venues.domain.recurrence import Every, Repeat
from venues.errors import NotFound, WrongInput
from venues.services.series import ending, taking_back
from venues.services.series.ending import Ended


def end(
    world: World,
    number: int,
    viewer: Viewer | None = None,
    now: datetime | None = None,
    reason: str = "No longer needed",
) -> Ended:
    with world.database.write() as session:
        return ending.end(
            session,
            number,
            viewer or world.practitioner,
            last=THURSDAYS[1],
            reason=reason,
            now=now or world.now,
        )


def states(world: World) -> list[str]:
    with world.database.read() as session:
        rows = select(Booking.status).order_by(Booking.starts)
        return list(session.scalars(rows))


def test_what_comes_after_the_last_day_is_cancelled_and_frees_its_room(
    world: World,
) -> None:
    made = scene.book(world)

    done = end(world, made.id)

    assert [each.reference for each in done.cancelled] == [
        each.reference for each in made.booked[2:]
    ]
    assert states(world) == ["confirmed"] * 2 + ["cancelled"] * 2
    assert scene.counts(world) == (4, 2)


def test_what_is_past_stays(world: World) -> None:
    made = scene.book(world)
    later = datetime.combine(THURSDAYS[2], datetime.max.time())

    end(world, made.id, now=later)

    assert states(world) == ["confirmed"] * 3 + ["cancelled"]


def test_nothing_left_to_cancel_is_said(world: World) -> None:
    made = scene.book(world)
    end(world, made.id)

    with pytest.raises(WrongInput, match="Nothing of it is booked"):
        end(world, made.id)


def test_a_reason_is_wanted_and_nothing_happens_without(world: World) -> None:
    made = scene.book(world)

    with pytest.raises(WrongInput, match="Say why"):
        end(world, made.id, reason=" ")

    assert states(world) == ["confirmed"] * 4


def test_a_colleagues_series_is_not_theirs_to_end(world: World) -> None:
    made = scene.book(world)

    with pytest.raises(NotFound):
        end(world, made.id, world.colleague)


def test_the_rule_says_where_it_ends(world: World) -> None:
    made = scene.book(world)

    end(world, made.id)

    assert changes.series(world)[0][0] == "Every week on Thursday until 3 December 2026"


def test_an_older_rule_is_shortened_too(world: World) -> None:
    made = scene.book(world)
    with world.database.write() as session:
        session.get_one(Series, made.id).rule = "FREQ=WEEKLY;BYDAY=TH;COUNT=4"

    end(world, made.id)

    with world.database.read() as session:
        rule = session.get_one(Series, made.id).rule
    assert rule == "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261203"


def test_dates_chosen_by_hand_are_fewer_then(world: World) -> None:
    picked = Repeat(every=Every.PICKED, picked=tuple(THURSDAYS))
    made = scene.book(world, picked)

    end(world, made.id)

    assert changes.series(world)[0][0] == "On 2 chosen dates"


def test_a_series_that_never_begins_keeps_its_rule(world: World) -> None:
    made = scene.book(world)

    with world.database.write() as session:
        ending.end(
            session,
            made.id,
            world.practitioner,
            last=TODAY,
            reason="Over",
            now=world.now,
        )

    assert changes.series(world)[0][0] == "Every week on Thursday, 4 times"


def test_ending_can_be_taken_back(world: World) -> None:
    made = scene.book(world)
    ended = end(world, made.id)

    with world.database.write() as session:
        taking_back.take_back(session, ended.before, world.practitioner, now=world.now)

    assert states(world) == ["confirmed"] * 4
    assert changes.series(world) == [
        ("Every week on Thursday, 4 times", None, THURSDAYS)
    ]
