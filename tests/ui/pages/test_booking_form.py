"""The appointment, as it is filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import enter
from tests.ui.schedule_scene import COLLEAGUE, HALL, MANAGER, MEETING, OAK, WILLOW
from ui.desk import Desk
from ui.pages import booking_work
from ui.pages.booking_form import WORKER, BookingForm
from venues.database.session import Database
from venues.domain.places import Point
from venues.errors import WrongInput
from venues.services.asking import Request

THREE = datetime(2026, 11, 27, 15)


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    find_scene.fill(database)
    return find_scene.desk(database, tmp_path)


@pytest.fixture
def form(qtbot: QtBot, desk: Desk) -> BookingForm:
    made = BookingForm(desk)
    qtbot.addWidget(made)
    made.show()
    made.show_request(wanted(desk))
    return made


def wanted(desk: Desk) -> Request:
    made = booking_work.at_room(desk, WILLOW, THREE, THREE + timedelta(hours=1))
    assert made is not None
    return replace(made, references=("WA-20391",))


def test_what_is_shown_is_what_is_asked_for(desk: Desk, form: BookingForm) -> None:
    whole = replace(
        wanted(desk),
        people=4,
        layout="circle",
        needs=("step-free",),
        worker_ids=(1, COLLEAGUE),
        room_ids=(WILLOW, OAK),
        buddy_id=COLLEAGUE,
        check_out=time(16, 30),
        arrival="The side door.",
        note="Six chairs",
    )

    form.show_request(whole)

    assert form.request({}) == whole


def test_arrival_words_are_the_venues_until_somebody_writes_others(
    form: BookingForm,
) -> None:
    assert form.arrival.toPlainText() == "Come to the door of Millbrook Family Hub."

    form.move_to((MEETING,))
    assert form.arrival.toPlainText() == "Come to the door of Station Road Library."

    form.arrival.setPlainText("Ring the bell.")
    form.move_to((WILLOW,))
    assert form.arrival.toPlainText() == "Ring the bell."


def test_check_out_follows_the_end_until_somebody_chooses(form: BookingForm) -> None:
    assert form.check_out.value() == time(16, 15)

    enter(form.time.start, "4pm")
    assert form.check_out.value() == time(17, 15)

    enter(form.check_out, "6pm")
    enter(form.time.start, "3pm")
    assert form.check_out.value() == time(18)


def test_nobody_to_check_out_with_means_no_time_for_it(form: BookingForm) -> None:
    assert form.request({}).check_out is None

    form.buddy.choose(COLLEAGUE)

    assert form.request({}).check_out == time(16, 15)


def test_rooms_of_another_venue_are_not_taken_along(form: BookingForm) -> None:
    form.rooms.choose((OAK, HALL))
    assert form.request({}).room_ids == (WILLOW, OAK, HALL)

    form.move_to((MEETING,))

    assert form.request({}).room_ids == (MEETING,)


def test_it_is_summed_up_in_words(form: BookingForm) -> None:
    assert form.when.words.text() == "Friday 27 November 2026, 3pm to 4pm"
    assert form.whom.words.text() == "Child · WA-20391 · Supervision session"


def test_a_missing_reference_is_asked_for_at_once(
    desk: Desk, form: BookingForm
) -> None:
    assert not form.subject.isVisible()

    form.show_request(replace(wanted(desk), references=()))

    assert form.subject.isVisible()


def test_trouble_opens_what_is_folded(form: BookingForm) -> None:
    form.complain(WrongInput("That time has passed.", "date"))

    assert form.time.isVisible()
    assert form.time.fields["date"].complaint == "That time has passed."
    assert form.wrong() is form.time.fields["date"]


def test_only_those_who_may_choose_a_worker_are_asked_for_one(
    qtbot: QtBot, database: Database, tmp_path: Path, form: BookingForm
) -> None:
    chief = BookingForm(find_scene.desk(database, tmp_path, MANAGER))
    qtbot.addWidget(chief)
    chief.show()

    assert not form.worker.isVisible()
    assert chief.worker.isVisible()
    assert WORKER == "Worker"


def test_distance_is_from_where_it_was_looked_for_or_else_from_the_sector(
    desk: Desk, form: BookingForm
) -> None:
    enter(form.subject.case.edit, "WA-20417")
    assert form.request({}).near == Point(363_200, 390_000)
    assert form.request({}).district == "WA2"

    here = Point(360_800, 390_000)
    form.show_request(replace(wanted(desk), near=here, district="WA1"))
    assert (form.request({}).near, form.request({}).district) == (here, "WA1")


def test_a_stranger_as_second_worker_is_said_to_be_one(form: BookingForm) -> None:
    form.second.setEditText("Practitioner 99")

    with pytest.raises(WrongInput) as trouble:
        form.request({})

    assert trouble.value.field == "second"


def test_a_time_that_cannot_be_read_is_not_summed_up(form: BookingForm) -> None:
    find_scene.enter(form.time.start, "25:00")

    assert form.when.words.text() == "No time yet"
