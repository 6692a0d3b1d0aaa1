"""The sample's members of staff."""

from __future__ import annotations

from collections import Counter, defaultdict

from tests.venues.services.sample.world import AUTHORITIES, TODAY, shared
from venues.database.models import Acting, Staff
from venues.domain.people import Role
from venues.services.sample import people as sample_people
from venues.services.sample.rows import Rows


def test_everybody_is_a_number() -> None:
    rows = {row["login"]: row for row in shared().rows.of(Staff)}

    assert rows["practitioner.04"]["name"] == "Practitioner 04"
    assert rows["victim.01"]["name"] == "Victim worker 01"
    assert rows["board.01"]["role"] == "board"
    assert len(rows) == 27


def test_there_is_every_role() -> None:
    roles = Counter(person.role for person in shared().world.people)

    assert roles == {
        Role.PRACTITIONER: 16,
        Role.VICTIM_WORKER: 4,
        Role.COORDINATOR: 2,
        Role.MANAGER: 3,
        Role.BOARD: 1,
    }


def test_the_name_to_ask_for_tells_nothing_but_the_authority() -> None:
    names = defaultdict(set)
    for row in shared().rows.of(Staff):
        names[row["authority_id"]].add(row["ask_for"])

    assert all(len(each) == 1 for each in names.values())


def test_some_come_from_partner_agencies() -> None:
    agencies = {row["agency"] for row in shared().rows.of(Staff)}

    assert agencies == {"", "Health", "Police"}


def test_one_has_left_and_one_manager_is_on_duty() -> None:
    rows = shared().rows.of(Staff)

    assert [row["login"] for row in rows if row["left_on"]] == ["practitioner.17"]
    assert [row["login"] for row in rows if row["duty_manager"]] == ["manager.01"]


def test_acting_is_for_somebody_else_and_ends_after_it_starts() -> None:
    rows = shared().rows.of(Acting)

    assert rows
    assert all(row["staff_id"] != row["for_id"] for row in rows)
    assert all(row["until"] is None or row["since"] <= row["until"] for row in rows)


def test_for_measuring_there_are_more_with_logins_of_their_own() -> None:
    rows = Rows(1)

    people = sample_people.add(rows, AUTHORITIES, TODAY, more=100)

    assert len({person.login for person in people}) == len(people) == 146
