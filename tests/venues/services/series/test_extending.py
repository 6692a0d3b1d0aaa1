"""A series goes on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import OAK, WILLOW, World
from venues.database.models import (
    Attendance,
    Booking,
    Case,
    CaseVenue,
    RefusalCode,
    Series,
)
from venues.domain.recurrence import Every, Repeat
from venues.errors import WrongInput
from venues.services import attempts
from venues.services.series import ending, extending, opened, taking_back
from venues.services.series.booking import DatesRefused
from venues.services.series.change import Way
from venues.services.series.changing import Changed
from venues.services.series.extending import More
from venues.services.series.opened import Scope

NEXT = [THURSDAYS[-1] + timedelta(weeks=week) for week in (1, 2, 3)]


def extend(world: World, booking_id: int, **more: object) -> Changed:
    world.database.actor = world.practitioner.staff_id
    wanted = More(**more)  # type: ignore[arg-type]
    return attempts.change_series(
        world.database,
        world.practitioner,
        WILLOW,
        lambda session: extending.extend(
            session, booking_id, wanted, world.practitioner, now=world.now
        ),
    )


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"times": 2}, "Every week on Thursday, 6 times"),
        ({"until": NEXT[1]}, "Every week on Thursday until 31 December 2026"),
    ],
)
def test_it_goes_on_as_before(
    world: World, more: dict[str, object], words: str
) -> None:
    first, *_ = changes.ids(world)

    done = extend(world, first, **more)

    assert changes.places(world) == [
        (day, "15:00", WILLOW) for day in (*THURSDAYS, *NEXT[:2])
    ]
    assert changes.series(world) == [(words, None, [*THURSDAYS, *NEXT[:2]])]
    assert done.words == words
    with world.database.read() as session:
        cases = session.scalars(select(Attendance.case_id)).all()
    assert set(cases) == {1}
    assert len(cases) == 6


def test_it_goes_on_as_it_is_since_a_change(world: World) -> None:
    first, *_ = changes.ids(world)
    changes.change(world, first, Scope.ALL, starts=time(16), room_ids=(OAK,))

    extend(world, first, times=1)

    assert changes.places(world)[-1] == (NEXT[0], "16:00", OAK)


def test_a_holiday_is_left_out_and_remembered(world: World) -> None:
    repeat = Repeat(every=Every.WEEK, times=4, skip_holidays=True)
    made = scene.book(world, repeat)
    scene.close(world, NEXT[0])

    extend(world, made.booked[0].id, times=1)

    assert changes.places(world)[-1][0] == NEXT[1]
    assert changes.stored(world, made.id)[-2:] == [
        (NEXT[0], "left out"),
        (NEXT[1], "booked"),
    ]


def test_a_date_that_does_not_fit_keeps_it_as_long_as_it_is(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, NEXT[1])

    with pytest.raises(DatesRefused, match="1 date of 3 cannot be booked"):
        extend(world, first, times=3)

    assert len(changes.places(world)) == 4


def test_such_a_date_has_ways_out(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, NEXT[0])
    scene.occupy(world, NEXT[1])

    extend(
        world,
        first,
        times=3,
        otherwise=(Way.OTHER_ROOM,),
        ways={NEXT[1]: Way.LEAVE_OUT},
    )

    assert changes.stored(world, 1)[-3:] == [
        (NEXT[0], "other room"),
        (NEXT[1], "left out"),
        (NEXT[2], "booked"),
    ]


def test_one_ended_early_can_go_on_after_all(world: World) -> None:
    first, *_ = changes.ids(world)
    with world.database.write() as session:
        ending.end(
            session,
            1,
            world.practitioner,
            last=THURSDAYS[1],
            reason="Over",
            now=world.now,
        )

    extend(world, first, until=THURSDAYS[2])

    assert [day for day, *_ in changes.places(world)] == THURSDAYS[:3]


def test_it_is_taken_back(world: World) -> None:
    first, *_ = changes.ids(world)
    done = extend(world, first, times=2)

    with world.database.write() as session:
        taking_back.take_back(session, done.before, world.practitioner, now=world.now)

    assert [day for day, *_ in changes.places(world)] == THURSDAYS
    assert changes.series(world) == [
        ("Every week on Thursday, 4 times", None, THURSDAYS)
    ]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "until which date"),
        ({"times": 1, "until": NEXT[0]}, "until which date"),
        ({"until": THURSDAYS[1]}, "no further date"),
        ({"until": date(2030, 1, 1)}, "two years"),
    ],
)
def test_it_has_to_go_further(
    world: World, more: dict[str, object], sentence: str
) -> None:
    first, *_ = changes.ids(world)

    with pytest.raises(WrongInput, match=sentence):
        extend(world, first, **more)


def test_dates_chosen_by_hand_have_no_rule(world: World) -> None:
    made = scene.book(world, Repeat(every=Every.PICKED, picked=tuple(THURSDAYS)))

    with pytest.raises(WrongInput, match="one by one"):
        extend(world, made.booked[0].id, times=1)


def test_a_date_refused_for_a_person_gets_a_code_and_keeps_no_reason(
    world: World,
) -> None:
    first, *_ = changes.ids(world)
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=NEXT[0]))

    with pytest.raises(DatesRefused) as caught:
        extend(world, first, times=1)
    extend(world, first, times=1, otherwise=(Way.OTHER_TIME, Way.LEAVE_OUT))

    with world.database.read() as session:
        codes = session.scalars(select(RefusalCode.code)).all()
    assert codes == [caught.value.code]
    assert scene.stored(world)[-1] == (NEXT[0], "left out", "", True)


def test_one_whose_first_date_was_a_reference_removed_goes_on(world: World) -> None:
    first, *_ = changes.ids(world)
    with world.database.write() as session:
        session.get_one(Case, 1).reference = None

    extend(world, first, times=1)

    assert len(changes.places(world)) == 5


def test_an_older_series_without_details_is_known_by_its_dates(world: World) -> None:
    first, *_ = changes.ids(world)
    with world.database.write() as session:
        session.get_one(Series, 1).rule = "Every Thursday"

    with world.database.read() as session:
        here = opened.of_booking(session, first, world.practitioner, now=world.now)

    assert here.repeat == Repeat(every=Every.PICKED, picked=tuple(THURSDAYS))
    assert (here.usual.starts, here.usual.room_ids) == (time(15), (WILLOW,))
    assert datetime.combine(here.first, here.usual.starts).hour == 15
    with world.database.read() as session:
        assert session.scalars(select(Booking.id)).first() == first
