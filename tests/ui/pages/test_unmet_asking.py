"""None of these work: recorded from the page, and asked about once on leaving it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, settled
from ui.dialogs.own_needs import OwnNeedsDialog
from ui.dialogs.unmet_need import UnmetNeedEditor
from ui.pages.unmet_asking import QUESTION
from ui.widgets.buttons import Button, LinkButton
from venues.database.models import UnmetNeed
from venues.database.session import Database
from venues.domain.unmet import Missing


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    for scene in find_scene.opened(qtbot, database, tmp_path):
        yield find_scene.tomorrow(qtbot, scene)


def none_of_these(scene: Scene) -> Button:
    (button,) = [
        each
        for each in scene.page.header.findChildren(Button)
        if each.text().startswith("None of these")
    ]
    return button


def form(qtbot: QtBot, scene: Scene) -> UnmetNeedEditor:
    settled(qtbot, scene)
    editor = scene.window.findChild(UnmetNeedEditor)
    assert editor is not None
    return editor


def recorded(scene: Scene) -> list[Any]:
    return [row for row in scene.rows(UnmetNeed) if row.withdrawn_on is None]


def crowd(qtbot: QtBot, scene: Scene) -> None:
    """Look for so many people that no room fits."""
    scene.page.form.people.setValue(300)
    settled(qtbot, scene)
    assert scene.names() == []


def test_a_click_and_a_key_record_it(qtbot: QtBot, scene: Scene) -> None:
    crowd(qtbot, scene)

    none_of_these(scene).click()
    editor = form(qtbot, scene)
    assert editor.ticks[Missing.SEATS].isChecked()
    with qtbot.waitSignal(editor.saved):
        editor.save.click()
    settled(qtbot, scene)

    (row,) = recorded(scene)
    assert (row.people, row.reasons, row.authority_id) == (300, ["seats"], 2)
    scene.desk.undo.undo()
    settled(qtbot, scene)
    assert recorded(scene) == []
    scene.desk.undo.redo()
    settled(qtbot, scene)
    assert len(recorded(scene)) == 1


def test_leaving_without_a_room_asks_once(qtbot: QtBot, scene: Scene) -> None:
    crowd(qtbot, scene)

    scene.window.show_page("schedule")
    settled(qtbot, scene)
    assert scene.host.said == [QUESTION]

    scene.window.messages.action.click()
    editor = form(qtbot, scene)
    editor.reject()
    scene.window.show_page("find")
    scene.page.search_asked()
    scene.window.show_page("schedule")
    settled(qtbot, scene)
    assert scene.host.said == [QUESTION]


def test_leaving_rooms_that_fit_asks_nothing(qtbot: QtBot, scene: Scene) -> None:
    scene.page.search_asked()
    assert scene.names()

    scene.window.show_page("schedule")
    settled(qtbot, scene)

    assert scene.searches() == ["left"]
    assert scene.host.said == []


def test_what_is_recorded_already_is_not_asked_again(
    qtbot: QtBot, scene: Scene
) -> None:
    crowd(qtbot, scene)
    none_of_these(scene).click()
    editor = form(qtbot, scene)
    with qtbot.waitSignal(editor.saved):
        editor.save.click()
    settled(qtbot, scene)

    scene.window.show_page("schedule")
    settled(qtbot, scene)

    assert QUESTION not in scene.host.said


def test_what_was_recorded_before_is_a_click_away(qtbot: QtBot, scene: Scene) -> None:
    none_of_these(scene).click()
    editor = form(qtbot, scene)
    (earlier,) = editor.findChildren(LinkButton)

    earlier.click()

    dialog = scene.window.findChild(OwnNeedsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_without_anything_to_look_for_there_is_nothing_to_record(
    qtbot: QtBot, scene: Scene
) -> None:
    enter(scene.page.form.date, "soon")
    settled(qtbot, scene)

    assert not none_of_these(scene).isEnabled()
