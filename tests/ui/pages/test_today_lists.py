"""From the review list on Today: moved, cancelled, or taken elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.pages.today_scene import button, opened
from tests.ui.sitting import Sitting, sit
from tests.venues.services.reviews.scene import book, close, read, watched
from tests.venues.services.sign_offs.scene import ask
from tests.world import OAK, World
from ui.dialogs.cancel import CancelDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.reviews import ReviewsDialog
from ui.dialogs.sign_offs import SignOffsDialog
from ui.pages.today import TodayPage
from venues.database.models import Booking, BookingRoom, Case
from venues.services.rehousing.values import Failing
from venues.services.reviews import moved

__all__ = ["watched"]


@pytest.fixture
def seat(qtbot: QtBot, watched: World, tmp_path: Path) -> Iterator[Sitting]:
    book(watched)
    close(watched)
    yield from sit(qtbot, watched.database, watched.coordinator, tmp_path)


def reviews(seat: Sitting) -> tuple[TodayPage, ReviewsDialog]:
    page = opened(seat)
    button(page, "Open the list: Needs review (1)").click()
    dialog = page.findChild(ReviewsDialog)
    assert dialog is not None
    seat.rest()
    return page, dialog


def test_a_booking_is_moved_out_of_the_way(seat: Sitting, watched: World) -> None:
    _, dialog = reviews(seat)

    dialog.move_it.click()
    moving = dialog.findChild(MoveDialog)
    assert moving is not None
    seat.qtbot.waitUntil(lambda: bool(moving.checks.shown()))
    with seat.qtbot.waitSignal(moving.judged, check_params_cb=bool):
        moving.room.setCurrentIndex(moving.room.findData(OAK))
    question = moving.checks.entry("Worker")
    question.tick.setChecked(True)
    question.reason.setText("Agreed")
    seat.qtbot.waitUntil(moving.move_it.isEnabled)
    moving.move_it.click()
    seat.rest()

    with watched.database.read() as session:
        assert session.scalars(select(BookingRoom.room_id)).one() == OAK
    assert [each.words for each in read(watched)] == [moved.WORDS]
    assert seat.host.said == [
        "Moved to Oak Room, Thu 26 November, 3:00pm to 4:00pm. [Undo]"
    ]


def test_a_booking_is_cancelled(seat: Sitting, watched: World) -> None:
    _, dialog = reviews(seat)

    dialog.cancel.click()
    asked = dialog.findChild(CancelDialog)
    assert asked is not None
    asked.reason.setCurrentText("The venue cannot have us")
    asked.cancel.click()
    seat.rest()

    with watched.database.read() as session:
        assert session.get_one(Booking, 1).status == "cancelled"
    assert read(watched) == ()


def test_a_coordinator_goes_to_the_schedule_of_that_day(seat: Sitting) -> None:
    _, dialog = reviews(seat)

    dialog.elsewhere.click()

    assert seat.host.shown == [
        ("schedule", {"venue": 1, "day": date(2026, 11, 26), "view": "day"})
    ]


def test_a_manager_goes_to_the_booking(seat: Sitting, watched: World) -> None:
    seat.desk = seat.desk.for_viewer(watched.manager)
    _, dialog = reviews(seat)

    dialog.elsewhere.click()

    assert seat.host.shown == [("find", {"booking": 1, "back": "today"})]


def test_the_whole_room_is_planned_for(seat: Sitting) -> None:
    _, dialog = reviews(seat)

    dialog.room.click()

    assert seat.host.shown == [("venues", {"displaced": Failing(room_id=1)})]


def test_the_sign_offs_open_too(seat: Sitting, watched: World) -> None:
    ask(watched, room_ids=(OAK,))
    seat.desk = seat.desk.for_viewer(watched.manager)
    page = opened(seat)

    button(page, "Open the list: To sign off (1)").click()

    assert page.findChild(SignOffsDialog) is not None
    seat.rest()


def test_new_references_lead_to_those_that_wait_on_keep_apart(
    seat: Sitting, watched: World
) -> None:
    with watched.database.write() as session:
        for case in session.scalars(select(Case)):
            case.confirmed = False
    page = opened(seat)

    button(page, "Open the list: New references (1)").click()

    assert seat.host.shown[-1] == ("keep_apart", {"chip": "new"})
