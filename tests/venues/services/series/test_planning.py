"""What becomes of each date before anything is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from tests.venues.services.series import scene
from tests.venues.services.series.scene import ELSE, THURSDAYS, WEEKLY
from tests.world import HALL, OAK, STUDY, WILLOW, World
from venues.database.models import CaseVenue, Separation
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.recurrence import Every, Repeat
from venues.errors import WrongInput
from venues.services import bookings
from venues.services.series.planning import (
    Chosen,
    Instead,
    Otherwise,
    Outcome,
    Planned,
    plan,
)


def look(
    world: World,
    repeat: Repeat = WEEKLY,
    otherwise: tuple[Otherwise, ...] = (),
    case_ids: tuple[int, ...] = (1,),
    chosen: Chosen | None = None,
    **changed: object,
) -> tuple[Planned, ...]:
    with world.database.read() as session:
        return plan(
            session,
            world.request(**changed),
            repeat,
            world.practitioner,
            case_ids,
            now=world.now,
            otherwise=otherwise,
            chosen=chosen or {},
        )


def outcomes(planned: tuple[Planned, ...]) -> list[str]:
    return [each.outcome.value for each in planned]


def rooms(planned: tuple[Planned, ...]) -> list[int | None]:
    return [each.judged.rooms[0].id if each.judged else None for each in planned]


def test_every_date_is_judged_on_its_own_day(world: World) -> None:
    found = look(world)

    assert [each.day for each in found] == THURSDAYS
    assert outcomes(found) == ["booked"] * 4
    assert {each.judged.asked.period.starts.hour for each in found if each.judged} == {
        15
    }


def test_a_date_whose_room_is_taken_is_refused_with_the_reason(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])

    found = look(world)

    assert outcomes(found) == ["booked", "refused", "booked", "booked"]
    assert found[1].why.startswith("Willow Room is in use")
    assert not found[1].for_a_person


def test_the_nearest_other_room_takes_its_place_when_asked(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])

    found = look(world, otherwise=ELSE)

    assert outcomes(found) == ["booked", "other room", "booked", "booked"]
    assert rooms(found) == [WILLOW, OAK, WILLOW, WILLOW]
    assert found[1].why.startswith("Willow Room is in use")


def test_a_date_is_left_out_when_asked_and_no_other_room_fits(world: World) -> None:
    scene.close(world, THURSDAYS[1])

    found = look(world, otherwise=ELSE)

    assert outcomes(found) == ["booked", "left out", "booked", "booked"]
    assert found[1].judged is None
    assert "closed" in found[1].why


def test_several_rooms_that_go_together_are_not_swapped(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])

    found = look(world, otherwise=ELSE, room_ids=(WILLOW, OAK))

    assert outcomes(found) == ["booked", "left out", "booked", "booked"]


def test_bank_holidays_and_school_holidays_are_left_out_by_the_rule(
    world: World,
) -> None:
    scene.close(world, THURSDAYS[1])
    scene.term(world, date(2026, 9, 1), THURSDAYS[2])
    rule = replace(WEEKLY, times=None, until=THURSDAYS[3])

    rule = replace(rule, skip_holidays=True, term_only=True)
    found = look(world, rule, accepted={"R18": "The school has agreed"})

    assert outcomes(found) == ["booked", "left out", "booked", "left out"]
    assert [each.why for each in found if each.why] == [
        "Bank holiday (Founders' Day)",
        "School holiday",
    ]


def test_term_time_needs_term_dates(world: World) -> None:
    with pytest.raises(WrongInput, match="No term dates are recorded"):
        look(world, replace(WEEKLY, term_only=True))


def test_a_rule_that_makes_no_sense_is_said_beside_its_field(world: World) -> None:
    with pytest.raises(WrongInput, match="until which date") as caught:
        look(world, Repeat(every=Every.WEEK))

    assert caught.value.field == "repeat"


@pytest.mark.parametrize(
    ("otherwise", "outcome"), [((), Outcome.REFUSED), (ELSE, Outcome.LEFT_OUT)]
)
def test_a_time_that_the_clocks_leave_out_is_not_booked(
    world: World, otherwise: tuple[Otherwise, ...], outcome: Outcome
) -> None:
    night = Period.lasting(datetime.combine(date(2027, 3, 21), time(1, 15)), 30)

    found = look(world, replace(WEEKLY, times=2), otherwise, period=night)

    assert found[1].day == date(2027, 3, 28)
    assert found[1].outcome is outcome
    assert "clocks" in found[1].why


@pytest.mark.parametrize("otherwise", [(), (Otherwise.LEAVE_OUT,)])
def test_a_date_refused_for_a_person_says_the_one_sentence(
    world: World, otherwise: tuple[Otherwise, ...]
) -> None:
    keep_from_millbrook(world)

    found = look(world, otherwise=otherwise)

    assert {each.for_a_person for each in found} == {True}
    said = "This venue is not available for this case at this time. "
    said += "Choose another, or ring the coordinator."
    assert {each.why for each in found} == {said}


def test_no_neighbour_takes_the_place_of_a_venue_refused_for_a_person(
    world: World,
) -> None:
    with world.database.write() as session:
        session.add(
            Separation(first_id=1, second_id=2, kind="family", since=date(2026, 1, 1))
        )
        request = world.request(
            kind="VIC",
            audience=Audience.VICTIM,
            references=("WA-20466",),
            worker_ids=(world.victim_worker.staff_id,),
            room_ids=(STUDY,),
        )
        bookings.book(session, request, world.victim_worker, now=world.now)

    found = look(world, replace(WEEKLY, times=1), ELSE)

    assert rooms(found) == [HALL]
    assert found[0].for_a_person


def keep_from_millbrook(world: World) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))


def test_nothing_else_is_said_of_a_date_refused_for_a_person(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])
    scene.occupy(world, THURSDAYS[2])
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[2]))

    found = look(world)

    assert [each.rule for each in found[1].findings] == ["R1"]
    assert [each.rule for each in found[2].findings] == ["person"]
    assert found[2].why == found[3].why


def test_neither_is_one_of_the_cluster_where_a_single_venue_is_not_used(
    world: World,
) -> None:
    keep_from_millbrook(world)

    found = look(world, replace(WEEKLY, times=1), ELSE)

    assert rooms(found) == [HALL]


def test_each_date_becomes_what_was_chosen_for_it(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])
    later = datetime.combine(THURSDAYS[2], time(16, 30))

    found = look(
        world,
        chosen={
            THURSDAYS[1]: Instead(OAK, datetime.combine(THURSDAYS[1], time(15))),
            THURSDAYS[2]: Instead(WILLOW, later),
            THURSDAYS[3]: None,
        },
    )

    assert outcomes(found) == ["booked", "other room", "booked", "left out"]
    assert rooms(found) == [WILLOW, OAK, WILLOW, None]
    assert [each.moved for each in found] == [False, False, True, False]
    assert found[1].why.startswith("Willow Room is in use")
    assert found[3].why == ""


def test_what_was_chosen_is_judged_like_anything_else(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])
    scene.occupy(world, THURSDAYS[1], OAK, world.manager)
    at = datetime.combine(THURSDAYS[1], time(15))

    found = look(world, chosen={THURSDAYS[1]: Instead(OAK, at)})

    assert outcomes(found)[1] == "refused"
    assert found[1].why.startswith("Oak Room is in use")


def test_the_check_out_goes_along_with_another_time(world: World) -> None:
    later = datetime.combine(THURSDAYS[0], time(17))
    chosen = {THURSDAYS[0]: Instead(WILLOW, later)}
    buddy = world.colleague.staff_id

    found = look(world, chosen=chosen, buddy_id=buddy, check_out=time(16, 15))

    times = [each.judged.request.check_out for each in found if each.judged]
    assert times[:2] == [time(18, 15), time(16, 15)]


def test_a_date_waits_while_only_a_reason_is_missing(world: World) -> None:
    scene.term(world, date(2026, 9, 1), date(2027, 9, 1))
    scene.occupy(world, THURSDAYS[1])

    found = look(world)

    assert [each.waits for each in found] == [True, False, True, True]


def test_the_work_tells_how_far_it_is(world: World) -> None:
    told: list[tuple[int, int]] = []

    with world.database.read() as session:
        plan(
            session,
            world.request(),
            WEEKLY,
            world.practitioner,
            (1,),
            now=world.now,
            progress=lambda done, total: told.append((done, total)),
        )

    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
