"""Keeps a case from a venue, or changes that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.dialogs.not_to_use_editor import NotToUseEditor
from venues.database.models import Venue
from venues.services.apart import not_to_use
from venues.services.apart.drafts import NotToUse


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def proposed(sitting: Sitting, reference: str = scene.FIRST) -> NotToUseEditor:
    with sitting.desk.database.read() as session:
        kept = not_to_use.proposed(session, reference, scene.TODAY)
    return NotToUseEditor(sitting.desk, kept, sitting.owner())


def test_a_venue_is_chosen_for_the_case(sitting: Sitting) -> None:
    editor = proposed(sitting)
    editor.venue.setCurrentText("Railside")
    editor.court.setChecked(True)

    before, after = asked.saved(sitting, editor)

    assert before is None
    assert (after.case, after.venue) == (scene.FIRST, "Railside")
    assert after.court_condition


def test_a_venue_has_to_be_chosen(sitting: Sitting) -> None:
    said = asked.refused(sitting, proposed(sitting, ""), "case")
    other = asked.refused(sitting, proposed(sitting), "venue_id")

    assert "not a case reference" in said
    assert other == "Choose the venue from the list."


def test_a_change_keeps_the_case_and_a_retired_venue(
    sitting: Sitting, world: Any
) -> None:
    id_ = scene.bar(world)
    with world.database.write() as session:
        session.get(Venue, scene.RAILSIDE).status = "retired"
    with world.database.read() as session:
        kept = not_to_use.read(session, id_, world.coordinator)
    editor = NotToUseEditor(sitting.desk, kept, sitting.owner())
    editor.dates.endless.setChecked(True)

    _, after = asked.saved(sitting, editor)

    assert editor.case.isReadOnly()
    assert isinstance(after, NotToUse)
    assert (after.venue, after.until) == ("Railside", None)
