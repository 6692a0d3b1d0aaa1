"""What the dialogs for one sheet share; those of directions try the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.print_sheet import SheetDialog


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@pytest.mark.parametrize(
    ("upright", "orientation"),
    [
        (True, QPageLayout.Orientation.Portrait),
        (False, QPageLayout.Orientation.Landscape),
    ],
)
def test_the_paper_stands_or_lies(
    seat: Sitting, *, upright: bool, orientation: QPageLayout.Orientation
) -> None:
    dialog = SheetDialog(seat.desk, "Sheet", seat.owner(), upright=upright)

    assert dialog.paper().orientation() == orientation
    assert not dialog.print.isEnabled()
    with pytest.raises(NotImplementedError):
        dialog.order()
    dialog.reject()
