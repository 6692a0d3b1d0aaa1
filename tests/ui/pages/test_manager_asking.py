"""Ask a manager: one button for every reason, after a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.reviews.scene import book
from tests.venues.services.sign_offs.scene import kept_apart, mine, waiting
from tests.world import World
from ui.dialogs.reason_form import ReasonForm
from ui.pages.booking import BookingPage
from ui.pages.manager_asking import ASKED
from venues.services.finding import Wish


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def tried(seat: Sitting, world: World, **changed: object) -> BookingPage:
    """The booking page after Book was pressed."""
    request = world.request(**changed)
    wish = Wish(
        audience=request.audience,
        kind=request.kind,
        period=request.period,
        people=request.people,
        needs=request.needs,
        references=request.references,
        worker_ids=request.worker_ids,
    )
    page = BookingPage(seat.desk)
    page.begin(wish, request.room_ids[0])
    seat.show(page)
    page.try_to_save()
    seat.rest()
    return page


def test_a_manager_is_asked_and_that_can_be_undone(seat: Sitting, world: World) -> None:
    kept_apart(world)
    page = tried(seat, world)
    assert page.card.ask.isVisible()

    page.card.ask.click()
    form = page.findChild(ReasonForm)
    assert form is not None
    form.words.setText("It has to be there")
    with seat.qtbot.waitSignal(page.manager.asked):
        form.try_to_save()

    (item,) = waiting(world)
    assert item.why == "It has to be there"
    assert seat.host.said == [f"{ASKED} [Undo]"]
    assert not page.card.ask.isVisible()
    seat.desk.undo.undo()
    seat.rest()
    assert waiting(world) == ()
    seat.desk.undo.redo()
    seat.rest()
    assert len(waiting(world)) == 1


def test_the_request_carries_the_code_that_was_given(
    seat: Sitting, world: World
) -> None:
    kept_apart(world)
    page = tried(seat, world)
    page.card.ask.click()
    form = page.findChild(ReasonForm)
    assert form is not None
    with seat.qtbot.waitSignal(page.manager.asked):
        form.try_to_save()

    assert len(mine(world)) == 1


def test_the_button_is_the_same_for_a_person_and_for_a_rule(
    seat: Sitting, world: World
) -> None:
    kept_apart(world)
    person = tried(seat, world)
    stairs = tried(seat, world, needs=("step-free",), room_ids=(3,), hour=10)

    for page in (person, stairs):
        assert page.card.ask.isVisible()
    assert person.card.ask.text() == stairs.card.ask.text()
    assert person.card.ask.toolTip() == stairs.card.ask.toolTip()


def test_what_no_manager_may_pass_has_no_button(seat: Sitting, world: World) -> None:
    book(world, world.colleague, references=("WA-20418",))

    page = tried(seat, world)

    assert not page.card.ask.isVisible()
    page.card.ask.clicked.emit()
    page.manager._asked(None)  # noqa: SLF001 - what a signal may carry
    assert page.findChild(ReasonForm) is None
