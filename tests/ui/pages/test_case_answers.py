"""What may be said of the references somebody types."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from tests.ui import schedule_scene
from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import enter
from ui.pages.case_answers import CaseAnswers
from ui.widgets.casefield import CaseField
from ui.widgets.field import Field
from venues.database.models import Case
from venues.database.session import Database
from venues.errors import WrongInput
from venues.services.cases import Standing


@pytest.fixture
def case() -> CaseField:
    return CaseField()


@pytest.fixture
def field(qtbot: QtBot, case: CaseField) -> Field:
    made = Field("Case reference", case)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answers(
    database: Database, case: CaseField, field: Field, tmp_path: Path
) -> CaseAnswers:
    schedule_scene.fill(database)
    with database.write() as session:
        session.get(Case, 2).needs = ["quiet-space"]
        session.get(Case, 1).needs = ["step-free", "quiet-space"]
    desk = find_scene.desk(database, tmp_path)
    return CaseAnswers(desk, case, field)


def test_each_reference_is_answered(answers: CaseAnswers, case: CaseField) -> None:
    enter(case.edit, "wa20417, WA-99999")

    assert [(one.reference, one.standing) for one in answers.answers] == [
        ("WA-20417", Standing.MINE),
        ("WA-99999", Standing.NEW),
    ]
    assert answers.needs() == {"quiet-space"}


def test_the_needs_of_all_cases_count(answers: CaseAnswers, case: CaseField) -> None:
    enter(case.edit, "WA-20417, WA-20391")

    assert answers.needs() == {"quiet-space", "step-free"}


def test_the_wrong_shape_is_said_when_the_field_is_left(
    answers: CaseAnswers, case: CaseField, field: Field
) -> None:
    case.edit.setText("2041")
    assert field.complaint == ""

    case.edit.editingFinished.emit()

    assert field.complaint.startswith("That is not a case reference.")
    assert answers.usable() == ()


def test_another_list_is_said_at_once_and_in_the_same_words_as_any_reason(
    answers: CaseAnswers, case: CaseField, field: Field
) -> None:
    case.edit.setText("WA-30103")

    assert field.complaint == "Not on your list. Ask the coordinator."
    with pytest.raises(WrongInput):
        answers.usable()


def test_a_reference_that_stays_is_taken_as_it_is(
    answers: CaseAnswers, case: CaseField, field: Field
) -> None:
    answers.keep(["WA-30103"])

    case.edit.setText("WA-30103")

    assert field.complaint == ""
    assert [one.reference for one in answers.usable()] == ["WA-30103"]


def test_typing_writes_nothing(
    answers: CaseAnswers, case: CaseField, database: Database
) -> None:
    with database.read() as session:
        before = session.scalar(select(func.count()).select_from(Case))

    for text in ("WA-9", "WA-99999", "WA-99999, WA-99998"):
        case.edit.setText(text)

    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == before
    assert len(answers.answers) == 2
