"""Closing a place from the page: the plan, changing it, carrying it out, undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, update

from tests.ui.sitting import Sitting, sit
from tests.venues.services.rehousing.leaving import (
    CLOSING,
    LIBRARY,
    at,
    book,
    made,
    rooms_now,
)
from tests.world import HALL, OAK, STUDY, WILLOW, World
from ui.dialogs.reason_form import ReasonForm
from ui.dialogs.rehousing_choice import RehousingChoice
from ui.models import rehousing as words
from ui.pages import displaced_work
from ui.pages.displaced import CHANGED, DisplacedPage
from venues.database.models import Closure, Look, Room, UnmetNeed, Venue
from venues.database.session import Database
from venues.services.progress import quiet
from venues.services.rehousing import looking, telling
from venues.services.rehousing.values import Cause, Outcome


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def opened(seat: Sitting, cause: Cause = CLOSING) -> DisplacedPage:
    page = DisplacedPage(seat.desk, cause)
    seat.show(page)
    page.begin()
    page.question.button.click()
    seat.rest()
    return page


def closures(world: World) -> int:
    with world.database.read() as session:
        return session.scalar(select(func.count()).select_from(Closure)) or 0


def looks(world: World) -> int:
    with world.database.read() as session:
        return session.scalar(select(func.count()).select_from(Look)) or 0


def counted(world: World) -> int:
    """Needs that count."""
    needs = select(func.count()).select_from(UnmetNeed)
    with world.database.read() as session:
        return session.scalar(needs.where(UnmetNeed.withdrawn_on.is_(None))) or 0


def dialog(page: DisplacedPage, kind: type) -> Any:
    found = page.findChild(kind)
    assert found is not None
    return found


def crowded(world: World) -> int:
    """Eight people, and no other room is large enough."""
    with world.database.write() as session:
        session.execute(
            update(Room).where(Room.id.not_in([WILLOW])).values(seats_circle=2)
        )
    return book(world, people=8)


def test_nothing_changes_until_it_is_carried_out_and_one_undo_takes_it_back(
    seat: Sitting, world: World
) -> None:
    id_ = book(world)
    page = opened(seat)
    assert page.go.text() == "Close, and move 1 booking"
    assert closures(world) == 0

    with seat.qtbot.waitSignal(page.left):
        page.go.click()
    seat.rest()

    assert rooms_now(world) == {id_: (STUDY, at(15))}
    assert closures(world) == 1
    assert seat.host.said == ["Closed Millbrook and moved 1 booking. [Undo]"]
    assert seat.desk.undo.undo_name == "Undo closing of Millbrook"
    with world.database.read() as session:
        (told,) = telling.read(session, world.practitioner, world.now)
    assert told.booking_id == id_

    seat.desk.undo.undo()
    seat.rest()
    assert rooms_now(world) == {id_: (WILLOW, at(15))}
    assert closures(world) == 0
    seat.desk.undo.redo()
    seat.rest()
    assert rooms_now(world) == {id_: (STUDY, at(15))}


def test_a_coordinator_is_told_first_that_it_is_written_down(
    seat: Sitting, world: World
) -> None:
    book(world)
    page = DisplacedPage(seat.desk, CLOSING)
    seat.show(page)
    page.begin()
    seat.rest()

    assert page.plan is None
    assert page.question.isVisible()
    assert "Closing Millbrook" in [each.text() for each in page.findChildren(QLabel)]
    assert page.question.button.hasFocus()
    assert looking.WORDS in [each.text() for each in page.findChildren(QLabel)]
    assert looks(world) == 0
    seat.qtbot.keyClick(page.question.button, Qt.Key.Key_Space)
    seat.rest()
    assert page.plan is not None
    assert page.table.hasFocus()
    assert looks(world) == 1

    page.begin()
    seat.rest()
    assert page.plan is not None
    assert looks(world) == 1


def test_a_place_that_is_gone_is_not_asked_about(seat: Sitting) -> None:
    page = DisplacedPage(seat.desk, replace(CLOSING, venue_id=99))
    seat.show(page)

    page.begin()

    assert page.notice.text == "That venue is no longer in the list."
    assert not page.question.isVisible()


def test_a_manager_is_not_asked(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    book(world)
    for sitting in sit(qtbot, world.database, world.manager, tmp_path):
        page = DisplacedPage(sitting.desk, CLOSING)
        sitting.show(page)
        page.begin()
        sitting.rest()
        assert page.plan is not None
        assert not page.question.isVisible()
    assert looks(world) == 0


def test_leaving_the_page_changes_nothing(seat: Sitting, world: World) -> None:
    id_ = book(world)
    page = opened(seat)

    with seat.qtbot.waitSignal(page.left):
        page.cancel.click()

    assert rooms_now(world) == {id_: (WILLOW, at(15))}
    assert closures(world) == 0


def test_one_is_chosen_by_hand_and_the_other_planned_around_it(
    seat: Sitting, world: World
) -> None:
    first = book(world)
    book(world, room_ids=(OAK,), viewer=world.colleague)
    page = opened(seat)

    page.choose.click()
    seat.rest()
    choice = dialog(page, RehousingChoice)
    names = choice.table.ordered
    hall = [
        row
        for row in range(names.rowCount())
        if names.index(row, 1).data() == "Hall, Railside"
    ]
    choice.table.select(names.index(hall[0], 0))
    choice.take.click()
    seat.rest()

    assert page.plan is not None
    assert page.plan.line(first).by_hand
    assert {line.target.room.id for line in page.plan.moving if line.target} == {
        STUDY,
        HALL,
    }
    page.let.click()
    seat.rest()
    assert not page.plan.line(first).by_hand


def test_one_is_left_out_and_needs_review(seat: Sitting, world: World) -> None:
    id_ = book(world)
    page = opened(seat)

    page.out.click()
    seat.rest()
    assert page.go.text() == "Close"
    page.go.click()
    seat.rest()

    assert rooms_now(world) == {id_: (WILLOW, at(15))}
    assert seat.host.said == [
        "Closed Millbrook. 1 booking stands under Needs review. [Undo]"
    ]


def test_what_has_nowhere_to_go_is_recorded_as_need(
    seat: Sitting, world: World
) -> None:
    crowded(world)
    page = opened(seat)
    assert page.plan is not None
    assert page.plan.count(Outcome.NOWHERE) == 1
    assert page.record.isVisible()

    page.go.click()
    seat.rest()

    assert counted(world) == 1
    seat.desk.undo.undo()
    seat.rest()
    assert counted(world) == 0
    seat.desk.undo.redo()
    seat.rest()
    assert counted(world) == 1


def test_it_is_not_recorded_unless_wanted(seat: Sitting, world: World) -> None:
    crowded(world)
    page = opened(seat)

    page.record.setChecked(False)
    page.go.click()
    seat.rest()

    assert counted(world) == 0


def test_without_bookings_it_just_closes(seat: Sitting, world: World) -> None:
    page = opened(seat)
    assert page.go.text() == "Close"

    page.go.click()
    seat.rest()

    assert seat.host.said == ["Closed Millbrook. [Undo]"]
    assert closures(world) == 1


def test_what_changed_meanwhile_is_said_and_planned_again(
    seat: Sitting, world: World
) -> None:
    book(world)
    page = opened(seat)

    book(world, room_ids=(OAK,), viewer=world.colleague)
    seat.rest()
    assert page.notice.text == CHANGED
    page.again.click()
    seat.rest()

    assert page.plan is not None
    assert len(page.plan.lines) == 2


def test_a_plan_that_is_out_of_date_moves_nothing(seat: Sitting, world: World) -> None:
    id_ = book(world)
    page = opened(seat)
    elsewhere = Database.open(world.database.path)
    other = world.__class__(**{**vars(world), "database": elsewhere})
    book(other, room_ids=(OAK,), viewer=world.colleague)
    elsewhere.close()

    page.go.click()
    seat.rest()

    assert page.notice.text.startswith("Something changed since the plan was made")
    assert page.again.isVisible()
    assert not page.go.isEnabled()
    assert rooms_now(world)[id_] == (WILLOW, at(15))
    assert closures(world) == 0


def test_who_may_not_close_is_told(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    for seat in sit(qtbot, world.database, world.practitioner, tmp_path):
        page = opened(seat)
        assert page.notice.text
        assert page.plan is None


def test_it_is_planned_with_what_somebody_agreed_to(
    seat: Sitting, world: World
) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id != STUDY).values(seats_circle=1))
        session.execute(
            update(Venue)
            .where(Venue.id == LIBRARY)
            .values(booked_by="request", notice_days=30)
        )
    page = opened(seat)
    assert page.go.text() == "Close"

    page.rest.click()
    form = dialog(page, ReasonForm)
    form.reason.setCurrentText("heating repairs")
    form.save.click()
    seat.rest()
    assert page.go.text() == "Close, and move 1 booking"
    page.go.click()
    seat.rest()

    assert rooms_now(world) == {id_: (STUDY, at(15))}


def test_what_fits_nowhere_at_all_stays_so_with_a_reason(world: World) -> None:
    crowded(world)
    plan = made(world)

    assert displaced_work.with_rest(plan, "They agreed", quiet) == plan
    assert not words.needs_agreeing(plan)
