"""What the Assessment tab asks for, done and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import assessing_scene as scene
from tests.ui import venue_scene
from tests.ui.venue_scene import COORDINATOR, NOW, Told
from tests.venues.services.millbrook import MANAGER, PRACTITIONER
from ui.desk import Desk
from ui.dialogs.assessment_editor import AssessmentEditor
from ui.dialogs.control_editor import ControlEditor
from ui.dialogs.incident_editor import IncidentEditor
from ui.pages.venue_assessing import VenueAssessing
from ui.widgets import venue_assessment as ways
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.services import assessments, incidents

UNTIL = date(2027, 3, 1)


@dataclass
class Opened:
    """The tasks, their desk and what was told."""

    tasks: VenueAssessing
    desk: Desk
    told: Told
    rooms: dict[str, int]
    refused: list[str]

    def do(self, what: str, about: Any = None) -> None:
        """Ask for something with the hub."""
        found = venue_scene.details(self.desk.database, scene.HUB)
        self.tasks.do(what, found, about)

    def until_said(self, qtbot: QtBot, number: int = 1) -> str:
        """Wait for so many sentences; the last of them."""
        venue_scene.until(qtbot, lambda: len(self.told.said) >= number)
        return self.told.said[-1]

    def undo(self, qtbot: QtBot, *, again: bool = False) -> str:
        """Take the last step back, or do it again; what is said then."""
        with qtbot.waitSignal(self.desk.undo.told) as told:
            (self.desk.undo.redo if again else self.desk.undo.undo)()
        return str(told.args[0])


@pytest.fixture
def viewer() -> Viewer:
    """Who sits there, unless a test says otherwise."""
    return COORDINATOR


@pytest.fixture
def opened(database: Database, viewer: Viewer) -> Iterator[Opened]:
    """The hub, seen in June."""
    rooms = scene.fill(database, S10="no concern")
    with venue_scene.desk(database, viewer) as (desk, told):
        tasks = VenueAssessing(desk, venue_scene.window(desk))
        refused: list[str] = []
        tasks.refused.connect(refused.append)
        yield Opened(tasks, desk, told, rooms, refused)


def dialog(opened: Opened, kind: type[Any]) -> Any:
    return venue_scene.window(opened.desk).findChild(kind)


def save(qtbot: QtBot, editor: Any) -> None:
    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()


def test_a_new_assessment_is_made_and_taken_back_and_made_again(
    qtbot: QtBot, opened: Opened
) -> None:
    database = opened.desk.database
    opened.do(ways.START)
    save(qtbot, dialog(opened, AssessmentEditor))
    made = scene.current(database).made_on

    undone = opened.undo(qtbot)
    before = scene.current(database).made_on
    opened.undo(qtbot, again=True)

    assert opened.told.said == ["Saved the assessment of Millbrook Family Hub. [Undo]"]
    assert undone == "Undone: assessment of Millbrook Family Hub."
    assert (made, before) == (NOW.date(), scene.SEEN)
    assert scene.current(database).made_on == NOW.date()


def test_rooms_that_are_still_to_assess_are_named(qtbot: QtBot, opened: Opened) -> None:
    with opened.desk.database.write() as session:
        oak = scene.current(opened.desk.database, opened.rooms["Oak"])
        assessments.withdraw(session, oak, COORDINATOR)

    opened.do(ways.START)
    save(qtbot, dialog(opened, AssessmentEditor))

    assert opened.told.said[-1].endswith("Still to assess: Oak. [Undo]")


def test_the_last_assessment_is_changed_and_taken_back_and_changed_again(
    qtbot: QtBot, opened: Opened
) -> None:
    oak, database = opened.rooms["Oak"], opened.desk.database
    opened.do(ways.CHANGE, oak)
    editor = dialog(opened, AssessmentEditor)
    editor.rows["C1"].lines[0].choice.buttons["2"].click()
    save(qtbot, editor)
    changed = scene.answer(database, "C1", oak).value

    opened.undo(qtbot)
    back = scene.answer(database, "C1", oak).value
    opened.undo(qtbot, again=True)
    opened.undo(qtbot)

    assert opened.told.said == ["Saved the assessment of Oak. [Undo]"]
    assert (changed, back) == ("2", "3")
    assert scene.answer(database, "C1", oak).value == "3"


def test_nothing_is_said_of_what_was_not_changed(qtbot: QtBot, opened: Opened) -> None:
    opened.do(ways.CHANGE)
    save(qtbot, dialog(opened, AssessmentEditor))

    assert opened.told.said == []
    assert not opened.desk.undo.can_undo


def test_an_assessment_that_is_gone_is_not_opened(opened: Opened) -> None:
    with opened.desk.database.write() as session:
        oak = scene.current(opened.desk.database, opened.rooms["Oak"])
        assessments.withdraw(session, oak, COORDINATOR)

    opened.do(ways.CHANGE, opened.rooms["Oak"])

    assert dialog(opened, AssessmentEditor) is None


def test_building_work_asks_for_a_review(qtbot: QtBot, opened: Opened) -> None:
    opened.do(ways.TRIGGER, "building work")
    said = opened.until_said(qtbot)
    asked = scene.current(opened.desk.database)
    opened.undo(qtbot)

    assert said == "A review of Millbrook Family Hub is due from today. [Undo]"
    assert (asked.trigger, asked.review_by) == ("building work", NOW.date())
    assert scene.current(opened.desk.database).trigger == ""


def test_a_venue_nobody_assessed_has_nothing_to_review(
    qtbot: QtBot, opened: Opened
) -> None:
    with opened.desk.database.write() as session:
        assessments.withdraw(session, scene.current(opened.desk.database), COORDINATOR)

    opened.do(ways.TRIGGER, "building work")
    venue_scene.until(qtbot, lambda: opened.refused)

    assert opened.refused == ["It has not been assessed yet. Start an assessment."]


def recorded(opened: Opened) -> tuple[incidents.Recorded, ...]:
    return scene.read(opened.desk.database).incidents


def test_an_incident_is_recorded_closed_and_both_are_taken_back(
    qtbot: QtBot, opened: Opened
) -> None:
    opened.do(ways.RECORD)
    editor = dialog(opened, IncidentEditor)
    editor.words.setPlainText("A window was broken")
    editor.suspends.setChecked(True)
    save(qtbot, editor)
    [first] = recorded(opened)
    opened.do(ways.CLOSE, first)
    closed = opened.until_said(qtbot, 2)

    opened.undo(qtbot)
    [open_again] = recorded(opened)
    opened.undo(qtbot, again=True)
    opened.undo(qtbot)
    opened.undo(qtbot)
    gone = recorded(opened)
    opened.undo(qtbot, again=True)

    assert opened.told.said[0].endswith(
        "No more bookings there until it is closed. [Undo]"
    )
    assert closed == "Closed the incident at Millbrook Family Hub. [Undo]"
    assert open_again.open
    assert gone == ()
    assert [each.words for each in recorded(opened)] == ["A window was broken"]


def test_a_venue_is_suspended_and_lifted(qtbot: QtBot, opened: Opened) -> None:
    opened.do(ways.SUSPEND)
    said = opened.until_said(qtbot)
    suspended = scene.read(opened.desk.database).status
    opened.do(ways.LIFT)
    lifted = opened.until_said(qtbot, 2)
    opened.undo(qtbot)
    back = scene.read(opened.desk.database).status
    opened.undo(qtbot)

    assert said.startswith("Suspended Millbrook Family Hub. Its bookings stay")
    assert lifted == "Millbrook Family Hub can be booked again. [Undo]"
    assert (suspended, back) == ("suspended", "suspended")
    assert scene.read(opened.desk.database).status == "active"


def control(opened: Opened) -> Any:
    [found] = scene.read(opened.desk.database).controls
    return found


@pytest.mark.parametrize("viewer", [MANAGER])
def test_a_control_is_accepted_taken_back_and_declined(
    qtbot: QtBot, opened: Opened
) -> None:
    database = opened.desk.database
    scene.control(database, "C2", "Blinds down", opened.rooms["Oak"], UNTIL)
    opened.do(ways.ACCEPT, control(opened))
    save(qtbot, dialog(opened, ControlEditor))
    accepted = control(opened).by
    opened.undo(qtbot)
    waits = control(opened).waits
    opened.undo(qtbot, again=True)
    opened.do(ways.TAKE_BACK, control(opened))
    opened.until_said(qtbot, 2)
    taken_back = control(opened).waits
    opened.undo(qtbot)
    again = control(opened).by
    opened.undo(qtbot, again=True)
    opened.do(ways.DECLINE, control(opened))
    said = opened.until_said(qtbot, 3)
    declined = scene.read(database).controls
    opened.undo(qtbot)

    assert accepted == again == MANAGER.name
    assert waits
    assert taken_back
    assert said == "Declined “Blinds down”. [Undo]"
    assert declined == ()
    assert control(opened).waits


@pytest.mark.parametrize("viewer", [PRACTITIONER])
def test_a_practitioner_records_and_nothing_else(opened: Opened) -> None:
    for what in (ways.START, ways.SUSPEND, ways.ACCEPT):
        opened.do(what)
    nothing = dialog(opened, AssessmentEditor), dialog(opened, ControlEditor)
    opened.do(ways.RECORD)

    assert nothing == (None, None)
    assert dialog(opened, IncidentEditor) is not None


def test_it_knows_its_own_wishes(opened: Opened) -> None:
    assert opened.tasks.knows(ways.START)
    assert not opened.tasks.knows("edit")
