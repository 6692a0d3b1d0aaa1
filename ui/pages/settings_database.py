"""Settings: where the database is, and whether it is sound."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.files import ask_which
from ui.dialogs.message import MessageDialog
from ui.dialogs.opening import OpeningDialog
from ui.jobs import Progress
from ui.kinds import Kind
from ui.models.backups import megabytes
from ui.pages.settings_backups import BackupsCard
from ui.pages.settings_kept import KeptCard
from ui.pages.settings_server import ServerCard
from ui.theme import L, M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.facts import FactList
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.text import Words
from venues import paths, private
from venues.address import Place
from venues.database import catalogue
from venues.domain.words import count, listing
from venues.errors import CannotOpen, VenuesError
from venues.services import checks
from venues.services.checks import Report

REMOVING = (
    "All of it goes at once, with whatever you added, and you start with an empty "
    "database. What is here now is kept beside it, and can be restored."
)
COUNTED = ("venue", "room", "booking")


class DatabaseSection(QWidget):
    """The database, its backups, and a look at whether all is well with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path = desk.database.path
        self.facts = FactList()
        self.open = Button("Open another file…", icon="folder-open")
        self.check = Button("Check the database", icon="list-checks")
        self.join = Button("Join a shared database…")
        self.remove = Button("Remove the sample data…")
        self.close_off = Button("Keep it to myself", icon="lock")
        self.notice = Notice()
        self.verdict = Badge(Kind.GOOD, "Sound")
        self.found = Words(wrap=True)
        self.copies: BackupsCard | ServerCard
        if self._path is not None:
            self.copies = BackupsCard(desk, self._path)
            self.copies.busy.connect(self._wait)
        else:
            self.copies = ServerCard(desk)
        self._lay_out()
        self.show_facts()
        self.open.clicked.connect(self._choose)
        self.check.clicked.connect(self._check)
        self.join.clicked.connect(self._join)
        self.remove.clicked.connect(self._ask_to_remove)
        self.close_off.clicked.connect(self._close_off)

    @Slot()
    def show_facts(self) -> None:
        """Say where the database is."""
        with self._desk.database.read() as session:
            sample = catalogue.read(session).settings.get("sample")
        where = _about_file(self._path) if self._path else self._about_server()
        holds = ("Holds", "Sample data, all of it invented" if sample else "")
        self.facts.show_facts([("", [*where, holds])])
        self.remove.setVisible(bool(sample) and self._path is not None)
        shared = self._path is not None and private.open_to_others(self._path)
        self.close_off.setVisible(shared)

    def _about_server(self) -> list[tuple[str, str]]:
        place = self._desk.database.place
        return [
            ("Shared", "Several PCs use this database at once"),
            ("Database", str(place)),
        ]

    def _lay_out(self) -> None:
        here = Card("This database")
        here.body.setSpacing(M)
        here.add(self.facts)
        row = Flow(gap=S, lines=S)
        row.add(self.open)
        row.add(self.join)
        row.add(self.check)
        row.add(self.remove)
        row.add(self.close_off)
        for part in (row, self.verdict, self.found, self.notice):
            here.add(part)
        self.verdict.hide()
        self.found.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        for card in (here, self.copies, KeptCard(self._desk)):
            column.addWidget(card)
        column.addStretch(1)

    @Slot(bool)
    def _wait(self, on: bool) -> None:  # noqa: FBT001 - as the signal carries it
        for button in (self.open, self.join, self.check, self.remove):
            button.setDisabled(on)
        if isinstance(self.copies, BackupsCard):
            self.copies.wait(on)
        if not on:
            self.show_facts()

    @Slot()
    def _close_off(self) -> None:
        if self._path is not None:
            private.keep(self._path)
            self.show_facts()
            self._desk.host.say("Nobody else on this PC may read the file now.")

    @Slot()
    def _join(self) -> None:
        desk = self._desk
        dialog = OpeningDialog(
            desk.database.place,
            CannotOpen(""),
            desk.jobs,
            desk.now,
            self,
            fallback=True,
            join=True,
        )
        dialog.opened.connect(self._joined)
        dialog.open()

    @Slot(object, str)
    def _joined(self, place: Place, login: str) -> None:
        self._desk.host.open(place, login)

    @Slot()
    def _ask_to_remove(self) -> None:
        dialog = MessageDialog(self, "Remove the sample data?", REMOVING)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.primary("Remove the sample data", self._desk.host.begin_anew)
        dialog.cancel("Keep it")
        dialog.open()

    @Slot()
    def _choose(self) -> None:
        start = self._path or paths.database()
        ask_which(self, "Open a database", start, self._open)

    @Slot(str)
    def _open(self, chosen: str) -> None:
        self._desk.host.open(Path(chosen), "")

    @Slot()
    def _check(self) -> None:
        self._wait(True)  # noqa: FBT003 - the slot of a signal
        self.notice.clear()
        self.verdict.hide()
        self.found.hide()
        job = self._desk.jobs.run(
            "Checking the database",
            partial(_check, self._desk),
            self._checked,
            failed=self._fail,
        )
        job.finished.connect(self._ended)

    @Slot()
    def _ended(self) -> None:
        self._wait(False)  # noqa: FBT003 - the slot of a signal

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
    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))


def _about_file(path: Path) -> list[tuple[str, str]]:
    parts = (path, path.with_name(f"{path.name}-wal"))
    size = sum(part.stat().st_size for part in parts if part.exists())
    return [
        ("File", path.name),
        ("Folder", str(path.parent.absolute())),
        ("Size", megabytes(size)),
        ("Who may read it", _readers(path)),
    ]


def _readers(path: Path) -> str:
    if sys.platform == "win32":
        return "Whoever may read its folder"
    others = private.open_to_others(path)
    return "Others on this PC too" if others else "You alone"


def _check(desk: Desk, _progress: Progress) -> Report:
    return checks.check(desk.database, now=desk.now())
