"""The form of an option explored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.evidence.test_options import OPTION
from tests.world import World
from ui.dialogs.option_editor import Choices, OptionEditor
from venues.domain.ladder import Step
from venues.services.evidence.options import Option

CHOICES = Choices([(1, "Warrington"), (2, "Halton")], ["Culcheth"], [("A2", "Door")])


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def opened(seat: Sitting, option: Option = OPTION) -> OptionEditor:
    form = OptionEditor(seat.desk, option, CHOICES, seat.owner())
    form.show()
    return form


def test_what_is_stored_is_what_is_shown(seat: Sitting) -> None:
    form = opened(seat)

    assert form.draft() == OPTION
    assert not form.changed
    form.reject()


def test_a_criterion_belongs_to_a_room_that_is_adapted(seat: Sitting) -> None:
    form = opened(seat)
    assert not form.criterion.isEnabled()

    form.step.setCurrentIndex(list(Step).index(Step.ADAPT))
    form.criterion.setCurrentIndex(1)

    assert form.criterion.isEnabled()
    assert form.draft() == replace(OPTION, step=Step.ADAPT, criterion="A2")
    form.step.setCurrentIndex(0)
    assert form.draft().criterion == ""
    form.try_to_save()
    seat.rest()


def test_dates_and_money_are_typed_as_people_type_them(seat: Sitting) -> None:
    form = opened(seat)

    form.cost.setText("£1,800")
    form.again.setText("1 March 2027")
    draft = form.draft()
    form.again.setText("")

    assert (draft.cost, draft.ask_again_on) == (1_800_00, date(2027, 3, 1))
    assert form.draft().ask_again_on is None
    form.try_to_save()
    seat.rest()


@pytest.mark.parametrize(
    ("name", "typed", "field"),
    [
        ("again", "soon", "ask_again_on"),
        ("cost", "a lot", "cost"),
        ("town", "", "town"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    seat: Sitting, name: str, typed: str, field: str
) -> None:
    form = opened(seat)

    getattr(form, name).setText(typed)
    form.try_to_save()
    seat.rest()

    assert form.fields[field].complaint
    assert form.isVisible()
