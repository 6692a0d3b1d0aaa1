"""Printing who is out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import pdf
from tests.ui.sitting import Sitting, sit
from tests.venues.services.out_scene import THREE, plan
from tests.world import World
from ui.dialogs.print_out import OutSheetDialog


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path, THREE)


def test_it_is_looked_at_and_saved_as_a_pdf(
    seat: Sitting, world: World, tmp_path: Path
) -> None:
    plan(world)
    dialog = OutSheetDialog(seat.desk, None, seat.owner())
    dialog.show()
    seat.rest()
    assert dialog.preview.document is not None
    assert dialog.preview.document.name == "Sign-out sheet 2026-11-26"

    dialog.save_as(tmp_path / "out.pdf")
    seat.rest()

    (page,) = pdf.pages(tmp_path / "out.pdf")
    assert "Practitioner 04" in page.text
    assert "OFFICIAL-SENSITIVE" in page.text
