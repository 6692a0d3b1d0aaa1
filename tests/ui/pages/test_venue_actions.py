"""What is done on the Venues page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.ui.venue_scene import WEEK, Told
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, PRACTITIONER
from ui.desk import Desk
from ui.dialogs.closure_editor import ClosureEditor
from ui.dialogs.dated_hours_editor import DatedHoursEditor
from ui.dialogs.hours_editor import HoursEditor
from ui.dialogs.room_editor import RoomEditor
from ui.dialogs.venue_copy import VenueCopying
from ui.dialogs.venue_editor import VenueEditor
from ui.dialogs.venue_neighbours import NeighboursDialog
from ui.pages.venue_actions import VenueActions
from venues.database.session import Database
from venues.domain import week
from venues.errors import NotFound
from venues.services import closures
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import ClosureDraft, RoomDraft


@dataclass
class Work:
    """The actions, their desk, and what was told."""

    actions: VenueActions
    desk: Desk
    told: Told
    over: QWidget

    @property
    def found(self) -> VenueDetails:
        """The hub as it is stored now."""
        return scene.details(self.desk.database, 1)

    def room(self, name: str) -> RoomDraft:
        """One of its rooms."""
        return next(room for room in self.found.rooms if room.name == name)


@pytest.fixture
def work(qtbot: QtBot, database: Database) -> Iterator[Work]:
    """A coordinator's actions on the hub, whose id is 1."""
    scene.fill(database)
    with scene.desk(database) as (desk, told):
        over = scene.window(desk)
        yield Work(VenueActions(desk, over), desk, told, over)


def done(qtbot: QtBot, work: Work, sentence: str) -> None:
    scene.until(qtbot, lambda: f"{sentence} [Undo]" in work.told.said)


def take_back(qtbot: QtBot, work: Work) -> None:
    with qtbot.waitSignal(work.desk.undo.told):
        work.desk.undo.undo()


def test_a_venue_retires_and_comes_back(qtbot: QtBot, work: Work) -> None:
    work.actions.do("retire", work.found)
    done(qtbot, work, "Retired Millbrook Family Hub.")
    retired = work.found.venue.status
    work.actions.do("bring back", work.found)
    done(qtbot, work, "Brought back Millbrook Family Hub.")

    assert (retired, work.found.venue.status) == ("retired", "active")


def test_a_room_retires_and_comes_back(qtbot: QtBot, work: Work) -> None:
    work.actions.do("retire room", work.found, work.room("Oak"))
    done(qtbot, work, "Retired Oak.")
    retired = work.room("Oak")
    work.actions.do("bring back room", work.found, retired)
    done(qtbot, work, "Brought back Oak.")

    assert (retired.status, work.room("Oak").status) == ("retired", "active")


def test_photos_that_are_not_there_are_said(qtbot: QtBot, work: Work) -> None:
    with qtbot.waitSignal(work.actions.refused, timeout=0) as told:
        work.actions.do("photos", work.found)

    assert told.args[0].startswith("There are no photos at")


def test_what_is_refused_is_told(qtbot: QtBot, work: Work) -> None:
    millbrook.book(work.desk.database, work.room("Oak").id, datetime(2026, 11, 26, 15))

    busy: list[bool] = []
    work.actions.busy.connect(busy.append)

    with qtbot.waitSignal(work.actions.refused) as told:
        work.actions.do("retire room", work.found, work.room("Oak"))

    assert "1 booking stands in the way" in told.args[0]
    assert busy == [True, False]
    assert work.told.said == []


def test_a_mistake_of_ours_is_not_hidden(qtbot: QtBot, work: Work) -> None:
    with capture_exceptions() as raised:
        work.actions.do("retire room", work.found, RoomDraft(venue_id=1, id=None))
        scene.until(qtbot, lambda: raised)

    assert not isinstance(raised[0][1], AssertionError)


def test_a_closure_is_taken_away_and_put_back(qtbot: QtBot, work: Work) -> None:
    draft = ClosureDraft(
        venue_id=1,
        starts=datetime(2026, 12, 3),
        ends=datetime(2026, 12, 4),
        reason="painting",
    )
    with work.desk.database.write() as session:
        closed = closures.save(session, draft, COORDINATOR, now=NOW)

    work.actions.do("remove closure", work.found, closed)
    done(qtbot, work, "Millbrook Family Hub is open again then.")
    gone = work.found.closures
    take_back(qtbot, work)

    assert (gone, work.found.closures) == ((), (closed,))


def test_a_room_is_added(qtbot: QtBot, work: Work) -> None:
    work.actions.do("add room", work.found)
    editor = work.over.findChildren(RoomEditor)[0]
    editor.name.setText("Elm")
    editor.seats["seats_circle"].setText("4")

    editor.try_to_save()
    done(qtbot, work, "Added Elm.")

    assert work.room("Elm").seats == 4


def test_hours_are_changed_and_put_back(qtbot: QtBot, work: Work) -> None:
    work.actions.do("hours", work.found)
    editor = work.over.findChildren(HoursEditor)[0]
    editor.forms["term"].cells[0, "open"].setText("closed")

    editor.try_to_save()
    done(qtbot, work, "Saved the hours of Millbrook Family Hub.")
    changed = work.found.hours[None]
    take_back(qtbot, work)

    assert len(changed) == 4
    assert work.found.hours[None] == WEEK


def test_hours_of_a_room_are_named_after_it(qtbot: QtBot, work: Work) -> None:
    work.actions.do("hours", work.found, work.room("Oak").id)

    assert work.over.findChildren(HoursEditor)[0].windowTitle() == "Hours of Oak"


def test_saving_without_a_change_says_nothing(qtbot: QtBot, work: Work) -> None:
    work.actions.do("edit", work.found)
    editor = work.over.findChildren(VenueEditor)[0]

    with qtbot.waitSignal(editor.finished):
        editor.try_to_save()

    assert work.told.said == []
    assert not work.desk.undo.can_undo


def test_a_closure_is_added_and_changed(qtbot: QtBot, work: Work) -> None:
    work.actions.do("add closure", work.found)
    editor = work.over.findChildren(ClosureEditor)[0]
    editor.reason.setText("painting")
    editor.try_to_save()
    done(qtbot, work, "Added the closure of Millbrook Family Hub.")

    work.actions.do("change closure", work.found, work.found.closures[0])
    editor = work.over.findChildren(ClosureEditor)[-1]
    editor.reason.setText("new floor")
    editor.try_to_save()
    done(qtbot, work, "Changed the closure of Millbrook Family Hub.")

    assert [closure.reason for closure in work.found.closures] == ["new floor"]


def test_a_practitioner_may_look_but_not_change(
    qtbot: QtBot, database: Database
) -> None:
    scene.fill(database)
    with scene.desk(database, PRACTITIONER) as (desk, told):
        actions = VenueActions(desk, scene.window(desk))
        found = scene.details(database, 1)

        actions.do("retire", found)
        actions.do("edit", found)
        actions.do("schedule", found)

        assert told.shown == [("schedule", {"venue": 1})]
        assert scene.window(desk).findChildren(VenueEditor) == []


def test_a_venue_is_copied_and_chosen(qtbot: QtBot, work: Work) -> None:
    added: list[int] = []
    work.actions.added.connect(added.append)
    work.actions.do("clone", work.found)
    dialog = work.over.findChildren(VenueCopying)[0]
    dialog.name.setText("Aspen Family Hub")

    dialog.try_to_save()
    done(
        qtbot,
        work,
        "Added Aspen Family Hub, copied from Millbrook Family Hub. Check its address.",
    )
    there = scene.details(work.desk.database, added[0]).venue.status
    take_back(qtbot, work)

    assert there == "candidate"
    with pytest.raises(NotFound):
        scene.details(work.desk.database, added[0])


def test_hours_for_some_dates_are_added_changed_and_removed(
    qtbot: QtBot, work: Work
) -> None:
    said = "Saved the hours of Millbrook Family Hub."
    june, july = date(2027, 6, 1), date(2027, 7, 1)
    work.actions.do("add dates", work.found, (None, None))
    editor = work.over.findChildren(DatedHoursEditor)[0]
    editor.first.choose(june)
    editor.last.choose(july)
    editor.try_to_save()
    done(qtbot, work, said)
    added = {(s.valid_from, s.valid_until) for s in work.found.hours[None]}
    work.told.said.clear()

    work.actions.do("remove dates", work.found, (None, (june, july)))
    done(qtbot, work, said)
    removed = work.found.hours[None]
    take_back(qtbot, work)

    assert added == {(None, None), (june, july)}
    assert removed == WEEK
    assert (june, july) in week.of_dates(work.found.hours[None])


def test_a_group_of_neighbours_is_made_and_taken_back(qtbot: QtBot, work: Work) -> None:
    millbrook.venue(work.desk.database, name="Library")
    work.actions.do("neighbours", work.found)
    dialog = work.over.findChildren(NeighboursDialog)[0]

    dialog.make.click()
    done(qtbot, work, "Saved the group Near Library.")
    made = work.found.venue.cluster
    take_back(qtbot, work)

    assert (made, work.found.venue.cluster) == ("Near Library", "")
