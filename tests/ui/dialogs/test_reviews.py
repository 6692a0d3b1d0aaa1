"""The review list: what it shows to whom, and what each button does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.sitting import Sitting, sit
from tests.venues.services.reviews.scene import (
    book,
    close,
    for_the_victim,
    link,
    read,
    watched,
)
from tests.world import World
from ui.dialogs.message import MessageDialog
from ui.dialogs.reason_form import ReasonForm
from ui.dialogs.reviews import RECORDED, ReviewsDialog
from venues.database.models import Look
from venues.services.reviews import listing

__all__ = ["watched"]


@pytest.fixture
def coordinator(qtbot: QtBot, watched: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, watched.database, watched.coordinator, tmp_path)


@pytest.fixture
def manager(qtbot: QtBot, watched: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, watched.database, watched.manager, tmp_path)


def opened(seat: Sitting) -> ReviewsDialog:
    dialog = ReviewsDialog(seat.desk, seat.owner())
    dialog.show()
    seat.rest()
    return dialog


def met(world: World) -> None:
    book(world)
    for_the_victim(world)
    link(world)


def form_of(dialog: QDialog) -> ReasonForm:
    form = dialog.findChild(ReasonForm)
    assert form is not None
    return form


def test_it_says_what_changed_and_for_which_booking(
    coordinator: Sitting, watched: World
) -> None:
    book(watched)
    close(watched)

    dialog = opened(coordinator)

    said = dialog.about.text()
    assert "Thu 26 November, 3:00pm to 4:00pm, Willow Room, Millbrook" in said
    assert "heating repairs" in said
    assert "WA-" not in said
    assert not dialog.why.isVisible()
    assert dialog.elsewhere.text() == "Show in schedule"


def test_a_manager_sees_whose_it_is(manager: Sitting, watched: World) -> None:
    book(watched)
    close(watched)

    dialog = opened(manager)

    assert "SUP appointment · WA-20417" in dialog.about.text()
    assert dialog.elsewhere.text() == "Find another room"


def test_without_anything_it_says_what_will_stand_here(
    coordinator: Sitting, watched: World
) -> None:
    dialog = opened(coordinator)

    assert not dialog.table.isVisible()
    assert not dialog.keep.isEnabled()
    for press in (dialog.keep, dialog.why, dialog.tell_it, dialog.move_it):
        press.clicked.emit()
    assert dialog.findChild(ReasonForm) is None


def test_what_only_time_brought_about_comes_onto_the_open_list(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    book(world)
    close(world)
    for seat in sit(qtbot, world.database, world.coordinator, tmp_path):
        dialog = opened(seat)

        assert "heating repairs" in dialog.about.text()


def test_closing_it_stops_the_looking(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    book(world)
    close(world)
    for seat in sit(qtbot, world.database, world.coordinator, tmp_path):
        dialog = ReviewsDialog(seat.desk, seat.owner())
        dialog.done(0)
        seat.rest()

        assert read(world) == ()


def test_a_booking_is_kept_with_a_reason_and_that_is_undone(
    coordinator: Sitting, watched: World
) -> None:
    book(watched)
    close(watched)
    dialog = opened(coordinator)

    dialog.keep.click()
    form = form_of(dialog)
    form.try_to_save()
    assert form.fields["reason"].complaint == "Say why."
    form.reason.setCurrentIndex(0)
    form.try_to_save()
    coordinator.rest()

    assert read(watched) == ()
    assert coordinator.host.said == ["Kept the booking in Willow Room. [Undo]"]
    coordinator.desk.undo.undo()
    coordinator.rest()
    assert len(read(watched)) == 1
    coordinator.desk.undo.redo()
    coordinator.rest()
    assert read(watched) == ()


def test_a_reason_is_opened_on_request_and_the_look_recorded(
    coordinator: Sitting, watched: World
) -> None:
    met(watched)
    dialog = opened(coordinator)
    assert listing.FOR_A_PERSON in dialog.about.text()

    dialog.why.click()
    coordinator.rest()

    message = dialog.findChild(MessageDialog)
    assert message is not None
    assert "WA-20417 and WA-20466 are kept apart" in message.sentence.text()
    assert RECORDED in message.sentence.text()
    with watched.database.read() as session:
        assert session.scalars(select(Look.what)).all() == ["review"]
    message.reject()


def test_the_worker_of_the_one_that_moves_is_told_and_it_can_be_taken_back(
    coordinator: Sitting, watched: World
) -> None:
    met(watched)
    dialog = opened(coordinator)

    dialog.tell_it.click()
    coordinator.rest()

    assert len(read(watched, watched.practitioner)) == 1
    assert read(watched, watched.victim_worker) == ()
    assert not dialog.tell_it.isEnabled()
    coordinator.desk.undo.undo()
    coordinator.rest()
    assert read(watched, watched.practitioner) == ()
    coordinator.desk.undo.redo()
    coordinator.rest()
    assert len(read(watched, watched.practitioner)) == 1


def test_what_a_coordinator_may_not_keep_is_said(
    coordinator: Sitting, watched: World
) -> None:
    met(watched)
    dialog = opened(coordinator)

    dialog.keep.click()
    form = form_of(dialog)
    form.reason.setEditText("Both agreed")
    form.try_to_save()
    coordinator.rest()

    assert form.notice.text.startswith("Only a manager keeps a booking")
    assert len(read(watched)) == 2


def test_what_went_meanwhile_is_said(coordinator: Sitting, watched: World) -> None:
    met(watched)
    dialog = opened(coordinator)
    with watched.database.write() as session:
        session.connection().exec_driver_sql(
            "UPDATE review SET resolved_at = '2026-11-23 09:00:00'"
        )

    dialog.tell_it.click()
    dialog.why.click()
    coordinator.rest()

    assert dialog.notice.text.startswith("That is no longer on the list.")


@pytest.mark.parametrize("what", ["move", "cancel", "elsewhere"])
def test_what_the_page_does_is_asked_of_it(
    coordinator: Sitting, watched: World, what: str
) -> None:
    booking = book(watched)
    close(watched)
    dialog = opened(coordinator)
    button = {"move": dialog.move_it, "cancel": dialog.cancel}.get(
        what, dialog.elsewhere
    )

    with coordinator.qtbot.waitSignal(dialog.wanted) as asked:
        button.click()

    assert asked.args is not None
    assert asked.args[0] == what
    assert asked.args[1].booking_id == booking


def test_a_cause_that_went_away_is_said_to_have(
    coordinator: Sitting, watched: World
) -> None:
    met(watched)
    with watched.database.write() as session:
        session.connection().exec_driver_sql("UPDATE separation SET closed_on = since")

    dialog = opened(coordinator)

    assert dialog.about.text().endswith(listing.GONE)
    assert not dialog.why.isVisible()
