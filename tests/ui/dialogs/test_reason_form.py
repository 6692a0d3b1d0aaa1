"""A reason is asked for before a decision, and typed words are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.reason_form import ReasonForm, Why
from venues.errors import WrongInput


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def test_a_reason_of_the_list_with_the_reference_of_a_note(seat: Sitting) -> None:
    given: list[Why] = []
    form = ReasonForm(
        seat.desk,
        "Keep it",
        "Keep",
        given.append,
        seat.owner(),
        reasons=("Agreed", "Other"),
        noted=True,
    )
    form.show()
    form.reason.setCurrentIndex(1)
    form.note.setText(" CV-1 ")

    with seat.qtbot.waitSignal(form.saved):
        form.try_to_save()

    assert given == [Why("Other", "CV-1")]
    assert form.save.text() == "Keep"


def test_nothing_need_be_said_where_no_reason_is_needed(seat: Sitting) -> None:
    given: list[Why] = []
    form = ReasonForm(
        seat.desk, "Ask", "Ask", given.append, seat.owner(), needed=False, said="So."
    )
    form.show()

    with seat.qtbot.waitSignal(form.saved):
        form.try_to_save()

    assert given == [Why("")]


def test_what_is_wrong_is_said_beside_the_words(seat: Sitting) -> None:
    def refuse(_why: Why) -> None:
        raise WrongInput("This looks like a name.", "reason")

    form = ReasonForm(seat.desk, "Ask", "Ask", refuse, seat.owner(), needed=False)
    form.show()
    form.words.setText("Mrs Brown")

    form.try_to_save()
    seat.rest()

    assert form.fields["reason"].complaint == "This looks like a name."
    assert form.words.text() == "Mrs Brown"
    form.words.clear()
