"""A list of places is taken in, one of them assessed, found and booked, by window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import FRIDAY, Host, Scene, enter, settled
from tests.ui.schedule_scene import COORDINATOR, NOW, PRACTITIONER
from tests.venues import assessed
from tests.world import NEVER_LATE
from ui.dialogs.assessment_editor import AssessmentEditor
from ui.dialogs.importing import ImportDialog
from ui.dialogs.room_editor import RoomEditor
from ui.jobs import Job
from ui.pages.find import FindPage
from ui.pages.venues import VenuesPage
from ui.widgets import venue_assessment as ways
from ui.widgets.question_row import QuestionRow
from ui.window import PageEntry, Window
from venues.database.models import (
    Booking,
    BookingRoom,
    Case,
    CaseStaff,
    Room,
    Setting,
)
from venues.database.session import Database
from venues.domain.checklist import Style
from venues.domain.people import Audience

LIST = (
    "Library,Where,Mon,Tue,Wed,Thu,Fri\nOld Mill Library,WA2 9AA,9-7,9-7,9-7,9-7,9-7\n"
)

# A list that pops up asks the screen for what there is none of here.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    """An empty list with the whole checklist, and one case.

    Venues is a coordinator's and Find a practitioner's, over the same database.
    """
    find_scene.fill_people(database)
    with database.write() as session:
        assessed.checklist(session)
        nothing_late = NEVER_LATE | {"school_from": "00:00", "school_until": "00:01"}
        session.add_all(Setting(name=n, value=v) for n, v in nothing_late.items())
        session.add(Case(id=1, reference="WA-20417", kind="child", confirmed=True))
        session.add(CaseStaff(case_id=1, staff_id=PRACTITIONER, since=date(2026, 1, 1)))
    keeper = find_scene.desk(database, tmp_path / "keeper", COORDINATOR)
    own = find_scene.desk(database, tmp_path / "own")
    entries = [
        PageEntry("find", "Find a room", "search", 2, lambda: FindPage(own)),
        PageEntry("venues", "Venues", "building-2", 4, lambda: VenuesPage(keeper)),
    ]
    window = Window(
        entries,
        preferences=own.preferences,
        jobs=own.jobs,
        undo=own.undo,
        now=lambda: NOW,
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    host = own.host
    assert isinstance(host, Host)
    host.window = window
    keeper.jobs.setParent(window)
    yield Scene(window, own, host, database)
    window.close()
    own.jobs.close()
    keeper.jobs.close()


def rest(qtbot: QtBot, scene: Scene) -> None:
    qtbot.waitUntil(lambda: not scene.window.findChildren(Job), timeout=10_000)


def dialog(scene: Scene, kind: type[Any]) -> Any:
    return next(
        each
        for each in scene.window.findChildren(QDialog)
        if isinstance(each, kind) and each.isVisible()
    )


def save(qtbot: QtBot, scene: Scene, editor: Any) -> None:
    with qtbot.waitSignal(editor.saved):
        editor.save.click()
    rest(qtbot, scene)


def take_in(qtbot: QtBot, scene: Scene, page: VenuesPage, path: Path) -> None:
    """Import the list: its columns matched, its rows looked at, then done."""
    path.write_text(LIST, "utf-8")
    page.sheets.take_in.click()
    importing = dialog(scene, ImportDialog)
    importing.read(str(path))
    rest(qtbot, scene)
    importing.matching.kind.setText("library")
    importing.matching.go.click()
    rest(qtbot, scene)
    with qtbot.waitSignal(importing.imported):
        importing.preview.go.click()
    rest(qtbot, scene)
    importing.close()


def add_room(qtbot: QtBot, scene: Scene, page: VenuesPage) -> None:
    page.detail.tabs.setCurrentWidget(page.detail.rooms)
    page.detail.rooms.add.click()
    editor = dialog(scene, RoomEditor)
    editor.name.setText("Reading Room")
    editor.seats["seats_circle"].setText("6")
    save(qtbot, scene, editor)


def answer_well(row: QuestionRow) -> None:
    """Answer as somebody would who found everything as it should be."""
    choice, question = row.lines[0].choice, row.question
    if choice.line is not None:
        choice.line.setText(assessed.good(question))
    elif choice.scores:
        for box in choice.scores.values():
            box.setCurrentText("3")
    elif question.style is Style.SCORE:
        choice.buttons[question.options[-1]].click()
    else:
        good = next(each for each in question.options if each in question.passing)
        choice.buttons[good].click()


def assess(qtbot: QtBot, scene: Scene, page: VenuesPage, room_id: int | None) -> str:
    """Fill in the form for the venue or the room; what it said before it was saved."""
    page.detail.tabs.setCurrentWidget(page.detail.assessment)
    page.detail.assessment.asked.emit(ways.START, room_id)
    editor = dialog(scene, AssessmentEditor)
    for row in editor.rows.values():
        answer_well(row)
    editor.judge()
    outlook = str(editor.outlook.text())
    save(qtbot, scene, editor)
    return outlook


def test_a_place_from_a_list_is_assessed_found_and_booked(
    qtbot: QtBot, scene: Scene, tmp_path: Path
) -> None:
    scene.window.show_page("venues")
    page = scene.window.page("venues")
    assert isinstance(page, VenuesPage)
    rest(qtbot, scene)

    take_in(qtbot, scene, page, tmp_path / "libraries.csv")
    page.list.choose_first()
    assert page.detail.head.name.text() == "Old Mill Library"
    add_room(qtbot, scene, page)
    [room] = scene.rows(Room)

    assert not names(qtbot, scene)
    scene.window.show_page("venues")
    half = assess(qtbot, scene, page, None)
    whole = assess(qtbot, scene, page, room.id)

    assert "suitable for 0 of 7" in half
    assert whole == "With these answers: suitable for 7 of 7 kinds of appointment."
    assert page.detail.head.suits.text() == "7 of 7"
    assert names(qtbot, scene) == ["Reading Room"]

    scene.page.results.opened.emit(scene.page.results.shown[0])
    settled(qtbot, scene)
    scene.booking.try_to_save()
    settled(qtbot, scene)
    [booking] = scene.rows(Booking)
    [held] = scene.rows(BookingRoom)
    assert (held.booking_id, held.room_id) == (booking.id, room.id)


def names(qtbot: QtBot, scene: Scene) -> list[str]:
    """The rooms found on Friday for the child."""
    scene.window.show_page("find")
    scene.page.form.subject.choose(Audience.CHILD, "SUP", ("WA-20417",))
    enter(scene.page.form.date, FRIDAY)
    settled(qtbot, scene)
    scene.page.search()
    settled(qtbot, scene)
    return scene.names()
