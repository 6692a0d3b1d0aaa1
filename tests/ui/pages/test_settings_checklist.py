"""Settings: the questions that venues and rooms are assessed by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.assessed import checklist as whole
from tests.venues.services.test_checklist_effect import question
from tests.world import World
from ui.dialogs.criterion_editor import CriterionEditor
from ui.pages.settings_checklist import KEEPS, READS, ChecklistSection
from ui.widgets.text import Words
from ui.widgets.venue_history import HistoryTab


@pytest.fixture
def listed(world: World) -> World:
    """The small world with all 54 questions."""
    with world.database.write() as session:
        whole(session)
    return world


@pytest.fixture
def seat(qtbot: QtBot, listed: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, listed.database, listed.coordinator, tmp_path)


@pytest.fixture
def section(seat: Sitting) -> ChecklistSection:
    made = ChecklistSection(seat.desk)
    seat.show(made)
    return made


def choose(section: ChecklistSection, code: str) -> None:
    section.table.select(section.table.ordered.find(lambda row: row.code == code))


def codes(section: ChecklistSection) -> list[str]:
    model = section.table.ordered
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def said(section: ChecklistSection) -> list[str]:
    return [words.text() for words in section.findChildren(Words)]


def test_all_questions_are_listed_by_their_codes(section: ChecklistSection) -> None:
    assert len(codes(section)) == 54
    assert codes(section)[:3] == ["A1", "A2", "A3"]
    assert KEEPS in said(section)


def test_they_are_narrowed_by_words_and_by_group(section: ChecklistSection) -> None:
    section.search.setText("sound test")
    found = codes(section)
    section.search.setText("")
    section.group.choose("Child-centred")

    assert found == ["C1"]
    assert codes(section) == ["W1", "W2", "W3", "W4"]


def test_each_says_how_many_kinds_ask_how_much(section: ChecklistSection) -> None:
    choose(section, "A4")
    index = section.table.currentIndex()

    assert index.siblingAtColumn(3).data() == "Must 3, known 5"
    choose(section, "W1")
    assert section.table.currentIndex().siblingAtColumn(3).data() == "Good to have 6"


def test_a_change_is_saved_and_taken_back(
    qtbot: QtBot, seat: Sitting, section: ChecklistSection
) -> None:
    choose(section, "C2")
    section.change.click()
    editor = section.findChild(CriterionEditor)
    assert editor is not None
    editor.words.setPlainText("Nobody sees in")
    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()
    seat.rest()
    changed = question(seat.desk.database, "C2").words
    chosen = section.chosen()
    seat.desk.undo.undo()
    seat.rest()
    back = question(seat.desk.database, "C2").words
    seat.desk.undo.redo()
    seat.rest()

    assert (changed, back) == (
        "Nobody sees in",
        "Cannot be seen into from a public place (or blinds)",
    )
    assert chosen is not None
    assert chosen.code == "C2"
    assert question(seat.desk.database, "C2").words == "Nobody sees in"
    assert seat.host.said[0] == "Saved C2. [Undo]"


def test_nothing_is_said_of_what_did_not_change(
    qtbot: QtBot, seat: Sitting, section: ChecklistSection
) -> None:
    choose(section, "C2")
    section.change.click()
    editor = section.findChild(CriterionEditor)
    assert editor is not None
    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()

    assert seat.host.said == []


def test_a_new_question_goes_when_it_is_taken_back_and_comes_again(
    qtbot: QtBot, seat: Sitting, section: ChecklistSection
) -> None:
    section.add.click()
    editor = section.findChild(CriterionEditor)
    assert editor is not None
    editor.code.setText("S17")
    editor.words.setPlainText("A bell")
    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()
    seat.rest()

    seat.desk.undo.undo()
    seat.rest()

    assert "S17" not in codes(section)

    seat.desk.undo.redo()
    seat.rest()
    assert "S17" in codes(section)


def test_a_question_is_retired_and_asked_again(
    seat: Sitting, section: ChecklistSection
) -> None:
    choose(section, "C2")
    section.retire.click()
    seat.rest()
    retired = question(seat.desk.database, "C2").retired_on
    words = section.retire.text()
    section.retire.click()
    seat.rest()
    asked = question(seat.desk.database, "C2").retired_on
    seat.desk.undo.undo()
    seat.rest()

    assert (retired, asked) == (seat.desk.now().date(), None)
    assert words == "Ask again"
    assert question(seat.desk.database, "C2").retired_on is not None
    assert seat.host.said == [
        "C2 is asked no more. Its answers stay. [Undo]",
        "C2 is asked again. [Undo]",
    ]


def test_without_a_choice_there_is_nothing_to_change(section: ChecklistSection) -> None:
    section.search.setText("no such words")

    section.change.clicked.emit()
    section.retire.clicked.emit()

    assert section.findChild(CriterionEditor) is None
    assert not section.change.isEnabled()


def test_the_history_is_shown(section: ChecklistSection) -> None:
    section.history.click()

    dialog = section.findChild(QDialog)
    assert dialog is not None
    log = dialog.findChild(HistoryTab)
    assert log is not None
    dialog.close()


def test_others_read_it(qtbot: QtBot, listed: World, tmp_path: Path) -> None:
    for seat in sit(qtbot, listed.database, listed.practitioner, tmp_path):
        section = ChecklistSection(seat.desk)
        seat.show(section)
        choose(section, "C2")

        assert READS in said(section)
        assert section.add.isHidden()
        assert section.retire.isHidden()
