"""The rows of the Today page: each says one thing and has its button."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kinds import Kind
from ui.pages import today_words as words
from ui.theme import XS, L, M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.card import Hairline
from ui.widgets.notice import Notice
from ui.widgets.text import MUTED, Words, small, strong
from venues.domain.words import clock
from venues.services.today import Appointment, Matter, Need

KINDS = {
    Matter.PROVISIONAL: Kind.WARN,
    Matter.VENUE: Kind.WARN,
    Matter.SAID_NO: Kind.BAD,
    Matter.CHANGED: Kind.WARN,
    Matter.POLICE: Kind.WARN,
}
OPEN, SEE_TO, CAME, STAYED_AWAY = "open", "see-to", "came", "away"
"""What can be done about what an appointment needs."""

DIRECT = {"police": "Name them…", "quorum": "Add members…", "case": "Add it…"}
"""Condition → the verb by which it is seen to at once."""

VERBS = {
    Matter.PROVISIONAL: "Open",
    Matter.VENUE: "Open",
    Matter.SAID_NO: "Find another room",
    Matter.CHANGED: "Review",
}
LONGER = "15 minutes more"
BADGE = 30  # characters; a longer badge goes on in the next line
TOP = Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TimeColumn(QWidget):
    """When it starts, and in small when it ends; as wide in every row."""

    def __init__(self, starts: datetime, ends: datetime, *, twenty_four: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        first = clock(starts, twenty_four=twenty_four, column=True)
        last = clock(ends, twenty_four=twenty_four, column=True)
        column.addWidget(strong(first))
        column.addWidget(small(f"to {last}"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance("to 12:00pm") + L
        return QSize(wide, super().sizeHint().height())


class AppointmentRow(QWidget):
    """One of today's appointments.

    Signals:
        opened: it is to be opened; carries the booking's id.
        prolonged: it is to last a quarter of an hour longer; carries the appointment.
    """

    opened = Signal(int)
    prolonged = Signal(Appointment)

    def __init__(
        self,
        appointment: Appointment,
        now: datetime,
        *,
        own_name: str,
        twenty_four: bool,
    ) -> None:
        super().__init__()
        self.appointment = appointment
        seen = appointment.seen
        self.notice = Notice()
        kind, said = words.standing(appointment, now, twenty_four=twenty_four)
        self.badge = Badge(kind, said)
        self.open = Button("Open")
        self.open.setObjectName(f"open-{seen.booking_id}")
        self.longer = Button(LONGER)
        self.longer.setObjectName(f"longer-{seen.booking_id}")
        self.longer.setVisible(words.running(seen, now))
        where = words.place(appointment)
        at = clock(seen.starts, twenty_four=twenty_four)
        self.open.setAccessibleName(f"Open {at}, {where}")
        self.longer.setAccessibleName(f"{LONGER} in {where}")
        self.texts = [Words(where, strong=seen.ends > now, wrap=True)]
        if about := words.about(seen):
            self.texts.append(Words(about, ink=MUTED, wrap=True))
        if beside := words.beside(seen, own_name):
            self.texts.append(small(beside, wrap=True))
        self._lay_out(TimeColumn(seen.starts, seen.ends, twenty_four=twenty_four))
        self._fit()
        self.open.clicked.connect(self._open)
        self.longer.clicked.connect(self._prolong)

    def _lay_out(self, time: TimeColumn) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for text in self.texts:
            texts.addWidget(text)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(time, 0, TOP)
        line.addLayout(texts, 5)
        line.addWidget(self.badge, 0, MIDDLE)
        line.addSpacing(XS)
        line.addWidget(self.longer, 0, MIDDLE)
        line.addWidget(self.open, 0, MIDDLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, XS, 0, XS)
        column.setSpacing(S)
        column.addLayout(line)
        column.addWidget(self.notice)

    def wait(self, *, on: bool) -> None:
        """While it is being saved, it cannot be asked for again."""
        self.longer.setDisabled(on)
        self.open.setDisabled(on)

    def _fit(self) -> None:
        self.badge.setMaximumWidth(self.fontMetrics().averageCharWidth() * BADGE)

    def _open(self) -> None:
        self.opened.emit(self.appointment.seen.booking_id)

    def _prolong(self) -> None:
        self.prolonged.emit(self.appointment)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()


class NeedRows(QWidget):
    """What waits for somebody: a badge, what it is, and buttons that see to it.

    Signals:
        asked: a button was pressed; carries the need and the button's key.
    """

    asked = Signal(object, str)

    def __init__(self, needs: tuple[Need, ...], *, twenty_four: bool) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S + 2)
        grid.setVerticalSpacing(M - 2)
        grid.setColumnStretch(1, 1)
        for number, need in enumerate(needs):
            seen = need.appointment.seen
            at = words.when(seen, twenty_four=twenty_four)
            where = words.place(need.appointment)
            texts = QVBoxLayout()
            texts.setSpacing(1)
            texts.addWidget(small(f"{at} · {where}", wrap=True))
            texts.addWidget(Words(need.words, wrap=True))
            line = QHBoxLayout()
            line.setSpacing(S)
            for key, verb in verbs(need):
                button = Button(verb)
                button.setAccessibleName(f"{verb}: {at}, {where}")
                name = f"need-{seen.booking_id}-{need.matter}-{need.kind}-{key}"
                button.setObjectName(name)
                button.clicked.connect(partial(self.asked.emit, need, key))
                self.buttons.append(button)
                line.addWidget(button)
            row = 2 * number
            if number:
                grid.addWidget(Hairline(), row - 1, 0, 1, 3)
            kind = Kind.BAD if need.urgent else KINDS[need.matter]
            grid.addWidget(Badge(kind, need.matter.value), row, 0, MIDDLE)
            if line.count() == 1:
                grid.addLayout(texts, row, 1)
                grid.addLayout(line, row, 2, MIDDLE | Qt.AlignmentFlag.AlignRight)
            else:  # beside the words they would leave no room for any of the rows
                grid.addLayout(texts, row, 1, 1, 2)
                line.insertStretch(0, 1)
                texts.addSpacing(XS)
                texts.addLayout(line)


def verbs(need: Need) -> list[tuple[str, str]]:
    """The buttons of a row: what each does, and what it says."""
    if need.matter is Matter.POLICE:
        return [(CAME, "They came"), (STAYED_AWAY, "They did not")]
    direct = [(SEE_TO, DIRECT[need.kind])] if need.kind in DIRECT else []
    return [*direct, (OPEN, VERBS[need.matter])]


class PlaceRow(QWidget):
    """A venue, what is the matter with it, and a button that leads there.

    Signals:
        opened: the venue is to be opened; carries its id.
    """

    opened = Signal(int)

    def __init__(self, venue_id: int, name: str, said: str, badge: str) -> None:
        super().__init__()
        self._venue_id = venue_id
        self.open = Button("Open")
        self.open.setAccessibleName(f"Open {name}")
        self.open.setObjectName(f"place-{venue_id}-{badge}-{said}")
        self.open.clicked.connect(self._open)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Words(name, wrap=True))
        if said:
            texts.addWidget(small(said, wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S + 2)
        line.addLayout(texts, 1)
        line.addWidget(Badge(Kind.WARN, badge), 0, MIDDLE)
        line.addWidget(self.open, 0, MIDDLE)

    def _open(self) -> None:
        self.opened.emit(self._venue_id)
