"""What keeps a booking provisional, who sees to it, and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from tests.venues.services.conditional import FACING, PANEL, RISK, book, prepare
from tests.world import OAK, WILLOW, World
from venues.database import catalogue as catalogues
from venues.database.models import Booking, Condition
from venues.domain.meeting import Meeting
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import booking_changes, conditions, today
from venues.services.bookings import Booked

LATE = "It was due by 24 November."


@pytest.fixture(autouse=True)
def _kinds(world: World) -> None:
    prepare(world)


def meet(world: World, id_: int, kind: str, viewer: Viewer | None = None) -> Booked:
    with world.database.write() as session:
        return conditions.meet(
            session, id_, kind, viewer or world.practitioner, world.now
        )


def of(world: World, id_: int) -> list[tuple[str, str, bool]]:
    with world.database.read() as session:
        found = conditions.of(session, session.get_one(Booking, id_))
        return [(each.kind, each.met_by, each.met) for each in found]


def change(world: World, id_: int, **changed: Any) -> Booked:
    with world.database.write() as session:
        return booking_changes.change(
            session, id_, world.request(**changed), world.practitioner, now=world.now
        )


def test_naming_the_police_confirms_the_meeting_and_says_who_did(
    world: World,
) -> None:
    booked = book(world, **RISK)
    assert (booked.status, booked.conditions) == ("provisional", ("police",))

    saved = change(world, booked.id, **RISK, meeting=Meeting(police="Risk desk"))

    assert saved.status == "confirmed"
    assert of(world, booked.id) == [("police", "Practitioner 04", True)]


@pytest.mark.parametrize(
    ("asked", "kind", "words"),
    [
        (RISK, "police", "Name the police representative"),
        (PANEL, "quorum", "1 service member and 2 panel members"),
        ({"references": ()}, "case", "Add the case reference"),
    ],
)
def test_what_the_booking_has_to_say_first_cannot_be_ticked(
    world: World, asked: dict[str, Any], kind: str, words: str
) -> None:
    booked = book(world, **asked)

    with pytest.raises(WrongInput, match=words):
        meet(world, booked.id, kind)

    assert of(world, booked.id) == [(kind, "", False)]


def test_a_condition_that_nothing_hinders_any_more_can_be_ticked(
    world: World,
) -> None:
    booked = book(world, **PANEL, meeting=Meeting(panel_members=2))
    with world.database.write() as session:
        session.add(Condition(booking_id=booked.id, kind="quorum"))
        session.get_one(Booking, booked.id).status = "provisional"

    met = meet(world, booked.id, "quorum")

    assert (met.status, met.conditions) == ("confirmed", ())


def test_a_manager_signs_off_and_the_meeting_is_confirmed(world: World) -> None:
    booked = book(world, **FACING)
    assert (booked.status, booked.conditions) == ("provisional", ("sign-off",))

    signed = meet(world, booked.id, "sign-off", world.manager)

    assert signed.status == "confirmed"
    assert of(world, booked.id) == [("sign-off", "Manager 01", True)]


@pytest.mark.parametrize("who", ["practitioner", "coordinator"])
def test_nobody_else_signs_off(world: World, who: str) -> None:
    booked = book(world, **FACING)

    with pytest.raises(NotAllowed, match="A manager signs this off"):
        meet(world, booked.id, "sign-off", getattr(world, who))


def test_whoever_may_not_see_a_booking_does_not_hear_of_its_conditions(
    world: World,
) -> None:
    booked = book(world, **RISK)

    with pytest.raises(NotFound):
        meet(world, booked.id, "police", world.victim_worker)


def test_a_meeting_that_is_not_ready_is_not_signed_off(world: World) -> None:
    booked = book(world, **(FACING | {"meeting": Meeting(), "worker_ids": (1,)}))

    with pytest.raises(WrongInput, match="a second facilitator and a yes from both"):
        meet(world, booked.id, "sign-off", world.manager)


@pytest.mark.parametrize("kind", ["police", "sign-off"])
def test_what_is_not_open_cannot_be_met(world: World, kind: str) -> None:
    booked = book(world)

    with pytest.raises(WrongInput, match="Nothing of that kind is open"):
        meet(world, booked.id, kind, world.manager)


def test_what_is_over_stays_as_it_was(world: World) -> None:
    booked = book(world, **FACING)
    later = replace(world, now=world.now + timedelta(days=30))

    with pytest.raises(WrongInput, match="is over"):
        meet(later, booked.id, "sign-off", world.manager)


def test_another_time_or_room_is_signed_off_again(world: World) -> None:
    booked = book(world, **FACING)
    meet(world, booked.id, "sign-off", world.manager)

    assert change(world, booked.id, **FACING, note="6 chairs").status == "confirmed"
    rooms = FACING | {"room_ids": (OAK, WILLOW, 7)}
    assert change(world, booked.id, **rooms).status == "provisional"
    assert of(world, booked.id) == [("sign-off", "", False)]


def test_another_time_of_what_was_signed_off_is_provisional(world: World) -> None:
    booked = book(world, **FACING)
    meet(world, booked.id, "sign-off", world.manager)

    moved = FACING | {"period": FACING["period"].moved(timedelta(hours=1))}

    assert change(world, booked.id, **moved).conditions == ("sign-off",)


def test_a_sign_off_that_is_needed_no_more_is_not_counted_as_given(
    world: World,
) -> None:
    booked = book(world, **FACING)

    change(world, booked.id)

    assert of(world, booked.id) == []


def test_taking_a_condition_back_makes_it_provisional_again(world: World) -> None:
    booked = book(world, **FACING)
    meet(world, booked.id, "sign-off", world.manager)

    with world.database.write() as session:
        found = conditions.reopen(
            session, booked.id, "sign-off", world.manager, world.now
        )

    assert (found.status, found.conditions) == ("provisional", ("sign-off",))
    with world.database.read() as session:
        booking = session.get_one(Booking, booked.id)
        assert [each.kind for each in conditions.open_of(session, booking)] == [
            "sign-off"
        ]


def test_only_a_manager_takes_a_sign_off_back_and_only_one_that_was_given(
    world: World,
) -> None:
    booked = book(world, **FACING)

    for viewer, trouble in (
        (world.practitioner, NotAllowed),
        (world.manager, WrongInput),
    ):
        with pytest.raises(trouble), world.database.write() as session:
            conditions.reopen(session, booked.id, "sign-off", viewer, world.now)


def test_bookings_that_wait_are_listed_the_soonest_first(world: World) -> None:
    later = book(world, **FACING)
    book(world, **RISK)
    with world.database.read() as session:
        assert conditions.waiting(session, "sign-off", world.now) == (later.id,)
        assert conditions.waiting(session, "sign-off", datetime(2027, 1, 1)) == ()


def test_a_condition_is_due_two_working_days_before(world: World) -> None:
    booked = book(world, **FACING)

    with world.database.read() as session:
        (found,) = conditions.open_of(session, session.get_one(Booking, booked.id))

    assert found.due == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("kind", "on", "said"),
    [
        ("police", date(2026, 11, 25), ("", False)),
        ("police", date(2026, 11, 26), (" 5 working days left.", False)),
        ("police", date(2026, 12, 1), (" 2 working days left.", True)),
        ("police", date(2026, 12, 3), (" It is today.", True)),
        ("case", date(2026, 12, 3), ("", False)),
    ],
)
def test_today_reminds_of_the_police_as_the_days_run_out(
    world: World, kind: str, on: date, said: tuple[str, bool]
) -> None:
    with world.database.read() as session:
        found = conditions.reminder(
            catalogues.read(session), kind, date(2026, 12, 3), on
        )

    assert found == said


def test_what_is_booked_late_is_due_the_same_day(world: World) -> None:
    late = replace(world, now=datetime(2026, 12, 2, 8))
    booked = book(late, **FACING)

    with world.database.read() as session:
        (found,) = conditions.open_of(session, session.get_one(Booking, booked.id))

    assert found.due == date(2026, 12, 2)


def test_who_saw_to_a_condition_is_told_with_the_day(world: World) -> None:
    booked = book(world, **FACING)
    with world.database.read() as session:
        assert conditions.told(session, booked.id) == {}
    meet(world, booked.id, "sign-off", world.manager)

    with world.database.read() as session:
        told = conditions.told(session, booked.id)

    assert told["sign-off"].startswith("Manager 01, ")


def test_a_reminder_stands_on_today_and_turns_urgent(world: World) -> None:
    book(world, **RISK)

    with world.database.read() as session:
        needs = today.needs(session, world.practitioner, world.now)
        later = today.needs(session, world.practitioner, datetime(2026, 11, 25, 8))

    assert [(each.words, each.urgent) for each in (*needs, *later)] == [
        ("Name the police representative. 3 working days left.", False),
        (f"Name the police representative. 1 working day left. {LATE}", True),
    ]
