"""Adds a question to the checklist, or changes one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import assessing_scene as scene
from tests.ui import venue_scene
from tests.ui.venue_scene import COORDINATOR
from tests.venues.services.test_checklist_effect import question
from ui.desk import Desk
from ui.dialogs import criterion_editor
from ui.dialogs.criterion_editor import NO_EFFECT, CriterionEditor
from ui.dialogs.versions import VersionsDialog
from venues.database.session import Database
from venues.services import checklist
from venues.services.checklist import CriterionDraft


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; every room of the hub can be seen into."""
    scene.fill(database, C2="no", S10="no concern")
    with venue_scene.desk(database) as (desk, _told):
        yield desk


def opened(desk: Desk, code: str = "") -> CriterionEditor:
    draft = question(desk.database, code) if code else CriterionDraft(code="")
    editor = CriterionEditor(desk, draft, venue_scene.window(desk))
    editor.show()
    return editor


def ask(editor: CriterionEditor, code: str, demand: str) -> None:
    box = editor.asks[code]
    box.setCurrentIndex(box.findData(demand))


def saved(qtbot: QtBot, editor: CriterionEditor) -> CriterionDraft:
    with qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()
    after: CriterionDraft = told.args[0][1]
    return after


def test_what_is_stored_comes_back_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "C1")

    assert editor.draft() == question(desk.database, "C1")
    assert not editor.code.isEnabled()
    assert not editor.changed


def test_the_effect_is_told_before_saving(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "C2")
    ask(editor, "CH", "M")
    venue_scene.until(qtbot, editor.effect.text)
    stricter = editor.effect.text()
    ask(editor, "CH", "D")
    venue_scene.until(qtbot, lambda: editor.effect.text() == NO_EFFECT)

    assert stricter == "4 rooms would become not suitable for a one-to-one session."


def test_many_effects_are_cut(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(criterion_editor, "MOST", 2)
    editor = opened(desk)
    editor.code.setText("s17")
    for code in editor.asks:
        ask(editor, code, "M")
    editor.work_out()
    venue_scene.until(qtbot, editor.effect.text)

    lines = editor.effect.text().splitlines()

    assert len(lines) == 3
    assert lines[-1] == "And more."


def test_a_question_is_added(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk)
    editor.code.setText("s17")
    editor.words.setPlainText("A bell that is heard")
    editor.level.setCurrentIndex(editor.level.findData("room"))
    ask(editor, "CH", "K")

    after = saved(qtbot, editor)

    assert (after.code, after.level, after.asks["CH"]) == ("S17", "room", "K")


@pytest.mark.parametrize(
    ("field", "code", "words", "sentence"),
    [
        ("code", "C2", "A bell", "taken"),
        ("words", "S17", "", "Write the question"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    qtbot: QtBot, desk: Desk, field: str, code: str, words: str, sentence: str
) -> None:
    editor = opened(desk)
    editor.code.setText(code)
    editor.words.setPlainText(words)

    editor.try_to_save()
    venue_scene.until(qtbot, lambda: editor.fields[field].complaint)

    assert sentence in editor.fields[field].complaint


def test_a_score_is_asked_of_scores_only(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "C2")
    ask(editor, "CH", "M3")

    editor.try_to_save()
    venue_scene.until(qtbot, lambda: editor.fields["asks"].complaint)

    assert "with a score" in editor.fields["asks"].complaint


def test_two_people_are_shown_both_versions(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "C2")
    ask(editor, "CH", "M")
    before = question(desk.database, "C2")
    with desk.database.write() as session:
        checklist.save(
            session,
            replace(before, words="Nobody sees in", level="venue"),
            COORDINATOR,
            opened=before,
        )

    editor.try_to_save()
    venue_scene.until(qtbot, lambda: editor.findChild(VersionsDialog))
    dialog = editor.findChild(VersionsDialog)
    assert dialog is not None
    offered = set(dialog.mine)
    dialog.go.click()
    after = saved(qtbot, editor)

    assert offered == {"words", "level", "asks"}
    assert (after.words, after.level, after.asks["CH"]) == (
        "Nobody sees in",
        "venue",
        "M",
    )


def test_a_code_that_was_taken_meanwhile_is_said(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk)

    assert not editor.offer_both(editor.draft())
