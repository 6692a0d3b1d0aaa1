"""The bookings that a record touches, each with how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.theme import M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import Hairline
from ui.widgets.tallwords import TallWords
from venues.domain.words import DAYS, clock, day_month
from venues.services.apart.touched import Touched


class TouchedRows(QWidget):
    """One below the other, those to be reviewed with the way out.

    Signals:
        wanted: another room is to be found; carries the booking's id.
    """

    wanted = Signal(int)

    def __init__(self, bookings: Sequence[Touched]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for booking in bookings:
            column.addLayout(self._row(booking))
            column.addWidget(Hairline())

    def _row(self, booking: Touched) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(M)
        kind, word = (Kind.WARN, "Review") if booking.review else (Kind.GOOD, "Clear")
        line.addWidget(Badge(kind, word), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(TallWords(when(booking)), 1, Qt.AlignmentFlag.AlignVCenter)
        if booking.review:
            button = Button("Find another room")
            button.setAccessibleName(f"Find another room for {when(booking)}")
            button.clicked.connect(partial(self._want, booking.booking_id))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _want(self, booking_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.wanted.emit(booking_id)


def when(booking: Touched) -> str:
    """Its day, time and venue: "Thu 10 December, 11am, Millbrook Family Hub"."""
    starts = booking.starts
    weekday = DAYS[starts.weekday()][:3]
    return f"{weekday} {day_month(starts.date())}, {clock(starts)}, {booking.venue}"
