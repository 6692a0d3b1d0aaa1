"""A manager accepts a control until a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import assessing_scene as scene
from tests.ui import venue_scene
from tests.venues.services.millbrook import MANAGER
from ui.dialogs.control_editor import ControlEditor
from venues.database.session import Database

UNTIL = date(2027, 3, 1)


@pytest.fixture
def editor(database: Database) -> Iterator[ControlEditor]:
    """A manager before a control for the blinds of Oak."""
    rooms = scene.fill(database)
    scene.control(database, "C2", "Blinds down", rooms["Oak"], UNTIL)
    [control] = scene.read(database).controls
    with venue_scene.desk(database, MANAGER) as (desk, _told):
        made = ControlEditor(desk, control, venue_scene.window(desk))
        made.show()
        yield made


def test_it_is_accepted_until_the_day_it_is_asked_for(
    qtbot: QtBot, editor: ControlEditor
) -> None:
    with qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()

    before, after = told.args[0]
    accepted = [each for each in after.answers if each.accepted_by]
    assert editor.facts.words() == {
        "Where": "Oak",
        "Not met": "People can see in",
        "Acceptable with": "Blinds down",
    }
    assert [each.control_until for each in accepted] == [UNTIL]
    assert not any(each.accepted_by for each in before.answers)


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("someday", "not a date"),
        ("23 Nov 2026", "day to come"),
        ("1 Dec 2027", "12 months at most"),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_it(
    qtbot: QtBot, editor: ControlEditor, when: str, sentence: str
) -> None:
    editor.until.setText(when)

    editor.try_to_save()
    venue_scene.until(qtbot, lambda: editor.fields["until"].complaint)

    assert sentence in editor.fields["until"].complaint
