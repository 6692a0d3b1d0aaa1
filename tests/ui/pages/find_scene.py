"""The window with Find a room in front, over four venues in Warrington.

It is Thursday 26 November 2026, 10:42am; what is booked stands in ``schedule_scene``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui import schedule_scene
from tests.ui.pages.postcodes import Postcodes
from tests.ui.schedule_scene import MEETING, NOW, OAK, PRACTITIONER, WILLOW
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Jobs
from ui.pages import booking, find, further
from ui.pages.booking import BookingPage
from ui.pages.find import FindPage
from ui.preferences import Preferences
from ui.undo import UndoStack
from ui.widgets.messagebar import Offer
from ui.widgets.reasons import ReasonRow
from ui.window import PageEntry, Window
from venues.database.models import Booking, Case, Feature, Search, Staff, Venue
from venues.database.session import Database
from venues.domain.places import Point

FRIDAY = "Fri 27 Nov"
MILLBROOK_POINT = Point(360_000, 390_000)


@dataclass
class Host:
    """Hands on to the window what a page asks of it, and remembers the pages."""

    window: Window | None = None

    def __post_init__(self) -> None:
        self.said: list[str] = []
        self.shown: list[tuple[str, dict[str, Any]]] = []

    def say(
        self, message: str, *, undoable: bool = False, offer: Offer | None = None
    ) -> None:
        """Remember the sentence and show it."""
        self.said.append(message)
        if self.window is not None:
            self.window.say(message, undoable=undoable, offer=offer)

    def show_page(self, key: str, **hint: Any) -> None:
        """Remember the page and bring it to the front."""
        self.shown.append((key, hint))
        if self.window is not None:
            self.window.show_page(key, **hint)


@dataclass
class Scene:
    """The window, what it stands on, and the page in it."""

    window: Window
    desk: Desk
    host: Host
    database: Database

    @property
    def page(self) -> FindPage:
        """Find a room."""
        page = self.window.page("find")
        assert isinstance(page, FindPage)
        return page

    @property
    def booking(self) -> BookingPage:
        """The booking page in it."""
        return self.page.booking

    def rows(self, table: type) -> list[Any]:
        """All rows of a table, as they are now."""
        with self.database.read() as session:
            return list(session.scalars(select(table).order_by(table.id)))

    def rows_of(self, table: type, booking_id: int) -> list[Any]:
        """The rows of a table that belong to a booking, as they were added."""
        with self.database.read() as session:
            rows = session.scalars(
                select(table)
                .where(table.booking_id == booking_id)
                .order_by(*table.__table__.primary_key)
            )
            return list(rows)

    def bookings(self) -> int:
        """How many bookings stand."""
        return sum(
            row.status in {"provisional", "confirmed"} for row in self.rows(Booking)
        )

    def searches(self) -> list[str]:
        """How each search that was written down ended."""
        return [row.ended for row in self.rows(Search)]

    def names(self) -> list[str]:
        """The rooms that are shown to fit."""
        return [match.room.name for match in self.page.results.shown]


def fill_people(database: Database) -> None:
    """Those who sit at the desk, and no venue."""
    with database.write() as session:
        for id_, (login, name, role) in schedule_scene.ROLES.items():
            session.add(Staff(id=id_, login=login, name=name, role=role.value))


def fill(database: Database) -> None:
    """The venues with their places and words, and what is booked in them."""
    schedule_scene.fill(database)
    with database.write() as session:
        for n, venue in enumerate(session.scalars(select(Venue).order_by(Venue.id))):
            venue.easting = MILLBROOK_POINT.easting + 1_000 * n
            venue.northing = MILLBROOK_POINT.northing
            venue.arrival = f"Come to the door of {venue.name}."
        for room, venue_id in ((WILLOW, 1), (OAK, 1), (MEETING, 3)):
            session.add(
                Feature(
                    venue_id=venue_id, room_id=room, need="quiet-space", present=True
                )
            )
        for case in session.scalars(select(Case).where(Case.id == 2)):
            case.sector, case.needs = "WA2 9", ["quiet-space"]


def desk(database: Database, folder: Path, who: int = PRACTITIONER) -> Desk:
    """A desk at which that person sits, without a window yet."""
    jobs, changes, gazetteer = Jobs(), Changes(), Postcodes()
    database.listen(changes.announce)
    database.actor = who
    file = str(folder / "settings.ini")
    preferences = Preferences(QSettings(file, QSettings.Format.IniFormat))
    viewer = schedule_scene.viewer(who)
    preferences.sign_in(viewer.login)
    with database.read() as session:
        authority = session.scalar(
            select(Staff.authority_id).where(Staff.id == viewer.staff_id)
        )
    made = Desk(
        database=database,
        viewer=replace(viewer, authority_id=authority),
        now=lambda: NOW,
        changes=changes,
        jobs=jobs,
        undo=UndoStack(jobs),
        preferences=preferences,
        host=Host(),  # type: ignore[arg-type] # a page asks no more of it
        gazetteer=lambda: gazetteer,
    )
    made.undo.sit(made)
    return made


def opened(
    qtbot: QtBot, database: Database, folder: Path, who: int = PRACTITIONER
) -> Iterator[Scene]:
    """The window with the page in front, until the test is over."""
    own = desk(database, folder, who)
    entries = [
        PageEntry("find", "Find a room", "search", 2, lambda: FindPage(own)),
        PageEntry("schedule", "Schedule", "calendar-days", 3, QWidget),
        PageEntry("venues", "Venues", "building-2", 4, QWidget),
    ]
    window = Window(
        entries,
        preferences=own.preferences,
        jobs=own.jobs,
        undo=own.undo,
        now=lambda: NOW,
    )
    host = own.host
    assert isinstance(host, Host)
    host.window = window
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page("find")
    scene = Scene(window, own, host, database)
    settled(qtbot, scene)
    yield scene
    window.close()
    own.jobs.close()


def settled(qtbot: QtBot, scene: Scene) -> None:
    """Wait until what was typed has been looked for and judged."""
    timers = [
        timer
        for timer in scene.page.findChildren(QTimer)
        if timer.interval() in {find.PAUSE, further.AFTER, booking.PAUSE}
    ]

    def quiet() -> bool:
        waiting = any(timer.isActive() for timer in timers)
        return not waiting and not scene.desk.jobs.findChildren(Job)

    qtbot.waitUntil(quiet)
    if not scene.window.isActiveWindow():
        # WORKAROUND Qt 6.11 offscreen: a list that popped up stays the active window.
        scene.window.activateWindow()
        qtbot.waitUntil(scene.window.isActiveWindow)


def press(qtbot: QtBot, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key; a list that has popped up gets it first, as from a real keyboard."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(_target(), key, held)


def write(qtbot: QtBot, text: str) -> None:
    """Type a text wherever the keyboard is."""
    for letter in text:
        qtbot.keyClicks(_target(), letter)


def _target() -> QWidget:
    """Where the next key goes."""
    return QApplication.activePopupWidget() or focused()


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def enter(field: object, text: str) -> None:
    """Type over what is in a field, and leave it."""
    edit = field.lineEdit() if hasattr(field, "lineEdit") else field  # type: ignore[attr-defined]
    edit.setText(text)
    edit.textEdited.emit(text)
    edit.editingFinished.emit()


def reasons(scene: Scene) -> dict[str, tuple[str, str]]:
    """Tag → what its line says and what its link offers."""
    return {
        row.line.accessibleName().partition(".")[0]: (row.line.text(), row.link.text())
        for row in scene.page.results.reasons.rows()
    }


def row(scene: Scene, tag: str) -> ReasonRow:
    """The line of rooms that do not fit under that tag."""
    return next(
        each
        for each in scene.page.results.reasons.rows()
        if each.line.accessibleName().startswith(tag)
    )


def tomorrow(qtbot: QtBot, scene: Scene) -> Scene:
    """The scene with Friday asked for, at half past three."""
    enter(scene.page.form.date, "27 Nov 2026")
    settled(qtbot, scene)
    return scene


def nameless(page: QWidget) -> list[QWidget]:
    """What can be reached with Tab and has nothing to be called by."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
