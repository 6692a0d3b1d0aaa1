"""What an import would do, row by row."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.venue_scene import HUB
from ui.dialogs.import_preview import (
    ALL_WRONG,
    NOTHING,
    PreviewStep,
    details,
    state_words,
    trouble_words,
)
from venues.services.spreadsheets.lines import Trouble
from venues.services.spreadsheets.plan import (
    Change,
    Item,
    Leave,
    Plan,
    State,
    VenueStep,
)

WRONG = Trouble("List", 3, "Postcode (B)", "That is not a whole postcode.")
NOTE = Trouble("List", 4, "", "Check am and pm.", note=True)
NEW = Item("Venue", "Old Mill", State.NEW, "List", 2, about="Widnes")
BAD = Item("Venue", "New Hall", State.PROBLEM, "List", 3, (), (WRONG,))
CHECK = Item(
    "Venue", HUB.name, State.CHANGED, "List", 4, (Change("Rate", "£1", "£2"),), (NOTE,)
)
SAME = Item("Room", "Oak", State.UNCHANGED, "List", 5)
PLAN = Plan([NEW, BAD, CHECK, SAME], [VenueStep(-1, None, HUB)], notes=["A note."])


@pytest.fixture
def step(qtbot: QtBot) -> PreviewStep:
    made = PreviewStep()
    qtbot.addWidget(made)
    made.show_plan(PLAN)
    made.show()
    return made


def shown(step: PreviewStep) -> list[str]:
    ordered = step.table.ordered
    return [str(ordered.index(row, 1).data()) for row in range(ordered.rowCount())]


def test_rows_stand_in_the_order_of_how_much_they_matter(step: PreviewStep) -> None:
    assert shown(step) == ["New Hall", "Old Mill", HUB.name, "Oak"]
    assert step.go.text() == "Import 2 rows"
    assert step.sentence.text() == "A note."


@pytest.mark.parametrize(
    ("which", "names"),
    [
        ("problem", ["New Hall"]),
        ("new", ["Old Mill"]),
        ("check", [HUB.name]),
        ("unchanged", ["Oak"]),
    ],
)
def test_only_some_rows_can_be_looked_at(
    step: PreviewStep, which: str, names: list[str]
) -> None:
    step.filter.choose(which)

    assert shown(step) == names
    assert step.filter.segment(which).text().endswith(" 1")


def test_a_row_is_shown_in_full_beneath(step: PreviewStep) -> None:
    assert step.about.toPlainText() == (
        "List, row 3, Postcode (B): That is not a whole postcode."
    )
    step.filter.choose("changed")
    assert step.about.toPlainText() == "List, row 4: Check am and pm.\nRate: £1 → £2"


def test_no_rows_of_a_kind_are_said(step: PreviewStep) -> None:
    step.show_plan(Plan([NEW], [VenueStep(-1, None, HUB)]))
    step.filter.choose("problem")

    assert step.about.toPlainText() == "There are no such rows."
    assert step.copy.isHidden()
    assert step.leave.isHidden()


def test_the_problems_can_be_copied_as_a_table(step: PreviewStep) -> None:
    step.copy.click()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Sheet\tRow\tColumn\tWhat is wrong and what to do"
    assert lines[1] == "List\t3\tPostcode (B)\tThat is not a whole postcode."
    assert step.copy.text() == "Copied"


def test_what_becomes_of_rows_with_a_problem_is_chosen(
    qtbot: QtBot, step: PreviewStep
) -> None:
    with qtbot.waitSignal(step.leave_changed):
        step.leave.choose("cell")

    assert step.chosen_leave() is Leave.CELL


@pytest.mark.parametrize(("item", "words"), [(SAME, NOTHING), (BAD, ALL_WRONG)])
def test_a_file_that_does_nothing_says_so(
    step: PreviewStep, item: Item, words: str
) -> None:
    step.show_plan(Plan([item]))

    assert step.sentence.text() == words
    assert not step.go.isEnabled()


def test_how_a_row_stands_is_said_in_words() -> None:
    assert [state_words(item) for item in (NEW, BAD, CHECK, SAME)] == [
        "New",
        "Problem",
        "Changed, check",
        "Unchanged",
    ]
    assert trouble_words(CHECK) == "Check am and pm."
    assert details(SAME) == "Nothing would change."
    assert details(NEW) == "Widnes"
