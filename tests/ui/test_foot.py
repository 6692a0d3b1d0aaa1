"""What stands at the foot of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import NOW, World
from ui import backed_up
from ui.foot import Foot
from ui.widgets.statusline import StatusLine
from venues.database.models import Setting


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    made = StatusLine(lambda: NOW)
    qtbot.addWidget(made)
    return made


def test_it_says_which_file_and_who_sits_here(
    seat: Sitting, status: StatusLine
) -> None:
    Foot(status, seat.desk, status)

    assert status.place.whole() == "This PC · Venues.sqlite"
    assert status.signed_in.whole() == (
        "Signed in as practitioner.04 · Practitioner, Warrington"
    )
    assert status.backup.whole() == "Not backed up"


def test_sample_data_is_marked(seat: Sitting, status: StatusLine, world: World) -> None:
    with world.database.write() as session:
        session.add(Setting(name="sample", value="yes"))

    Foot(status, seat.desk, status)

    assert status.place.whole() == "This PC · Venues.sqlite · Sample data"


def test_whoever_works_for_all_has_no_authority_named(
    seat: Sitting, status: StatusLine, world: World
) -> None:
    viewer = replace(world.board, authority_id=None)

    Foot(status, seat.desk.for_viewer(viewer), status)

    assert status.signed_in.whole() == "Signed in as board.01 · Board reader"


def test_a_backup_is_told_of_at_once(
    seat: Sitting, status: StatusLine, tmp_path: Path
) -> None:
    Foot(status, seat.desk, status)
    backup = tmp_path / "copy.sqlite"
    backup.write_text("A backup")

    backed_up.remember(seat.desk.preferences, seat.desk.database.path, backup)

    assert status.backup.whole().startswith("Backed up ")
