"""Takes changes of the catalogue back and does them again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.ui.venue_scene import WEEK
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, POSTCODES
from ui.desk import Desk
from ui.pages.venue_undo import VenueUndo
from venues.database.session import Database
from venues.services import (
    closures,
    hours_editing,
    room_editing,
    venue_copying,
    venue_editing,
)
from venues.services.catalogue_list import venues
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import ClosureDraft

DRAFT = ClosureDraft(
    venue_id=1,
    starts=datetime(2026, 12, 3),
    ends=datetime(2026, 12, 4),
    reason="painting",
)


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; the hub's id is 1."""
    scene.fill(database)
    with scene.desk(database) as (desk, _told):
        yield desk


@pytest.fixture
def steps(desk: Desk) -> VenueUndo:
    """Where changes are put on the stack."""
    return VenueUndo(desk)


def back_and_forth(qtbot: QtBot, desk: Desk) -> tuple[str, str]:
    """Undo and do again; what was said."""
    with qtbot.waitSignal(desk.undo.told) as undone:
        desk.undo.undo()
    with qtbot.waitSignal(desk.undo.told) as done:
        desk.undo.redo()
    return undone.args[0], done.args[0]


def undo(qtbot: QtBot, desk: Desk) -> str:
    with qtbot.waitSignal(desk.undo.told) as told:
        desk.undo.undo()
    return str(told.args[0])


def names(desk: Desk) -> list[str]:
    with desk.database.read() as session:
        return [row.name for row in venues(session, today=NOW.date())]


def found(desk: Desk) -> VenueDetails:
    return scene.details(desk.database, 1)


def test_a_new_venue_goes_and_comes_again_and_again(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    steps.venue(None, millbrook.venue(desk.database, name="Aspen Court"))

    said = back_and_forth(qtbot, desk)
    there = names(desk)
    undo(qtbot, desk)

    assert said == (
        "Undone: adding of Aspen Court.",
        "Done again: adding of Aspen Court.",
    )
    assert there == ["Aspen Court", "Millbrook Family Hub"]
    assert names(desk) == ["Millbrook Family Hub"]


def test_a_changed_venue_goes_back_to_the_letter(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    before = found(desk).venue
    with desk.database.write() as session:
        after = venue_editing.save(
            session,
            replace(before, kind="library", contacts=(), postcode="WA7 5EA"),
            COORDINATOR,
            now=NOW,
            opened=before,
            gazetteer=POSTCODES,
        )
    steps.venue(before, after)

    back_and_forth(qtbot, desk)
    again = found(desk).venue
    undo(qtbot, desk)

    assert again == after
    assert found(desk).venue == before


def test_a_change_that_somebody_built_on_stays_and_says_why(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    before = found(desk).venue
    after = replace(before, kind="library")
    steps.venue(before, after)

    said = undo(qtbot, desk)

    assert "Kind “library” → “family hub”" in said
    assert not desk.undo.can_undo


def test_a_new_room_goes_and_comes_again(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    steps.room(None, millbrook.room(desk.database, 1, "Elm"))

    back_and_forth(qtbot, desk)
    there = [room.name for room in found(desk).rooms]
    undo(qtbot, desk)

    assert "Elm" in there
    assert "Elm" not in [room.name for room in found(desk).rooms]


def test_a_changed_room_goes_back_to_the_letter(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    before = next(room for room in found(desk).rooms if room.name == "Hall")
    with desk.database.write() as session:
        after = room_editing.save(
            session,
            replace(before, space_ids=(), turnaround=30),
            COORDINATOR,
            now=NOW,
            opened=before,
        )
    steps.room(before, after)

    back_and_forth(qtbot, desk)
    undo(qtbot, desk)

    assert found(desk).room(before.id or 0) == before


def test_hours_go_back_and_come_again(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    with desk.database.write() as session:
        after = hours_editing.save(session, 1, WEEK[:2], COORDINATOR, opened=WEEK)
    steps.hours((1, None), "Millbrook Family Hub", WEEK, after)

    back_and_forth(qtbot, desk)
    again = found(desk).hours[None]
    undo(qtbot, desk)

    assert again == WEEK[:2]
    assert found(desk).hours[None] == WEEK


def test_closures_go_and_come_again(qtbot: QtBot, desk: Desk, steps: VenueUndo) -> None:
    with desk.database.write() as session:
        closed = closures.save(session, DRAFT, COORDINATOR, now=NOW)
    steps.closure(None, closed, "Millbrook Family Hub")
    back_and_forth(qtbot, desk)
    there = found(desk).closures
    later = replace(there[0], reason="new floor")
    with desk.database.write() as session:
        later = closures.save(session, later, COORDINATOR, now=NOW, opened=there[0])
    steps.closure(there[0], later, "Millbrook Family Hub")

    back_and_forth(qtbot, desk)
    undo(qtbot, desk)

    assert there == (closed,)
    assert found(desk).closures == (closed,)


def test_retiring_goes_back_to_what_it_was(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    before = found(desk).venue
    with desk.database.write() as session:
        candidate = venue_editing.save(
            session,
            replace(before, status="candidate"),
            COORDINATOR,
            now=NOW,
            opened=before,
        )
        venue_editing.retire(session, 1, COORDINATOR, now=NOW)
    steps.venue_standing(candidate)

    back_and_forth(qtbot, desk)
    retired = found(desk).venue
    undo(qtbot, desk)
    status = found(desk).venue.status
    steps.venue_standing(retired)
    undo(qtbot, desk)

    assert (retired.status, status) == ("retired", "candidate")
    assert found(desk).venue.status == "retired"


def test_a_room_that_was_retired_comes_back(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    oak = next(room for room in found(desk).rooms if room.name == "Oak")
    with desk.database.write() as session:
        room_editing.retire(session, oak.id or 0, COORDINATOR, now=NOW)
    steps.room_standing(oak)

    back_and_forth(qtbot, desk)
    retired = found(desk).room(oak.id or 0)
    undo(qtbot, desk)
    status = found(desk).room(oak.id or 0).status
    steps.room_standing(retired)
    undo(qtbot, desk)

    assert (retired.status, status) == ("retired", "active")
    assert found(desk).room(oak.id or 0).status == "retired"


def test_what_did_not_change_is_no_step(desk: Desk, steps: VenueUndo) -> None:
    before = found(desk)

    steps.venue(before.venue, before.venue)
    steps.room(before.rooms[0], before.rooms[0])
    steps.closure(DRAFT, DRAFT, "Millbrook Family Hub")
    steps.closure(None, None, "Millbrook Family Hub")

    assert not desk.undo.can_undo


def test_a_copy_goes_and_comes_again(
    qtbot: QtBot, desk: Desk, steps: VenueUndo
) -> None:
    with desk.database.write() as session:
        made = venue_copying.make(session, 1, "Aspen", COORDINATOR, now=NOW)
    steps.copy(made)

    said = back_and_forth(qtbot, desk)
    there = names(desk)
    undo(qtbot, desk)

    assert said == ("Undone: adding of Aspen.", "Done again: adding of Aspen.")
    assert there == ["Aspen", "Millbrook Family Hub"]
    assert names(desk) == ["Millbrook Family Hub"]
