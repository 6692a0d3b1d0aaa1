"""Moving a booking by typing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from ui.dialogs.move import MoveDialog, checks
from ui.kinds import Kind
from venues.database.models import Venue
from venues.database.session import Database
from venues.domain.findings import Finding, Reason, Severity
from venues.domain.period import Period
from venues.errors import NotAllowed, Refused, WrongInput
from venues.services import diary

REFUSAL = Finding(
    "R17", Severity.REFUSAL, "3 people, 2 seats.", Reason.SEATS, overridable=True
)
WARNING = Finding("R19", Severity.WARNING, "The journey takes long.", Reason.WORKER)


class Asked(NamedTuple):
    """The dialog and what it agreed to."""

    dialog: MoveDialog
    agreed: list[object]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it deletes itself when it is closed."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def asked(owner: QWidget, database: Database) -> Iterator[Asked]:
    """The dialog on the booking at 3:30pm in Willow Room."""
    scene.fill(database)
    with database.write() as session:
        session.get_one(Venue, scene.MILLBROOK).easting = 360_000
        session.get_one(Venue, scene.MILLBROOK).northing = 388_000
        session.get_one(Venue, scene.OAKMERE).easting = 375_000
        session.get_one(Venue, scene.OAKMERE).northing = 388_000
        scene.book(session, scene.WILLOW, 3, (16, 45), (18, 0), "SUP", 1, 1)
    made, _ = driver.desk(database)
    with database.read() as session:
        rows = diary.read(session, scene.viewer(), first=scene.THURSDAY)
        rooms = diary.rooms(session)
    row = next(r for each in rows.seen.values() for r in each if r.booking_id == 6)
    dialog = MoveDialog(made, row, rooms, owner)
    agreed: list[object] = []
    dialog.agreed.connect(agreed.append)
    dialog.show()
    yield Asked(dialog, agreed)
    if isValid(dialog):
        dialog.reject()
    made.jobs.close()


def test_it_begins_where_the_booking_is(qtbot: QtBot, asked: Asked) -> None:
    dialog = asked.dialog
    qtbot.waitUntil(dialog.move_it.isEnabled)

    move = dialog.move_wanted()

    assert move.to_room_id == move.room_id == scene.WILLOW
    assert move.period.starts == datetime(2026, 11, 26, 15, 30)
    assert move.period.minutes == 60
    assert dialog.checks.shown()[0].check.words == "Nothing stands in the way."


def test_a_taken_room_is_refused_with_its_reason(qtbot: QtBot, asked: Asked) -> None:
    dialog = asked.dialog

    dialog.room.setCurrentIndex(dialog.room.findData(scene.OAK))
    qtbot.waitUntil(lambda: _words(dialog).startswith("Oak Room is in use from 3pm"))

    assert not dialog.move_it.isEnabled()
    assert dialog.checks.shown()[0].check.kind is Kind.BAD


def _words(dialog: MoveDialog) -> str:
    """What the first check says."""
    shown = dialog.checks.shown()
    return shown[0].check.words if shown else ""


def test_what_is_typed_is_what_is_asked_for(qtbot: QtBot, asked: Asked) -> None:
    dialog = asked.dialog
    dialog.day.choose(date(2026, 11, 27))
    dialog.start.choose(time(9, 15))
    dialog.length.choose(45)
    qtbot.waitUntil(dialog.move_it.isEnabled)

    qtbot.mouseClick(dialog.move_it, Qt.MouseButton.LeftButton)

    starts, ends = datetime(2026, 11, 27, 9, 15), datetime(2026, 11, 27, 10)
    assert [move.period for move in asked.agreed] == [Period(starts, ends)]
    assert not dialog.move_it.isEnabled()


def test_a_warning_wants_a_tick_and_a_reason(qtbot: QtBot, asked: Asked) -> None:
    dialog = asked.dialog
    dialog.room.setCurrentIndex(dialog.room.findData(scene.SMALL))
    qtbot.waitUntil(lambda: bool(_words(dialog)) and not dialog.move_it.isEnabled())
    qtbot.waitUntil(lambda: dialog.checks.shown()[0].check.kind is Kind.WARN)
    entry = dialog.checks.shown()[0]

    entry.tick.setChecked(True)
    entry.reason.setText("A colleague drives me")
    enabled = dialog.move_it.isEnabled()
    qtbot.mouseClick(dialog.move_it, Qt.MouseButton.LeftButton)

    assert enabled
    assert asked.agreed[0].accepted == (("R19", "A colleague drives me"),)


@pytest.mark.parametrize(
    ("start", "length", "field", "said"),
    [
        (time(23, 30), 60, "ends", "It runs past midnight."),
        (time(9), 60, "date", "That time has passed."),
    ],
)
def test_a_time_that_cannot_be_is_said_beside_its_field(
    qtbot: QtBot, asked: Asked, start: time, length: int, field: str, said: str
) -> None:
    dialog = asked.dialog

    dialog.start.choose(start)
    dialog.length.choose(length)
    qtbot.waitUntil(lambda: bool(dialog.fields[field].complaint))

    assert dialog.fields[field].complaint.startswith(said)
    assert not dialog.move_it.isEnabled()


def test_words_that_are_no_time_hold_it_up(qtbot: QtBot, asked: Asked) -> None:
    dialog = asked.dialog
    qtbot.waitUntil(dialog.move_it.isEnabled)

    dialog.start.lineEdit().setText("teatime")
    dialog.start.lineEdit().textEdited.emit("teatime")
    qtbot.waitUntil(lambda: not dialog.move_it.isEnabled())

    assert dialog.start.currentText() == "teatime"
    assert asked.agreed == []


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (Refused((REFUSAL,)), "3 people, 2 seats."),
        (NotAllowed("Ask a manager."), "Ask a manager."),
        (Refused((REFUSAL,), "K-7QX2MF"), "3 people, 2 seats."),
        (WrongInput("It runs past midnight.", "ends"), "It runs past midnight."),
    ],
)
def test_a_refusal_at_the_last_moment_is_shown_and_can_be_mended(
    qtbot: QtBot, asked: Asked, trouble: Exception, said: str
) -> None:
    dialog = asked.dialog
    qtbot.waitUntil(dialog.move_it.isEnabled)
    qtbot.mouseClick(dialog.move_it, Qt.MouseButton.LeftButton)

    dialog.refuse(trouble)

    shown = [_words(dialog), dialog.complaint.text(), dialog.fields["ends"].complaint]
    assert said in shown
    assert dialog.room.isEnabled()


def test_our_own_mistake_is_not_hidden(asked: Asked) -> None:
    with pytest.raises(ZeroDivisionError):
        asked.dialog.refuse(ZeroDivisionError())


@pytest.mark.parametrize(
    ("findings", "overrides", "shown"),
    [
        ((), False, [("Free", Kind.GOOD, "", "")]),
        ((REFUSAL,), False, [("Seats", Kind.BAD, "", "")]),
        ((REFUSAL,), True, [("Seats", Kind.BAD, "", "R17")]),
        ((WARNING,), False, [("Worker", Kind.WARN, "R19", "")]),
        (
            (REFUSAL, WARNING),
            True,
            [("Seats", Kind.BAD, "", "R17"), ("Worker", Kind.WARN, "R19", "")],
        ),
        (
            (Finding("R99", Severity.REFUSAL, "No."),),
            True,
            [("Also", Kind.BAD, "", "")],
        ),
    ],
)
def test_each_matter_is_one_check_that_may_be_passed_or_not(
    findings: tuple[Finding, ...],
    overrides: bool,  # noqa: FBT001 - one of two
    shown: list[tuple[str, Kind, str, str]],
) -> None:
    made = checks(findings, overrides=overrides)

    assert [(c.heading, c.kind, c.accepts, c.adjusts) for c in made] == shown
