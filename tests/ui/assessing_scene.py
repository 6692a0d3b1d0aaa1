"""A hub whose venue and rooms were assessed in June, and the sheet of one that was not.

It stands beside ``venue_scene``: it is Monday 23 November 2026, 9am.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tests.ui import venue_scene
from tests.venues import assessed
from venues.database.session import Database
from venues.domain.checklist import SETS
from venues.domain.judgement import State
from venues.services import assessment_sheet, assessments
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft
from venues.services.assessment_sheet import Line, Sheet, Visit
from venues.services.suitability import VenueStanding

SEEN = date(2026, 6, 4)
HUB = 1


def standing(**changed: Any) -> VenueStanding:
    """A venue that nobody assessed, with any of it changed."""
    usual = VenueStanding(
        venue_id=HUB, rooms={}, best=dict.fromkeys(SETS, State.NOT_ASSESSED)
    )
    return replace(usual, **changed)


def sheet(lines: Iterable[Line] = (), **changed: Any) -> Sheet:
    """The sheet of a venue that nobody assessed, with any of it changed."""
    usual = Sheet(
        venue_id=HUB,
        standing=standing(),
        visits=(Visit(None, "The venue", None),),
        groups=(("Safe", tuple(lines)),),
        rooms={},
        fixes=(),
        incidents=(),
        controls=(),
        status="active",
    )
    return replace(usual, **changed)


def fill(database: Database, **answers: str) -> dict[str, int]:
    """The hub with good answers to everything in June, with some changed.

    Gives back the ids of its rooms by name.
    """
    venue_scene.fill(database)
    rooms = {
        room.name: room.id or 0 for room in venue_scene.details(database, HUB).rooms
    }
    with database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(
            session, dict.fromkeys(rooms.values(), HUB), SEEN, **answers
        )
    return rooms


def current(database: Database, room_id: int | None = None) -> AssessmentDraft:
    """The last assessment of the hub, or of one of its rooms."""
    with database.read() as session:
        found = assessments.current(session, HUB, room_id)
    assert found is not None
    return found


def answer(database: Database, code: str, room_id: int | None = None) -> AnswerDraft:
    """One answer of the last assessment."""
    answers = current(database, room_id).answers
    return next(each for each in answers if each.code == code)


def read(database: Database) -> Sheet:
    """The sheet of the hub as it is stored now."""
    with database.read() as session:
        return assessment_sheet.read(session, HUB, today=venue_scene.NOW.date())


def line(database: Database, code: str) -> Line:
    """One line of that sheet."""
    return next(
        each
        for _, lines in read(database).groups
        for each in lines
        if each.code == code
    )


def control(
    database: Database, code: str, words: str, room_id: int, until: date
) -> int:
    """Write a control for an answer that fails; the answer's id."""
    before = current(database, room_id)
    answers = tuple(
        replace(each, value="no", control=words, control_until=until)
        if each.code == code
        else each
        for each in before.answers
    )
    with database.write() as session:
        assessments.save(
            session,
            replace(before, answers=answers),
            venue_scene.COORDINATOR,
            now=venue_scene.NOW,
            opened=before,
        )
    return answer(database, code, room_id).id or 0
