"""Asking for the name of a copy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from ui.dialogs.venue_copy import VenueCopying
from venues.database.session import Database


@pytest.fixture
def dialog(qtbot: QtBot, database: Database) -> Iterator[VenueCopying]:
    """Somebody wants the hub once more."""
    scene.fill(database)
    with scene.desk(database) as (desk, _):
        source = scene.details(database, 1).venue
        dialog = VenueCopying(desk, source, scene.window(desk))
        dialog.open()
        yield dialog


def test_the_name_is_there_to_be_typed_over(dialog: VenueCopying) -> None:
    assert dialog.name.selectedText() == "Millbrook Family Hub"
    assert dialog.windowTitle() == "Copy Millbrook Family Hub"


def test_a_name_that_is_taken_is_said_beside_it(
    qtbot: QtBot, dialog: VenueCopying
) -> None:
    dialog.try_to_save()
    scene.until(qtbot, lambda: dialog.fields["name"].complaint)

    assert dialog.fields["name"].complaint == (
        "There is already a venue with that name. "
        "Choose another, such as one with the town."
    )
    assert dialog.name.text() == "Millbrook Family Hub"


def test_a_copy_is_handed_on(qtbot: QtBot, dialog: VenueCopying) -> None:
    dialog.name.setText("Aspen Family Hub")

    with qtbot.waitSignal(dialog.saved) as told:
        dialog.try_to_save()

    assert told.args is not None
    assert told.args[0].venue.name == "Aspen Family Hub"
    assert len(told.args[0].rooms) == 4
