"""Somebody at a desk, with a host that writes down what a page asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.world import NOW
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Jobs
from ui.preferences import Preferences
from ui.undo import UndoStack
from ui.widgets.messagebar import Offer
from venues.address import Place
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Room, Venue
from venues.services.today import Appointment


@dataclass
class Host:
    """Writes down what it is asked."""

    said: list[str] = field(default_factory=list)
    shown: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    signed_in: list[Viewer] = field(default_factory=list)
    opened: list[Place] = field(default_factory=list)
    restored: list[Path] = field(default_factory=list)
    emptied: int = 0
    offered: Offer | None = None

    def say(
        self, message: str, *, undoable: bool = False, offer: Offer | None = None
    ) -> None:
        """A sentence for the message bar."""
        self.offered = offer
        self.said.append(f"{message} [Undo]" if undoable else message)

    def show_page(self, key: str, **hint: Any) -> None:
        """Another page is wanted."""
        self.shown.append((key, hint))

    def count(self, key: str, number: int) -> None:
        """So many things wait there."""
        self.counted[key] = number

    def sign_in(self, viewer: Viewer) -> None:
        """Somebody else sits here."""
        self.signed_in.append(viewer)

    def open(self, place: Place, login: str) -> None:
        """Another database is wanted."""
        self.opened.append(place)

    def restore(self, backup: Path) -> None:
        """A backup is to be put back."""
        self.restored.append(backup)

    def begin_anew(self) -> None:
        """An empty database is wanted in the place of sample data."""
        self.emptied += 1


@dataclass
class Sitting:
    """The desk, what was asked of its host, and the clock."""

    qtbot: QtBot
    desk: Desk
    host: Host
    clock: list[datetime]
    owners: list[QWidget] = field(default_factory=list)

    def at(self, now: datetime) -> None:
        """It is that time from now on."""
        self.clock[:] = [now]

    def show(self, page: QWidget, width: int = 1178, height: int = 760) -> None:
        """Bring the page to the screen."""
        self.qtbot.addWidget(page)
        page.resize(width, height)
        with self.qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        QApplication.processEvents()

    def owner(self) -> QWidget:
        """A window that a dialog may belong to, which deletes itself when closed."""
        made = QWidget()
        self.owners.append(made)
        self.show(made)
        return made

    def rest(self) -> None:
        """Wait until everything that is being done has been done and told."""
        self.qtbot.waitUntil(lambda: not self.desk.jobs.findChildren(Job))
        QApplication.processEvents()


def sit(
    qtbot: QtBot,
    database: Database,
    viewer: Viewer,
    folder: Path,
    now: datetime = NOW,
) -> Iterator[Sitting]:
    """Let somebody sit there until the test is over."""
    host, jobs, changes, clock = Host(), Jobs(), Changes(), [now]
    database.listen(changes.announce)
    database.actor = viewer.staff_id
    file = str(folder / "preferences.ini")
    preferences = Preferences(QSettings(file, QSettings.Format.IniFormat))
    preferences.sign_in(viewer.login)
    undo = UndoStack(jobs)
    desk = Desk(
        database=database,
        viewer=viewer,
        now=lambda: clock[0],
        changes=changes,
        jobs=jobs,
        undo=undo,
        preferences=preferences,
        host=host,
        gazetteer=lambda: None,
    )
    undo.sit(desk)
    sitting = Sitting(qtbot, desk, host, clock)
    yield sitting
    sitting.rest()
    jobs.close()


MILLBROOK = Venue(1, "Millbrook Family Hub", "Warrington", "Warrington", 1, "active")
WILLOW = Room(1, "Willow Room", MILLBROOK, (1,), {"circle": 8}, 8)


def appointment(
    starts: datetime, ends: datetime, *, conditions: tuple[str, ...] = (), **seen: Any
) -> Appointment:
    """One of my own, in Willow Room unless it is said otherwise."""
    usual: dict[str, Any] = {
        "room_id": WILLOW.id,
        "sight": Sight.FULL,
        "own": True,
        "booking_id": 7,
        "kind": "Supervision session",
        "cases": "WA-20417",
        "workers": ("Practitioner 04",),
    }
    row = Seen(starts=starts, ends=ends, **{**usual, **seen})
    return Appointment(row, WILLOW, conditions)
