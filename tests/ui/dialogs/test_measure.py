"""One measure: parts, numbers and rows, for those who may have them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import NOVEMBER, shown
from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.measure import MeasureDialog
from ui.widgets.text import Words
from venues.domain.people import Role, Viewer
from venues.services import bookings
from venues.services.evidence import behind
from venues.services.evidence.scope import Scope

SCOPE = Scope(dates=NOVEMBER, today=NOVEMBER.last)


@pytest.fixture
def seat(
    qtbot: QtBot, world: World, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Sitting]:
    who: Viewer = getattr(world, getattr(request, "param", "manager"))
    yield from sit(qtbot, world.database, who, tmp_path)


def opened(seat: Sitting, key: str, table: str = "") -> MeasureDialog:
    dialog = MeasureDialog(seat.desk, shown(key), SCOPE, None, seat.owner())
    dialog.choose(table)
    dialog.show()
    seat.rest()
    return dialog


def rows(table: Any) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(Words)]


def book(world: World) -> None:
    with world.database.write() as session:
        bookings.book(session, world.request(), world.practitioner, now=world.now)


def behind_it(seat: Sitting, dialog: MeasureDialog) -> None:
    dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
    seat.rest()


def test_a_part_is_a_picture_with_its_numbers_beside_it(seat: Sitting) -> None:
    dialog = opened(seat, "unmet", "band")

    assert dialog.pictures.currentIndex() == 0
    assert dialog.heat.table.key == "band"
    assert rows(dialog.numbers)[0] == ["Halton", "0", "0", "0", "9", "0"]
    dialog.choose("authority")
    assert dialog.pictures.currentIndex() == 1
    assert rows(dialog.numbers) == [["Halton", "9"], ["Warrington", "2"]]
    dialog.reject()


def test_what_it_means_stands_above_it(seat: Sitting) -> None:
    dialog = opened(seat, "use")

    assert shown("use").definition.words in words(dialog)
    assert "50% · 1 of 2 hours" in words(dialog)
    dialog.reject()


def test_the_numbers_are_copied(seat: Sitting) -> None:
    dialog = opened(seat, "unmet", "authority")

    dialog.copy.click()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1:] == ["Halton\t9", "Warrington\t2"]
    dialog.reject()


def test_a_manager_sees_the_bookings_behind_a_figure(
    seat: Sitting, world: World
) -> None:
    book(world)
    dialog = opened(seat, "use")

    behind_it(seat, dialog)

    day = "Thu 26 Nov 2026"
    where = ["Millbrook", "Willow Room"]
    assert rows(dialog.rows) == [[day, "3pm to 4pm", *where, "SUP appointment"]]
    assert dialog.about_rows.text() == "1 in all."
    dialog.copy.click()
    assert "Willow Room" in QGuiApplication.clipboard().text()
    dialog.reject()


def test_of_many_rows_it_says_how_many_there_are(
    seat: Sitting, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    book(world)
    with world.database.write() as session:
        later = world.request(hour=17)
        bookings.book(session, later, world.practitioner, now=world.now)
    monkeypatch.setattr(behind, "MOST", 1)
    dialog = opened(seat, "use")

    behind_it(seat, dialog)

    assert dialog.about_rows.text() == "The first 1 of 2."
    dialog.reject()


@pytest.mark.parametrize("seat", ["coordinator"], indirect=True)
def test_a_coordinator_is_told_why_there_are_no_rows(seat: Sitting) -> None:
    assert seat.desk.viewer.role is Role.COORDINATOR
    dialog = opened(seat, "attendance")

    behind_it(seat, dialog)

    said = [
        each.text() for each in dialog.no_rows.findChildren(type(dialog.about_rows))
    ]
    assert behind.MANAGERS_ROWS in said
    assert not dialog.rows.isVisible()
    assert not dialog.copy.isEnabled()
    dialog.reject()


def test_days_with_nothing_say_so(seat: Sitting) -> None:
    dialog = opened(seat, "unmet")

    behind_it(seat, dialog)

    said = [
        each.text() for each in dialog.no_rows.findChildren(type(dialog.about_rows))
    ]
    assert "Nothing in these days" in said
    dialog.reject()
