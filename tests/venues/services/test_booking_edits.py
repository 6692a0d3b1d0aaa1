"""A booking taken up to be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import select

from venues.database.models import Attendance, Case, CaseStaff, Outing, Venue
from venues.errors import NotAllowed, NotFound, Refused, Stale, WrongInput
from venues.services import booking_edits, bookings
from venues.services.booking_edits import Edit

WILLOW, OAK = 1, 2


def booked(world: Any, **changed: Any) -> int:
    with world.database.write() as session:
        return bookings.book(
            session, world.request(**changed), world.practitioner, now=world.now
        ).id


def opened(world: Any, id_: int, viewer: Any = None) -> Edit:
    with world.database.read() as session:
        return booking_edits.open_booking(session, id_, viewer or world.practitioner)


def save(world: Any, edit: Edit, viewer: Any = None, **changed: Any) -> None:
    booking_edits.save(
        world.database,
        edit,
        replace(edit.request, **changed),
        viewer or world.practitioner,
        now=world.now,
    )


def test_it_is_opened_with_its_references_and_its_version(world: Any) -> None:
    edit = opened(world, booked(world, buddy_id=2, check_out=time(16, 15)))

    assert edit.request.references == ("WA-20417",)
    assert (edit.reference, edit.version) == ("B-10001", 1)
    assert (edit.request.buddy_id, edit.request.check_out) == (2, time(16, 15))


def test_nobody_elses_can_be_told_from_none_at_all(world: Any) -> None:
    id_ = booked(world)

    with pytest.raises(NotFound) as theirs:
        opened(world, id_, world.colleague)
    with pytest.raises(NotFound) as none:
        opened(world, 4711, world.colleague)

    assert str(theirs.value) == str(none.value)


def test_a_coordinator_may_move_it_but_not_open_it(world: Any) -> None:
    with pytest.raises(NotAllowed, match="move or cancel"):
        opened(world, booked(world), world.coordinator)


def test_everything_that_was_changed_is_there_afterwards(world: Any) -> None:
    id_ = booked(world)

    save(
        world, opened(world, id_), people=5, room_ids=(OAK,), buddy_id=2, note="Chairs"
    )

    again = opened(world, id_).request
    assert (again.people, again.room_ids, again.buddy_id) == (5, (OAK,), 2)
    assert again.note == "Chairs"


def test_nobody_to_check_out_with_any_more_leaves_no_outing(world: Any) -> None:
    id_ = booked(world, buddy_id=2)

    save(world, opened(world, id_), buddy_id=None, check_out=None)

    with world.database.read() as session:
        assert session.scalars(select(Outing)).all() == []


def test_a_change_in_between_is_not_overwritten(world: Any) -> None:
    id_ = booked(world)
    first, second = opened(world, id_), opened(world, id_)
    save(world, first, people=4)

    with pytest.raises(Stale):
        save(world, second, people=5)

    assert opened(world, id_).request.people == 4


def test_a_reference_it_has_stays_though_it_is_on_nobodys_list(world: Any) -> None:
    id_ = booked(world)
    edit = opened(world, id_)
    with world.database.write() as session:
        for row in session.scalars(select(CaseStaff)):
            row.until = date(2026, 2, 1)

    save(world, edit, people=4)

    assert opened(world, id_).request.references == ("WA-20417",)
    with pytest.raises(WrongInput, match="Not on your list"):
        save(world, opened(world, id_), references=("WA-20417", "WA-20418"))


def test_a_case_whose_reference_was_taken_off_stays_in_it(world: Any) -> None:
    id_ = booked(world)
    with world.database.write() as session:
        session.get(Case, 1).reference = None
    edit = opened(world, id_)
    assert edit.request.references == ()

    save(world, edit, people=4)

    with world.database.read() as session:
        kept = session.scalars(select(Attendance.case_id)).all()
    assert kept == [1]


def test_what_is_in_the_way_is_told_before_and_refused_at_save(world: Any) -> None:
    id_ = booked(world)
    booked(world, room_ids=(OAK,), hour=17, worker_ids=(1,), accepted={})
    edit = opened(world, id_)
    wanted = replace(edit.request, people=20)

    with world.database.read() as session:
        judged = booking_edits.examine(
            session, edit, wanted, world.practitioner, now=world.now
        )
    with pytest.raises(Refused):
        save(world, edit, people=20)

    assert [each.rule for each in judged.findings if each.refuses] == ["R17"]


def test_its_worker_is_one_person(world: Any) -> None:
    edit = opened(world, booked(world))

    with pytest.raises(WrongInput, match="somebody else"):
        save(world, edit, worker_ids=(1, 1))


def test_words_for_arriving_are_the_venues(world: Any) -> None:
    with world.database.write() as session:
        session.get(Venue, 1).arrival = "Use the side door."

    with world.database.read() as session:
        assert booking_edits.arrival(session, 1) == "Use the side door."
        assert booking_edits.arrival(session, 4711) == ""


def test_of_several_cases_the_one_confirmed_longest_ago_counts(world: Any) -> None:
    with world.database.write() as session:
        session.get(Case, 1).confirmed_on = date(2026, 11, 2)
        session.get(Case, 2).confirmed_on = date(2026, 9, 1)

    with world.database.read() as session:
        both = booking_edits.last_confirmed(session, (1, 2))
        unknown = booking_edits.last_confirmed(session, (1, 3))

    assert both == date(2026, 9, 1)
    assert unknown is None
