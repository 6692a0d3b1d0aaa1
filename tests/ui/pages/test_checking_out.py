"""With whom a worker checks out, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.pages import find_scene
from tests.ui.schedule_scene import WILLOW
from ui.desk import Desk
from ui.pages import booking_work
from ui.pages.checking_out import CheckingOut
from ui.preferences import TWENTY_FOUR
from venues.database.session import Database
from venues.domain.period import Period

THREE = datetime(2026, 11, 27, 15)


@pytest.fixture
def desk(database: Database, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    find_scene.fill(database)
    own = find_scene.desk(database, tmp_path)
    yield own
    own.jobs.close()


@pytest.fixture
def checking(desk: Desk) -> CheckingOut:
    found = CheckingOut(desk, ())
    request = booking_work.at_room(desk, WILLOW, THREE, THREE.replace(hour=16))
    assert request is not None
    found.choose(request)
    return found


def test_a_quarter_of_an_hour_after_the_end_is_proposed(checking: CheckingOut) -> None:
    assert checking.at.value() == time(16, 15)

    checking.propose(Period.lasting(THREE, 90))

    assert checking.at.value() == time(16, 45)


def test_what_was_typed_stays(checking: CheckingOut) -> None:
    checking.at.choose(time(18))

    checking.propose(Period.lasting(THREE, 90))

    assert checking.at.value() == time(18)


def test_what_cannot_be_read_stays_as_it_is(checking: CheckingOut) -> None:
    checking.at.lineEdit().setText("later")

    checking.propose(Period.lasting(THREE, 90))

    assert checking.at.currentText() == "later"


def test_times_are_said_as_its_reader_reads_them(
    desk: Desk, checking: CheckingOut
) -> None:
    desk.preferences[TWENTY_FOUR] = True

    assert checking.at.currentText() == "16:15"
