"""Whom an appointment is for, which case, and what kind it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import schedule_scene
from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import enter
from tests.ui.schedule_scene import COORDINATOR, MANAGER, PRACTITIONER, VICTIM_WORKER
from ui.pages.subject_entry import SubjectEntry
from venues.database.session import Database
from venues.domain.people import Audience
from venues.errors import WrongInput


def made(
    qtbot: QtBot, database: Database, tmp_path: Path, who: int = PRACTITIONER
) -> SubjectEntry:
    desk = find_scene.desk(database, tmp_path, who)
    entry = SubjectEntry(desk)
    qtbot.addWidget(entry)
    entry.show()
    return entry


@pytest.fixture
def entry(qtbot: QtBot, database: Database, tmp_path: Path) -> SubjectEntry:
    schedule_scene.fill(database, bookings=False)
    return made(qtbot, database, tmp_path)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (PRACTITIONER, {"child", "family", "staff"}),
        (VICTIM_WORKER, {"child", "victim", "family", "staff"}),
        (COORDINATOR, {"staff"}),
        (MANAGER, {"child", "victim", "family", "staff"}),
    ],
)
def test_only_those_are_offered_whom_one_books_for(
    qtbot: QtBot, database: Database, tmp_path: Path, who: int, expected: set[str]
) -> None:
    schedule_scene.fill(database, bookings=False)
    entry = made(qtbot, database, tmp_path, who)

    offered = set()
    for audience in Audience:
        try:
            entry.audience.segment(audience.value)
        except KeyError:
            continue
        offered.add(audience.value)

    assert offered == expected


def test_the_usual_kind_comes_with_the_audience(entry: SubjectEntry) -> None:
    assert entry.what().code == "SUP"

    entry.audience.choose("family")

    assert entry.what().code == "PAR"
    labels = [entry.kind.itemText(n) for n in range(entry.kind.count())]
    assert "Supervision session" not in labels


def test_staff_need_no_case(entry: SubjectEntry) -> None:
    enter(entry.case.edit, "WA-20417")
    assert entry.references() == ("WA-20417",)

    entry.audience.choose("staff")

    assert not entry.fields["case"].isVisible()
    assert entry.references() == ()
    assert entry.words() == "Staff · Professionals' meeting"


def test_all_three_are_summed_up_in_a_line(entry: SubjectEntry) -> None:
    entry.choose(Audience.CHILD, "SUP", ("WA-20417", "WA-20391"))

    assert entry.words() == "Child · WA-20417 · WA-20391 · Supervision session"
    assert entry.references() == ("WA-20417", "WA-20391")


def test_a_reference_of_another_list_may_not_be_used(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    schedule_scene.fill(database)
    entry = made(qtbot, database, tmp_path)

    enter(entry.case.edit, "WA-30103")

    with pytest.raises(WrongInput, match="Not on your list"):
        entry.references()
