"""A look at a backup before it is put in the place of the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.files import ask_which
from ui.dialogs.growing import GrowingDialog
from ui.jobs import Jobs, Progress
from ui.models.backups import columns, megabytes
from ui.models.table import TableModel
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.overlay import WaitOverlay
from ui.widgets.text import COMPLAINT, MUTED, Words, muted
from ui.widgets.wrapped import WrappedTable
from venues.domain.words import clock, count, day
from venues.errors import VenuesError
from venues.services import backups, daily_backups
from venues.services.backups import BackupInfo
from venues.services.daily_backups import Copy

KEY = "backup"
LINES = 15  # as high as seven rows
CHOOSE = "Choose a backup to look at. Nothing is changed until you say so."


class RestoreDialog(GrowingDialog):
    """Choose a backup, see what is in it, and say whether it is to be restored.

    Signals:
        agreed: the backup is to take the place of the database; carries its path.

    Those that stand beside the database are listed, the newest of them chosen.
    """

    agreed = Signal(Path)

    def __init__(
        self,
        jobs: Jobs,
        path: Path,
        *,
        start: Path | None = None,
        twenty_four: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``path`` is the database, ``start`` the backup to begin with."""
        super().__init__(parent)
        self._jobs = jobs
        self._path = path
        self._start = start or path
        self._twenty_four = twenty_four
        self._backup: Path | None = None
        self._made: dict[Path, datetime] = {}
        self.setWindowTitle("Restore a backup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = Words(strong=True, wrap=True)
        self.about = Words(CHOOSE, ink=MUTED, wrap=True)
        self.complaint = Words(ink=COMPLAINT, wrap=True)
        self.complaint.hide()
        self._model: TableModel[Copy] = TableModel(
            columns(twenty_four=twenty_four), self
        )
        self.table = WrappedTable("Backups", self._model, narrow=(0, 2), grows=False)
        self.choose = Button("Choose another file…", icon="folder-open")
        self.back = Button("Keep the database")
        self.restore = PrimaryButton("Restore this backup")
        self.restore.setEnabled(False)
        self._waiting = WaitOverlay(self)
        self._lay_out()
        self.table.chosen.connect(self._look_at)
        self.choose.clicked.connect(self._choose)
        self.back.clicked.connect(self.reject)
        self.restore.clicked.connect(self._agree)
        self._list(start)

    def _list(self, start: Path | None) -> None:
        """Show what stands beside the database, and begin with the newest of all."""
        copies = daily_backups.every(self._path)
        self._model.show(copies)
        self.table.setVisible(bool(copies))
        self.table.setMinimumHeight(self.fontMetrics().height() * LINES)
        put = start.stat().st_mtime if start is not None else 0
        if start is not None and all(put > each.made.timestamp() for each in copies):
            self.look(str(start))
        elif copies:
            self.table.select(self.table.ordered.index(0, 0))
            self.table.setFocus()

    @Slot(object)
    def _look_at(self, copy: object) -> None:
        if isinstance(copy, Copy):
            self._made[copy.path] = copy.made
            self.look(str(copy.path))

    @Slot(str)
    def look(self, chosen: str) -> None:
        """See what is in that backup."""
        self._backup = None
        self.restore.setEnabled(False)
        self._waiting.start("Looking at the backup…")
        self._jobs.latest(
            KEY, partial(_inspect, Path(chosen)), self._show, failed=self._fail
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(Words("Restore a backup", size=Size.TITLE, strong=True))
        column.addWidget(
            muted(
                f"It takes the place of {self._path.name}. What is there now is kept "
                "beside it under another name, so this can be undone.",
                wrap=True,
            )
        )
        column.addWidget(self.table, 1)
        for words in (self.name, self.about, self.complaint):
            column.addWidget(words)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.choose)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.restore)
        column.addLayout(line)
        self.name.hide()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 66)

    @Slot()
    def _choose(self) -> None:
        ask_which(self, "Choose a backup", self._start, self.look)

    @Slot(object)
    def _show(self, looked: tuple[Path, BackupInfo]) -> None:
        self._waiting.stop()
        backup, info = looked
        info = replace(info, made=self._made.get(backup, info.made))
        self._backup = backup
        self.name.setText(backup.name)
        self.about.setText(said(info, twenty_four=self._twenty_four))
        self.complaint.hide()
        self.name.show()
        self.restore.setEnabled(True)
        if not self.table.hasFocus():
            self.restore.setFocus()

    @Slot(object)
    def _fail(self, trouble: Exception) -> None:
        self._waiting.stop()
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.name.hide()
        self.about.setText(CHOOSE)
        self.complaint.setText(str(trouble))
        self.complaint.show()

    @Slot()
    def _agree(self) -> None:
        if self._backup is not None:
            self.agreed.emit(self._backup)
            self.accept()


def said(info: BackupInfo, *, twenty_four: bool = False) -> str:
    """What is in a backup: when it was made, how much it holds, and what is newest."""

    def at(moment: datetime) -> str:
        return f"{day(moment.date())}, {clock(moment, twenty_four=twenty_four)}"

    said = (
        f"Made on {at(info.made)}. It holds {count(info.venues, 'venue')}, "
        f"{count(info.rooms, 'room')} and {count(info.bookings, 'booking')} "
        f"({megabytes(info.size)})."
    )
    if info.newest is not None:
        said += f" The newest booking was made on {at(info.newest)}."
    return said


def _inspect(backup: Path, _progress: Progress) -> tuple[Path, BackupInfo]:
    return backup, backups.inspect(backup)
