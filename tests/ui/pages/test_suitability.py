"""Each state of a room is shown where rooms are found, for every appointment set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene
from tests.ui.schedule_scene import OAK, WILLOW
from tests.venues.assessed import assess_all, checklist
from ui.kinds import Kind
from ui.models.matches import MatchRow
from ui.pages.check_words import SUITABLE
from ui.pages.find_results import FindResults
from ui.widgets.checks import Check
from ui.widgets.reasons import ReasonRow
from venues.database.models import Answer, Criterion
from venues.database.session import Database
from venues.domain.judgement import State
from venues.domain.people import Audience
from venues.services import finding, second_look
from venues.services.finding import Wish

TODAY = find_scene.NOW.date()
KINDS = {
    "CH": ("SUP", Audience.CHILD),
    "FA": ("PAR", Audience.FAMILY),
    "GR": ("GRP", Audience.CHILD),
    "PA": ("ROP", Audience.CHILD),
    "VI": ("VIC", Audience.VICTIM),
    "RD": ("RJI", Audience.CHILD),
    "RM": ("PRO", Audience.STAFF),
    "ST": ("TRN", Audience.STAFF),
}
"""Set → a kind of appointment in it, and who that is for."""

SEEN = frozenset({WILLOW, OAK})
"""The rooms somebody has been to see."""

TOILET = "A14"
"""A criterion that is mandatory for every set."""


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    for each in find_scene.opened(qtbot, database, tmp_path):
        yield find_scene.tomorrow(qtbot, each)


@pytest.fixture
def results(qtbot: QtBot, scene: Scene) -> FindResults:
    made = FindResults(scene.desk)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def stand(database: Database, state: State) -> None:
    """Let both rooms of the first venue stand so for every set."""
    seen = TODAY - timedelta(days=400 if state is State.OVERDUE else 100)
    with database.write() as session:
        checklist(session)
        assess_all(session, dict.fromkeys(SEEN, 1), seen)
        codes = {row.id: row.code for row in session.query(Criterion)}
        for row in session.query(Answer).all():
            code = codes[row.criterion_id]
            if code == "S10":
                row.found_on = TODAY - timedelta(days=30)
            if code != TOILET or state in {State.SUITABLE, State.OVERDUE}:
                continue
            row.value = "" if state is State.NOT_ASSESSED else "no"
            if state is State.CONDITIONS:
                row.control = "The toilet next door is open"
                row.control_until = TODAY + timedelta(days=90)
                row.accepted_by, row.accepted_on = 1, TODAY


def show(scene: Scene, results: FindResults, of_set: str) -> None:
    """Look for a room for that set, and show what is found."""
    kind, audience = KINDS[of_set]
    period = scene.page.form.wish().period
    wish = Wish(audience=audience, kind=kind, period=period, people=2, layout="circle")
    viewer, now = scene.desk.viewer, find_scene.NOW
    with scene.database.read() as session:
        found = finding.rooms(session, wish, viewer, today=now)
        second = second_look.look(session, found, viewer, now=now)
    results.show_found(found)
    results.show_second(second)


def rows(results: FindResults) -> list[MatchRow]:
    """The rows of the rooms that were seen."""
    return [row for row in results.list.rooms.rows if row.match.room.id in SEEN]


def unsuitable(results: FindResults) -> ReasonRow:
    return next(
        row for row in results.reasons.rows() if row.reason.tag == "Not suitable"
    )


@pytest.mark.parametrize("of_set", KINDS)
@pytest.mark.parametrize("state", State)
def test_each_state_is_shown_for_each_set(
    scene: Scene, results: FindResults, state: State, of_set: str
) -> None:
    stand(scene.database, state)

    show(scene, results, of_set)

    shown = rows(results)
    lenient = state is State.NOT_ASSESSED and of_set in {"RM", "ST"}
    if state in {State.NOT_SUITABLE, State.NOT_ASSESSED} and not lenient:
        assert shown == []
        assert "not suitable" in unsuitable(results).reason.words
        return
    assert len(shown) == 2
    for row in shown:
        badges = [each.said for each in row.badges]
        if state is State.SUITABLE:
            assert badges == ["Safe", "Confidential", "Accessible"]
        elif state is State.CONDITIONS:
            assert badges[2] == "Accessible: the toilet next door is open"
        elif state is State.OVERDUE:
            assert row.warnings[0].startswith("Review overdue since")
        else:
            assert badges[2] == "Accessible: 1 question not answered"
        assert all(each in row.spoken for each in badges)


def test_what_is_wrong_is_one_press_away(
    qtbot: QtBot, scene: Scene, results: FindResults
) -> None:
    stand(scene.database, State.NOT_SUITABLE)
    show(scene, results, "CH")
    link = unsuitable(results).link
    assert link.text() == "Open venue"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert scene.host.shown[-1] == ("venues", {"venue": 1})


def checks(scene: Scene) -> dict[str, Check]:
    """The checks of Willow Room at 3pm tomorrow, as the booking page shows them."""
    starts = datetime.combine(TODAY + timedelta(days=1), time(15))
    ends = starts + timedelta(hours=1)
    scene.window.show_page("find", room=WILLOW, starts=starts, ends=ends)
    return {entry.check.heading: entry.check for entry in scene.booking.checks.shown()}


def test_the_booking_page_says_when_the_place_was_assessed(
    qtbot: QtBot, scene: Scene
) -> None:
    stand(scene.database, State.SUITABLE)

    qtbot.waitUntil(lambda: SUITABLE in checks(scene))

    check = checks(scene)[SUITABLE]
    assert check.kind is Kind.GOOD
    assert check.words.startswith("Assessed ")
    assert ", next due " in check.words


def test_each_condition_wants_its_tick_on_the_booking_page(
    qtbot: QtBot, scene: Scene
) -> None:
    stand(scene.database, State.CONDITIONS)

    qtbot.waitUntil(lambda: "Condition" in checks(scene))

    check = checks(scene)["Condition"]
    assert (check.kind, check.accepts) == (Kind.WARN, "R9 A14")
    assert check.words.startswith("The toilet next door is open. Agreed until ")


@pytest.mark.parametrize(
    ("state", "heading", "words"),
    [
        (State.NOT_SUITABLE, SUITABLE, "Not suitable for a one-to-one session: "),
        (State.NOT_ASSESSED, SUITABLE, "Not assessed: 1 question"),
        (State.OVERDUE, "Review", "Review overdue since "),
    ],
)
def test_the_booking_page_says_what_is_wrong(
    qtbot: QtBot, scene: Scene, state: State, heading: str, words: str
) -> None:
    stand(scene.database, state)

    qtbot.waitUntil(lambda: SUITABLE in checks(scene))

    assert checks(scene)[heading].words.startswith(words)
