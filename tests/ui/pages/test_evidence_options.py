"""The log of options: written, changed, withdrawn, undone, and read by the board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.evidence.test_options import OPTION, listed, written
from tests.world import World
from ui.dialogs.option_editor import OptionEditor
from ui.pages.evidence_options import WHAT, WITHDRAWN, EvidenceOptions
from venues.domain.ladder import Answer, Step
from venues.domain.people import Viewer


@pytest.fixture
def seat(
    qtbot: QtBot, world: World, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Sitting]:
    who: Viewer = getattr(world, getattr(request, "param", "coordinator"))
    yield from sit(qtbot, world.database, who, tmp_path)


def shown(seat: Sitting) -> EvidenceOptions:
    view = EvidenceOptions(seat.desk)
    seat.show(view)
    view.show_of(None)
    seat.rest()
    return view


def again(seat: Sitting, view: EvidenceOptions) -> None:
    """Read once more, as the page does when told of a change."""
    view.show_of(None)
    seat.rest()


def towns(view: EvidenceOptions) -> list[str]:
    model = view.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def editor(view: EvidenceOptions) -> OptionEditor:
    QApplication.processEvents()
    found = view.window().findChild(OptionEditor)
    assert found is not None
    return found


def test_without_any_it_says_what_to_write_down(seat: Sitting) -> None:
    view = shown(seat)

    assert view.empty.isVisible()
    assert view.words.text() == WHAT
    assert not view.change.isEnabled()


def test_one_is_written_down_and_undone(seat: Sitting, world: World) -> None:
    view = shown(seat)

    view.new.click()
    form = editor(view)
    form.town.setText("Culcheth")
    form.building.setText("Library")
    form.step.setCurrentIndex(list(Step).index(Step.LIBRARY))
    form.answer.setCurrentIndex(1)
    with seat.qtbot.waitSignal(form.saved):
        form.save.click()
    seat.rest()

    (found,) = listed(world)
    assert (found.town, found.building) == ("Culcheth", "Library")
    assert (found.answer, found.role) == (Answer.YES, "coordinator")
    assert seat.host.said[-1] == "Written down. [Undo]"
    seat.desk.undo.undo()
    seat.rest()
    assert listed(world) == ()


def test_one_is_changed_from_the_list_and_stays_chosen(
    seat: Sitting, world: World
) -> None:
    written(world, town="Alsager")
    written(world)
    view = shown(seat)
    view.table.select(view.table.model().index(1, 0))

    view.table.opened.emit(view.table.current())
    form = editor(view)
    form.why_not.setText("Too dear")
    with seat.qtbot.waitSignal(form.saved):
        form.save.click()
    again(seat, view)

    assert [each.why_not for each in listed(world)][1] == "Too dear"
    assert view.about.text().endswith("No. Too dear.")
    assert view.words.text() == "2 places for 2 gaps, 0 said yes."


def test_one_is_withdrawn_and_put_back(seat: Sitting, world: World) -> None:
    written(world, ask_again_on=date(2026, 11, 21))
    view = shown(seat)
    assert view.words.text().endswith("1 to ask again.")

    view.withdraw.click()
    seat.rest()
    again(seat, view)
    assert towns(view) == []
    assert seat.host.said[-1] == f"{WITHDRAWN} [Undo]"

    seat.desk.undo.undo()
    seat.rest()
    again(seat, view)
    assert towns(view) == [OPTION.town]


@pytest.mark.parametrize("seat", ["board"], indirect=True)
def test_a_board_reader_reads_and_changes_nothing(seat: Sitting, world: World) -> None:
    written(world)
    view = shown(seat)

    view.table.opened.emit(view.table.current())

    assert towns(view) == ["Culcheth"]
    assert not view.new.isVisible()
    assert not view.withdraw.isVisible()
    assert view.window().findChild(OptionEditor) is None
