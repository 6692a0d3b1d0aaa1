"""The assessment of a venue as it is shown, question by question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.ui import assessing_scene as scene
from tests.ui.venue_scene import COORDINATOR, NOW
from tests.venues.services.millbrook import MANAGER
from venues.database.session import Database
from venues.domain.marking import Mark
from venues.errors import NotFound
from venues.services import assessment_sheet, assessments, controls, incidents

UNTIL = date(2027, 3, 1)


def change(
    database: Database, code: str, room_id: int | None = None, **changed: object
) -> None:
    """Change one answer of the last assessment."""
    before = scene.current(database, room_id)
    answers = tuple(
        replace(each, **changed) if each.code == code else each  # type: ignore[arg-type]
        for each in before.answers
        if each.code != code or changed
    )
    with database.write() as session:
        assessments.save(
            session,
            replace(before, answers=answers),
            COORDINATOR,
            now=NOW,
            opened=before,
        )


def test_good_answers_are_met_in_every_group(database: Database) -> None:
    scene.fill(database, S10="no concern")

    sheet = scene.read(database)

    assert [group for group, _ in sheet.groups] == [
        "Safe",
        "Confidential",
        "Accessible",
        "Child-centred",
        "Practical",
    ]
    marks = {line.mark for _, lines in sheet.groups for line in lines}
    assert marks == {Mark.MET}
    assert sheet.venue.draft is not None
    assert list(sheet.rooms.values()) == ["Hall", "Hall A", "Hall B", "Oak"]


def test_an_answer_that_holds_for_some_hours_says_so(database: Database) -> None:
    scene.fill(database)
    change(database, "S1", closes=time(18), evidence="The caretaker")

    assert scene.line(database, "S1").said == "Until 6pm. The caretaker"


def test_a_poor_answer_at_some_hours_is_told_with_them(database: Database) -> None:
    scene.fill(database)
    change(database, "S8", value="no", weekdays=4, opens=time(9), closes=time(12))

    line = scene.line(database, "S8")

    assert (line.mark, line.said) == (Mark.FAILS, "Wed 9am to 12pm: no")


def test_rooms_that_differ_are_told_by_name(database: Database) -> None:
    rooms = scene.fill(database)
    change(database, "C2", rooms["Oak"], value="no")

    line = scene.line(database, "C2")

    assert line.mark is Mark.PARTLY
    assert line.said == (
        "Hall, Hall A and Hall B: Met\nOak: Not for all. Not enough for a panel, a "
        "victim meeting and a restorative meeting"
    )


def test_a_control_is_told_with_its_place_and_whether_it_waits(
    database: Database,
) -> None:
    rooms = scene.fill(database)
    answer = scene.control(database, "C2", "Blinds down.", rooms["Oak"], UNTIL)
    [waiting] = scene.read(database).controls
    with database.write() as session:
        controls.accept(session, answer, MANAGER, until=UNTIL, now=NOW)

    [accepted] = scene.read(database).controls

    assert (waiting.place, waiting.failing) == ("Oak", "People can see in")
    assert waiting.waits
    assert (accepted.by, accepted.until) == (MANAGER.name, UNTIL)
    assert scene.line(database, "C2").mark is Mark.CONTROL
    assert "Blinds down" in scene.line(database, "C2").said


@pytest.mark.parametrize(
    ("code", "value", "mark"),
    [
        ("S10", "use with care", Mark.CARE),
        ("A6", "none", Mark.NOTED),
        ("S13", "no", Mark.FAILS),
    ],
)
def test_a_mark_says_how_much_it_weighs(
    database: Database, code: str, value: str, mark: Mark
) -> None:
    scene.fill(database, **{code: value})

    assert scene.line(database, code).mark is mark


def test_a_score_that_is_enough_for_some_says_for_whom_not(database: Database) -> None:
    scene.fill(database, C1="2")

    line = scene.line(database, "C1")

    assert line.mark is Mark.PARTLY
    assert line.said == (
        "2 of 3\nNot enough for a victim meeting, a restorative meeting and a "
        "professionals' meeting"
    )


def test_a_question_without_an_answer_is_open(database: Database) -> None:
    scene.fill(database)
    change(database, "S13")

    sheet = scene.read(database)

    assert scene.line(database, "S13").mark is Mark.OPEN
    assert sheet.venue.unanswered == 1


def test_a_local_area_check_grows_old(database: Database) -> None:
    scene.fill(database, S10="no concern")
    change(database, "S10", found_on=date(2025, 11, 1))

    line = scene.line(database, "S10")

    assert (line.mark, line.said) == (Mark.OLD, "No concern. Found 1 November 2025")


def test_incidents_and_reviews_answer_for_themselves(database: Database) -> None:
    scene.fill(database)
    with database.write() as session:
        incidents.record(
            session,
            scene.HUB,
            COORDINATOR,
            words="A window was broken",
            happened_on=date(2026, 11, 20),
            now=NOW,
        )

    incident, review = scene.line(database, "S16"), scene.line(database, "P6")

    assert (incident.mark, incident.said) == (Mark.FAILS, "An incident is open")
    assert review.said == "Overdue since 20 November 2026"


def test_a_venue_nobody_assessed_has_every_question_open(database: Database) -> None:
    scene.venue_scene.fill(database)
    with database.write() as session:
        scene.assessed.checklist(session)

    sheet = scene.read(database)

    assert sheet.venue.draft is None
    assert scene.line(database, "S1").mark is Mark.OPEN
    assert scene.line(database, "P6").said == "Not assessed yet"


def test_a_venue_that_is_gone_is_said(database: Database) -> None:
    with database.read() as session, pytest.raises(NotFound):
        assessment_sheet.read(session, 99, today=NOW.date())
