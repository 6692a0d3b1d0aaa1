"""The assessment of a venue or a room, as a checklist to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import assessing_scene as scene
from tests.ui import venue_scene
from tests.ui.venue_scene import COORDINATOR, NOW
from ui.desk import Desk
from ui.dialogs.assessment_editor import AssessmentEditor
from ui.dialogs.editor import bring_to_front
from ui.dialogs.versions import VersionsDialog
from venues.database.session import Database
from venues.services import assessments
from venues.services.assessment_drafts import AssessmentDraft

Key = Qt.Key


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk at the hub, which was seen in June."""
    scene.fill(database, S10="no concern")
    with venue_scene.desk(database) as (desk, _told):
        yield desk


def opened(
    desk: Desk, room: str | None = None, *, change: bool = False
) -> AssessmentEditor:
    room_id = venue_scene.room_id(desk.database, scene.HUB, room) if room else None
    with desk.database.read() as session:
        draft = assessments.start(session, scene.HUB, room_id, COORDINATOR, now=NOW)
        last = assessments.current(session, scene.HUB, room_id)
    if change:
        assert last is not None
        draft = last
    editor = AssessmentEditor(
        desk,
        room or "the hub",
        draft,
        last if change else None,
        venue_scene.window(desk),
    )
    editor.show()
    return editor


def saved(qtbot: QtBot, editor: AssessmentEditor) -> AssessmentDraft:
    with qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()
    after: AssessmentDraft = told.args[0][1]
    return after


def answer(editor: AssessmentEditor, code: str, option: str) -> None:
    editor.rows[code].lines[0].choice.buttons[option].click()


def test_a_new_one_begins_with_the_answers_of_the_last(
    qtbot: QtBot, desk: Desk
) -> None:
    editor = opened(desk)

    after = saved(qtbot, editor)

    before = scene.current(desk.database)
    assert after.id == before.id
    assert after.made_on == NOW.date()
    assert after.review_by == date(2027, 11, 23)
    assert after.carried_from is not None
    assert {each.found_on for each in after.answers} == {scene.SEEN}


def test_each_tab_says_how_much_is_answered(desk: Desk) -> None:
    editor = opened(desk, "Oak")
    editor.rows["C1"].show_answers(())

    titles = [editor.tabs.tabText(place) for place in range(editor.tabs.count())]

    assert titles == [
        "Safe 5 of 5",
        "Confidential 2 of 3",
        "Accessible 4 of 4",
        "Child-centred 1 of 1",
        "Practical 2 of 2",
    ]


def test_what_follows_is_said_while_it_is_typed(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "Oak")
    before = editor.outlook.text()
    answer(editor, "C1", "2")

    venue_scene.until(qtbot, lambda: "4 of 7" in editor.outlook.text())

    assert "suitable for 7 of 7" in before
    assert editor.rows["C1"].was.text() == "Was: 3"


def test_by_keyboard_alone(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "Oak")
    editor.activateWindow()
    editor.rows["C1"].show_answers(())
    bring_to_front(editor.rows["C1"])
    editor.rows["C1"].go()
    first = next(iter(editor.rows["C1"].lines[0].choice.buttons.values()))
    venue_scene.until(qtbot, first.hasFocus)

    qtbot.keyClicks(QApplication.focusWidget(), "2")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    chosen = editor.rows["C2"].lines[0].choice
    there = chosen.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClicks(QApplication.focusWidget(), "3")
    with qtbot.waitSignal(editor.saved) as told:
        qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert there
    values = {each.code: each.value for each in told.args[0][1].answers}
    assert (values["C1"], values["C2"]) == ("2", "no")


def test_enter_goes_to_the_next_tab_and_then_to_save(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "Oak")
    editor.activateWindow()
    codes = list(editor.rows)

    editor.rows["S15"].done.emit()
    tab = editor.tabs.currentIndex()
    editor.rows[codes[-1]].done.emit()

    assert tab == 1
    venue_scene.until(qtbot, editor.save.hasFocus)


def test_it_begins_with_the_first_open_question(qtbot: QtBot, desk: Desk) -> None:
    before = scene.current(desk.database)
    kept = tuple(each for each in before.answers if each.code != "C5")
    with desk.database.write() as session:
        assessments.save(
            session,
            replace(before, answers=kept),
            COORDINATOR,
            now=NOW,
            opened=before,
        )

    editor = opened(desk)

    assert editor.tabs.tabText(editor.tabs.currentIndex()) == "Confidential 6 of 7"


def test_questions_may_stay_open(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, "Oak")
    for row in editor.rows.values():
        row.show_answers(())
    answer(editor, "S2", "1 exit")

    after = saved(qtbot, editor)

    assert [each.code for each in after.answers] == ["S2"]


def test_the_next_review_follows_the_visit(desk: Desk) -> None:
    editor = opened(desk)

    editor.made_on.choose(date(2026, 11, 2))

    assert editor.review_by.value() == date(2027, 11, 2)


@pytest.mark.parametrize(
    ("code", "entry", "words", "sentence"),
    [
        ("S1", "evidence", "Ring 07700 900123", "looks like"),
        ("S1", "found", "someday", "not a date"),
        ("S1", "found", "3 Dec 2026", "still to come"),
    ],
)
def test_what_cannot_be_is_said_under_its_question(
    qtbot: QtBot, desk: Desk, code: str, entry: str, words: str, sentence: str
) -> None:
    editor = opened(desk)
    getattr(editor.rows[code].lines[0], entry).setText(words)

    editor.try_to_save()
    venue_scene.until(qtbot, editor.rows[code].complaint.text)

    assert sentence in editor.rows[code].complaint.text()
    assert getattr(editor.rows[code].lines[0], entry).text() == words


@pytest.mark.parametrize("field", ["made_on", "review_by"])
def test_a_day_that_cannot_be_read_is_said_beside_it(
    qtbot: QtBot, desk: Desk, field: str
) -> None:
    editor = opened(desk)
    getattr(editor, field).setText("someday")

    editor.try_to_save()

    assert "not a date" in editor.fields[field].complaint
    editor.judge()
    assert editor.outlook.text()


def test_a_control_is_written_for_what_fails(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk)
    answer(editor, "C4", "open book")
    editor.rows["C4"].lines[0].control.setText("The worker signs in")

    after = saved(qtbot, editor)

    found = next(each for each in after.answers if each.code == "C4")
    assert (found.control, found.control_until) == (
        "The worker signs in",
        date(2027, 11, 23),
    )


def change_meanwhile(desk: Desk, code: str, value: str) -> None:
    before = scene.current(desk.database)
    answers = tuple(
        replace(each, value=value) if each.code == code else each
        for each in before.answers
    )
    with desk.database.write() as session:
        assessments.save(
            session,
            replace(before, answers=answers),
            COORDINATOR,
            now=NOW,
            opened=before,
        )


def both_versions(qtbot: QtBot, editor: AssessmentEditor) -> VersionsDialog:
    editor.try_to_save()
    venue_scene.until(qtbot, lambda: editor.findChild(VersionsDialog))
    dialog = editor.findChild(VersionsDialog)
    assert dialog is not None
    return dialog


def test_two_people_are_shown_both_versions(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(desk, change=True)
    answer(editor, "A4", "no")
    change_meanwhile(desk, "A6", "none")

    dialog = both_versions(qtbot, editor)
    offered = set(dialog.mine)
    dialog.go.click()
    after = saved(qtbot, editor)

    values = {each.code: each.value for each in after.answers}
    assert offered == {"A4", "A6"}
    assert (values["A4"], values["A6"]) == ("no", "none")


def test_a_second_new_one_is_shown_beside_the_first(qtbot: QtBot, desk: Desk) -> None:
    editor, other = opened(desk), opened(desk)
    answer(editor, "A4", "no")
    first = saved(qtbot, other)

    dialog = both_versions(qtbot, editor)
    dialog.go.click()
    after = saved(qtbot, editor)

    assert after.id == first.id


def test_one_that_was_taken_away_is_said(qtbot: QtBot, desk: Desk) -> None:
    room_id = venue_scene.room_id(desk.database, scene.HUB, "Oak")
    editor = opened(desk, "Oak", change=True)
    answer(editor, "C1", "2")
    with desk.database.write() as session:
        assessments.withdraw(
            session, scene.current(desk.database, room_id), COORDINATOR
        )

    editor.try_to_save()
    venue_scene.until(qtbot, lambda: editor.notice.text)

    assert editor.notice.text == "That assessment is no longer there."
