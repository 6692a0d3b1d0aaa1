"""The board's report: looked at, then saved under a neutral name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.pdf import pages
from tests.ui.sitting import Sitting, sit
from tests.venues.services.report.scene import SCOPE, SECRETS, SUMMER, summer
from tests.venues.services.what_if.scene import NOVEMBER
from tests.world import World
from ui.dialogs.report import ReportDialog


@pytest.fixture
def manager(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@pytest.fixture
def board(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.board, tmp_path)


def opened(seat: Sitting) -> ReportDialog:
    dialog = ReportDialog(seat.desk, SCOPE.over, SUMMER, None, seat.owner())
    dialog.show()
    seat.rest()
    return dialog


def test_it_is_looked_at_first(manager: Sitting, world: World) -> None:
    summer(world)
    dialog = opened(manager)

    said = dialog.text.toPlainText()

    assert dialog.period.currentData() == SUMMER
    assert "Safe, confidential and accessible places" in said
    assert "fewer than 5" in said
    assert [each for each in SECRETS if each in said] == []
    dialog.reject()


def test_only_periods_that_are_over_are_offered(manager: Sitting) -> None:
    dialog = opened(manager)

    offered = [
        dialog.period.itemData(number) for number in range(dialog.period.count())
    ]

    assert SUMMER in offered
    assert all(each.last < NOVEMBER.first for each in offered)
    dialog.reject()


def test_it_is_saved_as_pdf_and_as_workbook(manager: Sitting, tmp_path: Path) -> None:
    dialog = opened(manager)
    dialog.pdf.click()
    (asking,) = dialog.findChildren(QFileDialog)
    assert Path(asking.selectedFiles()[0]).name == (
        "Rooms evidence 2026-07 to 2026-09.pdf"
    )
    asking.reject()

    dialog.save(str(tmp_path / "r.pdf"))
    dialog.save(str(tmp_path / "r.xlsx"))
    manager.rest()

    assert "Safe" in pages(tmp_path / "r.pdf")[0].text
    assert (tmp_path / "r.xlsx").read_bytes()[:2] == b"PK"
    assert manager.host.said == [
        "Saved the report as “r.pdf”.",
        "Saved the report as “r.xlsx”.",
    ]
    dialog.reject()


def test_where_it_cannot_be_saved_it_says_so(manager: Sitting, tmp_path: Path) -> None:
    dialog = opened(manager)

    dialog.save(str(tmp_path / "nowhere" / "r.pdf"))
    manager.rest()

    assert "could not be saved" in dialog.notice.text
    dialog.reject()


def test_single_changes_are_ranked_when_they_are_asked_for(
    manager: Sitting, board: Sitting
) -> None:
    dialog = opened(manager)
    assert "were not ranked" in dialog.text.toPlainText()

    dialog.ranked.setChecked(True)
    manager.rest()

    assert "were not ranked" not in dialog.text.toPlainText()
    assert not opened(board).ranked.isVisible()
