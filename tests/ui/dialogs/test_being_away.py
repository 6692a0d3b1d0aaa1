"""From when until when a colleague is away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import NOW, THURSDAY, World
from ui.dialogs.being_away import BeingAway
from venues.services.rehousing.values import Away
from venues.services.team import members


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def opened(seat: Sitting, world: World) -> BeingAway:
    with world.database.read() as session:
        one = members.member(session, world.practitioner.staff_id)
    dialog = BeingAway(seat.desk, one, seat.owner())
    dialog.show()
    return dialog


def test_the_days_are_planned_for_from_now_on(seat: Sitting, world: World) -> None:
    dialog = opened(seat, world)
    dialog.last.choose(THURSDAY)

    with seat.qtbot.waitSignal(dialog.planned) as told:
        dialog.save.click()

    assert told.args[0] == Away(
        staff_id=world.practitioner.staff_id,
        starts=NOW,
        ends=datetime(2026, 11, 27),
    )


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (THURSDAY, date(2026, 11, 24), "The last day comes before the first."),
        (date(2026, 11, 2), date(2026, 11, 3), "That has passed."),
    ],
)
def test_days_that_cannot_be_are_said(
    seat: Sitting, world: World, first: date, last: date, sentence: str
) -> None:
    dialog = opened(seat, world)
    dialog.first.choose(first)
    dialog.last.choose(last)

    dialog.save.click()
    seat.rest()

    assert dialog.fields["last"].complaint.startswith(sentence)
