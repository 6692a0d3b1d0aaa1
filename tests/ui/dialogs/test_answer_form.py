"""Noting what a venue has said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues import hired
from tests.world import HALL_B, World
from ui.dialogs.answer_form import AnswerForm
from venues.services import venue_asking
from venues.services.venue_answers import Answer
from venues.services.venue_asking import Item


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    hired.hired(world)
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def items(world: World) -> tuple[Item, ...]:
    with world.database.read() as session:
        (asked,) = venue_asking.queue(session, world.coordinator, world.now)
    return asked.items


def opened(seat: Sitting, world: World) -> AnswerForm:
    form = AnswerForm(seat.desk, items(world), ("Caretaker", "Desk"), seat.owner())
    form.show()
    return form


def save(seat: Sitting, form: AnswerForm) -> None:
    with seat.qtbot.waitSignal(form.saved):
        form.try_to_save()


def test_a_yes_with_role_reference_and_cost(seat: Sitting, world: World) -> None:
    booked = hired.book(world)
    form = opened(seat, world)
    assert (form.by.currentText(), form.cost.text()) == ("Caretaker", "£36.00")

    form.reference.setText("H-7")
    form.cost.setText("40")
    save(seat, form)

    assert hired.answer(world, booked) == Answer(
        said="yes",
        answered_on=date(2026, 11, 23),
        by="Caretaker",
        reference="H-7",
        cost=4000,
    )


def test_a_no_has_neither_reference_nor_cost(seat: Sitting, world: World) -> None:
    booked = hired.book(world)
    form = opened(seat, world)
    form.reference.setText("H-7")

    form.said.setCurrentIndex(1)
    enabled = form.cost.isEnabled()
    save(seat, form)

    assert not enabled
    answer = hired.answer(world, booked)
    assert (answer.said, answer.reference, answer.cost) == ("no", "", 3600)


def test_several_get_the_same_answer_each_with_its_own_cost(
    seat: Sitting, world: World
) -> None:
    first, second = hired.book(world), hired.book(world, hour=17, room_ids=(HALL_B,))
    form = opened(seat, world)
    assert form.cost.text() == ""

    form.by.setCurrentText("Bookings desk")
    save(seat, form)

    answers = [hired.answer(world, each) for each in (first, second)]
    assert [(each.said, each.by, each.cost) for each in answers] == [
        ("yes", "Bookings desk", 3600)
    ] * 2


def test_an_answer_is_shown_as_it_was_noted(seat: Sitting, world: World) -> None:
    booked = hired.book(world)
    noted = {
        "venue_answer": "no",
        "answered_on": date(2026, 11, 20),
        "answered_by": "Desk",
        "cost": None,
    }
    hired.say(world, booked, **noted)

    form = opened(seat, world)

    assert form.said.currentData() == "no"
    assert form.on.value() == date(2026, 11, 20)
    assert (form.by.currentText(), form.cost.text()) == ("Desk", "")


def test_what_cannot_be_read_is_said_beside_it(seat: Sitting, world: World) -> None:
    hired.book(world)
    form = opened(seat, world)

    form.on.setText("soon")
    form.try_to_save()
    day = form.fields["answered_on"].complaint
    form.on.choose(date(2026, 11, 23))
    form.cost.setText("dear")
    form.try_to_save()

    assert day
    assert form.fields["cost"].complaint
