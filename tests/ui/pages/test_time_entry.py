"""When an appointment is, as it is typed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import enter
from ui.pages.time_entry import TimeEntry
from venues.database.session import Database
from venues.domain.period import Period
from venues.errors import WrongInput


@pytest.fixture
def entry(qtbot: QtBot, database: Database, tmp_path: Path) -> TimeEntry:
    desk = find_scene.desk(database, tmp_path)
    made = TimeEntry(desk)
    qtbot.addWidget(made)
    made.choose(Period.lasting(datetime(2026, 11, 27, 15, 30), 60))
    return made


def test_what_was_chosen_is_what_is_typed(entry: TimeEntry) -> None:
    assert entry.period() == Period.lasting(datetime(2026, 11, 27, 15, 30), 60)
    assert entry.date.text() == "Fri 27 Nov 2026"


@pytest.mark.parametrize(
    ("field", "text", "name"),
    [
        ("date", "soon", "date"),
        ("start", "25:00", "starts"),
        ("length", "long", "ends"),
        ("length", "10 hours", "ends"),
    ],
)
def test_each_trouble_names_its_field(
    entry: TimeEntry, field: str, text: str, name: str
) -> None:
    enter(getattr(entry, field), text)

    with pytest.raises(WrongInput) as trouble:
        entry.period()

    assert trouble.value.field == name
    assert name in entry.fields


def test_a_date_can_be_left_open(qtbot: QtBot, entry: TimeEntry) -> None:
    with qtbot.waitSignal(entry.changed):
        entry.ask_for_date()

    with pytest.raises(WrongInput, match="Type a date"):
        entry.period()


def test_another_time_is_told(qtbot: QtBot, entry: TimeEntry) -> None:
    with qtbot.waitSignal(entry.changed):
        enter(entry.start, "4pm")

    assert entry.period().starts.hour == 16
