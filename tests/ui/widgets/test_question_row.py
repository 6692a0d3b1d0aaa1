"""One question of the checklist in a form, with its answers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_answer_line import DOORS, TODAY, UNTIL
from tests.venues.domain.test_answering import of
from ui.widgets.answer_line import Setting
from ui.widgets.question_row import QuestionRow
from venues.domain.checklist import MUST
from venues.services.assessment_drafts import AnswerDraft


def made(qtbot: QtBot, code: str, *answers: AnswerDraft) -> QuestionRow:
    row = QuestionRow(
        of(code),
        Setting(lambda: TODAY, DOORS),
        musts=[MUST],
        why="So that somebody answers",
        evidence="Photo",
    )
    qtbot.addWidget(row)
    row.resize(600, 300)
    row.propose_until(UNTIL)
    row.show_answers(answers, answers)
    row.show()
    return row


def test_a_question_without_an_answer_stays_open(qtbot: QtBot) -> None:
    row = made(qtbot, "S1")

    assert row.answers() == ()
    assert not row.answered
    assert row.lines[0].evidence.placeholderText() == "Photo"
    assert row.words.toolTip() == "So that somebody answers"


def test_what_was_answered_before_is_told_once_it_differs(qtbot: QtBot) -> None:
    row = made(qtbot, "S1", AnswerDraft(code="S1", value="yes"))
    same = row.was.isHidden()

    row.lines[0].choice.buttons["no"].click()

    assert same
    assert row.was.isVisible()
    assert row.was.text() == "Was: yes"


def test_a_poor_answer_asks_for_a_control(qtbot: QtBot) -> None:
    row = made(qtbot, "C4")

    row.lines[0].choice.buttons["open book"].click()
    asked = row.lines[0].fails
    row.lines[0].choice.buttons["no book"].click()

    assert asked
    assert not row.lines[0].fails
    assert row.lines[0].until.text() == "Tue 23 Nov 2027"


def test_an_answer_for_other_hours_is_added_and_taken_away(qtbot: QtBot) -> None:
    row = made(qtbot, "S8", AnswerDraft(code="S8", value="yes"))
    row.another.click()
    second = row.lines[1]
    second.choice.buttons["no"].click()
    for day in (0, 1, 3, 4, 5, 6):
        second.days[day].setChecked(False)
    both = row.answers()

    second.drop.click()

    assert [(each.value, each.weekdays) for each in both] == [("yes", 127), ("no", 4)]
    assert len(row.answers()) == 1
    assert row.lines[0].drop.isHidden()


def test_an_answer_for_another_door_is_added(qtbot: QtBot) -> None:
    row = made(qtbot, "S11")

    row.another.click()

    assert row.another.text() == "Another answer at another door"
    assert not row.lines[1].where.isHidden()


def test_enter_goes_on_and_other_keys_do_not(qtbot: QtBot) -> None:
    row = made(qtbot, "S1")
    with qtbot.waitSignal(row.done):
        qtbot.keyClick(row.lines[0].choice.entry(), Qt.Key.Key_Return)
    with qtbot.waitSignal(row.done):
        qtbot.keyClick(row.lines[0].evidence, Qt.Key.Key_Enter)
    with qtbot.assertNotEmitted(row.done):
        qtbot.keyClick(row, Qt.Key.Key_Q)
        qtbot.keyClick(row, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_complaint_stands_under_its_question(qtbot: QtBot) -> None:
    row = made(qtbot, "S1")
    row.complain("That day is still to come.")
    shown = row.complaint.isVisible()

    row.clear()

    assert shown
    assert row.complaint.isHidden()


def test_other_answers_replace_those_that_are_there(qtbot: QtBot) -> None:
    row = made(qtbot, "S1", AnswerDraft(code="S1", value="yes"))

    row.show_answers([AnswerDraft(code="S1", value="no", found_on=date(2026, 6, 4))])

    assert [each.value for each in row.answers()] == ["no"]
    assert row.was.isHidden()
