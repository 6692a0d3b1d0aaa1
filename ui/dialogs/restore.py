"""A look at a backup before it is put in the place of the database."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.dialogs.files import ask_which
from ui.jobs import Jobs, Lane, Progress
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.overlay import WaitOverlay
from ui.widgets.text import COMPLAINT, MUTED, Words, muted
from venues.domain.words import clock, count, day
from venues.errors import VenuesError
from venues.services import backups
from venues.services.backups import BackupInfo

MEGABYTE = 1_000_000
CHOOSE = "Choose a backup to look at. Nothing is changed until you say so."


class RestoreDialog(QDialog):
    """Choose a backup, see what is in it, and say whether it is to be restored.

    Signals:
        agreed: the backup is to take the place of the database; carries its path.
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
        self.setWindowTitle("Restore a backup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = Words(strong=True, wrap=True)
        self.about = Words(CHOOSE, ink=MUTED, wrap=True)
        self.complaint = Words(ink=COMPLAINT, wrap=True)
        self.complaint.hide()
        self.choose = Button("Choose a backup…", icon="folder-open")
        self.back = Button("Keep the database")
        self.restore = PrimaryButton("Restore this backup")
        self.restore.setEnabled(False)
        self._waiting = WaitOverlay(self)
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.back.clicked.connect(self.reject)
        self.restore.clicked.connect(self._agree)
        if start is not None:
            self.look(str(start))

    @Slot(str)
    def look(self, chosen: str) -> None:
        """See what is in that backup."""
        self._backup = None
        self.restore.setEnabled(False)
        self._waiting.start("Looking at the backup…")
        self._jobs.run(
            "",
            partial(_inspect, Path(chosen)),
            self._show,
            failed=self._fail,
            lane=Lane.QUICK,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(Words("Restore a backup", size=Size.TITLE, strong=True))
        column.addWidget(
            muted(
                f"It takes the place of {self._path.name}. What is there now is kept "
                "beside it under another name.",
                wrap=True,
            )
        )
        for words in (self.name, self.about, self.complaint):
            column.addWidget(words)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(S)
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
        self._backup = backup
        self.name.setText(backup.name)
        self.about.setText(said(info, twenty_four=self._twenty_four))
        self.complaint.hide()
        self.name.show()
        self.restore.setEnabled(True)
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
    """What is in a backup: when it was made, and how much it holds."""
    made = f"{day(info.made.date())}, {clock(info.made, twenty_four=twenty_four)}"
    size = max(info.size / MEGABYTE, 0.1)
    return (
        f"Made on {made}. It holds {count(info.venues, 'venue')}, "
        f"{count(info.rooms, 'room')} and {count(info.bookings, 'booking')} "
        f"({size:.1f} MB)."
    )


def _inspect(backup: Path, _progress: Progress) -> tuple[Path, BackupInfo]:
    return backup, backups.inspect(backup)
