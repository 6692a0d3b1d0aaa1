"""Who comes to the sample's bookings, and what they wait for."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from tests.venues.services.sample.weeks import weeks
from tests.venues.services.sample.world import TODAY
from venues.database.models import Condition, Outing, Override, Worker
from venues.domain.free_text import private_words
from venues.domain.people import Role
from venues.services.sample.company import PICTURED
from venues.services.sample.people import Person

MORNING = datetime.combine(TODAY, time())
MEETINGS = {"RMM", "PRO", "TRN"}


def test_a_booking_is_provisional_exactly_while_a_condition_is_open() -> None:
    waiting = {
        row["booking_id"] for row in weeks().of(Condition) if row["met_at"] is None
    }
    provisional = {
        id_ for id_, row in weeks().live.items() if row["status"] == "provisional"
    }

    assert waiting == provisional
    assert {row["kind"] for row in weeks().of(Condition)} == {
        *("police", "quorum", "sign-off")
    }


def test_what_was_met_says_by_whom() -> None:
    for row in weeks().of(Condition):
        assert (row["met_by"] is None) is (row["met_at"] is None)


def test_every_booking_has_one_lead_who_is_a_member_of_staff() -> None:
    leads = [row for row in weeks().of(Worker) if row["part"] == "lead"]

    assert sorted(row["booking_id"] for row in leads) == sorted(weeks().bookings)
    assert all(row["staff_id"] for row in leads)


def test_a_worker_is_a_person_or_an_agency() -> None:
    for row in weeks().of(Worker):
        assert ("staff_id" in row) is not ("agency" in row)


def test_police_are_named_when_a_risk_meeting_is_confirmed() -> None:
    police = {
        row["booking_id"] for row in weeks().of(Worker) if row.get("agency") == "Police"
    }

    for id_, row in weeks().live.items():
        if weeks().kind(row) == "RMM":
            assert (id_ in police) is (row["status"] == "confirmed")
            assert bool(row["police_representative"]) is (row["status"] == "confirmed")


def test_a_confirmed_panel_has_two_volunteers() -> None:
    for id_, row in weeks().live.items():
        if weeks().kind(row) == "ROP":
            volunteers = sum(
                each["booking_id"] == id_ and each["part"] == "panel"
                for each in weeks().of(Worker)
            )
            assert volunteers == (2 if row["status"] == "confirmed" else 1)


def test_whether_somebody_came_is_known_afterwards_only() -> None:
    for row in weeks().of(Worker):
        past = weeks().bookings[row["booking_id"]]["starts"] < MORNING
        if not past:
            assert row["attended"] is None


def test_a_long_way_has_a_reason() -> None:
    rows = [row for row in weeks().of(Override) if row["rule"] == "R21"]

    assert rows
    for row in rows:
        assert weeks().bookings[row["booking_id"]]["travel"] > 4800
        assert private_words(row["reason"]) is None


def test_late_appointments_have_a_buddy_and_a_time_to_check_out() -> None:
    outings = {
        row["booking_id"]: row for row in weeks().of(Outing) if "booking_id" in row
    }
    evening = {
        id_
        for id_, row in weeks().live.items()
        if row["ends"].time() > time(18) and weeks().kind(row) not in MEETINGS
    }

    assert evening < set(outings) <= set(weeks().live)
    for row in outings.values():
        assert row["buddy_id"] != row["staff_id"]
        assert row["check_out"] == row["ends"] + timedelta(minutes=15)
        assert (row["checked_out"] is not None) is (row["starts"] < MORNING)


def test_a_manager_signs_off_what_waits_for_that() -> None:
    managers = {person.id for person in weeks().parts.world.people if _manages(person)}
    signed = [
        row
        for row in weeks().of(Condition)
        if row["kind"] == "sign-off" and row["met_by"]
    ]

    assert signed
    assert {row["met_by"] for row in signed} <= managers


def test_a_plan_for_working_alone_has_been_approved() -> None:
    approved = {
        row["booking_id"]
        for row in weeks().of(Condition)
        if row["kind"] == "sign-off" and row["met_by"]
    }
    alone = {id_ for id_, row in weeks().live.items() if row["lone_plan"]}

    assert alone
    assert alone <= approved
    assert len(alone) < len(weeks().live) // 8


def test_the_pictured_practitioner_waits_for_nobody_today_before_the_evening() -> None:
    mine = next(
        person.id for person in weeks().parts.world.people if person.login == PICTURED
    )
    today = [
        row
        for row in weeks().of(Outing)
        if row["buddy_id"] == mine and row["starts"].date() == TODAY
    ]

    assert today
    assert all(row["check_out"].time() > time(19) for row in today)


def _manages(person: Person) -> bool:
    return person.role is Role.MANAGER
