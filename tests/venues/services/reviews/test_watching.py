"""Bookings come onto the review list when something changed, and stay there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import (
    at,
    book,
    close,
    for_the_victim,
    link,
    read,
    sweep,
)
from tests.world import STUDY, WILLOW, World
from venues.database.models import (
    CaseVenue,
    Closure,
    Hours,
    Review,
    Room,
    Setting,
    Venue,
)
from venues.database.session import Database
from venues.domain.period import Period
from venues.services import booking_changes, reviews
from venues.services.reviews import listing


def rows(world: World) -> list[Review]:
    with world.database.read() as session:
        return list(session.scalars(select(Review).order_by(Review.id)))


def change(world: World, model: type, id_: int, **values: object) -> None:
    with world.database.write() as session:
        row = session.get(model, id_)
        for name, value in values.items():
            setattr(row, name, value)


def test_a_closure_puts_the_booking_on_the_list_in_the_same_unit(
    watched: World,
) -> None:
    booking = book(watched)

    with watched.database.write() as session:
        session.add(
            Closure(
                venue_id=1,
                starts=datetime(2026, 11, 26),
                ends=datetime(2026, 11, 27),
                reason="heating repairs",
            )
        )

    (found,) = rows(watched)
    assert (found.booking_id, found.cause) == (booking, "R2")
    assert "heating repairs" in found.words
    assert found.resolved_at is None


def test_a_change_that_is_rolled_back_puts_nothing_on_the_list(watched: World) -> None:
    book(watched)

    with pytest.raises(RuntimeError), watched.database.write() as session:
        session.add(
            Closure(
                venue_id=1,
                starts=datetime(2026, 11, 26),
                ends=datetime(2026, 11, 27),
                reason="heating repairs",
            )
        )
        session.flush()
        raise RuntimeError

    assert rows(watched) == []


@pytest.mark.parametrize(
    ("model", "id_", "values", "cause"),
    [
        (Venue, 1, {"status": "suspended"}, "R34"),
        (Room, WILLOW, {"status": "retired"}, "R34"),
        (Room, WILLOW, {"seats_circle": 2}, "R17"),
    ],
)
def test_what_becomes_of_a_place_is_asked_of_its_bookings(
    watched: World, model: type, id_: int, values: dict[str, object], cause: str
) -> None:
    booking = book(watched)
    book(watched, watched.colleague, room_ids=(STUDY,), references=("WA-20418",))

    change(watched, model, id_, **values)

    assert [(row.booking_id, row.cause) for row in rows(watched)] == [(booking, cause)]


def test_hours_that_are_cut_hit_what_lies_outside_them(watched: World) -> None:
    booking = book(watched, hour=18)
    book(watched, hour=10)

    with watched.database.write() as session:
        for row in session.scalars(select(Hours).where(Hours.venue_id == 1)):
            row.closes = time(17)

    assert [row.booking_id for row in rows(watched)] == [booking]


def test_a_new_link_hits_both_bookings_and_says_nothing_in_words(
    watched: World,
) -> None:
    bookings = [book(watched), for_the_victim(watched)]

    link(watched)

    found = rows(watched)
    assert [row.booking_id for row in found] == bookings
    assert {row.words for row in found} == {""}
    assert all(row.for_a_person for row in found)


def test_links_through_another_reference_of_the_same_person_count(
    watched: World,
) -> None:
    bookings = [book(watched), for_the_victim(watched)]
    link(watched, first_id=2, second_id=3)
    assert rows(watched) == []

    link(watched, first_id=1, second_id=3, kind="same person")

    assert [row.booking_id for row in rows(watched)] == bookings


def test_other_half_days_and_other_places_are_left_alone(watched: World) -> None:
    book(watched)
    for_the_victim(watched, period=at(10))
    for_the_victim(watched, period=at(15, date(2026, 11, 27)))

    link(watched)

    assert rows(watched) == []


@pytest.mark.parametrize(
    ("kind", "left", "comes", "hit"),
    [
        ("no contact", 9, 12, True),
        ("no contact", 14, 16, True),
        ("no contact", 10, 15, False),
        ("no contact", 12, 14, False),
        ("group conflict", 12, 14, True),
    ],
)
def test_a_link_that_comes_after_somebody_left_still_closes_their_half_day(
    world: World, kind: str, left: int, comes: int, *, hit: bool
) -> None:
    """And the next one only where less than its buffer lies between the two."""
    for_the_victim(world, period=at(left))
    book(world, period=at(comes))
    after = at(left + 1).starts + timedelta(minutes=30)
    reviews.watch(world.database, lambda: after)

    link(world, kind=kind)

    assert bool(rows(world)) is hit


def test_a_venue_not_to_use_hits_the_booking_there(watched: World) -> None:
    booking = book(watched)

    with watched.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))

    assert [row.booking_id for row in rows(watched)] == [booking]


def test_neighbours_that_become_a_cluster_hit_those_who_meet_there(
    watched: World,
) -> None:
    change(watched, Venue, 2, cluster_id=None)
    link(watched)
    bookings = [book(watched), for_the_victim(watched, room_ids=(STUDY,))]

    change(watched, Venue, 2, cluster_id=1)

    assert [row.booking_id for row in rows(watched)] == bookings


def test_a_change_that_hits_nothing_writes_nothing(watched: World) -> None:
    book(watched)

    change(watched, Venue, 1, notes="Ring at the side door")

    assert rows(watched) == []


def test_a_booking_that_makes_a_new_reference_asks_about_no_other(
    watched: World, statements: Callable[[], list[str]]
) -> None:
    statements()

    book(watched, references=("WA-30001",))

    assert not any("FROM review JOIN" in each for each in statements())


def test_a_cause_is_on_the_list_once(watched: World) -> None:
    book(watched)
    close(watched)

    assert sweep(watched) == 0
    assert len(rows(watched)) == 1


def test_a_cause_that_went_away_is_marked_and_stays(watched: World) -> None:
    book(watched)
    close(watched)
    with watched.database.write() as session:
        session.delete(session.scalars(select(Closure)).one())

    sweep(watched)

    (item,) = read(watched)
    assert item.gone
    assert item.words.startswith("No longer applies. It was: ")


def test_bookings_further_away_wait_until_their_time_is_near(watched: World) -> None:
    book(watched)
    close(watched)
    with watched.database.write() as session:
        # As somebody would who puts it right around the program.
        session.connection().exec_driver_sql("DELETE FROM closure")

    sweep(watched, datetime(2026, 9, 1))
    (far,) = read(watched)
    sweep(watched)
    (near,) = read(watched)

    assert not far.gone
    assert near.gone


def test_a_cause_that_came_back_is_no_longer_marked(watched: World) -> None:
    book(watched)
    close(watched)
    with watched.database.write() as session:
        session.delete(session.scalars(select(Closure)).one())
    sweep(watched)

    close(watched)

    (item,) = read(watched)
    assert not item.gone


def test_what_only_time_brings_about_is_found_by_looking_again(
    watched: World,
) -> None:
    link(watched, until=date(2026, 11, 25))
    book(watched)
    for_the_victim(watched)
    with watched.database.write() as session:
        # As somebody would who puts it right around the program.
        session.connection().exec_driver_sql("UPDATE separation SET until = NULL")

    assert sweep(watched) == 2


def test_a_booking_that_was_moved_is_off_the_list(watched: World) -> None:
    booking = book(watched)
    close(watched)

    with watched.database.write() as session:
        booking_changes.move(
            session,
            booking,
            watched.practitioner,
            now=watched.now,
            period=at(15, date(2026, 11, 27)),
        )

    (found,) = rows(watched)
    assert found.how == "Changed"
    assert read(watched) == ()


def test_a_booking_that_was_cancelled_is_off_the_list(watched: World) -> None:
    booking = book(watched)
    close(watched)

    with watched.database.write() as session:
        booking_changes.cancel(
            session,
            booking,
            watched.practitioner,
            reason="The venue cannot have us",
            now=watched.now,
        )

    (found,) = rows(watched)
    assert found.how == "Cancelled"


def test_a_booking_that_was_kept_stays_off_for_the_same_reason_only(
    watched: World,
) -> None:
    book(watched)
    close(watched)
    (item,) = read(watched)
    with watched.database.write() as session:
        listing.keep(
            session, item.id, watched.coordinator, "They let us in", now=watched.now
        )

    assert sweep(watched) == 0
    assert read(watched) == ()

    with watched.database.write() as session:
        session.scalars(select(Closure)).one().reason = "no water"

    (again,) = read(watched)
    assert "no water" in again.words


def test_another_link_brings_a_kept_booking_back(watched: World) -> None:
    book(watched)
    for_the_victim(watched)
    link(watched)
    with watched.database.write() as session:
        for item in listing.read(session, watched.manager, watched.now):
            listing.keep(session, item.id, watched.manager, "Agreed", now=watched.now)

    link(watched, kind="family")

    assert len(read(watched)) == 2


def test_a_booking_that_was_moved_and_hit_again_comes_back(watched: World) -> None:
    booking = book(watched)
    close(watched)
    with watched.database.write() as session:
        booking_changes.move(
            session, booking, watched.practitioner, now=watched.now, room_ids=(2,)
        )

    change(watched, Room, 2, status="retired")
    change(watched, Room, 2, status="active")
    with watched.database.write() as session:
        session.add(
            Closure(
                venue_id=1,
                starts=datetime(2026, 11, 26),
                ends=datetime(2026, 11, 27),
                reason="heating repairs",
            )
        )

    assert {item.words.split(":")[0] for item in read(watched)}
    assert any(row.cause == "R2" and row.resolved_at is None for row in rows(watched))


def test_what_changed_is_known_in_a_program_that_just_started(world: World) -> None:
    book(world)
    book(world, world.colleague, room_ids=(STUDY,), references=("WA-20418",))
    started = Database.open(world.database.place)
    reviews.watch(started, lambda: world.now)

    change(replace(world, database=started), Room, WILLOW, status="retired")
    started.close()

    assert [row.cause for row in rows(world)] == ["R34"]


def test_numbers_that_are_set_anew_are_asked_of_every_booking(watched: World) -> None:
    with watched.database.write() as session:
        session.add(Setting(name="buffer_no_contact", value="0"))
    link(watched)
    bookings = [book(watched, period=at(12)), for_the_victim(watched, period=at(13))]
    assert rows(watched) == []

    with watched.database.write() as session:
        session.get_one(Setting, "buffer_no_contact").value = "60"

    assert [row.booking_id for row in rows(watched)] == bookings


def test_two_that_could_be_booked_one_after_the_other_are_left_alone(
    watched: World,
) -> None:
    link(watched)
    book(watched, period=at(10))
    for_the_victim(watched, period=Period.lasting(datetime(2026, 11, 26, 13, 30), 60))

    assert sweep(watched) == 0
