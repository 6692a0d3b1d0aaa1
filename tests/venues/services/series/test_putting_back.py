"""Dates that were left out are put back once they fit, unless it was for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from sqlalchemy import delete, select

from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS, WEEKLY
from tests.world import OAK, WILLOW, World
from venues.database.models import (
    Booking,
    CaseVenue,
    ClosedDay,
    RefusalCode,
    SeriesDate,
    Worker,
)
from venues.domain.people import Viewer
from venues.errors import NotFound, Refused
from venues.services import attempts, booking_changes
from venues.services.judging import Booked
from venues.services.series import ending, putting_back
from venues.services.series.planning import Instead, Otherwise
from venues.services.series.putting_back import Free

LEAVE_OUT = (Otherwise.LEAVE_OUT,)


@pytest.fixture
def left_out(world: World) -> World:
    """A series of which the second date was left out, since the room was taken."""
    scene.occupy(world, THURSDAYS[1])
    scene.book(world, otherwise=LEAVE_OUT)
    return world


def vacate(world: World) -> None:
    """Let the colleague cancel."""
    with world.database.write() as session:
        ids = select(Booking.id).where(Booking.series_id.is_(None)).order_by(Booking.id)
        id_ = session.scalars(ids).first() or 0
        booking_changes.cancel(
            session, id_, world.colleague, reason="Not needed", now=world.now
        )


def look(
    world: World,
    viewer: Viewer | None = None,
    *,
    now: datetime | None = None,
    series_id: int | None = None,
) -> tuple[Free, ...]:
    with world.database.read() as session:
        return putting_back.free(
            session,
            viewer or world.practitioner,
            now or world.now,
            series_id=series_id,
        )


def put_back(world: World, date_id: int) -> Booked:
    world.database.actor = world.practitioner.staff_id
    return attempts.put_back(world.database, date_id, world.practitioner, now=world.now)


def id_of(world: World, day: date = THURSDAYS[1]) -> int:
    with world.database.read() as session:
        found = session.scalars(select(SeriesDate.id).where(SeriesDate.day == day))
        return found.one()


def test_nothing_is_offered_while_the_room_is_taken(left_out: World) -> None:
    assert look(left_out) == ()


def test_a_date_is_offered_when_its_room_becomes_free(left_out: World) -> None:
    vacate(left_out)

    (found,) = look(left_out)

    assert (found.room.id, found.words) == (WILLOW, "Every week on Thursday, 4 times")
    assert found.period.starts == datetime.combine(THURSDAYS[1], time(15))
    assert look(left_out, series_id=found.series_id) == (found,)
    assert look(left_out, series_id=found.series_id + 1) == ()


def test_put_back_it_is_one_of_the_series_again(left_out: World) -> None:
    vacate(left_out)

    put_back(left_out, id_of(left_out))

    assert [row[1] for row in scene.stored(left_out)] == ["booked"] * 4
    assert scene.counts(left_out) == (4, 4)
    assert look(left_out) == ()


def test_put_back_twice_it_is_booked_once(left_out: World) -> None:
    vacate(left_out)
    put_back(left_out, id_of(left_out))

    with pytest.raises(NotFound, match="not left out any more"):
        put_back(left_out, id_of(left_out))

    assert scene.counts(left_out) == (4, 4)


def test_taken_again_meanwhile_it_is_refused(left_out: World) -> None:
    with pytest.raises(Refused, match="in use"):
        put_back(left_out, id_of(left_out))


def test_only_whoever_works_in_it_is_asked(left_out: World) -> None:
    vacate(left_out)

    assert look(left_out, left_out.colleague) == ()
    assert look(left_out, left_out.coordinator) == ()
    assert look(left_out, left_out.manager) == ()


def test_a_date_refused_for_a_person_never_comes_back(world: World) -> None:
    with world.database.write() as session:
        kept = CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[1])
        kept.until = THURSDAYS[1]
        session.add(kept)
    scene.book(world, otherwise=LEAVE_OUT)
    with world.database.write() as session:
        session.execute(delete(CaseVenue))

    assert look(world) == ()
    with pytest.raises(NotFound):
        put_back(world, id_of(world))


def test_refused_for_a_person_on_the_way_back_it_is_never_offered_again(
    left_out: World,
) -> None:
    vacate(left_out)
    with left_out.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))
    assert look(left_out) == ()

    with pytest.raises(Refused, match="not available for this case") as caught:
        put_back(left_out, id_of(left_out))

    with left_out.database.write() as session:
        codes = session.scalars(select(RefusalCode.code)).all()
        session.execute(delete(CaseVenue))
    assert codes == [caught.value.code]
    assert look(left_out) == ()


def test_a_date_that_fitted_and_was_not_wanted_is_not_offered(world: World) -> None:
    world.database.actor = world.practitioner.staff_id
    attempts.book_series(
        world.database,
        world.request(),
        WEEKLY,
        world.practitioner,
        now=world.now,
        chosen={THURSDAYS[1]: None},
    )

    assert look(world) == ()


def test_a_date_that_the_rule_leaves_out_is_not_offered(world: World) -> None:
    scene.close(world, THURSDAYS[1])
    scene.book(world, replace(WEEKLY, skip_holidays=True))
    with world.database.write() as session:
        session.execute(delete(ClosedDay))
        session.add(ClosedDay(day=THURSDAYS[1], name="Fair", authority_id=2))
    assert len(look(world)) == 1

    scene.close(world, THURSDAYS[1])

    assert look(world) == ()


def test_the_day_itself_is_too_late(left_out: World) -> None:
    vacate(left_out)

    assert look(left_out, now=datetime.combine(THURSDAYS[1], time(8))) == ()


def test_it_is_like_the_nearest_date_that_is_as_it_should_be(world: World) -> None:
    """Not like one that is in another room, though that is nearer."""
    scene.occupy(world, THURSDAYS[1])
    scene.occupy(world, THURSDAYS[2], who=world.manager)
    at = datetime.combine(THURSDAYS[2], time(15))
    world.database.actor = world.practitioner.staff_id
    attempts.book_series(
        world.database,
        world.request(),
        WEEKLY,
        world.practitioner,
        now=world.now,
        chosen={THURSDAYS[1]: None, THURSDAYS[2]: Instead(OAK, at)},
    )
    vacate(world)

    assert [each.room.id for each in look(world)] == [WILLOW]


def test_after_a_series_was_ended_nothing_later_is_offered(left_out: World) -> None:
    vacate(left_out)
    with left_out.database.write() as session:
        number = session.scalars(select(SeriesDate.series_id)).first() or 0
        ending.end(
            session,
            number,
            left_out.practitioner,
            last=THURSDAYS[0],
            reason="Done sooner",
            now=left_out.now,
        )

    assert look(left_out) == ()


def test_the_last_date_of_a_series_can_be_put_back_too(world: World) -> None:
    scene.occupy(world, THURSDAYS[3])
    scene.book(world, otherwise=LEAVE_OUT)
    vacate(world)

    assert [each.period.day for each in look(world)] == [THURSDAYS[3]]


def test_handed_over_it_is_for_the_new_worker(left_out: World) -> None:
    vacate(left_out)
    with left_out.database.write() as session:
        for row in session.scalars(
            select(Worker).join(Booking).where(Booking.starts > datetime(2026, 12, 1))
        ):
            row.staff_id = left_out.colleague.staff_id

    assert look(left_out) == ()
    assert len(look(left_out, left_out.colleague)) == 1
    with pytest.raises(NotFound):
        put_back(left_out, id_of(left_out))
