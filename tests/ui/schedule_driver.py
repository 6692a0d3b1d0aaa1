"""Opens the schedule page and drives it, as a hand at the mouse would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui import schedule_scene as scene
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Jobs
from ui.models.grid import Cell, What
from ui.pages.schedule import SchedulePage
from ui.preferences import Preferences
from ui.undo import UndoStack
from ui.widgets.day_grid import DayGrid
from ui.widgets.messagebar import Offer
from venues.database.models import Booking, BookingRoom
from venues.database.session import Database
from venues.domain.privacy import Seen


@dataclass
class Told:
    """Stands in for the window: remembers what a page said and asked for."""

    said: list[str]
    shown: list[tuple[str, dict[str, object]]]

    def say(
        self, message: str, *, undoable: bool = False, offer: Offer | None = None
    ) -> None:
        """Remember the sentence."""
        self.said.append(message + (" [Undo]" if undoable else ""))

    def show_page(self, key: str, **hint: object) -> None:
        """Remember the page and its hint."""
        self.shown.append((key, hint))


def desk(database: Database, who: int = scene.PRACTITIONER) -> tuple[Desk, Told]:
    """A desk at which that person sits, and what is said to its window."""
    told = Told([], [])
    jobs, changes = Jobs(), Changes()
    database.listen(changes.announce)
    database.actor = who
    made = Desk(
        database=database,
        viewer=scene.viewer(who),
        now=lambda: scene.NOW,
        changes=changes,
        jobs=jobs,
        undo=UndoStack(jobs),
        preferences=Preferences(QSettings()),
        host=told,
        gazetteer=lambda: None,
    )
    made.undo.sit(made)
    return made, told


class Opened(NamedTuple):
    """The page, what it says to its window, and the desk that it stands on."""

    page: SchedulePage
    told: Told
    desk: Desk


@contextmanager
def opened(
    qtbot: QtBot,
    database: Database,
    who: int = scene.PRACTITIONER,
    *,
    bookings: bool = True,
) -> Iterator[Opened]:
    """The page on the scene's database, as that person sees it."""
    scene.fill(database, bookings=bookings)
    made, told = desk(database, who)
    page = SchedulePage(made)
    qtbot.addWidget(page)
    page.resize(1138, 900)
    page.show()
    yield Opened(page, told, made)
    made.jobs.close()


def cell_of(page: SchedulePage, room_id: int, starts: tuple[int, int]) -> Cell:
    """The cell of that room that begins then, on the day or the first day shown."""
    minute = starts[0] * 60 + starts[1]
    for cell in page.table.sheet.cells():
        here = cell.room_id == room_id and cell.what is not What.HEADING
        if here and cell.start == minute:
            return cell
    msg = f"nothing begins then in room {room_id}"
    raise LookupError(msg)


def point(page: SchedulePage, room_id: int, hours: float) -> QPoint:
    """Where a time of that room is in the day's table."""
    grid = page.table.grid
    assert isinstance(grid, DayGrid)
    band = next(b for b in page.table.sheet.bands if b.room and b.room.id == room_id)
    _, top, tall = next(
        found for found in grid.bands_between(-9999, 9999) if found[0] is band
    )
    across = grid.across(round(hours * 60)) - grid.horizontalOffset()
    return QPoint(across, top + tall // 2)


def send(page: SchedulePage, kind: QEvent.Type, place: QPoint, *, held: bool) -> None:
    """Send one event of the mouse to the table."""
    view = page.table.grid.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    event = QMouseEvent(
        kind,
        QPointF(place),
        QPointF(view.mapToGlobal(place)),
        button,
        left if held else none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def pull(page: SchedulePage, start: QPoint, end: QPoint) -> None:
    """Take hold at one place and pull to another, without letting go."""
    send(page, QEvent.Type.MouseButtonPress, start, held=True)
    for step in range(1, 5):
        place = start + (end - start) * step / 4
        send(page, QEvent.Type.MouseMove, place, held=True)


def drag(page: SchedulePage, start: QPoint, end: QPoint) -> None:
    """Pull something from one place to another and let go."""
    pull(page, start, end)
    send(page, QEvent.Type.MouseButtonRelease, end, held=False)


def masked(
    room_id: int, weekday: int, starts: tuple[int, int], ends: tuple[int, int]
) -> Seen:
    """All that anybody may know of somebody else's booking."""
    day = scene.MONDAY + timedelta(days=weekday)
    return Seen(
        room_id=room_id,
        starts=datetime.combine(day, time(*starts)),
        ends=datetime.combine(day, time(*ends)),
    )


def where(database: Database, booking_id: int) -> tuple[int, datetime, datetime]:
    """In which room and when a booking is, as it is stored."""
    with database.read() as session:
        row = session.get_one(Booking, booking_id)
        room = session.scalars(
            select(BookingRoom.room_id).where(BookingRoom.booking_id == booking_id)
        ).one()
        return room, row.starts, row.ends
