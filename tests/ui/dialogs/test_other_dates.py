"""Any two dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.other_dates import BACKWARDS, OtherDatesDialog
from venues.domain.reporting import Dates

START = Dates(date(2026, 10, 1), date(2026, 12, 31))
TODAY = date(2026, 11, 26)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[OtherDatesDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = OtherDatesDialog(START, lambda: TODAY, owner)
    made.show()
    yield made
    owner.close()


def test_two_dates_are_chosen(dialog: OtherDatesDialog, qtbot: QtBot) -> None:
    dialog.first.setText("1 Sep 2026")
    dialog.last.setText("26/11/2026")

    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.go.click()

    assert told.args == [Dates(date(2026, 9, 1), TODAY)]


def test_what_cannot_be_is_said_beside_its_field(dialog: OtherDatesDialog) -> None:
    dialog.last.setText("1 Sep 2026")
    dialog.go.click()
    assert dialog.fields[1].complaint == BACKWARDS

    dialog.first.setText("soon")
    dialog.go.click()

    assert dialog.fields[0].complaint
    assert not dialog.fields[1].complaint
    assert dialog.isVisible()
    dialog.reject()
