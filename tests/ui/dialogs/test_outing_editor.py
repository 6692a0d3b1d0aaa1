"""Planning an outing in its dialog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages.today_scene import book
from tests.ui.sitting import Sitting, sit
from tests.venues.services.out_scene import FOUR, NOON, PLACE, THREE, plan, row, seen
from tests.world import World
from ui.dialogs.outing_editor import OutingEditor
from venues.database.models import Outing

BUDDY = 2


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    acting = replace(world.practitioner, acts_for=frozenset({3}))
    yield from sit(qtbot, world.database, acting, tmp_path, NOON)


def opened(seat: Sitting, world: World, outing_id: int | None = None) -> OutingEditor:
    out = None
    if outing_id is not None:
        out = next(
            each for each in seen(world, seat.desk.viewer) if each.id == outing_id
        )
    editor = OutingEditor(seat.desk, out, seat.owner())
    editor.open()
    return editor


def fill(editor: OutingEditor) -> None:
    editor.place.setText(PLACE)
    editor.starts.choose(THREE.time())
    editor.ends.choose(FOUR.time())
    editor.buddy.choose(BUDDY)


def planned(world: World) -> Outing:
    (out,) = seen(world, world.manager)
    return row(world, out.id)


def test_an_outing_is_planned_taken_back_and_planned_again(
    seat: Sitting, world: World
) -> None:
    editor = opened(seat, world)
    fill(editor)

    editor.save.click()
    seat.rest()

    assert planned(world).check_out == FOUR + timedelta(minutes=15)
    assert seat.host.said == ["Planned. Check out by 4:15pm. [Undo]"]
    assert seat.desk.undo.undo_name == "Undo new outing"
    seat.desk.undo.undo()
    seat.rest()
    assert seen(world, world.manager) == ()
    seat.desk.undo.redo()
    seat.rest()
    assert planned(world).place == PLACE


def test_it_is_planned_by_keyboard_alone(
    seat: Sitting, world: World, qtbot: QtBot
) -> None:
    editor = opened(seat, world)
    qtbot.waitUntil(editor.place.hasFocus)

    qtbot.keyClicks(editor.place, PLACE)
    for _ in range(6):
        qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
    assert editor.buddy.hasFocus() or editor.buddy.lineEdit().hasFocus()
    for _ in range(4):
        qtbot.keyClick(editor.buddy, Qt.Key.Key_Down)
    assert editor.buddy.currentText() == "Practitioner 05"
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seat.rest()

    assert planned(world).starts == NOON


def test_a_new_one_begins_at_the_next_quarter_and_late_tomorrow(
    seat: Sitting, world: World
) -> None:
    seat.at(NOON + timedelta(minutes=7))
    draft = opened(seat, world).draft()
    assert draft.starts == NOON + timedelta(minutes=15)
    assert draft.due == NOON + timedelta(minutes=90)

    seat.at(datetime.combine(NOON.date(), time(22, 5)))

    assert opened(seat, world).draft().starts == datetime(2026, 11, 27, 9)


def test_check_out_follows_the_end_until_another_time_is_chosen(
    seat: Sitting, world: World
) -> None:
    editor = opened(seat, world)

    editor.ends.choose(time(17))
    assert editor.check_out.value() == time(17, 15)
    editor.check_out.choose(time(18))
    editor.ends.choose(time(17, 30))

    assert editor.check_out.value() == time(18)
    assert editor.draft().due.time() == time(18)


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    seat: Sitting, world: World, qtbot: QtBot
) -> None:
    editor = opened(seat, world)
    fill(editor)
    editor.place.setText("12 Acacia Road, Runcorn")

    editor.save.click()
    seat.rest()

    assert "looks like an address" in editor.fields["place"].complaint
    qtbot.waitUntil(editor.place.hasFocus)
    assert editor.place.text() == "12 Acacia Road, Runcorn"
    editor.place.setText(PLACE)
    editor.buddy.choose(None)
    editor.save.click()
    seat.rest()
    assert editor.fields["buddy"].complaint == "Choose who you check out with."
    editor.starts.setEditText("noonish")
    editor.save.click()
    assert editor.fields["starts"].complaint


def test_what_else_is_in_the_diary_is_said_while_it_is_typed(
    seat: Sitting, world: World, qtbot: QtBot
) -> None:
    book(world)
    editor = opened(seat, world)
    assert not editor.diary.isVisible()

    fill(editor)
    assert editor.diary.text() == "You are at Millbrook from 3pm to 4pm."
    editor.worker.setCurrentIndex(editor.worker.findData(3))
    assert not editor.diary.isVisible()
    editor.worker.setCurrentIndex(editor.worker.findData(1))
    assert editor.diary.isVisible()
    editor.starts.lineEdit().selectAll()
    qtbot.keyClicks(editor.starts.lineEdit(), "noonish")

    assert not editor.diary.isVisible()


def test_it_is_changed_and_brought_back(seat: Sitting, world: World) -> None:
    id_ = plan(world)
    editor = opened(seat, world, id_)
    assert editor.draft().due == FOUR + timedelta(minutes=15)

    editor.place.setText("Court, Chester")
    editor.save.click()
    seat.rest()

    assert row(world, id_).place == "Court, Chester"
    assert seat.host.said == ["Changed. Check out by 4:15pm. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()
    assert row(world, id_).place == PLACE
    seat.desk.undo.redo()
    seat.rest()
    assert row(world, id_).place == "Court, Chester"


def test_it_is_cancelled_and_brought_back(seat: Sitting, world: World) -> None:
    editor = opened(seat, world, plan(world))

    editor.remove.click()
    seat.rest()

    assert seen(world, world.manager) == ()
    assert seat.host.said == ["The outing is cancelled. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()
    assert planned(world).place == PLACE
    seat.desk.undo.redo()
    seat.rest()
    assert seen(world, world.manager) == ()


def test_one_that_is_gone_meanwhile_cannot_be_cancelled(
    seat: Sitting, world: World
) -> None:
    id_ = plan(world)
    editor = opened(seat, world, id_)
    with world.database.write() as session:
        session.delete(session.get_one(Outing, id_))

    editor.remove.click()
    seat.rest()

    assert "no such outing any more" in editor.notice.text
    assert editor.isVisible()
