"""Each of the five states of a room, for every kind of appointment, on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import assessing_scene as scene
from tests.ui import venue_scene
from tests.ui.venue_scene import COORDINATOR, NOW
from tests.venues.services.millbrook import MANAGER
from ui.desk import Desk
from ui.models.assessing import STATES
from ui.models.table import KIND_ROLE, Role
from ui.pages.venues import VenuesPage
from venues.database.session import Database
from venues.domain.checklist import COUNTED
from venues.domain.judgement import State
from venues.services import assessments, controls
from venues.services.assessment_drafts import AnswerDraft

ASKED_OF_ALL = "S13"  # every kind of appointment must have it
UNTIL = date(2027, 3, 1)


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; everything was good at the hub in June."""
    scene.fill(database, S10="no concern")
    with venue_scene.desk(database) as (desk, _told):
        yield desk


def change(
    desk: Desk, changed: Callable[[AnswerDraft], AnswerDraft | None], **visit: date
) -> None:
    """Change the answer that is asked of all, or the visit."""
    before = scene.current(desk.database)
    answers = [
        changed(each) if each.code == ASKED_OF_ALL else each for each in before.answers
    ]
    draft = replace(before, answers=tuple(filter(None, answers)), **visit)  # type: ignore[arg-type]
    with desk.database.write() as session:
        assessments.save(session, draft, COORDINATOR, now=NOW, opened=before)


def make(desk: Desk, state: State) -> None:
    """Let the rooms of the hub stand so."""
    if state is State.NOT_SUITABLE:
        change(desk, lambda each: replace(each, value="no"))
    elif state is State.NOT_ASSESSED:
        change(desk, lambda _: None)
    elif state is State.OVERDUE:
        late = NOW.date() - timedelta(days=1)
        change(desk, lambda each: each, review_by=late)
    elif state is State.CONDITIONS:
        change(
            desk,
            lambda each: replace(
                each, value="no", control="Ring first", control_until=UNTIL
            ),
        )
        answer = scene.answer(desk.database, ASKED_OF_ALL).id or 0
        with desk.database.write() as session:
            controls.accept(session, answer, MANAGER, until=UNTIL, now=NOW)


@pytest.mark.parametrize(
    ("state", "suits", "why"),
    [
        (State.SUITABLE, "7 of 7", "Suitable."),
        (State.CONDITIONS, "7 of 7", "Ring first. Agreed until 1 March 2027."),
        (State.NOT_SUITABLE, "0 of 7", "Not suitable for a one-to-one session: "),
        (State.NOT_ASSESSED, "0 of 7", "Not assessed: 1 question of its checklist"),
        (State.OVERDUE, "0 of 7", "Review overdue since 22 November 2026."),
    ],
)
def test_each_state_is_seen_for_every_kind_of_appointment(
    qtbot: QtBot, desk: Desk, state: State, suits: str, why: str
) -> None:
    make(desk, state)
    page = VenuesPage(desk)
    qtbot.addWidget(page)
    page.resize(1160, 760)
    page.show()

    page.detail.tabs.setCurrentWidget(page.detail.assessment)

    matrix = page.detail.assessment.matrix
    assert matrix.table is not None
    cells = [matrix.table.ordered.index(row, 1) for row in range(len(COUNTED))]
    kind, words = STATES[state]
    assert {cell.data(Role.DisplayRole) for cell in cells} == {words}
    assert {cell.data(KIND_ROLE) for cell in cells} == {kind}
    assert f"Hall, Hall A, Hall B, Oak: {why}" in matrix.why.text()
    assert page.detail.head.suits.text() == suits
