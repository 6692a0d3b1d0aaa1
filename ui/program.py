"""Puts the window and the database together: the window first, then the rest.

What is slow to load (the database's library, the services, the pages) is loaded in the
background once the window has been painted, so that the program is there at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui import application
from ui.changes import Changes
from ui.jobs import Jobs, Lane
from ui.preferences import LAST_LOGIN, LAST_ROLE, Preferences
from ui.undo import UndoStack
from ui.window import PageEntry, Window
from venues import paths
from venues.domain.people import PAGES, Role, may_use
from venues.errors import VenuesError

if TYPE_CHECKING:
    from ui.desk import Desk
    from venues.database.session import Database
    from venues.domain.people import Viewer
    from venues.gazetteer import Gazetteer

MODULES: dict[str, tuple[str, str, str, int | None, str]] = {
    # key: module and class, title, icon, number, shortcut
    "today": ("ui.pages.today:TodayPage", "Today", "calendar-check", 1, ""),
    "find": ("ui.pages.find:FindPage", "Find a room", "search", 2, ""),
    "schedule": ("ui.pages.schedule:SchedulePage", "Schedule", "calendar-days", 3, ""),
    "venues": ("ui.pages.venues:VenuesPage", "Venues", "building-2", 4, ""),
    "settings": (
        "ui.pages.settings:SettingsPage",
        "Settings",
        "settings",
        None,
        "Ctrl+,",
    ),
    "help": ("ui.pages.help:HelpPage", "Help", "circle-help", None, "F1"),
}
FOOT = ("settings", "help")
FIRST: dict[Role, str] = {Role.BOARD: "settings"}
"""Where each role begins, if not on Today."""


def wall_clock() -> datetime:
    """Local time, as on the wall."""
    return datetime.now()


def run(data: str, login: str) -> int:
    """Open the window on that database and stay until it is closed."""
    preferences = Preferences(QSettings("Venues", "Venues"))
    app = application.build(sys.argv[:1], preferences)
    program = Program(app, preferences, Path(data) if data else None, login)
    program.start()
    return app.exec()


class Program(QObject):
    """The window, its database and who sits before it."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        path: Path | None,
        login: str = "",
        *,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__(app)
        self.preferences = preferences
        self.now = now
        self.path = path or paths.database()
        self.login = login or preferences[LAST_LOGIN]
        self.jobs = Jobs(self)
        self.undo = UndoStack(self.jobs, self)
        self.changes = Changes(self)
        self.database: Database | None = None
        self.desk: Desk | None = None
        self._gazetteer: Gazetteer | None = None
        preferences.sign_in(self.login)
        self.window = Window(
            self._entries(_role(preferences[LAST_ROLE]), {}),
            preferences=preferences,
            jobs=self.jobs,
            undo=self.undo,
            now=now,
        )
        self.window.painted.connect(self.load)
        self.window.closing.connect(self.close)

    def start(self) -> None:
        """Show the window; everything else follows once it is there."""
        self.window.show()

    @Slot()
    def load(self) -> None:
        """Open the database in the background, then the first page."""
        work = partial(_open, self.path, self.login, self.now().date())
        self.jobs.run("", work, self._opened, failed=self._cannot_open, lane=Lane.QUICK)

    def open(self, path: Path, login: str) -> None:
        """Open another database in this window, as that login."""
        if self.database is not None:
            self.database.close()
            self.database = None
        self.path, self.login = path, login
        self.load()

    def sign_in(self, viewer: Viewer) -> None:
        """Let somebody else sit here: their pages, their settings, a clean undo."""
        from ui.desk import Desk

        if self.database is None:
            return
        self.login = viewer.login
        self.preferences.sign_in(viewer.login)
        self.preferences[LAST_LOGIN] = viewer.login
        self.preferences[LAST_ROLE] = viewer.role.value
        self.database.actor = viewer.staff_id
        self.undo.clear()
        self.desk = Desk(
            database=self.database,
            viewer=viewer,
            now=self.now,
            changes=self.changes,
            jobs=self.jobs,
            undo=self.undo,
            preferences=self.preferences,
            host=self,
            gazetteer=self.gazetteer,
        )
        self.window.offer(self._entries(viewer.role, _makers(self.desk)))
        self.window.status.say_place(f"This PC · {self.path.name}")
        self.window.status.say_signed_in(_signed_in(viewer))
        self.window.show_first(FIRST.get(viewer.role, "today"))

    def gazetteer(self) -> Gazetteer | None:
        """The postcodes, once they have been read."""
        return self._gazetteer

    def say(self, message: str, *, undoable: bool = False) -> None:
        """Show a quiet message in the window."""
        self.window.say(message, undoable=undoable)

    def show_page(self, key: str, **hint: Any) -> None:
        """Bring a page to the front."""
        self.window.show_page(key, **hint)

    @Slot()
    def close(self) -> None:
        """Let go of everything; what is being saved is finished first."""
        self.jobs.close()
        if self.database is not None:
            self.database.close()

    def _entries(
        self, role: Role, makers: dict[str, Callable[[], QWidget]]
    ) -> list[PageEntry]:
        return [
            PageEntry(key, title, icon, number, makers.get(key), keys, key in FOOT)
            for key, (_, title, icon, number, keys) in MODULES.items()
            if key in PAGES and may_use(role, key)
        ]

    @Slot(object)
    def _opened(self, opened: tuple[Database, Viewer]) -> None:
        self.database, viewer = opened
        self.database.listen(self.changes.announce)
        self.sign_in(viewer)
        self.jobs.run(
            "", _read_postcodes, self._have_postcodes, failed=self._no_postcodes
        )

    @Slot(object)
    def _cannot_open(self, trouble: Exception) -> None:
        from ui.dialogs.opening import OpeningDialog

        if not isinstance(trouble, VenuesError):
            self.jobs.unexpected.emit(trouble)
            return
        dialog = OpeningDialog(self.path, trouble, self.jobs, self.now, self.window)
        dialog.opened.connect(self.open)
        dialog.open()

    @Slot(object)
    def _have_postcodes(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.changes.announce(frozenset({"postcodes"}))

    @Slot(object)
    def _no_postcodes(self, trouble: Exception) -> None:
        self.say(str(trouble))


def _open(
    path: Path, login: str, today: date, _progress: object
) -> tuple[Database, Viewer]:
    """In the background: load what is slow, open the file, see who is there."""
    from venues.database.catalogue import read
    from venues.database.session import Database
    from venues.services import people

    database = Database.open(path)
    with database.read() as session:
        read(session)
        viewer = people.at_this_pc(session, login, today)
    for module, *_ in MODULES.values():
        import_module(module.partition(":")[0])
    return database, viewer


def _read_postcodes(progress: Callable[[int, int], None]) -> Gazetteer:
    from venues.gazetteer import Gazetteer

    return Gazetteer.open(progress=progress)


def _makers(desk: Desk) -> dict[str, Callable[[], QWidget]]:
    return {key: partial(_make, module, desk) for key, (module, *_) in MODULES.items()}


def _make(module: str, desk: Desk) -> QWidget:
    name, _, page = module.partition(":")
    made: QWidget = getattr(import_module(name), page)(desk)
    return made


def _role(stored: str) -> Role:
    return Role(stored) if stored in set(Role) else Role.PRACTITIONER


def _signed_in(viewer: Viewer) -> str:
    return f"Signed in as {viewer.login} · {viewer.role.words}"
