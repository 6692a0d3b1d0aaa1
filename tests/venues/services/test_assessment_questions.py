"""What is asked, and what would follow from the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.ui import assessing_scene as scene
from tests.ui.venue_scene import COORDINATOR, NOW
from venues.database import catalogue
from venues.database.session import Database
from venues.services import assessment_questions, incidents
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft
from venues.services.assessment_questions import Outlook

WITH = "With these answers"


def outlook(database: Database, draft: AssessmentDraft) -> Outlook:
    with database.read() as session:
        return assessment_questions.outlook(session, draft, today=NOW.date())


def answered(draft: AssessmentDraft, code: str, value: str) -> AssessmentDraft:
    answers = tuple(
        replace(each, value=value) if each.code == code else each
        for each in draft.answers
    )
    return replace(draft, answers=answers)


def test_a_room_is_asked_other_questions_than_its_venue(database: Database) -> None:
    scene.fill(database)
    with database.read() as session:
        found = catalogue.read(session)
    of_venue = assessment_questions.questions(found, None)
    of_room = assessment_questions.questions(found, 1)

    codes = {each.code for group in of_room.values() for each in group}
    assert {"C1", "S2", "P1"} <= codes
    assert codes.isdisjoint(each.code for group in of_venue.values() for each in group)
    assert "S16" not in [each.code for each in of_venue["Safe"]]


def test_the_doors_of_a_venue_are_offered(database: Database) -> None:
    scene.fill(database)
    with database.read() as session:
        doors = assessment_questions.doors(session, scene.HUB)

    assert [(each.name, bool(each.entrance_id)) for each in doors] == [
        ("Main door", True),
        ("Foyer", False),
    ]


def test_good_answers_suit_all_seven(database: Database) -> None:
    rooms = scene.fill(database)

    for room_id in (None, rooms["Oak"]):
        found = outlook(database, scene.current(database, room_id))
        assert found.words == f"{WITH}: suitable for 7 of 7 kinds of appointment."


def test_a_poor_answer_is_told_while_it_is_typed(database: Database) -> None:
    rooms = scene.fill(database)
    draft = answered(scene.current(database, rooms["Oak"]), "C1", "2")

    assert outlook(database, draft).words == (
        f"{WITH}: suitable for 4 of 7 kinds of appointment. Not suitable for a victim "
        "meeting, a restorative meeting and a professionals' meeting."
    )


def test_answers_that_are_missing_leave_it_not_assessed(database: Database) -> None:
    rooms = scene.fill(database)
    last = scene.current(database, rooms["Oak"])
    empty = replace(last, answers=(AnswerDraft(code="C1", value=" "),))

    assert "suitable for 0 of 7" in outlook(database, empty).words
    assert "Not assessed for a one-to-one session" in outlook(database, empty).words


def test_a_venue_without_rooms_says_that_rooms_decide(database: Database) -> None:
    scene.fill(database)
    draft = AssessmentDraft(
        venue_id=99, made_on=date(2026, 11, 23), review_by=date(2027, 11, 23)
    )

    assert outlook(database, draft).words.startswith("Its rooms say")


@pytest.mark.parametrize("accepted", [None, 2])
def test_a_control_counts_once_a_manager_accepted_it(
    database: Database, accepted: int | None
) -> None:
    rooms = scene.fill(database)
    draft = answered(scene.current(database, rooms["Oak"]), "C2", "no")
    answers = tuple(
        replace(
            each,
            control="Blinds down",
            control_until=date(2027, 3, 1),
            accepted_by=accepted,
        )
        if each.code == "C2"
        else each
        for each in draft.answers
    )

    fits = outlook(database, replace(draft, answers=answers)).judged["VI"].state.fits

    assert fits is (accepted is not None)


def test_a_venue_that_an_incident_suspends_says_so(database: Database) -> None:
    scene.fill(database)
    with database.write() as session:
        incidents.record(
            session,
            scene.HUB,
            COORDINATOR,
            words="The fire door was chained shut",
            happened_on=date(2026, 11, 20),
            now=NOW,
            suspends=True,
        )

    assert "an open incident suspends it" in (
        outlook(database, scene.current(database)).words
    )
