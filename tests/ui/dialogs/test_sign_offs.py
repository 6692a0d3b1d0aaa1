"""A manager decides: the facts, the reason, yes or no, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.test_reviews import form_of
from tests.ui.sitting import Sitting, sit
from tests.venues.services.reviews.scene import book
from tests.venues.services.sign_offs.scene import ask, kept_apart, mine, waiting
from tests.venues.services.sign_offs.test_queue import provisional
from tests.world import World
from ui.dialogs.message import MessageDialog
from ui.dialogs.reason_form import ReasonForm
from ui.dialogs.sign_offs import HINDERED, SignOffsDialog
from venues.database.models import Booking
from venues.domain.rules import no_go
from venues.services.sign_offs import asking, deciding


@pytest.fixture
def manager(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def opened(seat: Sitting) -> SignOffsDialog:
    dialog = SignOffsDialog(seat.desk, seat.owner())
    dialog.show()
    seat.rest()
    return dialog


def answer(seat: Sitting, dialog: SignOffsDialog, reason: str) -> ReasonForm:
    form = form_of(dialog)
    form.reason.setEditText(reason)
    form.note.setText("CV-2231")
    form.try_to_save()
    seat.rest()
    return form


def test_the_facts_for_a_decision_stand_there(manager: Sitting, world: World) -> None:
    kept_apart(world)
    ask(world)

    dialog = opened(manager)

    said = dialog.about.text()
    assert "Willow Room, Millbrook" in said
    assert "SUP appointment for WA-20417, 3 people, with Practitioner 04." in said
    assert no_go.NOT_AVAILABLE in said
    assert "WA-20466" not in said
    assert dialog.why.isVisible()


def test_a_yes_makes_the_booking_and_is_undone_and_done_again(
    manager: Sitting, world: World
) -> None:
    kept_apart(world)
    ask(world)
    dialog = opened(manager)

    dialog.yes.click()
    answer(manager, dialog, deciding.YES[0])

    assert mine(world)[0].words == "Signed off."
    assert manager.host.said == ["Signed off: Willow Room. [Undo]"]
    assert manager.desk.undo.undo_name == "Undo sign-off of Willow Room"
    manager.desk.undo.undo()
    manager.rest()
    assert mine(world)[0].state == "open"
    manager.desk.undo.redo()
    manager.rest()
    assert mine(world)[0].state == "yes"


def test_a_no_is_told_without_its_reason(manager: Sitting, world: World) -> None:
    kept_apart(world)
    ask(world)
    dialog = opened(manager)

    dialog.no.click()
    answer(manager, dialog, deciding.NO[2])

    assert mine(world)[0].words == asking.SAID["no"]
    assert not dialog.table.isVisible()
    manager.desk.undo.undo()
    manager.rest()
    assert len(waiting(world)) == 1


def test_a_court_condition_is_said_and_what_was_typed_is_kept(
    manager: Sitting, world: World
) -> None:
    kept_apart(world, court_condition=True)
    ask(world)
    dialog = opened(manager)

    dialog.yes.click()
    form = answer(manager, dialog, deciding.YES[0])

    assert form.notice.text == deciding.COURT
    assert form.reason.currentText() == deciding.YES[0]


def test_what_nobody_may_pass_can_only_be_declined(
    manager: Sitting, world: World
) -> None:
    kept_apart(world)
    ask(world)
    book(world, world.colleague, references=("WA-20418",))

    dialog = opened(manager)

    assert not dialog.yes.isEnabled()
    assert HINDERED in dialog.about.text()


def test_a_provisional_booking_is_confirmed(manager: Sitting, world: World) -> None:
    provisional(world)
    dialog = opened(manager)
    assert not dialog.why.isVisible()

    dialog.yes.click()
    answer(manager, dialog, deciding.YES[0])

    assert waiting(world) == ()
    manager.desk.undo.undo()
    manager.rest()
    assert len(waiting(world)) == 1
    manager.desk.undo.redo()
    manager.rest()
    assert waiting(world) == ()


def test_a_change_that_was_signed_off_is_undone_with_it(
    manager: Sitting, world: World
) -> None:
    booking = book(world, hour=18)
    kept_apart(world)
    with world.database.write() as session:
        asking.ask(
            session,
            world.request(),
            world.practitioner,
            now=world.now,
            booking_id=booking,
            why="It has to be there",
        )
    dialog = opened(manager)
    assert "Practitioner 04: It has to be there" in dialog.about.text()

    dialog.yes.click()
    answer(manager, dialog, deciding.YES[0])

    assert manager.host.said == ["Signed off: Willow Room. [Undo]"]
    with manager.qtbot.waitSignal(manager.desk.undo.told) as told:
        manager.desk.undo.undo()
    assert told.args == ["Undone: sign-off of Willow Room."]
    with world.database.read() as session:
        assert session.get_one(Booking, booking).starts.hour == 18
    assert not manager.desk.undo.can_undo


def test_the_reason_is_opened_on_request(manager: Sitting, world: World) -> None:
    kept_apart(world)
    ask(world)
    dialog = opened(manager)

    dialog.why.click()
    manager.rest()

    message = dialog.findChild(MessageDialog)
    assert message is not None
    assert "WA-20466" in message.sentence.text()
    message.reject()


def test_with_nothing_to_decide_it_says_so(manager: Sitting) -> None:
    dialog = opened(manager)

    for press in (dialog.yes, dialog.no, dialog.why):
        assert not (press.isVisible() and press.isEnabled())
        press.clicked.emit()
    assert dialog.findChild(ReasonForm) is None


def test_what_was_withdrawn_leaves_the_list(manager: Sitting, world: World) -> None:
    id_ = ask(world)
    dialog = opened(manager)
    assert dialog.table.isVisible()

    with world.database.write() as session:
        asking.withdraw(session, id_, world.practitioner)
    manager.rest()

    assert not dialog.table.isVisible()
