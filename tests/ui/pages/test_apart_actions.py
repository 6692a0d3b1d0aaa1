"""What is done on the Keep apart page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui import apart_sitting as asked
from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from ui.dialogs.case_editor import CaseEditor
from ui.dialogs.confirming import ConfirmDialog
from ui.dialogs.holdings import HoldingsDialog
from ui.dialogs.link_editor import LinkEditor
from ui.dialogs.merging import MergeDialog
from ui.dialogs.message import MessageDialog
from ui.dialogs.not_to_use_editor import NotToUseEditor
from ui.dialogs.renewing import RenewDialog
from ui.dialogs.watching import WatchingDialog
from ui.pages.apart_actions import ApartActions
from ui.widgets.text import Words
from venues.database.models import Case, Separation
from venues.services.apart import glances, overview
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.glances import Glance


@pytest.fixture
def sitting(qtbot: QtBot, world: Any, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path, world.now)


@pytest.fixture
def tasks(sitting: Sitting) -> ApartActions:
    page = QWidget()
    sitting.show(page)
    return ApartActions(sitting.desk, page)


def glance(world: Any, key: Key) -> Glance:
    with world.database.read() as session:
        return glances.glance(
            session, key, scene.CHILD, world.manager, today=scene.TODAY
        )


def a_link(world: Any, **changed: Any) -> Glance:
    return glance(world, Key(LINK, scene.link(world, **changed)))


def test_a_new_link_is_saved_and_can_be_undone(
    sitting: Sitting, tasks: ApartActions
) -> None:
    added: list[Key] = []
    tasks.added.connect(added.append)
    tasks.new_link()
    editor = asked.front(sitting, LinkEditor)
    editor.first.setText(scene.FIRST)
    editor.second.setText(scene.SECOND)
    editor.kind.setCurrentText("Family")

    asked.saved(sitting, editor)

    assert added[0].what == LINK
    assert sitting.host.said == ["Saved. [Undo]"]
    assert sitting.desk.undo.undo_name == "Undo new link"


def test_a_new_case_begins_with_what_was_typed(
    sitting: Sitting, tasks: ApartActions
) -> None:
    added: list[Key] = []
    tasks.added.connect(added.append)
    tasks.new_case("WA-20999")
    editor = asked.front(sitting, CaseEditor)
    editor.kind.setCurrentText("Child")

    asked.saved(sitting, editor)

    assert (editor.reference.text(), added[0].what) == ("WA-20999", CASE)


def test_a_link_is_edited(sitting: Sitting, tasks: ApartActions, world: Any) -> None:
    tasks.do("edit", a_link(world))
    editor = asked.front(sitting, LinkEditor)
    editor.dates.endless.setChecked(True)

    asked.saved(sitting, editor)

    assert sitting.desk.undo.undo_name == "Undo change of a link"
    assert scene.looks(world) == []


def test_saving_what_is_not_changed_says_nothing(
    sitting: Sitting, tasks: ApartActions, world: Any
) -> None:
    tasks.do("edit", glance(world, Key(VENUE, scene.bar(world))))

    asked.saved(sitting, asked.front(sitting, NotToUseEditor))

    assert sitting.host.said == []


def test_closing_is_asked_about_first(
    sitting: Sitting, tasks: ApartActions, world: Any
) -> None:
    found = a_link(world)
    tasks.do("close", found)

    asked.front(sitting, MessageDialog).accept()
    sitting.rest()

    closed = glance(world, found.key)
    tasks.do("reopen", closed)
    sitting.rest()
    assert closed.link is not None
    assert closed.link.closed_on == scene.TODAY
    assert sitting.host.said == [
        "Closed. It stays on record. [Undo]",
        "It holds again. [Undo]",
    ]


def test_what_cannot_be_done_is_said(
    sitting: Sitting, tasks: ApartActions, world: Any
) -> None:
    said: list[str] = []
    tasks.refused.connect(said.append)

    tasks.do("reopen", a_link(world))
    sitting.rest()

    assert said == ["That is not closed."]


def test_what_nobody_foresaw_is_not_hidden(qtbot: QtBot, tasks: ApartActions) -> None:
    with qtbot.captureExceptions() as caught:
        tasks.write(lambda _session: 1 / 0, print)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ZeroDivisionError


@pytest.mark.parametrize(
    ("what", "role"), [("confirm", "The case manager"), ("confirm case", "A manager")]
)
def test_confirming_asks_whose_word_it_is(
    sitting: Sitting, tasks: ApartActions, world: Any, what: str, role: str
) -> None:
    found = a_link(world)
    tasks.do(what, found if what == "confirm" else scene.CHILD)
    dialog = asked.front(sitting, ConfirmDialog)
    dialog.role.setCurrentText(role)

    asked.saved(sitting, dialog)

    with world.database.read() as session:
        model: Any = Separation if what == "confirm" else Case
        on = session.scalars(select(model.confirmed_on).order_by(model.id)).first()
    assert on == date(2026, 11, 23)
    assert sitting.host.said == ["Confirmed. [Undo]"]


def test_confirming_the_same_again_is_no_step(
    sitting: Sitting, tasks: ApartActions, world: Any
) -> None:
    found = a_link(world, confirmed_on=scene.TODAY, confirmed_by_role="practitioner")
    tasks.do("confirm", found)

    asked.saved(sitting, asked.front(sitting, ConfirmDialog))

    assert sitting.host.said == []


def test_opening_a_case_is_written_down(
    sitting: Sitting, tasks: ApartActions, world: Any
) -> None:
    tasks.do("case", scene.CHILD)

    editor = asked.front(sitting, CaseEditor)

    assert editor.reference.text() == scene.FIRST
    assert scene.looks(world) == [(world.manager.staff_id, "case", scene.CHILD)]


def test_a_venue_not_to_use_is_asked_for(sitting: Sitting, tasks: ApartActions) -> None:
    tasks.do("bar", scene.FIRST)
    editor = asked.front(sitting, NotToUseEditor)
    editor.venue.setCurrentText("Railside")

    asked.saved(sitting, editor)

    assert sitting.desk.undo.undo_name == "Undo new venue not to use"


def test_another_room_is_found_on_the_booking_page(
    sitting: Sitting, tasks: ApartActions
) -> None:
    tasks.do("move", 7)

    assert sitting.host.shown == [("find", {"booking": 7, "back": "keep_apart"})]


def test_several_are_renewed(sitting: Sitting, tasks: ApartActions, world: Any) -> None:
    key = Key(LINK, scene.link(world))
    with world.database.read() as session:
        rows = overview.rows(session, world.manager, today=scene.TODAY)
    tasks.renew(rows, [key])

    asked.saved(sitting, asked.front(sitting, RenewDialog))

    assert sitting.host.said == ["Renewed 1 record. [Undo]"]


def test_a_code_opens_its_reason(
    sitting: Sitting, tasks: ApartActions, world: Any
) -> None:
    scene.book(world, 14, **scene.victim(world))
    found = a_link(world)
    code = scene.refused(world)
    tasks.reason(code)
    dialog = asked.front(sitting, MessageDialog)
    applies = " ".join(words.text() for words in dialog.findChildren(Words))
    dialog.accept()
    with world.database.write() as session:
        session.get(Separation, found.key.id).closed_on = scene.TODAY

    tasks.reason(code)

    dialog = asked.front(sitting, MessageDialog)
    over = " ".join(words.text() for words in dialog.findChildren(Words))
    dialog.accept()
    assert code in applies
    assert "are kept apart" in applies
    assert "It no longer applies." in over
    assert [what for _, what, _ in scene.looks(world)] == ["code", "code"]


def test_a_manager_merges_and_that_is_no_step(
    sitting: Sitting, tasks: ApartActions
) -> None:
    tasks.do("merge", scene.THIRD)
    dialog = asked.front(sitting, MergeDialog)
    dialog.right.setText(scene.FIRST)

    asked.saved(sitting, dialog)

    assert sitting.host.said == [
        (
            "Merged. Moved over 0 bookings, 0 links, 0 venues not to use and 1 place "
            "on a list."
        )
    ]
    assert not sitting.desk.undo.can_undo


def test_a_manager_reads_all_that_is_held(
    sitting: Sitting, tasks: ApartActions, world: Any
) -> None:
    tasks.do("everything", scene.FIRST)

    dialog = asked.front(sitting, HoldingsDialog)

    assert scene.FIRST in dialog.text.toPlainText()
    assert [what for _, what, _ in scene.looks(world)] == ["everything"]


def test_a_manager_sees_who_looked(sitting: Sitting, tasks: ApartActions) -> None:
    tasks.watch()

    assert asked.front(sitting, WatchingDialog).isVisible()
