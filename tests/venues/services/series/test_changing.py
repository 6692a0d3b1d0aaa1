"""A change goes to the dates of its scope: all of them, or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select, update

from tests.venues.services.series import changes, scene
from tests.venues.services.series.changes import Place, fates
from tests.venues.services.series.scene import THURSDAYS
from tests.world import OAK, WILLOW, World
from venues.database.models import Attendance, Booking
from venues.domain.recurrence import Every, Repeat
from venues.errors import WrongInput
from venues.services import booking_changes, bookings
from venues.services.series.booking import DatesRefused
from venues.services.series.change import Fate, Way
from venues.services.series.opened import Scope

THREE, FOUR = "15:00", "16:00"
LATER = {"starts": time(16)}


def at(*days: date, hour: str = THREE, room: int = WILLOW) -> list[Place]:
    return [(day, hour, room) for day in days]


def test_one_date_goes_by_itself(world: World) -> None:
    _, second, *_ = changes.ids(world)

    changes.change(world, second, Scope.THIS, **LATER)

    first, moved, *rest = THURSDAYS
    assert changes.places(world) == [
        *at(first),
        *at(moved, hour=FOUR),
        *at(*rest),
    ]
    assert len(changes.series(world)) == 1


def test_this_and_later_make_a_series_that_remembers_its_parent(world: World) -> None:
    _, _, third, _ = changes.ids(world)

    done = changes.change(world, third, Scope.LATER, **LATER)

    assert changes.places(world) == [
        *at(*THURSDAYS[:2]),
        *at(*THURSDAYS[2:], hour=FOUR),
    ]
    assert changes.series(world) == [
        ("Every week on Thursday until 3 December 2026", None, THURSDAYS[:2]),
        ("Every week on Thursday until 17 December 2026", 1, THURSDAYS[2:]),
    ]
    assert done.series_id == 2
    assert done.words == "Every week on Thursday until 17 December 2026"


def test_all_to_come_change_in_the_series_itself(world: World) -> None:
    _, _, third, _ = changes.ids(world)

    changes.change(world, third, Scope.ALL, room_ids=(OAK,), minutes=90)

    assert changes.places(world) == at(*THURSDAYS, room=OAK)
    assert changes.series(world) == [
        ("Every week on Thursday, 4 times", None, THURSDAYS)
    ]


def test_what_is_over_stays_as_it_was(world: World) -> None:
    *_, last = changes.ids(world)
    later = replace(world, now=datetime.combine(THURSDAYS[1], time(18)))

    changes.change(later, last, Scope.ALL, **LATER)

    assert changes.places(world) == [
        *at(*THURSDAYS[:2]),
        *at(*THURSDAYS[2:], hour=FOUR),
    ]
    assert [words for words, *_ in changes.series(world)] == [
        "Every week on Thursday until 3 December 2026",
        "Every week on Thursday until 17 December 2026",
    ]


def test_a_running_appointment_is_not_changed(world: World) -> None:
    first, second, *_ = changes.ids(world)
    during = replace(world, now=datetime.combine(THURSDAYS[0], time(15, 30)))

    changes.change(during, second, Scope.ALL, **LATER)

    assert changes.places(world)[0] == (THURSDAYS[0], THREE, WILLOW)
    with pytest.raises(WrongInput, match="still to come"):
        changes.change(during, first, Scope.ALL, **LATER)


def test_a_date_moved_by_hand_keeps_its_time_and_takes_the_rest(world: World) -> None:
    first, second, *_ = changes.ids(world)
    changes.change(world, second, Scope.THIS, starts=time(10))

    done = changes.change(world, first, Scope.ALL, note="Bring the folder", **LATER)

    assert [hour for _, hour, _ in changes.places(world)] == [
        FOUR,
        "10:00",
        FOUR,
        FOUR,
    ]
    with world.database.read() as session:
        notes = set(session.scalars(select(Booking.note)))
    assert notes == {"Bring the folder"}
    assert fates(done) == [Fate.CHANGED] * 4


def test_a_date_in_another_room_keeps_it(world: World) -> None:
    first, second, *_ = changes.ids(world)
    changes.change(world, second, Scope.THIS, room_ids=(OAK,))

    changes.change(world, first, Scope.ALL, room_ids=(3,), **LATER)

    assert [(hour, room) for _, hour, room in changes.places(world)] == [
        (FOUR, 3),
        (FOUR, OAK),
        (FOUR, 3),
        (FOUR, 3),
    ]


def test_a_date_nothing_changes_on_stays_untouched(world: World) -> None:
    first, second, *_ = changes.ids(world)
    changes.change(world, second, Scope.THIS, starts=time(10))

    done = changes.change(world, first, Scope.ALL, **LATER)

    assert fates(done) == [Fate.CHANGED, Fate.STAYS, Fate.CHANGED, Fate.CHANGED]


def test_one_date_that_does_not_fit_keeps_all_as_they_are(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[2], OAK)

    with pytest.raises(DatesRefused, match="1 date of 4"):
        changes.change(world, first, Scope.ALL, room_ids=(OAK,))

    assert changes.places(world) == at(*THURSDAYS)


@pytest.mark.parametrize(
    ("way", "there"),
    [
        (Way.LEAVE_OUT, (THREE, WILLOW)),
        (Way.OTHER_ROOM, (THREE, WILLOW)),
        (Way.OTHER_TIME, (FOUR, OAK)),
    ],
)
def test_the_ways_out_for_a_date(
    world: World, way: Way, there: tuple[str, int]
) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[2], OAK)

    changes.change(world, first, Scope.ALL, room_ids=(OAK,), ways={THURSDAYS[2]: way})

    found = changes.places(world)
    assert found[2][1:] == there
    assert found[0] == (THURSDAYS[0], THREE, OAK)


def test_what_came_of_attendance_is_kept(world: World) -> None:
    first, *_ = changes.ids(world)
    with world.database.write() as session:
        session.execute(update(Attendance).values(outcome="attended"))

    changes.change(world, first, Scope.ALL, **LATER)

    with world.database.read() as session:
        assert set(session.scalars(select(Attendance.outcome))) == {"attended"}


def test_another_weekday_takes_each_date_within_its_week(world: World) -> None:
    first, *_ = changes.ids(world)

    changes.change(world, first, Scope.ALL, first=date(2026, 11, 24))

    tuesdays = [day - timedelta(2) for day in THURSDAYS]
    assert changes.places(world) == at(*tuesdays)
    assert changes.series(world) == [("Every week on Tuesday, 4 times", None, tuesdays)]


def test_a_rule_with_fewer_dates_cancels_what_falls_away(world: World) -> None:
    first, *_ = changes.ids(world)
    fortnightly = Repeat(every=Every.WEEK, interval=2, times=2)

    done = changes.change(world, first, Scope.ALL, repeat=fortnightly)

    assert changes.places(world) == at(THURSDAYS[0], THURSDAYS[2])
    assert fates(done) == [Fate.STAYS, Fate.GONE] * 2
    with world.database.read() as session:
        reasons = session.scalars(
            select(Booking.cancel_reason).where(Booking.status == "cancelled")
        ).all()
    assert reasons == ["The series was changed"] * 2


def test_a_rule_with_more_dates_books_them(world: World) -> None:
    first, *_ = changes.ids(world)
    twice = Repeat(every=Every.WEEK, weekdays=(1, 3), times=8)

    done = changes.change(world, first, Scope.ALL, repeat=twice)

    assert [day for day, *_ in changes.places(world)] == sorted(
        [*THURSDAYS, *(day - timedelta(2) for day in THURSDAYS)]
    )
    assert fates(done).count(Fate.NEW) == 4
    assert changes.series(world)[0][0] == "Every week on Tuesday and Thursday, 8 times"


def test_a_date_moved_by_hand_does_not_fall_away(world: World) -> None:
    first, second, *_ = changes.ids(world)
    changes.change(world, second, Scope.THIS, starts=time(10))
    fortnightly = Repeat(every=Every.WEEK, interval=2, times=2)

    changes.change(world, first, Scope.ALL, repeat=fortnightly)

    assert [hour for _, hour, _ in changes.places(world)] == [THREE, "10:00", THREE]


def test_the_references_stay_those_of_the_appointments(world: World) -> None:
    first, *_ = changes.ids(world)
    with world.database.read() as session:
        before = session.execute(
            select(Booking.id, Booking.reference, Booking.uuid)
        ).all()

    changes.change(world, first, Scope.ALL, first=date(2026, 11, 27))

    with world.database.read() as session:
        after = session.execute(
            select(Booking.id, Booking.reference, Booking.uuid)
        ).all()
    assert after == before


def test_nothing_changed_is_said(world: World) -> None:
    first, *_ = changes.ids(world)

    with pytest.raises(WrongInput, match="Nothing is to be otherwise"):
        changes.change(world, first, Scope.ALL)


def test_a_date_that_has_passed_is_refused(world: World) -> None:
    first, *_ = changes.ids(world)

    with pytest.raises(WrongInput, match="That date has passed"):
        changes.change(world, first, Scope.ALL, first=date(2026, 11, 20))


def test_a_single_booking_is_no_series(world: World) -> None:
    with world.database.write() as session:
        made = bookings.book(
            session, world.request(), world.practitioner, now=world.now
        )

    with pytest.raises(WrongInput, match="does not repeat"):
        changes.change(world, made.id, Scope.ALL, **LATER)


def test_a_cancelled_date_goes_along_in_its_series(world: World) -> None:
    _, second, third, _ = changes.ids(world)
    with world.database.write() as session:
        booking_changes.cancel(
            session, third, world.practitioner, reason="Ill", now=world.now
        )

    changes.change(world, second, Scope.LATER, **LATER)

    assert changes.stored(world, 2) == [(day, "booked") for day in THURSDAYS[1:]]
    assert len(changes.places(world)) == 3
