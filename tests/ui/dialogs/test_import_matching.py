"""Which column of a foreign list is which."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from ui.dialogs.import_matching import LEAVE_OUT, REMEMBERED, MatchStep
from venues.services.spreadsheets.looking import Look

LOOK = Look(
    ("List", "Other"),
    "List",
    ("Library", "Where", ""),
    ("Library (A)", "Where (B)", "(C)"),
    (("Old Mill", "New Hall"), ("WA2 9AA",), ()),
    {0: "name", 1: "postcode"},
    remembered=False,
)


@pytest.fixture
def step(qtbot: QtBot) -> MatchStep:
    made = MatchStep()
    qtbot.addWidget(made)
    made.show_look(LOOK)
    made.show()
    return made


def choose(step: MatchStep, place: int, key: str) -> None:
    choice = step.choices[place]
    choice.setCurrentIndex(choice.findData(key))


def test_what_was_recognised_is_filled_in(step: MatchStep) -> None:
    assert step.match() == {0: "name", 1: "postcode"}
    assert step.choices[1].currentText() == "Postcode"
    assert step.choices[1].accessibleName() == "What Where (B) is"
    assert step.complaint() == ""


def test_a_column_with_neither_heading_nor_content_is_not_asked_about(
    step: MatchStep,
) -> None:
    assert set(step.choices) == {0, 1}


def test_a_column_can_be_left_out(step: MatchStep) -> None:
    choose(step, 1, "")

    assert step.match() == {0: "name"}
    assert step.choices[1].currentText() == LEAVE_OUT


def test_a_match_without_names_or_with_doubles_is_complained_about(
    step: MatchStep,
) -> None:
    choose(step, 1, "name")
    assert step.complaint() == "Two columns are “Name”. Leave one of them out."
    choose(step, 0, "")
    choose(step, 1, "")
    assert step.complaint() == "Say which column has the names of the venues."


def test_what_holds_for_all_new_venues_is_typed_once(step: MatchStep) -> None:
    assert step.extra() == {"status": "active"}
    step.kind.setText(" library ")
    step.status.setCurrentIndex(step.status.findData("candidate"))
    assert step.extra() == {"status": "candidate", "kind": "library"}


def test_another_sheet_can_be_meant(qtbot: QtBot, step: MatchStep) -> None:
    assert step.fields["sheet"].isVisible()

    with qtbot.waitSignal(step.sheet_chosen) as chosen:
        step.sheet.setCurrentIndex(1)
        step.sheet.activated.emit(1)

    assert chosen.args == ["Other"]


def test_columns_that_are_known_from_before_are_said_to_be(step: MatchStep) -> None:
    one = Look(("List",), "List", (), (), (), {}, remembered=True)

    step.show_look(one)

    assert step.sentence.text() == REMEMBERED
    assert not step.fields["sheet"].isVisible()


def test_the_wheel_over_a_choice_does_not_change_it(step: MatchStep) -> None:
    choice = step.choices[0]
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own
    )

    choice.wheelEvent(wheel)

    assert not wheel.isAccepted()
    assert choice.currentData() == "name"
