"""What somebody else saved beside what is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from ui.desk import Desk
from ui.dialogs.versions import VersionsDialog
from ui.pages import booking_comparing
from venues.database.session import Database
from venues.services import booking_edits
from venues.services.asking import Request


@pytest.fixture
def desk(database: Database, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    find_scene.fill(database)
    own = find_scene.desk(database, tmp_path)
    yield own
    own.jobs.close()


def test_what_is_kept_of_mine_goes_into_theirs(qtbot: QtBot, desk: Desk) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    with desk.database.read() as session:
        before = booking_edits.open_booking(session, 1, desk.viewer)
    mine = replace(before.request, people=5, note="Chairs in a row")
    theirs = replace(before, request=replace(before.request, people=4))
    took: list[Request] = []

    booking_comparing.compare(
        desk, page, (before, mine, theirs), "Willow Room", took.append
    )
    dialog = page.findChild(VersionsDialog)
    assert dialog is not None
    dialog.chosen.emit(frozenset({"note"}))

    assert [(each.people, each.note) for each in took] == [(4, "Chairs in a row")]
    dialog.reject()
