"""Adds a venue, or changes one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, POSTCODES
from ui.desk import Desk
from ui.dialogs.venue_editor import VenueEditor
from ui.dialogs.versions import VersionsDialog
from venues.database.session import Database
from venues.services import venue_editing
from venues.services.venue_drafts import ContactDraft, FeatureDraft, VenueDraft


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; the hub's id is 1."""
    scene.fill(database)
    with scene.desk(database) as (desk, _told):
        yield desk


def stored(desk: Desk, venue_id: int = 1) -> VenueDraft:
    return scene.details(desk.database, venue_id).venue


def opened(desk: Desk, venue: VenueDraft | None = None) -> VenueEditor:
    editor = VenueEditor(desk, venue or stored(desk), scene.window(desk))
    editor.show()
    return editor


def save(qtbot: QtBot, editor: VenueEditor) -> VenueDraft:
    with qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()
    after: VenueDraft = told.args[0][1]
    return after


def test_a_venue_is_shown_as_it_is(desk: Desk) -> None:
    editor = opened(desk)

    assert editor.draft() == stored(desk)
    assert not editor.changed


def test_a_new_venue_is_saved_as_it_was_typed(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, VenueDraft())
    editor.place.name.setText("Castle Lane Library")
    editor.place.kind.setEditText("library")
    editor.place.postcode.setText("wa75ea")
    editor.hire.rate.setText("£9.50")
    editor.arriving.bus.setText("Route 3")
    editor.contacts.show_rows([("Desk", "01632 960002", "", "Mondays")])
    editor.features.answers["hearing-loop"].setCurrentText("Yes")
    editor.notes.setPlainText("Ring first")

    after = save(qtbot, editor)

    kept = stored(desk, after.id or 0)
    assert kept == after
    assert (kept.name, kept.postcode, kept.authority_id) == (
        "Castle Lane Library",
        "WA7 5EA",
        1,
    )
    assert kept.contacts == (ContactDraft("Desk", "01632 960002", "", "Mondays"),)
    assert kept.features == (FeatureDraft("hearing-loop", present=True),)
    assert (kept.rate, kept.bus, kept.notes) == (950, "Route 3", "Ring first")


@pytest.mark.parametrize(
    ("field", "tab", "sentence"),
    [
        ("name", 0, "Give the venue a name"),
        ("postcode", 0, "no postcode WA2 9ZZ"),
        ("rate", 1, "not an amount of money"),
        ("waiting_spaces", 2, "no entrance “Back”"),
        ("contacts", 4, "not the person"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_in_its_tab(
    qtbot: QtBot, desk: Desk, field: str, tab: int, sentence: str
) -> None:
    editor = opened(desk)
    editor.tabs.setCurrentIndex(3)
    if field == "name":
        editor.place.name.clear()
    elif field == "postcode":
        editor.place.postcode.setText("WA2 9ZZ")
    elif field == "rate":
        editor.hire.rate.setText("cheap")
    elif field == "waiting_spaces":
        editor.arriving.waiting_spaces.show_rows([("Foyer", "4", "Back")])
    else:
        editor.contacts.show_rows([("Mr Brown", "", "", "")])

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.fields[field].complaint)

    assert sentence in editor.fields[field].complaint
    assert editor.tabs.currentIndex() == tab
    assert stored(desk).name == "Millbrook Family Hub"


def test_a_name_that_is_taken_is_refused(qtbot: QtBot, desk: Desk) -> None:
    millbrook.venue(desk.database, name="Aspen Court")
    editor = opened(desk)
    editor.place.name.setText("aspen court")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.fields["name"].complaint)

    assert "already a venue with that name" in editor.fields["name"].complaint
    assert editor.place.name.text() == "aspen court"


def test_what_somebody_else_saved_is_shown_beside_what_was_typed(
    qtbot: QtBot, desk: Desk
) -> None:
    editor = opened(desk)
    opened_ = stored(desk)
    with desk.database.write() as session:
        venue_editing.save(
            session,
            replace(opened_, kind="library", town="Widnes"),
            COORDINATOR,
            now=NOW,
            opened=opened_,
            gazetteer=POSTCODES,
        )
    editor.place.town.setText("Runcorn")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.findChildren(VersionsDialog))
    dialog = editor.findChildren(VersionsDialog)[0]
    kept_fields = dialog.kept()
    dialog.go.click()
    after = save(qtbot, editor)

    assert (set(dialog.mine), kept_fields) == ({"kind", "town"}, {"town"})
    assert (after.kind, after.town) == ("library", "Runcorn")


def test_every_input_has_a_name(desk: Desk) -> None:
    editor = opened(desk)
    kinds = (QLineEdit, QComboBox, QPlainTextEdit)

    nameless = []
    for number in range(editor.tabs.count()):
        editor.tabs.setCurrentIndex(number)
        nameless += [
            entry
            for kind in kinds
            for entry in editor.findChildren(kind)
            if entry.isVisible() and not name(entry)
        ]

    assert nameless == []


def name(entry: QWidget) -> str:
    if isinstance(entry, QTabBar):
        return "tabs"
    if isinstance(entry.parent(), QComboBox):
        entry = entry.parentWidget()
    told = QAccessible.queryAccessibleInterface(entry)
    return told.text(QAccessible.Text.Name) if told is not None else ""
