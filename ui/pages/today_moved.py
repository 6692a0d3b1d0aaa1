"""The card of Today for appointments of mine that somebody else moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import clipboard
from ui.calendar_saving import CalendarSaving
from ui.desk import Desk
from ui.jobs import Lane, Progress
from ui.models.reviews import when
from ui.pages.today_queues import RequestRow
from ui.preferences import TWENTY_FOUR
from ui.widgets.card import Card, Hairline
from venues.errors import VenuesError
from venues.services import releasing
from venues.services.rehousing import telling
from venues.services.rehousing.values import Told

SOON = 5
"""Appointments on the card; the rest come as these are seen."""

RELEASED = (("back", "Bring it back"), ("seen", "Seen"))
"""For what was released, since it was still provisional when it was due."""

BACK = "Brought back. It is provisional until what is missing is seen to."
BUTTONS = (
    ("open", "Open"),
    ("words", "Copy words"),
    ("file", "Calendar file…"),
    ("seen", "Seen"),
)
COPIED = "The words are copied, to send to whoever comes."
SEEN = "Taken off the list."
NAME = "taking note of a move"


class TodayMoved(QObject):
    """What was moved, each until it is marked as seen.

    Signals:
        changed: the list is another one.
    """

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._calendar = CalendarSaving(desk, page)
        self.told: tuple[Told, ...] = ()

    def read(self) -> tuple[Told, ...]:
        """Look again; returns what is on the card."""
        desk = self._desk
        with desk.database.read() as session:
            self.told = telling.read(session, desk.viewer, desk.now())
        return self.told

    def cards(self) -> Iterator[Card]:
        """The card, where there is anything on it."""
        if not self.told:
            return
        card = Card(f"{self._title()} ({len(self.told)})")
        twenty_four = self._desk.preferences[TWENTY_FOUR]
        for number, each in enumerate(self.told[:SOON]):
            if number:
                card.add(Hairline())
            row = RequestRow(
                when(each.seen.starts, each.seen.ends, twenty_four),
                each.words,
                buttons=RELEASED if each.released else BUTTONS,
                name=f"moved-{each.id}",
            )
            row.answered.connect(partial(self._do, each))
            card.add(row)
        yield card

    def _title(self) -> str:
        released = {each.released for each in self.told}
        if released == {True}:
            return "Released"
        return "Moved for you" if released == {False} else "Moved or released"

    def _do(self, told: Told, key: str) -> None:
        desk = self._desk
        if key == "open":
            desk.host.show_page("find", booking=told.booking_id, back="today")
        elif key == "file":
            self._calendar.ask([told.booking_id])
        elif key == "back":
            self._bring_back(told.id)
        elif key == "words":
            self._run(telling.words_to_copy, told.id, done=self._copy)
        else:
            self._run(telling.note, told.id, done=self._noted, name=NAME)

    def _copy(self, words: str) -> None:
        clipboard.copy(words)
        self._desk.host.say(COPIED)

    def _noted(self, _: object) -> None:
        self.changed.emit()
        self._desk.host.say(SEEN, undoable=True)

    def _bring_back(self, notice_id: int) -> None:
        desk = self._desk

        def work(_progress: Progress) -> object:
            return releasing.bring_back(
                desk.database, notice_id, desk.viewer, now=desk.now()
            )

        def done(_: object) -> None:
            desk.host.say(BACK, undoable=True)
            self.changed.emit()

        desk.jobs.run("", work, done, failed=self._failed, lane=Lane.SAVE)

    def _run(
        self,
        work: Callable[..., object],
        notice_id: int,
        *,
        done: Callable[..., object],
        name: str = "",
    ) -> None:
        desk = self._desk

        def run(_progress: Progress) -> object:
            with desk.database.write(name) as session:
                return work(session, notice_id, desk.viewer)

        desk.jobs.run("", run, done, failed=self._failed, lane=Lane.QUICK)

    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self._desk.host.say(str(trouble))
        self.changed.emit()
