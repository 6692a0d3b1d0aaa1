"""Records that something happened at a venue."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.ui.venue_scene import COORDINATOR
from tests.venues.services.millbrook import PRACTITIONER
from ui.dialogs.incident_editor import IncidentEditor
from venues.database.session import Database
from venues.domain.people import Viewer


def test_what_happened_is_written_down(qtbot: QtBot, database: Database) -> None:
    hub = scene.fill(database)
    room = scene.room_id(database, hub, "Oak")
    with scene.desk(database) as (desk, _told):
        editor = IncidentEditor(desk, hub, {room: "Oak"}, scene.window(desk))
        editor.show()
        editor.words.setPlainText("A window was broken")
        editor.when.choose(date(2026, 11, 20))
        editor.where.setCurrentText("Oak")
        editor.suspends.setChecked(True)
        with qtbot.waitSignal(editor.saved) as told:
            editor.try_to_save()

    incident = told.args[0]
    assert (incident.words, incident.room_id, incident.happened_on) == (
        "A window was broken",
        room,
        date(2026, 11, 20),
    )
    assert incident.suspends


@pytest.mark.parametrize(
    ("field", "words", "when", "sentence"),
    [
        ("words", "", "today", "Say what happened"),
        ("words", "Ring 07700 900123", "today", "looks like"),
        ("happened_on", "A window", "someday", "not a date"),
        ("happened_on", "A window", "3 Dec 2026", "still to come"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    qtbot: QtBot, database: Database, field: str, words: str, when: str, sentence: str
) -> None:
    hub = scene.fill(database)
    with scene.desk(database) as (desk, _told):
        editor = IncidentEditor(desk, hub, {}, scene.window(desk))
        editor.show()
        editor.words.setPlainText(words)
        editor.when.setText(when)
        editor.try_to_save()
        scene.until(qtbot, lambda: editor.fields[field].complaint)

        assert sentence in editor.fields[field].complaint
        assert editor.words.toPlainText() == words


@pytest.mark.parametrize(
    ("viewer", "offered"), [(COORDINATOR, True), (PRACTITIONER, False)]
)
def test_only_those_who_keep_venues_stop_bookings(
    database: Database, viewer: Viewer, *, offered: bool
) -> None:
    hub = scene.fill(database)
    with scene.desk(database, viewer) as (desk, _told):
        editor = IncidentEditor(desk, hub, {}, scene.window(desk))

        assert editor.suspends.isHidden() is not offered
