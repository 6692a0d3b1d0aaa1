"""The queue of what venues have still to be asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues import hired
from tests.venues.hired import RAILSIDE
from tests.world import HALL_B, World
from ui.dialogs.answer_form import AnswerForm
from ui.dialogs.ask_venues import AskVenuesDialog
from venues.database.models import Booking
from venues.database.session import Database


@pytest.fixture
def coordinator(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    hired.hired(world)
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def practitioner(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    hired.hired(world)
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def opened(seat: Sitting, booking_id: int = 0) -> AskVenuesDialog:
    dialog = AskVenuesDialog(seat.desk, seat.owner(), booking_id=booking_id)
    dialog.show()
    return dialog


def two(world: World) -> tuple[int, int]:
    return hired.book(world), hired.book(world, hour=17, room_ids=(HALL_B,))


def test_the_words_are_copied_as_they_stand(coordinator: Sitting, world: World) -> None:
    two(world)
    dialog = opened(coordinator)

    dialog.copy.click()

    copied = QGuiApplication.clipboard().text()
    assert copied == dialog.view.words.toPlainText()
    assert "Could Community Team hire this at Railside?" in copied
    assert copied.count("\n- ") == 2
    assert "WA-" not in copied
    assert coordinator.host.said == ["Copied the words for the venue."]


def test_several_are_marked_as_asked_and_it_is_taken_back(
    coordinator: Sitting, world: World
) -> None:
    first, second = two(world)
    dialog = opened(coordinator)

    dialog.mark.click()
    coordinator.rest()

    assert hired.answer(world, first).asked_on == date(2026, 11, 23)
    assert hired.answer(world, second).said == "asked"
    assert coordinator.host.said == ["2 bookings marked as asked. [Undo]"]
    assert not dialog.mark.isEnabled()
    assert coordinator.desk.undo.undo_name == "Undo asking of a venue"
    coordinator.desk.undo.undo()
    coordinator.rest()
    assert hired.answer(world, first).said == "to ask"


def test_an_answer_is_noted_and_what_is_answered_leaves_the_list(
    coordinator: Sitting, world: World
) -> None:
    first, second = two(world)
    dialog = opened(coordinator)
    dialog.view.table.selectRow(0)

    dialog.note.click()
    form = dialog.findChild(AnswerForm)
    assert form is not None
    form.try_to_save()
    coordinator.rest()

    assert hired.answer(world, first).said == "yes"
    assert [each.booking_id for each in dialog.view.chosen()] == [second]
    assert coordinator.host.said == ["1 booking answered. [Undo]"]


def test_when_all_is_answered_it_says_so(coordinator: Sitting, world: World) -> None:
    booked = hired.book(world)
    dialog = opened(coordinator)

    hired.say(world, booked, venue_answer="yes")
    dialog.reload()

    assert not dialog.view.isVisible()
    assert not dialog.note.isEnabled()
    dialog.note.click()
    dialog.view.opened.emit()
    assert dialog.findChild(AnswerForm) is None


def test_a_booking_changed_meanwhile_is_said_and_shown_anew(
    coordinator: Sitting, world: World
) -> None:
    booked = hired.book(world)
    dialog = opened(coordinator)
    elsewhere = Database.open(world.database.path)
    with elsewhere.write() as session:
        session.get_one(Booking, booked).note = "Two chairs more"
    elsewhere.close()

    dialog.mark.click()
    coordinator.rest()

    assert "Somebody else changed this booking" in dialog.notice.text
    assert hired.answer(world, booked).said == "to ask"


def test_our_own_mistake_is_not_hidden(coordinator: Sitting, world: World) -> None:
    dialog = opened(coordinator)

    with pytest.raises(ZeroDivisionError):
        dialog._failed(ZeroDivisionError())  # noqa: SLF001 - as a job would


def test_after_a_no_its_worker_is_led_to_another_room(
    practitioner: Sitting, world: World
) -> None:
    booked = hired.book(world)
    hired.say(world, booked, venue_answer="no")
    dialog = opened(practitioner)

    dialog.elsewhere.click()

    assert practitioner.host.shown == [("find", {"booking": booked, "back": "today"})]


def test_after_a_no_a_coordinator_is_led_to_the_schedule(
    coordinator: Sitting, world: World
) -> None:
    hired.say(world, hired.book(world), venue_answer="no")
    dialog = opened(coordinator)

    dialog.elsewhere.click()

    day = date(2026, 11, 26)
    assert coordinator.host.shown == [
        ("schedule", {"venue": RAILSIDE, "day": day, "view": "day"})
    ]


def test_one_booking_is_asked_about_alone(practitioner: Sitting, world: World) -> None:
    first, _ = two(world)
    hired.say(world, first, venue_answer="yes")

    dialog = opened(practitioner, booking_id=first)

    assert [each.booking_id for each in dialog.view.chosen()] == [first]
    assert not dialog.view.venues.isVisible()
    assert not dialog.tabs.isVisible()


def test_hired_time_that_nobody_uses_is_listed(
    coordinator: Sitting, world: World
) -> None:
    hired.block(world)
    dialog = opened(coordinator)
    before = dialog.unused.table.ordered.rowCount()

    hired.book(world)
    coordinator.rest()

    assert before == 6
    assert dialog.unused.table.ordered.rowCount() == 7  # a week has two gaps now
