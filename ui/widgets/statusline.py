"""The foot of the window: where the data is, who is signed in, and when it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import icons, theme
from ui.kinds import Kind, badge_tone
from ui.paint import panel
from ui.theme import XS, M, S, Size
from ui.widgets.text import MUTED, Elided, Words

MINUTE = 60_000  # milliseconds


class Dot(QWidget):
    """Whether the database can be reached: a dot, and a mark when it cannot."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = Kind.QUIET
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, kind: Kind) -> None:
        """Show how it stands."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        side = max(8, round(self.fontMetrics().height() * 0.55))
        return QSize(side + 2, side + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        tone = badge_tone(self._kind, c)
        if self._kind in (Kind.WARN, Kind.BAD):
            icons.draw(painter, self.rect(), "triangle-alert", tone.ink)
        else:
            box = self.rect().adjusted(1, 1, -1, -1)
            panel(painter, box, tone.bar, radius=box.height() / 2)


class StatusLine(QFrame):
    """A line of small words; what does not fit ends in "…".

    The clock stands from the first ``tick`` on, which the window gives it once it has
    been drawn.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._twenty_four = False
        self._dot = Dot()
        self.place = Elided(size=Size.SMALL, ink=MUTED)
        self.backup = Elided(size=Size.SMALL, ink=MUTED)
        self.signed_in = Elided(size=Size.SMALL, ink=MUTED)
        self.time = Words(size=Size.SMALL, ink=MUTED)
        line = QHBoxLayout(self)
        line.setContentsMargins(M, XS + 1, M, XS)
        line.setSpacing(S - 2)
        line.addWidget(self._dot)
        line.addWidget(self.place)
        line.addSpacing(M)
        line.addWidget(self.backup)
        line.addStretch(1)
        line.addWidget(self.signed_in)
        line.addSpacing(M)
        line.addWidget(self.time)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tick)

    def say_place(self, words: str, kind: Kind = Kind.GOOD) -> None:
        """Where the data is: "This PC · Venues.sqlite"."""
        self._dot.say(kind)
        self.place.say(words)

    def mark(self, kind: Kind) -> None:
        """How it stands with the database now."""
        self._dot.say(kind)

    def say_backup(self, words: str) -> None:
        """When the data was last kept safe: "Backed up 8:02am"."""
        self.backup.say(words)

    def say_signed_in(self, words: str) -> None:
        """Who sits here: "Signed in as practitioner.04 · Practitioner"."""
        self.signed_in.say(words)

    def twenty_four(self, on: bool) -> None:  # noqa: FBT001 - the setting as it stands
        """Write the time as 15:30 rather than 3:30pm."""
        self._twenty_four = on
        if self._timer.isActive():
            self.tick()

    @Slot()
    def tick(self) -> None:
        """Show the time now, and again when the minute is over."""
        now = self._now()
        self._write(now)
        gone = now.second * 1000 + now.microsecond // 1000
        self._timer.start(MINUTE - gone + 50)

    def _write(self, now: datetime) -> None:
        """The date in full, or a short one where the rest needs the room."""
        # Imported here, since the window is on the screen sooner without it.
        from venues.domain.words import clock, day, short_day  # noqa: PLC0415

        at = clock(now, twenty_four=self._twenty_four, column=True)
        words = f"{day(now.date())}, {at}"
        others = (self._dot, self.place, self.backup, self.signed_in)
        used = sum(each.sizeHint().width() for each in others) + 4 * M + 5 * S
        if used + self.time.fontMetrics().horizontalAdvance(words) > self.width():
            words = f"{short_day(now.date())}, {at}"
        self.time.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._timer.isActive():
            self._write(self._now())

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.surface)
        painter.fillRect(0, 0, self.width(), 1, c.hairline)
