"""Remembers that somebody looked for a room, and writes it down once they are done."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.desk import Desk
from venues.errors import VenuesError
from venues.services import demand
from venues.services.demand import Ended
from venues.services.finding import Found


class SearchRecord(QObject):
    """One row for each search: written when its page is left, or a room was booked.

    What it holds is the last thing asked for; no case and no person is in the row.

    Signals:
        left: the page was left without a booking; carries what was found last.
    """

    left = Signal(object)

    # Of the class too, for Qt asks once more after Python has let go of the object.
    _page: QWidget | None = None
    _window: QWidget | None = None

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._asked: Found | None = None
        self._written: Found | None = None
        page.installEventFilter(self)

    def note(self, found: Found | None) -> None:
        """Somebody asked for this; what cannot be read yet changes nothing."""
        if found is not None:
            self._asked = found

    def booked(self, found: Found | None) -> None:
        """A room of what was found has been booked."""
        if self._asked is None and found is not self._written:
            self.note(found)
        self._write(Ended.BOOKED)

    def _write(self, ended: Ended, *, at_once: bool = False) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        self._written = asked
        work = partial(_write_down, self._desk, asked, ended)
        if at_once:
            work(None)
        else:
            self._desk.jobs.run("", work)
            if ended is Ended.LEFT:
                self.left.emit(asked)

    def _watch(self, window: QWidget) -> None:
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind, page = event.type(), self._page
        if page is not None and watched is page and kind == QEvent.Type.Show:
            self._watch(page.window())
        elif page is not None and watched is page and kind == QEvent.Type.Hide:
            if not event.spontaneous() and _put_away(page):
                self._write(Ended.LEFT)
        elif watched is self._window and kind == QEvent.Type.Close:
            # Afterwards would be too late: the window takes the database with it.
            self._write(Ended.LEFT, at_once=True)
        return False


def _write_down(desk: Desk, found: Found, ended: Ended, _progress: object) -> None:
    # It is not worth a message to somebody who has gone on, nor an open window.
    with suppress(VenuesError), desk.database.write() as session:
        demand.record(session, found.wish, len(found.matches), ended)


def _put_away(page: QWidget) -> bool:
    """Whether another page came in front: not a blanked screen, nor a window closed."""
    window = page.window()
    middle = window.centralWidget() if isinstance(window, QMainWindow) else None
    return window.isVisible() and (middle is None or not middle.isHidden())
