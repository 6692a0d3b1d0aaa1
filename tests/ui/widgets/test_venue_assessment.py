"""The Assessment tab of a venue's detail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui import assessing_scene as scene
from tests.ui.venue_scene import COORDINATOR, NOW
from tests.venues.services.millbrook import MANAGER, PRACTITIONER
from ui.widgets import venue_assessment as ways
from ui.widgets.venue_assessment import NO_ROOMS, AssessmentTab
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.services import incidents

LEFT = Qt.MouseButton.LeftButton
BOARD = Viewer(9, "board.01", "Board 01", Role.BOARD)

# A menu that pops up asks the screen for what there is none of here.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def made(qtbot: QtBot, viewer: Viewer = COORDINATOR) -> AssessmentTab:
    tab = AssessmentTab(viewer, lambda: NOW)
    qtbot.addWidget(tab)
    tab.resize(420, 700)
    tab.show()
    return tab


def actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions(inner)
        else:
            yield action


def names(menu: QMenu) -> list[str]:
    return [action.text() for action in actions(menu) if action.text()]


def take(menu: QMenu, words: str) -> None:
    next(each for each in actions(menu) if each.text() == words).trigger()


def test_an_assessed_venue_shows_its_groups_and_rooms(
    qtbot: QtBot, database: Database
) -> None:
    scene.fill(database, S10="no concern")
    tab = made(qtbot)

    tab.show_sheet(scene.read(database))

    assert tab.when.text() == "Assessed 4 June 2026, next review by 4 June 2027"
    assert tab.rooms.isHidden()
    words = tab.groups["Confidential"].words()
    assert {badge for badge, _ in words.values()} == {"Met"}
    assert tab.matrix.table is not None
    assert tab.matrix.table.ordered.columnCount() == 5
    assert tab.fixes.isHidden()
    assert tab.waiting.isHidden()


def test_what_would_open_most_rooms_comes_first(
    qtbot: QtBot, database: Database
) -> None:
    scene.fill(database, C2="no")
    tab = made(qtbot)

    tab.show_sheet(scene.read(database))

    [(words, (_, said))] = tab.fixes.words().items()
    assert words.startswith("Put right: Cannot be seen into")
    assert said == "12 more kinds of appointment, in 4 rooms"


def test_a_venue_without_rooms_says_what_to_do_first(qtbot: QtBot) -> None:
    tab = made(qtbot)
    tab.show_sheet(scene.sheet())

    with qtbot.waitSignal(tab.asked) as told:
        qtbot.mouseClick(tab.start, LEFT)

    assert list(tab.fixes.words()) == [NO_ROOMS]
    assert tab.matrix.isHidden()
    assert told.args == [ways.START, None]


def test_an_assessment_is_started_for_the_venue_or_a_room(
    qtbot: QtBot, database: Database
) -> None:
    rooms = scene.fill(database)
    tab = made(qtbot)
    tab.show_sheet(scene.read(database))
    qtbot.mouseClick(tab.start, LEFT)

    with qtbot.waitSignal(tab.asked) as told:
        take(tab.starting, "Oak")
    tab.starting.close()

    assert names(tab.starting) == ["The venue", "Hall", "Hall A", "Hall B", "Oak"]
    assert told.args == [ways.START, rooms["Oak"]]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("The venue", [ways.CHANGE, None]),
        ("Building work", [ways.TRIGGER, "building work"]),
        ("Record an incident…", [ways.RECORD, None]),
        ("Suspend this venue", [ways.SUSPEND, None]),
    ],
)
def test_the_menu_asks_for_what_it_says(
    qtbot: QtBot, database: Database, words: str, asked: list[object]
) -> None:
    scene.fill(database)
    tab = made(qtbot)
    tab.show_sheet(scene.read(database))
    qtbot.mouseClick(tab.more, LEFT)

    with qtbot.waitSignal(tab.asked) as told:
        take(tab.menu, words)
    tab.menu.close()

    assert told.args == asked


def test_a_suspended_venue_offers_to_lift_it(qtbot: QtBot) -> None:
    tab = made(qtbot)
    tab.show_sheet(replace(scene.sheet(), status="suspended"))

    assert "Lift the suspension" in names(tab.menu)


def test_a_practitioner_records_incidents_and_changes_nothing_else(
    qtbot: QtBot,
) -> None:
    tab = made(qtbot, PRACTITIONER)
    tab.show_sheet(scene.sheet())

    assert tab.start.isHidden()
    assert names(tab.menu) == ["Record an incident…"]


def test_a_board_reader_only_reads(qtbot: QtBot) -> None:
    tab = made(qtbot, BOARD)

    assert tab.start.isHidden()
    assert tab.more.isHidden()


@pytest.mark.parametrize("suspends", [True, False])
def test_open_incidents_are_told_and_can_be_closed(
    qtbot: QtBot, database: Database, *, suspends: bool
) -> None:
    scene.fill(database)
    with database.write() as session:
        told = [
            incidents.record(
                session,
                scene.HUB,
                COORDINATOR,
                words=words,
                happened_on=date(2026, 11, 20),
                now=NOW,
                suspends=suspends,
            )
            for words in ("A window was broken", "The gate did not lock")
        ]
        incidents.close(session, told[1].id, COORDINATOR, now=NOW)
    tab = made(qtbot)
    tab.show_sheet(scene.read(database))

    with qtbot.waitSignal(tab.asked) as asked:
        tab.incidents.links[0].click()

    words = "20 November 2026: A window was broken"
    assert tab.incidents.words() == {words: ("Suspends" if suspends else "Open", "")}
    assert tab.overdue.words() == {
        "Since 20 November 2026, because of an incident": ("Review overdue", "")
    }
    assert asked.args == [ways.CLOSE, told[0]]


def test_a_manager_accepts_or_declines_what_waits(
    qtbot: QtBot, database: Database
) -> None:
    rooms = scene.fill(database)
    scene.control(database, "C2", "Blinds down", rooms["Oak"], date(2027, 3, 1))
    tab = made(qtbot, MANAGER)
    tab.show_sheet(scene.read(database))
    asked: list[object] = []
    tab.asked.connect(lambda what, _about: asked.append(what))

    for link in tab.waiting.links:
        link.click()

    assert asked == [ways.ACCEPT, ways.DECLINE]
    [(words, (badge, said))] = tab.waiting.words().items()
    assert (words, badge) == ("People can see in (Oak)", "Waits")
    assert said == "Blinds down. Asked for until 1 March 2027; waits for a manager."


def test_an_accepted_control_can_be_taken_back_by_a_manager_only(
    qtbot: QtBot, database: Database
) -> None:
    scene.fill(database)
    control = scene.assessment_sheet.Control(
        1, "C2", "", "People can see in", "Blinds", None, "Manager 01"
    )
    tab, others = made(qtbot, MANAGER), made(qtbot)
    for one in (tab, others):
        one.show_sheet(replace(scene.read(database), controls=(control,)))

    assert [link.text() for link in tab.controls.links] == ["Accept no longer"]
    assert others.controls.links == []


def test_another_venue_is_shown_from_its_top(qtbot: QtBot, database: Database) -> None:
    scene.fill(database)
    tab = made(qtbot)
    found = scene.read(database)
    tab.show_sheet(found)
    bar = tab.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(200)
    tab.show_sheet(found)
    stays = bar.value()

    tab.show_sheet(replace(found, venue_id=2))

    assert (stays, bar.value()) == (200, 0)
