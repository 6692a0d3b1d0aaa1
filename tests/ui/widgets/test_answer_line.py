"""One answer with its evidence, when and where it holds, and its control."""

from __future__ import annotations

from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from tests.venues.domain.test_answering import of
from ui.widgets.answer_line import AnswerLine, Setting, changes_with_the_hour
from venues.domain.record import EVERY_DAY, LAST
from venues.errors import WrongInput
from venues.services.assessment_drafts import AnswerDraft
from venues.services.assessment_questions import Door

TODAY = date(2026, 11, 23)
DOORS = (Door("Main door", 4), Door("Foyer", None, 7))
UNTIL = date(2027, 11, 23)


def made(qtbot: QtBot, code: str, **answer: object) -> AnswerLine:
    line = AnswerLine(of(code), Setting(lambda: TODAY, DOORS))
    qtbot.addWidget(line)
    line.resize(600, 200)
    line.show()
    line.show_answer(AnswerDraft(code=code, **({"value": ""} | answer)))  # type: ignore[arg-type]
    return line


def test_no_answer_is_none(qtbot: QtBot) -> None:
    assert made(qtbot, "S1").answer() is None


@pytest.mark.parametrize(
    "stored",
    [
        {"value": "yes", "evidence": "The caretaker", "found_on": date(2026, 11, 2)},
        {"value": "no", "weekdays": 4, "opens": time(9), "closes": time(12)},
    ],
)
def test_what_is_stored_comes_back_as_it_was(
    qtbot: QtBot, stored: dict[str, object]
) -> None:
    line = made(qtbot, "S1", **stored)

    assert line.answer() == AnswerDraft(code="S1", **stored)  # type: ignore[arg-type]


def test_it_holds_always_until_hours_are_given(qtbot: QtBot) -> None:
    line = made(qtbot, "S1", value="yes")
    always = line.answer()
    line.show_hours()
    line.days[6].setChecked(False)
    line.closes.setText("6pm")

    typed = line.answer()

    assert always is not None
    assert typed is not None
    assert (always.weekdays, always.opens, always.closes) == (EVERY_DAY, time(), LAST)
    assert (typed.weekdays, typed.opens, typed.closes) == (63, time(), time(18))


@pytest.mark.parametrize("door", DOORS)
def test_a_door_of_its_own_can_be_chosen(qtbot: QtBot, door: Door) -> None:
    line = made(qtbot, "S11", value="by day 3, after dark 2")
    line.where.setCurrentText(door.name)

    typed = line.answer()

    assert typed is not None
    assert (typed.entrance_id, typed.waiting_space_id) == (
        door.entrance_id,
        door.waiting_space_id,
    )


def test_doors_are_offered_where_they_matter(qtbot: QtBot) -> None:
    assert made(qtbot, "S11", value="3", waiting_space_id=7).where.currentText() == (
        "Foyer"
    )
    assert made(qtbot, "S1").where.isHidden()


def test_a_control_is_asked_for_where_the_answer_fails(qtbot: QtBot) -> None:
    line = made(qtbot, "C4", value="open book")
    hidden = line.fails
    line.show_failing(fails=True, until=UNTIL)
    unwritten = line.answer()
    line.control.setText("The worker signs in")

    typed = line.answer()

    assert not hidden
    assert unwritten is not None
    assert (unwritten.control, unwritten.control_until) == ("", None)
    assert typed is not None
    assert (typed.control, typed.control_until) == ("The worker signs in", UNTIL)


def test_a_control_stays_accepted_while_nothing_of_it_changes(qtbot: QtBot) -> None:
    stored = {"value": "open book", "control": "Signs in", "control_until": UNTIL}
    line = made(qtbot, "C4", **stored, accepted_by=2, accepted_on=TODAY)
    line.show_failing(fails=True, until=UNTIL)
    kept = line.answer()
    line.control.setText("Something else")

    changed = line.answer()

    assert kept is not None
    assert kept.accepted_by == 2
    assert changed is not None
    assert changed.accepted_by is None


def test_another_answer_was_found_at_this_visit(qtbot: QtBot) -> None:
    line = made(qtbot, "S1", value="yes", found_on=date(2026, 6, 4))
    line.choice.buttons["no"].click()
    changed = line.found.text()
    line.choice.buttons["yes"].click()

    assert changed == ""
    assert line.found.text() == "Thu 4 Jun 2026"


@pytest.mark.parametrize(("entry", "words"), [("found", "someday"), ("opens", "tea")])
def test_what_cannot_be_read_names_its_question(
    qtbot: QtBot, entry: str, words: str
) -> None:
    line = made(qtbot, "S1", value="yes")
    line.show_hours()
    getattr(line, entry).setText(words)

    with pytest.raises(WrongInput) as wrong:
        line.answer()

    assert wrong.value.field == "S1"


def test_some_answers_change_with_the_hour() -> None:
    assert changes_with_the_hour(of("S8"))
    assert not changes_with_the_hour(of("C1"))
