"""Puts the window and the database together: the window first, then the rest.

What is slow to load is loaded in the background once the window has been painted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui import application
from ui.changes import Changes
from ui.entries import entries, first
from ui.jobs import Jobs, Lane
from ui.painting import Drawing
from ui.preferences import LAST_FILE, LAST_LOGIN, LAST_PAGE, LAST_ROLE, Preferences
from ui.undo import UndoStack
from ui.wall_clock import wall_clock
from ui.window import Window
from venues import __version__, paths
from venues.address import Place
from venues.domain.people import Role, may_use
from venues.errors import VenuesError

if TYPE_CHECKING:
    from ui.connection import Connection
    from ui.daily import Daily
    from ui.desk import Desk
    from ui.foot import Foot
    from ui.watching import Watching
    from venues.database.session import Database
    from venues.domain.people import Viewer
    from venues.gazetteer import Gazetteer


def run(data: str, login: str) -> int:
    """Open the window on that database and stay until it is closed."""
    kept = Preferences(QSettings("Venues", "Venues"))
    app = application.build(sys.argv[:1], kept, late=True)
    begin(app, kept, paths.place(data) if data else None, login)
    return app.exec()


def begin(app: QApplication, kept: Preferences, at: Place | None, by: str) -> Program:
    """Show the window of a new application; the rest comes once it is drawn."""
    program = Program(app, kept, at, by)
    program.window.painted.connect(partial(application.dress, app))
    program.window.painted.connect(partial(_catch, app, program.window))
    program.start()
    return program


def _catch(app: QApplication, window: QWidget) -> None:
    """Show whatever goes wrong in the program itself, instead of ending it."""
    from ui.dialogs.crash import CrashHook

    CrashHook(app, window=lambda: window, version=__version__).install()


class Program(QObject):
    """The window, its database and who sits before it."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        place: Place | None,
        login: str = "",
        *,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__(app)
        self.preferences = preferences
        self.now = now
        self.place = place or paths.place(preferences[LAST_FILE])
        self.login = login or preferences[LAST_LOGIN]
        self.jobs = Jobs(self)
        self.undo = UndoStack(self.jobs, self)
        self.changes = Changes(self)
        self.database: Database | None = None
        self.desk: Desk | None = None
        self._foot: Foot | None = None
        self._watching: Watching | None = None
        self._daily: Daily | None = None
        self.connection: Connection | None = None
        self._gazetteer: Gazetteer | None = None
        self._complete = False
        preferences.sign_in(self.login)
        self.window = Window(
            entries(_role(preferences[LAST_ROLE])),
            preferences=preferences,
            jobs=self.jobs,
            undo=self.undo,
            now=now,
        )
        self._drawing = Drawing(self.window)
        self._drawing.over.connect(self._go_on)
        self.window.painted.connect(self.load)
        self.window.closing.connect(self.close)

    def start(self) -> None:
        """Show the window; everything else follows once it is there."""
        self.window.show()

    @Slot()
    def load(self) -> None:
        """Open the database in the background, then the first page."""
        self.open(self.place, self.login)

    def open(self, place: Place, login: str) -> None:
        """Open another database, in the place of the present one if it can be used."""
        last = self.preferences[LAST_PAGE]
        work = partial(_loaded, "database", place, login, self.now, last)
        failed = partial(self._cannot_open, place)
        self.jobs.run("", work, self._opened, failed=failed, lane=Lane.QUICK)

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the database, and open it."""
        from ui.restoring import Restoring

        Restoring(self, _loaded).begin(backup)

    def begin_anew(self) -> None:
        """Start empty, in the place of sample data."""
        from ui.restoring import Restoring

        Restoring(self, _loaded).begin_anew()

    def sign_in(self, viewer: Viewer) -> None:
        """Let somebody else sit here: their pages, their settings, a clean undo."""
        from ui.desk import Desk
        from ui.foot import Foot

        if self.database is None:
            return
        if viewer.login != self.login:
            self.window.messages.clear()  # what was said was for somebody else
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
        self.window.offer(entries(viewer.role, self.desk))
        self._stop()
        self._foot = Foot(self.window.status, self.desk, self)
        self.window.show_first(first(viewer.role))
        self._drawing.wait()

    @property
    def settled(self) -> bool:
        """Whether the first page is there, and what may come after it has begun."""
        return self.desk is not None and not self._drawing.waiting

    def gazetteer(self) -> Gazetteer | None:
        """The postcodes, once they have been read."""
        return self._gazetteer

    def say(self, message: str, **more: Any) -> None:
        """Show a quiet message in the window."""
        self.window.say(message, **more)

    def show_page(self, key: str, **hint: Any) -> None:
        """Bring a page to the front."""
        self.window.show_page(key, **hint)

    def count(self, key: str, number: int) -> None:
        """Show in the rail how many things wait on a page."""
        self.window.set_count(key, number)

    @Slot()
    def close(self) -> None:
        """Let go of everything; what is being saved is finished first."""
        self._stop()
        self.jobs.close()
        if self.database is not None:
            self.database.close()

    @Slot(object)
    def _opened(self, opened: tuple[Database, Viewer]) -> None:
        self.leave()
        self.database, viewer = opened
        if self.database.place != self.place:
            self.place = self.database.place
            self.preferences[LAST_FILE] = paths.unless_own(self.place)
        self.database.listen(self.changes.announce)
        if self.database.path is None:  # a server may be slow, or gone for a while
            from ui.connection import Connection

            self.connection = Connection(self.database, self)
        self.sign_in(viewer)

    @Slot()
    def _go_on(self) -> None:
        """Begin what may come after the first page, now that it is on the screen."""
        from ui import daily, watching

        if self.desk is None:
            return
        if may_use(self.desk.viewer.role, "today"):
            self._watching = watching.Watching(self.desk, self.window, self)
        if not self._complete:
            self._complete = True
            self.jobs.run("", partial(_loaded, "postcodes"), self._have_postcodes)
            self.jobs.run("", partial(_loaded, "pages"))
        self.undo.sit(self.desk)
        self._daily = daily.Daily(self.desk, self)

    def leave(self) -> None:
        """Put the pages away, and the database with them."""
        self._stop()
        self.undo.clear()
        if self.desk is not None:
            self.window.offer(entries(self.desk.viewer.role))
            self.desk = None
        if self.connection is not None:
            self.connection.stop()
            self.connection = None
        if self.database is not None:
            self.database.close()
            self.database = None

    def _stop(self) -> None:
        """Nobody sits at the old desk any more."""
        self._drawing.forget()
        if self._watching is not None:
            self._watching.stop()
            self._watching.deleteLater()
            self._watching = None
        if self._daily is not None:
            self._daily.stop()
            self._daily.deleteLater()
            self._daily = None
        if self._foot is not None:
            self._foot.deleteLater()
            self._foot = None

    def _cannot_open(self, place: Place, trouble: Exception) -> None:
        from ui.dialogs.opening import OpeningDialog

        if not isinstance(trouble, VenuesError):
            self.jobs.unexpected.emit(trouble)
            return
        dialog = OpeningDialog(
            place,
            trouble,
            self.jobs,
            self.now,
            self.window,
            fallback=self.database is not None,
            login=self.login,
        )
        dialog.opened.connect(self.open)
        dialog.rejected.connect(self._given_up)
        dialog.open()

    @Slot()
    def _given_up(self) -> None:
        """Nothing could be opened; without a database there is nothing to show."""
        if self.database is None:
            self.window.close()

    @Slot(object)
    def _have_postcodes(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.changes.announce(frozenset({"postcodes"}))


def _loaded(what: str, *given: object) -> Any:
    """What ``ui.loading`` does under that name: imported off the interface's thread."""
    from ui import loading

    return getattr(loading, what)(*given)


def _role(stored: str) -> Role:
    return Role(stored) if stored in set(Role) else Role.PRACTITIONER
