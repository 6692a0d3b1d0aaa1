"""Somebody at the Venues page, with a family hub in the list.

It is Monday 23 November 2026, 9am, as in ``tests/venues/services/millbrook.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import time
from typing import Any

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, POSTCODES
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.undo import UndoStack
from ui.widgets.messagebar import Offer
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.domain.people import Viewer
from venues.services import hours_editing, venue_details
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    VenueDraft,
    WaitingDraft,
)

HUB = VenueDraft(
    name="Millbrook Family Hub",
    kind="family hub",
    owner="The council",
    street="46 Mill Brook Lane",
    town="Warrington",
    postcode="WA2 9AA",
    rate=1400,
    min_hire=60,
    notice_days=2,
    charge_days=7,
    terms="Tell the desk if a room is not needed.",
    arrival="Use the main door.",
    bus="Routes 4 and 17",
    last_bus=time(21, 5),
    rail="8 minutes on foot",
    parking="Free",
    contacts=(ContactDraft("Reception", "01632 960000", "desk@example.org", "9 to 4"),),
    entrances=(EntranceDraft("Main door", step_free=True),),
    waiting_spaces=(WaitingDraft("Foyer", 6, "Main door"),),
    features=(
        FeatureDraft("hearing-loop", present=False, note="Being mended"),
        FeatureDraft("blue-badge", present=True),
    ),
)
WEEK = tuple(Stretch(day, "open", time(9), time(17)) for day in range(5))


@dataclass
class Told:
    """Stands in for the window: remembers what was said and asked for.

    Dialogs open over its ``window``, which goes when everything is over.
    """

    window: QWidget
    said: list[str] = field(default_factory=list)
    shown: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def say(
        self, message: str, *, undoable: bool = False, offer: Offer | None = None
    ) -> None:
        """Remember the sentence."""
        self.said.append(message + (" [Undo]" if undoable else ""))

    def show_page(self, key: str, **hint: object) -> None:
        """Remember the page and its hint."""
        self.shown.append((key, hint))


@contextmanager
def desk(
    database: Database, viewer: Viewer = COORDINATOR
) -> Iterator[tuple[Desk, Told]]:
    """A desk at which the viewer sits, and what is said to its window."""
    window = QWidget()
    told, jobs, changes = Told(window), Jobs(), Changes()
    database.listen(changes.announce)
    database.actor = viewer.staff_id
    made = Desk(
        database=database,
        viewer=viewer,
        now=lambda: NOW,
        changes=changes,
        jobs=jobs,
        undo=UndoStack(jobs),
        preferences=Preferences(QSettings()),
        host=told,
        gazetteer=lambda: POSTCODES,
    )
    made.undo.sit(made)
    window.show()
    yield made, told
    jobs.close()
    QApplication.processEvents()
    window.close()
    delete(window)


def fill(database: Database) -> int:
    """Put the hub with its rooms Oak and Hall and its hours into a database."""
    millbrook.staff(database)
    hub = millbrook.venue(
        database, **{name: getattr(HUB, name) for name in HUB.__dataclass_fields__}
    )
    halves = [millbrook.room(database, hub.id, f"Hall {half}") for half in "AB"]
    millbrook.room(
        database,
        hub.id,
        "Hall",
        seats_circle=20,
        seats_rows=32,
        space_ids=halves[0].space_ids + halves[1].space_ids,
    )
    millbrook.room(
        database,
        hub.id,
        "Oak",
        turnaround=15,
        features=(FeatureDraft("step-free", present=True),),
    )
    with database.write() as session:
        hours_editing.save(session, hub.id or 0, WEEK, COORDINATOR, opened=())
    return hub.id or 0


def details(database: Database, venue_id: int) -> VenueDetails:
    """The venue as it is stored now."""
    with database.read() as session:
        return venue_details.details(session, venue_id)


def room_id(database: Database, venue_id: int, name: str) -> int:
    """The id of a room of that venue."""
    rooms = details(database, venue_id).rooms
    return next(room.id or 0 for room in rooms if room.name == name)


def window(desk: Desk) -> QWidget:
    """What dialogs open over."""
    assert isinstance(desk.host, Told)
    return desk.host.window


def until(qtbot: QtBot, true: Callable[[], Any]) -> None:
    """Wait until something has come about."""
    qtbot.waitUntil(lambda: bool(true()), timeout=5000)
