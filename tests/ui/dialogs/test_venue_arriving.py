"""How people come to a venue, come in and wait."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.venue_scene import HUB
from ui.dialogs.venue_arriving import ArrivingForm
from venues.errors import WrongInput
from venues.services.venue_drafts import WaitingDraft

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def form(qtbot: QtBot) -> ArrivingForm:
    """The form, with the hub in it."""
    form = ArrivingForm(twenty_four=False)
    qtbot.addWidget(form)
    form.show_venue(HUB)
    form.show()
    return form


def test_the_venue_comes_back_as_it_was_shown(form: ArrivingForm) -> None:
    assert form.values() == {name: getattr(HUB, name) for name in form.values()}


def test_times_follow_the_clock_somebody_prefers(qtbot: QtBot) -> None:
    form = ArrivingForm(twenty_four=True)
    qtbot.addWidget(form)

    form.show_venue(HUB)

    assert form.last["last_bus"].text() == "21:05"


def test_a_last_bus_that_cannot_be_read_names_its_field(form: ArrivingForm) -> None:
    form.last["last_bus_sunday"].setText("late")

    with pytest.raises(WrongInput, match="not a time") as wrong:
        form.values()

    assert wrong.value.field == "last_bus_sunday"


def test_a_waiting_space_chooses_among_the_entrances(
    qtbot: QtBot, form: ArrivingForm
) -> None:
    qtbot.mouseClick(form.waiting_spaces.add, LEFT)
    name, seats, door = form.waiting_spaces.line(1)
    assert isinstance(name, QLineEdit)
    assert isinstance(seats, QLineEdit)
    assert isinstance(door, QComboBox)
    name.setText("Snug")
    choices = [door.itemText(n) for n in range(door.count())]
    usual = form.values()["waiting_spaces"][1]
    seats.setText("few")

    with pytest.raises(WrongInput) as wrong:
        form.values()

    assert choices == ["", "Main door"]
    assert usual == WaitingDraft("Snug", 4, "")
    assert wrong.value.field == "waiting_spaces"
