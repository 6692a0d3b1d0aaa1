"""Settings: the backups of a file, making one, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui import backed_up
from ui.desk import Desk
from ui.dialogs.files import ask_where
from ui.dialogs.restore import RestoreDialog
from ui.jobs import Job, Progress
from ui.preferences import TWENTY_FOUR
from ui.theme import M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.facts import FactList
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.text import muted
from venues.domain.words import count
from venues.errors import VenuesError
from venues.services import backups, daily_backups

ABOUT = (
    "Venues makes a backup once a day by itself, reads it back, and keeps those of 7 "
    "days, 4 weeks and 12 months. They stand beside the database, on the same disk: "
    "put one on another disk now and then, where nobody else may read it."
)

Work = Callable[[Progress], Path]


class BackupsCard(Card):
    """When the last one was made and where it is; another one; and the way back.

    Signals:
        busy: one is being made, or is not any more; carries which.
    """

    busy = Signal(bool)

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__("Backups")
        self._desk = desk
        self._path = path
        self._job: Job | None = None
        self.facts = FactList()
        self.back_up = PrimaryButton("Back up now")
        self.elsewhere = Button("Back up elsewhere…")
        self.restore = Button("Restore…")
        self.stop = Button("Stop")
        self.stop.hide()
        self.notice = Notice()
        self._lay_out()
        self.show_facts()
        desk.preferences.changed.connect(self.show_facts)
        desk.changes.committed.connect(self._follow)
        self.busy.connect(self.wait)
        self.back_up.clicked.connect(self._back_up_here)
        self.elsewhere.clicked.connect(self._choose_place)
        self.restore.clicked.connect(self._look_at_backup)
        self.stop.clicked.connect(self._stop)

    @Slot()
    def show_facts(self) -> None:
        """Say when it was last backed up, where that is, and how many there are."""
        preferences = self._desk.preferences
        said = backed_up.words(
            preferences,
            self._path,
            self._desk.now(),
            twenty_four=preferences[TWENTY_FOUR],
        )
        known = backed_up.newest(preferences, self._path)
        there = daily_backups.own(self._path)
        self.facts.show_facts(
            [
                (
                    "",
                    [
                        ("Last backup", said),
                        ("Where", str(known[1]) if known else ""),
                        ("Beside the database", count(len(there), "backup")),
                    ],
                )
            ]
        )

    def back_up_to(self, target: Path) -> None:
        """Write a checked copy there, while everybody goes on working."""
        work = partial(_back_up, self._desk, target)
        self._run(f"Backing up to {target.name}", work, self._put_elsewhere)

    @Slot(bool)
    def wait(self, on: bool) -> None:  # noqa: FBT001 - as the signal carries it
        """Let nothing be begun while something else is under way."""
        for button in (self.back_up, self.elsewhere, self.restore):
            button.setDisabled(on)

    def _run(self, title: str, work: Work, done: Callable[[Path], object]) -> None:
        self.notice.clear()
        self.stop.show()
        self.busy.emit(True)  # noqa: FBT003 - a signal has no names
        self._job = self._desk.jobs.run(title, work, done, failed=self._fail)
        self._job.finished.connect(self._ended)

    def _lay_out(self) -> None:
        self.body.setSpacing(M)
        self.add(muted(ABOUT, wrap=True))
        self.add(self.facts)
        keeps = self._desk.viewer.edits_venues
        buttons: list[QWidget] = [self.back_up, self.elsewhere]
        row = Flow(gap=S, lines=S)
        for button in [*buttons, *([self.restore] if keeps else []), self.stop]:
            row.add(button)
        self.add(row)
        if not keeps:
            self.restore.setParent(self)
            self.restore.hide()
            self.add(
                muted("Backups are restored by coordinators and managers.", wrap=True)
            )
        self.add(self.notice)

    @Slot()
    def _back_up_here(self) -> None:
        self._run("Backing up", partial(_back_up_here, self._desk), self._backed_up)

    @Slot()
    def _choose_place(self) -> None:
        desk, path = self._desk, self._path
        last = backed_up.elsewhere(desk.preferences, path)
        folder = last.parent if last else path.parent
        name = f"{path.stem} {desk.now().strftime(daily_backups.MADE)}.sqlite"
        ask_where(self, "Back up the database", folder / name, self._place_chosen)

    @Slot(str)
    def _place_chosen(self, chosen: str) -> None:
        self.back_up_to(Path(chosen))

    @Slot()
    def _look_at_backup(self) -> None:
        desk, path = self._desk, self._path
        dialog = RestoreDialog(
            desk.jobs,
            path,
            start=backed_up.elsewhere(desk.preferences, path),
            twenty_four=desk.preferences[TWENTY_FOUR],
            parent=self,
        )
        dialog.agreed.connect(self._restore)
        dialog.open()

    @Slot(Path)
    def _restore(self, backup: Path) -> None:
        self._desk.host.restore(backup)

    @Slot(object)
    def _put_elsewhere(self, backup: Path) -> None:
        backed_up.remember(self._desk.preferences, self._path, backup)
        self._backed_up(backup)

    @Slot(object)
    def _backed_up(self, backup: Path) -> None:
        self._desk.changes.announce(backed_up.NEWS)
        self._desk.host.say(f"Backed up to {backup.name}, and read back.")

    @Slot(object)
    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & backed_up.NEWS:
            self.show_facts()

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _ended(self) -> None:
        self._job = None
        self.stop.hide()
        self.busy.emit(False)  # noqa: FBT003 - a signal has no names


def _back_up(desk: Desk, target: Path, progress: Progress) -> Path:
    return backups.back_up(desk.database, target, progress)


def _back_up_here(desk: Desk, progress: Progress) -> Path:
    return daily_backups.make(desk.database, desk.now(), progress)
