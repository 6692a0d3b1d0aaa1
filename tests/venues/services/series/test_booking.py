"""A series is booked whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, select

from tests.venues.services.series import scene
from tests.venues.services.series.scene import ELSE, THURSDAYS, WEEKLY
from tests.world import World
from venues.database.models import Booking, CaseVenue, ClosedDay, RefusalCode, Series
from venues.domain.recurrence import Every, Repeat
from venues.errors import NotAllowed, WrongInput
from venues.services import attempts
from venues.services.series.booking import DatesRefused, SeriesBooked
from venues.services.series.planning import Chosen, Otherwise, Planned, plan

DETAILS = "DTSTART=20261126T150000;DURATION=PT60M;X-ROOMS=1"


@pytest.mark.signed_in
def test_every_date_becomes_a_booking_of_its_own(world: World) -> None:
    made = scene.book(world)

    assert made.words == "Every week on Thursday, 4 times"
    assert len({each.reference for each in made.booked}) == 4
    assert scene.counts(world) == (4, 4)
    assert [row[:2] for row in scene.stored(world)] == [
        (day, "booked") for day in THURSDAYS
    ]


@pytest.mark.signed_in
def test_the_series_remembers_its_rule_and_who_made_it(world: World) -> None:
    made = scene.book(world)

    with world.database.read() as session:
        series = session.get_one(Series, made.id)
        uuids = session.scalars(select(Booking.uuid)).all()
        assert (series.rule, series.made_by) == (
            f"FREQ=WEEKLY;BYDAY=TH;COUNT=4;{DETAILS}",
            world.practitioner.staff_id,
        )
    assert len(set(uuids)) == 4


def test_one_date_that_does_not_fit_keeps_all_from_being_booked(world: World) -> None:
    scene.occupy(world, THURSDAYS[2])

    with pytest.raises(DatesRefused) as caught:
        scene.book(world)

    assert str(caught.value).startswith(
        "1 date of 4 cannot be booked. 10 December: Willow Room is in use"
    )
    assert scene.counts(world) == (0, 1)
    assert scene.stored(world) == []


def test_a_refusal_names_three_dates_and_counts_the_rest(world: World) -> None:
    for day in THURSDAYS:
        scene.occupy(world, day)

    with pytest.raises(DatesRefused) as caught:
        scene.book(world)

    assert str(caught.value).startswith("4 dates of 4 cannot be booked.")
    assert str(caught.value).endswith("And 1 date more.")


def test_what_is_left_out_or_elsewhere_is_remembered_with_its_reason(
    world: World,
) -> None:
    scene.occupy(world, THURSDAYS[1])
    scene.close(world, THURSDAYS[2])

    made = scene.book(world, otherwise=ELSE)

    assert len(made.booked) == 3
    kept = scene.stored(world)
    assert [row[1] for row in kept] == ["booked", "other room", "left out", "booked"]
    assert kept[1][2].startswith("Willow Room is in use")
    assert "closed" in kept[2][2]


def test_a_series_of_nothing_is_not_made(world: World) -> None:
    scene.close(world, THURSDAYS[0])
    rule = Repeat(every=Every.PICKED, picked=(THURSDAYS[0],))

    with pytest.raises(WrongInput, match="None of these dates"):
        scene.book(world, rule, ELSE)

    assert scene.counts(world) == (0, 0)


def test_a_person_refused_gets_one_code_for_the_whole_attempt(world: World) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))

    with pytest.raises(DatesRefused) as caught:
        scene.book(world)

    with world.database.read() as session:
        codes = session.scalars(select(RefusalCode.code)).all()
    assert codes == [caught.value.code]
    said = "This venue is not available for this case at this time. "
    said += f"Choose another, or ring the coordinator quoting {codes[0]}."
    assert {each.why for each in caught.value.planned} == {said}
    assert all(codes[0] in found.message for found in caught.value.findings)


def test_what_was_left_out_for_a_person_keeps_no_reason(world: World) -> None:
    with world.database.write() as session:
        kept = CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1))
        kept.until = THURSDAYS[1]
        session.add(kept)

    scene.book(world, otherwise=(Otherwise.LEAVE_OUT,))

    assert scene.stored(world)[:2] == [
        (day, "left out", "", True) for day in THURSDAYS[:2]
    ]


@pytest.mark.signed_in
def test_a_role_that_does_not_book_books_no_series(world: World) -> None:
    with pytest.raises(NotAllowed):
        scene.book(world, viewer=world.board)


@pytest.mark.signed_in
def test_dates_picked_by_hand_are_booked(world: World) -> None:
    picked = (THURSDAYS[0], THURSDAYS[3])

    made = scene.book(world, Repeat(every=Every.PICKED, picked=picked))

    assert [row[0] for row in scene.stored(world)] == list(picked)
    assert made.words == "On 2 chosen dates"


@pytest.mark.signed_in
def test_the_same_wall_time_holds_over_both_changes_of_the_clocks(
    world: World,
) -> None:
    scene.book(world, replace(WEEKLY, times=50))

    with world.database.read() as session:
        hours = {when.hour for when in session.scalars(select(Booking.starts))}

    assert hours == {15}


def planned(world: World, chosen: Chosen | None = None) -> tuple[Planned, ...]:
    with world.database.read() as session:
        return plan(
            session,
            world.request(),
            WEEKLY,
            world.practitioner,
            (1,),
            now=world.now,
            chosen=chosen or {},
        )


def agree(
    world: World, agreed: tuple[Planned, ...], chosen: Chosen | None = None
) -> SeriesBooked:
    return attempts.book_series(
        world.database,
        world.request(),
        WEEKLY,
        world.practitioner,
        now=world.now,
        chosen=chosen or {},
        agreed=agreed,
    )


def test_what_was_agreed_on_is_booked_when_it_still_holds(world: World) -> None:
    scene.close(world, THURSDAYS[1])
    chosen = {THURSDAYS[1]: None}

    agree(world, planned(world, chosen), chosen)

    assert [row[1] for row in scene.stored(world)] == [
        "booked",
        "left out",
        "booked",
        "booked",
    ]


def test_a_date_that_was_taken_meanwhile_is_named_and_nothing_is_booked(
    world: World,
) -> None:
    agreed = planned(world)
    scene.occupy(world, THURSDAYS[1])

    with pytest.raises(DatesRefused) as caught:
        agree(world, agreed)

    assert caught.value.changed == (THURSDAYS[1],)
    assert str(caught.value).startswith(
        "3 December has changed since you looked. Look again before you book. "
        "1 date of 4 cannot be booked. 3 December: Willow Room is in use"
    )
    assert scene.counts(world) == (0, 1)


def test_a_date_left_out_that_has_become_free_is_asked_about_again(
    world: World,
) -> None:
    scene.close(world, THURSDAYS[1])
    chosen = {THURSDAYS[1]: None}
    agreed = planned(world, chosen)
    with world.database.write() as session:
        session.execute(delete(ClosedDay))

    with pytest.raises(DatesRefused) as caught:
        agree(world, agreed, chosen)

    assert str(caught.value) == (
        "3 December has changed since you looked. Look again before you book."
    )
    assert scene.counts(world) == (0, 0)


@pytest.mark.signed_in
def test_many_dates_that_changed_are_counted(world: World) -> None:
    with pytest.raises(DatesRefused) as caught:
        agree(world, ())

    assert str(caught.value).startswith(
        "26 November, 3 December and 10 December, and 1 other date have changed"
    )


def test_refused_for_a_person_meanwhile_has_one_code_too(world: World) -> None:
    agreed = planned(world)
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[2]))

    with pytest.raises(DatesRefused) as caught:
        agree(world, agreed)

    with world.database.read() as session:
        assert session.scalars(select(RefusalCode.code)).all() == [caught.value.code]
    assert caught.value.changed == tuple(THURSDAYS[2:])
