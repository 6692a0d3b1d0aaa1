"""Settings: where the database is, its backups, and whether it is sound."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import backed_up
from ui.desk import Desk
from ui.dialogs.files import ask_where, ask_which
from ui.dialogs.restore import RestoreDialog
from ui.jobs import Job, Progress
from ui.kinds import Kind
from ui.pages.settings_kept import KeptCard
from ui.preferences import TWENTY_FOUR
from ui.theme import L, M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.facts import FactList
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.text import Words, muted
from venues import paths
from venues.database import catalogue
from venues.domain.words import count, listing
from venues.errors import VenuesError
from venues.services import backups, checks
from venues.services.checks import Report

MEGABYTE = 1_000_000
COUNTED = ("venue", "room", "booking")


class DatabaseSection(QWidget):
    """The file, a copy of it, and a look at whether all is well with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path = desk.database.path
        self._target: Path | None = None
        self._job: Job | None = None
        self.facts = FactList()
        self.open = Button("Open another file…", icon="folder-open")
        self.check = Button("Check the database", icon="list-checks")
        self.back_up = PrimaryButton("Back up now…")
        self.restore = Button("Restore a backup…")
        self.stop = Button("Stop")
        self.stop.hide()
        self.notice = Notice()
        self.verdict = Badge(Kind.GOOD, "Sound")
        self.found = Words(wrap=True)
        self._lay_out()
        self.show_facts()
        desk.preferences.changed.connect(self.show_facts)
        self.open.clicked.connect(self._choose)
        self.check.clicked.connect(self._check)
        self.back_up.clicked.connect(self._choose_place)
        self.restore.clicked.connect(self._look_at_backup)
        self.stop.clicked.connect(self._stop)

    @Slot()
    def show_facts(self) -> None:
        """Say where the database is and when it was last backed up."""
        desk = self._desk
        with desk.database.read() as session:
            sample = catalogue.read(session).settings.get("sample")
        where = self._about_file(self._path) if self._path else self._about_server()
        holds = ("Holds", "Sample data, all of it invented" if sample else "")
        self.facts.show_facts([("", [*where, holds])])

    def _about_file(self, path: Path) -> list[tuple[str, str]]:
        preferences = self._desk.preferences
        parts = (path, path.with_name(f"{path.name}-wal"))
        size = sum(part.stat().st_size for part in parts if part.exists())
        backup = backed_up.backup_of(preferences, path)
        said = backed_up.words(
            preferences, path, self._desk.now(), twenty_four=preferences[TWENTY_FOUR]
        )
        return [
            ("File", path.name),
            ("Folder", str(path.parent.absolute())),
            ("Size", f"{max(size / MEGABYTE, 0.1):.1f} MB"),
            ("Last backup", f"{said}: {backup}" if backup else said),
        ]

    def _about_server(self) -> list[tuple[str, str]]:
        place = self._desk.database.place
        return [
            ("Shared", "Several PCs use this database at once"),
            ("Database", str(place)),
        ]

    def back_up_to(self, target: Path) -> None:
        """Write a checked copy there, while everybody goes on working."""
        self._target = target
        self.notice.clear()
        self._wait(on=True)
        self._job = self._desk.jobs.run(
            f"Backing up to {target.name}",
            partial(_back_up, self._desk, target),
            self._backed_up,
            failed=self._fail,
        )
        self._job.finished.connect(self._ended)

    def _lay_out(self) -> None:
        here = Card("This database")
        here.body.setSpacing(M)
        here.add(self.facts)
        here.add(_row(self.open, self.check))
        here.add(self.verdict)
        here.add(self.found)
        self.verdict.hide()
        self.found.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(here)
        column.addWidget(self._copies() if self._path else self._at_the_server())
        column.addWidget(KeptCard(self._desk))
        column.addStretch(1)

    def _at_the_server(self) -> Card:
        for part in (self.back_up, self.restore, self.stop):
            part.setParent(self)
            part.hide()
        copies = Card("Backups")
        copies.add(
            muted(
                "Whoever looks after the server backs it up. Ask them when they last "
                "did.",
                wrap=True,
            )
        )
        copies.add(self.notice)
        return copies

    def _copies(self) -> Card:
        copies = Card("Backups")
        copies.body.setSpacing(M)
        copies.add(
            muted(
                "A backup is one file that holds everything. It is read back and "
                "compared before it counts. Keep one on another disk or PC, where "
                "nobody else may read it.",
                wrap=True,
            )
        )
        keeps = self._desk.viewer.edits_venues
        copies.add(_row(self.back_up, *([self.restore] if keeps else []), self.stop))
        if not keeps:
            self.restore.setParent(self)
            self.restore.hide()
            copies.add(
                muted("Backups are restored by coordinators and managers.", wrap=True)
            )
        copies.add(self.notice)
        return copies

    def _wait(self, *, on: bool) -> None:
        for button in (self.open, self.check, self.back_up, self.restore):
            button.setDisabled(on)
        self.stop.setVisible(on)

    @Slot()
    def _choose(self) -> None:
        start = self._path or paths.database()
        ask_which(self, "Open a database", start, self._open)

    @Slot(str)
    def _open(self, chosen: str) -> None:
        self._desk.host.open(Path(chosen), "")

    @Slot()
    def _choose_place(self) -> None:
        desk, path = self._desk, self._path
        if path is None:
            return
        last = backed_up.backup_of(desk.preferences, path)
        folder = last.parent if last else path.parent
        name = f"{path.stem} {desk.now():%Y-%m-%d %H%M}.sqlite"
        ask_where(self, "Back up the database", folder / name, self._place_chosen)

    @Slot(str)
    def _place_chosen(self, chosen: str) -> None:
        self.back_up_to(Path(chosen))

    @Slot()
    def _look_at_backup(self) -> None:
        desk, path = self._desk, self._path
        if path is None:
            return
        dialog = RestoreDialog(
            desk.jobs,
            path,
            start=backed_up.backup_of(desk.preferences, path),
            twenty_four=desk.preferences[TWENTY_FOUR],
            parent=self,
        )
        dialog.agreed.connect(self._restore)
        dialog.open()

    @Slot(Path)
    def _restore(self, backup: Path) -> None:
        self._desk.host.restore(backup)

    @Slot()
    def _check(self) -> None:
        self._wait(on=True)
        self.verdict.hide()
        self.found.hide()
        self._job = self._desk.jobs.run(
            "Checking the database",
            partial(_check, self._desk),
            self._checked,
            failed=self._fail,
        )
        self._job.finished.connect(self._ended)

    @Slot(object)
    def _checked(self, report: Report) -> None:
        kind = Kind.GOOD if report.ok else Kind.BAD
        self.verdict.say(kind, "Sound" if report.ok else "Needs attention")
        rows = listing([count(report.counted.get(each, 0), each) for each in COUNTED])
        sound = f"Everything fits together: {rows}."
        self.found.setText(sound if report.ok else "\n".join(report.problems))
        self.verdict.show()
        self.found.show()

    @Slot(object)
    def _backed_up(self, backup: Path) -> None:
        desk = self._desk
        if self._path is not None:
            backed_up.remember(desk.preferences, self._path, backup)
        self.show_facts()
        desk.host.say(f"Backed up to {backup.name}, and read back.")

    @Slot(object)
    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _ended(self) -> None:
        self._job = None
        self._wait(on=False)


def _row(*buttons: QWidget) -> Flow:
    row = Flow(gap=S, lines=S)
    for button in buttons:
        row.add(button)
    return row


def _back_up(desk: Desk, target: Path, progress: Progress) -> Path:
    return backups.back_up(desk.database, target, progress)


def _check(desk: Desk, _progress: Progress) -> Report:
    return checks.check(desk.database, now=desk.now())
