"""Somebody has not checked out: who is shown it, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.out_scene import FOUR, plan, row
from tests.world import World
from ui.overdue import TRAY, Overdue
from ui.widgets.alertbar import AlertBar
from venues.database.models import Setting
from venues.services import outing_marks

LATE = FOUR + timedelta(minutes=15)
"""A quarter of an hour after check-out was due."""


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.colleague, tmp_path, LATE)


def watched(seat: Sitting) -> tuple[Overdue, AlertBar]:
    bar = AlertBar()
    seat.show(bar)
    bar.hide()
    overdue = Overdue(seat.desk, bar, seat.owner(), bar)
    seat.rest()
    return overdue, bar


def test_the_buddy_is_shown_whom_to_ring(seat: Sitting, world: World) -> None:
    plan(world)

    _, bar = watched(seat)

    assert bar.text == "Check-out was due at 4:15pm. Ring Practitioner 04."
    assert bar.isVisible()


def test_it_comes_by_itself_as_time_goes_by(seat: Sitting, world: World) -> None:
    plan(world)
    seat.at(LATE - timedelta(minutes=1))
    overdue, bar = watched(seat)
    assert bar.text == ""

    seat.at(LATE)
    overdue.look()
    seat.rest()

    assert bar.text


def test_it_stays_until_they_are_checked_out(seat: Sitting, world: World) -> None:
    planned = plan(world)
    overdue, bar = watched(seat)
    seat.at(LATE + timedelta(hours=3))
    overdue.look()
    seat.rest()
    assert bar.isVisible()

    bar.back.click()
    seat.rest()

    assert row(world, planned).checked_out == LATE + timedelta(hours=3)
    assert not bar.isVisible()
    assert seat.host.said == ["Practitioner 04 is checked out. [Undo]"]


def test_whoever_rang_is_reminded_again_a_quarter_of_an_hour_later(
    seat: Sitting, world: World
) -> None:
    plan(world)
    overdue, bar = watched(seat)

    bar.ring.click()
    seat.rest()
    assert not bar.isVisible()
    seat.at(LATE + timedelta(minutes=15))
    overdue.look()
    seat.rest()

    assert bar.text.endswith("Practitioner 05 rang at 4:15pm.")


def test_others_are_counted_and_lead_to_today(seat: Sitting, world: World) -> None:
    plan(world)
    plan(world, world.victim_worker)

    _, bar = watched(seat)
    bar.others.click()

    assert bar.others.text() == "1 other on Today"
    assert seat.host.shown == [("today", {})]


def test_what_somebody_else_notes_takes_it_away(seat: Sitting, world: World) -> None:
    planned = plan(world)
    _, bar = watched(seat)

    with world.database.write() as session:
        outing_marks.check_out(session, world.practitioner, planned, now=LATE)
    seat.rest()

    assert not bar.isVisible()
    with world.database.write() as session:
        session.add(Setting(name="marking", value="OFFICIAL"))
    seat.rest()
    assert not bar.isVisible()


def test_what_cannot_be_noted_is_said(seat: Sitting, world: World) -> None:
    planned = plan(world)
    _, bar = watched(seat)
    seat.desk.changes.blockSignals(True)  # noqa: FBT003 - as if nobody had told it yet
    with world.database.write() as session:
        outing_marks.check_out(session, world.practitioner, planned, now=LATE)

    bar.back.click()
    seat.rest()

    assert seat.host.said == ["They have checked out already."]
    assert not bar.isVisible()
    bar.checked_out.emit()
    assert bar.back.isEnabled()


def test_once_somebody_else_sits_here_it_is_silent(seat: Sitting, world: World) -> None:
    plan(world)
    overdue, bar = watched(seat)

    overdue.stop()
    bar.ring.click()
    seat.rest()

    assert not bar.isVisible()
    assert seat.host.said == []


def test_the_tray_tells_nobody_who_it_is(
    seat: Sitting, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _tray: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _tray, _title, text: told.append(text)
    )
    plan(world)
    owner = seat.owner()
    owner.showMinimized()
    bar = AlertBar()
    seat.qtbot.addWidget(bar)

    overdue = Overdue(seat.desk, bar, owner, bar)
    seat.rest()
    overdue.look()
    seat.rest()

    assert told == [TRAY]
    tray = overdue.findChild(QSystemTrayIcon)
    assert tray is not None
    tray.messageClicked.emit()
    assert not owner.isMinimized()
    overdue.stop()
