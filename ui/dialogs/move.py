"""Moves a booking by typing instead of dragging: a day, a start, a length, a room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.kinds import Kind
from ui.preferences import TWENTY_FOUR
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.checks import Check, Checks
from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from ui.widgets.lengthfield import LengthField
from ui.widgets.overlay import WaitOverlay
from ui.widgets.text import COMPLAINT, MUTED, Words, announce
from ui.widgets.timefield import TimeField
from venues.domain.findings import Finding, Reason
from venues.domain.period import Period
from venues.domain.privacy import Seen
from venues.domain.proposal import Room
from venues.domain.typed import NotUnderstood
from venues.errors import Refused, VenuesError, WrongInput
from venues.services import asking, moves
from venues.services.moves import Move

PAUSE = 150  # milliseconds after the last change before it is judged
KEY = "moving by dialog"


class MoveDialog(QDialog):
    """Every change is judged at once; the page does the moving.

    Signals:
        agreed: it is to be moved; carries the ``Move``.
        judged: something was said about a place; carries the findings.
    """

    agreed = Signal(object)
    judged = Signal(object)

    def __init__(
        self,
        desk: Desk,
        row: Seen,
        rooms: Sequence[Room],
        parent: QWidget | None = None,
        *,
        to: tuple[int, Period] | None = None,
    ) -> None:
        """``to`` is where it is proposed to go; without it, where it is."""
        super().__init__(parent)
        self._desk, self._row = desk, row
        room_id, period = to or (row.room_id, Period(row.starts, row.ends))
        self.setWindowTitle("Move booking")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.day = DateField(period.day, self._today)
        four = desk.preferences[TWENTY_FOUR]
        self.start = TimeField(period.starts.time(), twenty_four=four)
        self.length = LengthField(period.minutes)
        self.room = QComboBox()
        for room in rooms:
            self.room.addItem(f"{room.name}, {room.venue.name}", room.id)
        self.room.setCurrentIndex(max(self.room.findData(room_id), 0))
        self.fields = {
            "date": Field("Date", self.day),
            "starts": Field("Start", self.start),
            "ends": Field("Length", self.length),
            "room": Field("Room", self.room),
        }
        self.checks = Checks()
        self.complaint = Words(ink=COMPLAINT, wrap=True)
        self.ask_manager = Button("Ask a manager…")
        self.ask_room = Button("Ask for this room…")
        self.keep = Button("Leave it")
        self.move_it = PrimaryButton("Move booking")
        self._waiting = WaitOverlay(self)
        self._findings: tuple[Finding, ...] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._lay_out()
        self._connect()
        self._examine()

    def move_wanted(self) -> Move:
        """What is asked for.

        Raises:
            NotUnderstood, WrongInput: something typed cannot be read or used.
        """
        starts = datetime.combine(self.day.value(), self.start.value())
        ends = starts + timedelta(minutes=self.length.value())
        return Move(
            booking_id=self._row.booking_id or 0,
            room_id=self._row.room_id,
            to_room_id=int(self.room.currentData()),
            period=asking.period(starts, ends),
            version=self._row.version,
            accepted=tuple(sorted(self.checks.given().items())),
        )

    def refuse(self, trouble: Exception) -> None:
        """It was not moved: say why, and let it be changed."""
        self._wait(on=False)
        if not isinstance(trouble, VenuesError):
            self.reject()
            raise trouble
        if isinstance(trouble, Refused) and trouble.code is None:
            self._show(trouble.findings)
        else:
            self._complain(trouble)
        if isinstance(trouble, Refused):
            self.judged.emit(trouble.findings)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L + S, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words("Move this booking", size=Size.TITLE, strong=True))
        layout.addWidget(Words(self._row.title, ink=MUTED))
        times = QHBoxLayout()
        times.setSpacing(M)
        for name in ("date", "starts", "ends"):
            times.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(times)
        layout.addWidget(self.fields["room"])
        layout.addWidget(self.checks)
        layout.addWidget(self.complaint)
        layout.addStretch(1)
        line = QHBoxLayout()
        for asks in (self.ask_manager, self.ask_room):
            asks.hide()
            line.addWidget(asks)
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(self.move_it)
        layout.addLayout(line)
        self.complaint.hide()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)

    def _connect(self) -> None:
        for entry in (self.day, self.start, self.length):
            entry.changed.connect(self._timer.start)
        self.room.currentIndexChanged.connect(self._timer.start)
        self.checks.changed.connect(self._weigh)
        self._timer.timeout.connect(self._examine)
        self.keep.clicked.connect(self.reject)
        self.move_it.clicked.connect(self._agree)
        self.finished.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._timer.stop()
        self._desk.jobs.forget(KEY)

    def _today(self) -> date:
        return self._desk.now().date()

    @Slot()
    def _examine(self) -> None:
        """Ask the rules about what is typed."""
        self._findings = None
        self._weigh()
        self.judged.emit(())
        if (move := self._readable()) is None:
            return
        desk = self._desk

        def look(_progress: object) -> tuple[Finding, ...]:
            with desk.database.read() as session:
                bare = replace(move, accepted=())
                return moves.examine(session, bare, desk.viewer, now=desk.now())

        desk.jobs.latest(KEY, look, self._show, failed=self._complain)

    def _readable(self) -> Move | None:
        """What is asked for, or None with a complaint beside what cannot be used."""
        for field in self.fields.values():
            field.clear()
        self.complaint.hide()
        try:
            return self.move_wanted()
        except NotUnderstood:
            return None  # the field itself says so once it is left
        except WrongInput as trouble:
            self._complain(trouble)
            return None

    @Slot(object)
    def _show(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.checks.show_checks(checks(findings, overrides=self._desk.viewer.overrides))
        self._weigh()
        self.judged.emit(findings)

    @Slot(object)
    def _complain(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        name = trouble.field if isinstance(trouble, WrongInput) else ""
        if name in self.fields:
            self.fields[name].complain(str(trouble))
        else:
            self.complaint.setText(str(trouble))
            self.complaint.show()
            announce(self, str(trouble))
        self.checks.show_checks(())

    @Slot()
    def _weigh(self) -> None:
        """It may be moved once nothing is left in the way."""
        given = self.checks.given()
        overrides = self._desk.viewer.overrides
        left = [
            found
            for found in self._findings or ()
            if found.rule not in given
            or not (found.acceptable or (found.overridable and overrides))
        ]
        self.move_it.setEnabled(self._findings is not None and not left)

    @Slot()
    def _agree(self) -> None:
        if (move := self._readable()) is not None:
            self._timer.stop()
            self._wait(on=True)
            self.agreed.emit(move)

    def _wait(self, *, on: bool) -> None:
        for widget in (*self.fields.values(), self.checks, self.keep):
            widget.setDisabled(on)
        if on:
            self.move_it.setDisabled(True)
            self._waiting.start("Moving…")
        else:
            self._waiting.stop()
            self._weigh()


def checks(findings: Sequence[Finding], *, overrides: bool) -> list[Check]:
    """One check for each matter that has something against it, or one that passes."""
    matters: dict[str, list[Finding]] = {}
    for found in findings:
        name = "Also" if found.reason is Reason.OTHER else found.reason.value
        matters.setdefault(name, []).append(found)
    shown = []
    for name, each in matters.items():
        words = " ".join(dict.fromkeys(found.message for found in each))
        refusing = [found for found in each if found.refuses]
        accepts = adjusts = ""
        if not refusing:
            accepts = next((found.rule for found in each if found.acceptable), "")
        elif overrides and all(found.overridable for found in refusing):
            adjusts = refusing[0].rule
        kind = Kind.BAD if refusing else Kind.WARN
        shown.append(Check(name, kind, words, accepts, adjusts))
    return shown or [Check("Free", Kind.GOOD, "Nothing stands in the way.")]
