"""One question about a booking; test_today_needs.py answers each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.conditional import RISK, book, prepare
from tests.world import World
from ui.dialogs.seeing_to import SeeingTo
from venues.services import seeing_to


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    prepare(world)
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def test_nothing_typed_is_said_beside_the_field(seat: Sitting, world: World) -> None:
    booked = book(world, **RISK)
    with world.database.read() as session:
        asked = seeing_to.ask(session, booked.id, "police", world.practitioner)
    dialog = SeeingTo(seat.desk, asked, "Thu 26 November, 3pm", seat.owner())
    dialog.open()

    dialog.try_to_save()
    seat.rest()

    assert dialog.fields["police"].complaint.startswith("Name the role or the agency")
    assert dialog.isVisible()
    assert not dialog.changed
