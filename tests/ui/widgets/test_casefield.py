"""Where case references are typed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.marks import COMPLAINT
from ui.widgets.badge import Badge
from ui.widgets.casefield import CaseField, Shown
from ui.widgets.field import Field


@pytest.fixture
def case(qtbot: QtBot) -> CaseField:
    made = CaseField()
    qtbot.addWidget(made)
    made.offer(["WA-20391", "WA-20417", "HA-10233"])
    made.resize(300, 40)
    made.show()
    return made


def test_several_references_have_commas_between_them(case: CaseField) -> None:
    case.edit.setText(" WA-20417, wa 20391 ;;HA-10233,")

    assert case.references() == ("WA-20417", "wa 20391", "HA-10233")


def test_one_reference_has_its_badge_inside_the_field(case: CaseField) -> None:
    case.edit.setText("WA-20417")
    case.show_standing([Shown("WA-20417", Kind.GOOD, "On your list")])

    assert case.badge.isVisible()
    assert case.edit.rect().contains(case.badge.geometry())
    assert case.edit.textMargins().right() >= case.badge.width()


def test_the_badge_goes_with_the_next_letter(case: CaseField) -> None:
    case.show_standing([Shown("WA-20417", Kind.GOOD, "On your list")])

    case.edit.setText("WA-2041")

    assert not case.badge.isVisible()


def test_several_have_a_badge_each(case: CaseField) -> None:
    case.show_standing(
        [
            Shown("WA-20417", Kind.GOOD, "On your list"),
            Shown("WA-99999", Kind.QUIET, "New, not confirmed"),
        ]
    )

    words = {badge.text() for badge in case.findChildren(Badge) if badge.isVisible()}
    assert words == {"WA-20417: On your list", "WA-99999: New, not confirmed"}


def test_only_the_last_reference_is_completed(case: CaseField) -> None:
    case.edit.setText("WA-20417, 102")
    completer = case.edit.completer()
    completer.setCompletionPrefix(completer.splitPath(case.edit.text())[0])

    assert completer.completionCount() == 1
    whole = completer.pathFromIndex(completer.completionModel().index(0, 0))
    assert whole == "WA-20417, HA-10233"


def test_a_whole_reference_is_not_completed_any_further(case: CaseField) -> None:
    completer = case.edit.completer()
    completer.setCompletionPrefix(completer.splitPath("wa-20417")[0])

    assert completer.completionCount() == 0


def test_what_is_wrong_is_shown_where_it_is_typed(qtbot: QtBot) -> None:
    case = CaseField()
    field = Field("Case reference", case)
    qtbot.addWidget(field)

    field.complain("Not on your list.")

    assert case.edit.property(COMPLAINT) == "Not on your list."
    assert case.edit.accessibleDescription() == "Not on your list."
