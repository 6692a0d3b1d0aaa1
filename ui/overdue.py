"""Shows whoever sits here that somebody has not checked out, wherever they are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ui import outing_words
from ui.desk import Desk
from ui.jobs import Progress
from ui.outing_work import CHECK_OUT, RANG, OutingWork
from ui.widgets.alertbar import AlertBar
from venues.domain.outings import Out
from venues.services import outings

SHOWS = frozenset({"outing", "booking", "staff", "acting", "setting"})
TICK = 20_000  # milliseconds
KEY = "overdue"
BLANK = "Somebody has not checked out."
TRAY = f"{BLANK} Open Venues to see whom to ring."
"""What anybody may read who walks past: no name and no place."""


class Overdue(QObject):
    """Looks every 20 seconds, and when something changes."""

    def __init__(
        self,
        desk: Desk,
        bar: AlertBar,
        window: QWidget,
        parent: QObject | None = None,
        *,
        curtain: Callable[[str], object] = str,
    ) -> None:
        """``curtain`` shows a sentence where the screen is blank."""
        super().__init__(parent)
        self._curtain = curtain
        self._desk = desk
        self._bar = bar
        self._window = window
        self._shown: tuple[Out, ...] = ()
        self._tray: QSystemTrayIcon | None = None
        self._work = OutingWork(desk, self)
        self._work.ended.connect(self._ended)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        bar.checked_out.connect(self._check_out)
        bar.rang.connect(self._ring)
        bar.more_asked.connect(self._show_today)
        desk.changes.committed.connect(self._follow)
        self.look()

    @Slot()
    def look(self) -> None:
        """Look again."""
        self._desk.jobs.latest(KEY, self._read, self._show)

    @Slot()
    def stop(self) -> None:
        """Look no more: somebody else sits here now."""
        self._timer.stop()
        self._desk.changes.committed.disconnect(self._follow)
        self._desk.jobs.forget(KEY)
        self._bar.checked_out.disconnect(self._check_out)
        self._bar.rang.disconnect(self._ring)
        self._bar.more_asked.disconnect(self._show_today)
        self._clear()

    def _clear(self) -> None:
        self._bar.clear()
        self._curtain("")
        if self._tray is not None:
            self._tray.hide()

    def _read(self, _progress: Progress) -> tuple[Out, ...]:
        with self._desk.database.read() as session:
            return outings.overdue(session, self._desk.viewer, self._desk.now())

    @Slot(object)
    def _show(self, found: tuple[Out, ...]) -> None:
        known = {out.id for out in self._shown}
        new = any(out.id not in known for out in found)
        self._shown = found
        if not found:
            self._clear()
            return
        first, *others = found
        said = outing_words.alert(first, self._desk.now())
        self._bar.say(said, first.name, len(others))
        self._curtain(BLANK)
        if new:
            QApplication.alert(self._window)
            self._tell_tray()

    def _tell_tray(self) -> None:
        """A word at the edge of the screen, if nobody looks here."""
        hidden = self._window.isMinimized() or not self._window.isActiveWindow()
        if not hidden or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._come_back)
        self._tray.show()
        self._tray.showMessage("Venues", TRAY)

    @Slot()
    def _come_back(self) -> None:
        self._window.showNormal()
        self._window.activateWindow()

    @Slot()
    def _check_out(self) -> None:
        self._note(CHECK_OUT)

    @Slot()
    def _ring(self) -> None:
        self._note(RANG)

    def _note(self, what: str) -> None:
        if self._shown:
            self._bar.wait(on=True)
            self._work.note(what, self._shown[0])

    @Slot(str)
    def _ended(self, refusal: str) -> None:
        self._bar.wait(on=False)
        if refusal:
            self._desk.host.say(refusal)
        self.look()

    @Slot()
    def _show_today(self) -> None:
        self._desk.host.show_page("today")

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.look()
