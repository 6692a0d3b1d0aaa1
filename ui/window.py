"""The window: pages at the left, one of them in front, what just happened below."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from ui.curtain import Curtain
from ui.idle import Idle
from ui.jobs import Jobs
from ui.pagestack import PageEntry, PageStack, offered
from ui.preferences import (
    GEOMETRY,
    IDLE_MINUTES,
    LAST_PAGE,
    TWENTY_FOUR,
    Preferences,
)
from ui.rail import Item, Rail
from ui.undo import UndoStack
from ui.widgets.jobsbar import JobsBar
from ui.widgets.messagebar import MessageBar, Offer
from ui.widgets.statusline import StatusLine

__all__ = ["PageEntry", "Window"]

NAME = "Venues"
FIRST_SIZE = QSize(1366, 800)
LEAST_SIZE = QSize(760, 520)
ROOMY = 5.5  # rails; a window narrower than so many shows icons alone


class Window(QMainWindow):
    """The program's one window.

    Its title is that of the page in front, and never tells of a booking.

    Signals:
        painted: it has been drawn for the first time; slow things may begin.
        asked: an entry without a page of its own was chosen; carries its key.
        closing: it is about to close.
    """

    painted = Signal()
    asked = Signal(str)
    closing = Signal()
    _seen = Signal()

    def __init__(
        self,
        entries: Sequence[PageEntry],
        *,
        preferences: Preferences,
        jobs: Jobs,
        undo: UndoStack,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._undo = undo
        self.curtain = Curtain(self)
        self._drawn = False
        self.rail = Rail()
        self.pages = PageStack()
        self.messages = MessageBar()
        self.status = StatusLine(now)
        self._lay_out(JobsBar(jobs))
        self._actions: dict[str, QAction] = {}
        self._number_actions: list[QAction] = []
        self._make_actions()
        self.setWindowTitle(NAME)
        self.setMinimumSize(LEAST_SIZE)
        self._restore()

        # Queued, so that what follows begins when the picture is on the screen.
        self._seen.connect(self.painted, Qt.ConnectionType.QueuedConnection)
        self.painted.connect(self.status.tick)
        self.rail.chosen.connect(self.show_page)
        jobs.unexpected.connect(self._tell_failure)
        undo.changed.connect(self._follow_undo)
        undo.told.connect(self.say)
        preferences.changed.connect(self._follow_preference)
        preferences.signed_in.connect(self._follow_preferences)
        self._idle = Idle(self)
        self._idle.passed.connect(self.blank)
        self.curtain.lifted.connect(self._idle.touch)
        self._follow_preferences()
        self.offer(entries)

    def offer(self, entries: Sequence[PageEntry]) -> None:
        """Let these pages be opened, as when another person signs in."""
        self.pages.offer(entries)
        self.rail.offer(
            [
                Item(entry.key, entry.title, entry.icon, entry.keys, entry.foot)
                for entry in entries
            ]
        )
        for action in self._number_actions:
            self.removeAction(action)
            action.deleteLater()
        self._number_actions = [
            self._action(entry.title, entry.keys, partial(self.show_page, entry.key))
            for entry in entries
            if entry.keys and entry.keys != "F1"
        ]
        self.setWindowTitle(NAME)
        self.fit_text()

    def show_page(self, key: str, **hint: Any) -> None:
        """Bring a page to the front; ``hint`` is handed to its ``take``.

        A key that this person has no page for does nothing.
        """
        entry = self.pages.entry(key)
        if entry is None:
            return
        if entry.make is None:
            self.rail.mark(self.pages.front)
            self.asked.emit(key)
            return
        page = self.pages.bring(key, hint)
        self.rail.mark(key)
        self.setWindowTitle(f"{NAME} \N{EN DASH} {entry.title}")
        self._preferences[LAST_PAGE] = key
        for name in ("earlier", "later"):
            self._actions[name].setEnabled(offered(page, name) is not None)
        if not self.curtain.closed:
            focus = offered(page, "focus_first") or self.rail.button(key).setFocus
            focus()

    def show_first(self, otherwise: str = "today") -> None:
        """Bring the page to the front that was in front last time."""
        last = self._preferences[LAST_PAGE]
        entry = self.pages.entry(last)
        known = entry is not None and entry.make is not None and not entry.foot
        self.show_page(last if known else otherwise)

    def page(self, key: str) -> QWidget | None:
        """The page of that key, if somebody has been there."""
        return self.pages.page(key)

    @Slot(str)
    def say(
        self, message: str, *, undoable: bool = False, offer: Offer | None = None
    ) -> None:
        """Show a quiet message, with what is offered or a way to undo the last step."""
        if offer is None and undoable and self._undo.can_undo:
            offer = "Undo", self._undo.undo
        self.messages.say(message, *(offer or ()))

    def set_count(self, key: str, number: int) -> None:
        """How many things wait on a page, shown in the rail."""
        self.rail.count(key, number)

    @Slot()
    def blank(self) -> None:
        """Hide everything until somebody presses a key or clicks."""
        self.curtain.close()

    def _lay_out(self, jobs_bar: JobsBar) -> None:
        self.middle = QVBoxLayout()
        self.middle.setSpacing(0)
        self.middle.addWidget(self.pages, 1)
        self.middle.addWidget(jobs_bar)
        self.middle.addWidget(self.messages)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.rail)
        upper.addLayout(self.middle, 1)
        everything = QWidget()
        column = QVBoxLayout(everything)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(self.status)
        self.setCentralWidget(everything)

    def _make_actions(self) -> None:
        offers = {
            "find": ("Find on this page", "Ctrl+F", "find_focus"),
            "print": ("Print", "Ctrl+P", "print_page"),
            "date": ("Go to a date", "Ctrl+G", "go_to_date"),
            "earlier": ("Earlier", "PgUp", "earlier"),
            "later": ("Later", "PgDown", "later"),
        }
        for name, (title, shortcut, method) in offers.items():
            run = partial(self._ask_page, method)
            self._actions[name] = self._action(title, shortcut, run)
        self._actions["earlier"].setEnabled(False)
        self._actions["later"].setEnabled(False)
        own = {
            "help": ("Help", "F1", self._help),
            "blank": ("Blank the screen", "Ctrl+L", self.blank),
            "quit": ("Quit", "Ctrl+Q", self.close),
            "undo": ("Undo", "Ctrl+Z", self._undo.undo),
            "redo": ("Redo", "Ctrl+Y", self._undo.redo),
        }
        for name, (title, shortcut, slot) in own.items():
            self._actions[name] = self._action(title, shortcut, slot)
        self._action("Redo", "Ctrl+Shift+Z", self._undo.redo)
        self._follow_undo()

    def _action(
        self, title: str, shortcut: str, slot: Callable[..., object]
    ) -> QAction:
        action = QAction(title, self)
        action.setShortcut(shortcut)
        action.triggered.connect(partial(_without_state, slot))
        self.addAction(action)
        return action

    def _ask_page(self, method: str) -> None:
        if run := offered(self.pages.front_page(), method):
            run()

    def _help(self) -> None:
        front = self.pages.front_page()
        topic = getattr(front, "help_topic", "") or self.pages.front
        if self.pages.front != "help":
            self.show_page("help", topic=topic)

    @Slot()
    def _follow_undo(self) -> None:
        for name, text, able in (
            ("undo", self._undo.undo_name, self._undo.can_undo),
            ("redo", self._undo.redo_name, self._undo.can_redo),
        ):
            self._actions[name].setText(text)
            self._actions[name].setEnabled(able)

    @Slot(object)
    def _tell_failure(self, error: Exception) -> None:
        """A job failed that nobody had words for."""
        # Imported here, since the window is on the screen sooner without it.
        from venues.errors import VenuesError  # noqa: PLC0415

        if isinstance(error, VenuesError):
            self.say(str(error))
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    @Slot(str)
    def _follow_preference(self, key: str) -> None:
        if key in (TWENTY_FOUR.key, IDLE_MINUTES.key):
            self._follow_preferences()

    @Slot()
    def _follow_preferences(self) -> None:
        self.status.twenty_four(self._preferences[TWENTY_FOUR])
        self._idle.after(self._preferences[IDLE_MINUTES])

    def _restore(self) -> None:
        geometry = self._preferences[GEOMETRY]
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            free = QGuiApplication.primaryScreen().availableSize()
            self.resize(FIRST_SIZE.boundedTo(free))

    def fit_text(self) -> None:
        """Make room for the size of text that holds now."""
        self.rail.collapse(self.width() < ROOMY * self.rail.full_width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._drawn:
            self._drawn = True
            self._seen.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences[GEOMETRY] = self.saveGeometry()
        self._preferences.save()
        self.closing.emit()
        super().closeEvent(event)


def _without_state(slot: Callable[..., object], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what QAction.triggered carries
    slot()
