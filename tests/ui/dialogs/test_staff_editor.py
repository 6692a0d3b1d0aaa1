"""The editor of a colleague shows all of them and saves what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.staff_editor import StaffEditor
from venues.domain.people import Role
from venues.services.team import members

PLACES = [("HAL", "Halton"), ("WAR", "Warrington")]


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


def test_it_shows_somebody_as_they_are(seat: Sitting, world: World) -> None:
    with world.database.read() as session:
        one = members.member(session, world.manager.staff_id)

    editor = StaffEditor(seat.desk, (Role.BOARD,), PLACES, one, seat.owner())
    editor.open()

    assert editor.draft() == one.draft
    assert not editor.changed


def test_without_anybody_it_is_for_a_new_colleague(seat: Sitting) -> None:
    editor = StaffEditor(seat.desk, tuple(Role), PLACES, None, seat.owner())
    editor.open()
    editor.try_to_save()
    seat.rest()

    assert editor.windowTitle() == "Add a colleague"
    assert editor.fields["login"].complaint == "Type the login, as on this computer."
