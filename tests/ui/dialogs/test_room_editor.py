"""Adds a room to a venue, or changes one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.venues.services.millbrook import COORDINATOR, NOW
from ui.desk import Desk
from ui.dialogs.room_editor import DIVIDES, RoomEditor
from ui.dialogs.versions import VersionsDialog
from venues.database.session import Database
from venues.services import room_editing
from venues.services.venue_drafts import RoomDraft


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; the hub, whose id is 1, has Oak and a hall in halves."""
    scene.fill(database)
    with scene.desk(database) as (desk, _told):
        yield desk


def room(desk: Desk, name: str) -> RoomDraft:
    rooms = scene.details(desk.database, 1).rooms
    return next(room for room in rooms if room.name == name)


def opened(qtbot: QtBot, desk: Desk, name: str = "") -> RoomEditor:
    shown = room(desk, name) if name else RoomDraft(venue_id=1)
    rooms = scene.details(desk.database, 1).rooms
    editor = RoomEditor(desk, shown, rooms, scene.window(desk))
    editor.show()
    return editor


def save(qtbot: QtBot, editor: RoomEditor) -> None:
    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()


def ticked(editor: RoomEditor) -> list[str]:
    return [box.text() for box in editor.made_of.values() if box.isChecked()]


@pytest.mark.parametrize("name", ["Oak", "Hall", "Hall A"])
def test_a_room_is_shown_as_it_is(qtbot: QtBot, desk: Desk, name: str) -> None:
    editor = opened(qtbot, desk, name)

    assert editor.draft() == room(desk, name)
    assert not editor.changed


def test_a_new_room_is_saved_as_it_was_typed(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk)
    editor.name.setText("Elm")
    editor.seats["seats_table"].setText("8")
    editor.turnaround.setText("20 min")
    editor.rate.setText("£12.50")
    editor.features.answers["screen"].setCurrentText("Yes")

    save(qtbot, editor)

    elm = room(desk, "Elm")
    assert (elm.seats_table, elm.turnaround, elm.rate) == (8, 20, 1250)
    assert [each.need for each in elm.features] == ["screen"]
    assert not elm.shares(room(desk, "Oak"))


def test_a_hall_can_be_made_of_other_rooms(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk)
    editor.name.setText("Everything")
    editor.seats["seats_rows"].setText("60")
    for box in editor.made_of.values():
        box.setChecked(box.text() in {"Hall A", "Oak"})

    save(qtbot, editor)

    everything = room(desk, "Everything")
    shared = [
        each
        for each in ("Hall A", "Hall B", "Hall", "Oak")
        if everything.shares(room(desk, each))
    ]
    assert shared == ["Hall A", "Hall", "Oak"]


def test_a_hall_can_be_made_whole_again(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk, "Hall")
    before = ticked(editor)
    for box in editor.made_of.values():
        box.setChecked(False)

    save(qtbot, editor)

    assert before == ["Hall A", "Hall B"]
    assert not room(desk, "Hall").shares(room(desk, "Hall A"))


def test_a_hall_keeps_a_half_that_is_retired(qtbot: QtBot, desk: Desk) -> None:
    half = room(desk, "Hall A")
    with desk.database.write() as session:
        room_editing.retire(session, half.id or 0, COORDINATOR, now=NOW)
    editor = opened(qtbot, desk, "Hall")
    editor.notes.setText("Ask for the key")

    save(qtbot, editor)

    assert room(desk, "Hall").shares(half)


@pytest.mark.parametrize(
    ("field", "entry", "typed", "sentence"),
    [
        ("name", "name", "", "Give the room a name"),
        ("name", "name", "Hall", "already a room with that name"),
        ("fire_capacity", "fire", "0", "at least 1 person"),
        ("area", "area", "big", "not a whole number"),
        ("turnaround", "turnaround", "soon", "not a length of time"),
        ("turnaround", "turnaround", "5 hours", "between 0 minutes and 4 hours"),
        ("rate", "rate", "-3", "cannot be less than 0"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    qtbot: QtBot, desk: Desk, field: str, entry: str, typed: str, sentence: str
) -> None:
    editor = opened(qtbot, desk, "Oak")
    getattr(editor, entry).setText(typed)

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.fields[field].complaint)

    assert sentence in editor.fields[field].complaint
    assert getattr(editor, entry).text() == typed


def test_seats_of_nobody_are_refused(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk, "Oak")
    editor.seats["seats_circle"].setText("0")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.fields["seats_circle"].complaint)

    assert "at least 1 person" in editor.fields["seats_circle"].complaint


def test_what_somebody_else_saved_is_shown_beside_what_was_typed(
    qtbot: QtBot, desk: Desk
) -> None:
    editor = opened(qtbot, desk, "Oak")
    oak = room(desk, "Oak")
    with desk.database.write() as session:
        theirs = replace(oak, seats_table=9, floor="first floor")
        room_editing.save(session, theirs, COORDINATOR, now=NOW, opened=oak)
    editor.floor.setEditText("basement")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.findChildren(VersionsDialog))
    dialog = editor.findChildren(VersionsDialog)[0]
    kept_fields = dialog.kept()
    dialog.go.click()
    save(qtbot, editor)

    kept = room(desk, "Oak")
    assert (set(dialog.mine), kept_fields) == ({"seats_table", "floor"}, {"floor"})
    assert (kept.seats_table, kept.floor) == (9, "basement")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Oak", DIVIDES),
        ("Hall A", "It is a part of Hall: a booking of one takes both."),
        (
            "Hall",
            (
                "A booking of this room takes Hall A and Hall B as well, and it cannot "
                "be booked while Hall A or Hall B is."
            ),
        ),
    ],
)
def test_what_a_booking_takes_is_said_in_names(
    qtbot: QtBot, desk: Desk, name: str, said: str
) -> None:
    editor = opened(qtbot, desk, name)

    field = editor.fields["space_ids"]

    assert field.entry.accessibleDescription() == said


def test_ticking_a_part_says_what_follows(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk, "Oak")

    next(box for box in editor.made_of.values() if box.text() == "Hall A").click()

    said = editor.fields["space_ids"].entry.accessibleDescription()
    assert said.startswith("A booking of this room takes Hall A as well")
