"""Links two cases, or changes a link."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.dialogs.link_editor import LinkEditor
from venues.services.apart import links
from venues.services.apart.drafts import Link


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path, world.now)


def proposed(sitting: Sitting) -> LinkEditor:
    with sitting.desk.database.read() as session:
        link = links.proposed(session, scene.TODAY)
    return LinkEditor(sitting.desk, link, sitting.owner())


def test_a_new_link_is_typed_and_saved(sitting: Sitting) -> None:
    editor = proposed(sitting)
    editor.first.setText("wa20466")
    editor.second.setText("wa20417")
    editor.kind.setCurrentText("No contact")
    editor.court.setChecked(True)

    before, after = asked.saved(sitting, editor)

    assert before is None
    assert (after.first, after.second, after.kind) == (
        scene.FIRST,
        scene.SECOND,
        "no contact",
    )
    assert after.court_condition


def test_what_is_wrong_stands_beside_its_field(sitting: Sitting) -> None:
    editor = proposed(sitting)
    editor.first.setText("WA-20417")
    editor.second.setText("WA-29999")

    said = asked.refused(sitting, editor, "second")

    assert said == "There is no case WA-29999 yet. Add it first."
    assert editor.first.text() == "WA-20417"


def test_a_kind_has_to_be_chosen(sitting: Sitting) -> None:
    editor = proposed(sitting)
    editor.first.setText(scene.FIRST)
    editor.second.setText(scene.SECOND)

    assert asked.refused(sitting, editor, "kind") == "Choose what kind of link it is."


def test_a_change_shows_no_reference(sitting: Sitting, world: Any) -> None:
    link = scene.read_link(world, scene.link(world))
    editor = LinkEditor(sitting.desk, link, sitting.owner())
    editor.open()
    editor.dates.endless.setChecked(True)

    shown = [child.isVisible() for child in (editor.first, editor.second)]
    before, after = asked.saved(sitting, editor)

    assert shown == [False, False]
    assert (before, after.until) == (link, None)
    assert isinstance(after, Link)
