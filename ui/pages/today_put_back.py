"""The card of Today for dates of a series that were left out and are free now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.jobs import Progress
from ui.pages.today_queues import RequestRow
from ui.putting_back import PUT_BACK, PuttingBack, when
from ui.widgets.card import Card, Hairline
from ui.widgets.notice import Notice
from venues.services.series import putting_back
from venues.services.series.putting_back import Free

KEY = "put-back"
SOON = 5
"""Dates on the card; the rest come as these go."""


class TodayPutBack(QObject):
    """Looks off the interface's thread, whenever something changed or the page shows.

    Signals:
        changed: other dates are free, or one could not be put back.
    """

    changed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._refusal = ""
        self.free: tuple[Free, ...] = ()
        self.work = PuttingBack(desk, self)
        self.work.ended.connect(self._ended)
        desk.changes.committed.connect(self._follow)
        page.installEventFilter(self)

    @property
    def state(self) -> object:
        """All that the card shows, to tell whether it has to be made again."""
        return self.free, self._refusal, self.work.busy

    @Slot()
    def look(self) -> None:
        """Look which dates are free now."""
        self._desk.jobs.latest(KEY, partial(_free, self._desk), self._found)

    def cards(self) -> Iterator[Card]:
        """The card, where there is anything on it."""
        if not self.free:
            return
        card = Card(f"Left out, and free now ({len(self.free)})")
        if self._refusal:
            notice = Notice()
            notice.say(self._refusal)
            notice.close_button.clicked.connect(self._forget)
            card.add(notice)
        for number, each in enumerate(self.free[:SOON]):
            if number:
                card.add(Hairline())
            where = f"{each.room.name}, {each.room.venue.name}"
            rule = each.words[0].lower() + each.words[1:]
            row = RequestRow(
                f"{when(each)} · {where}",
                f"Left out when you booked it {rule}.",
                buttons=[("back", PUT_BACK)],
                name=f"put-back-{each.id}",
            )
            row.setDisabled(self.work.busy)
            row.answered.connect(partial(self._put_back, each))
            card.add(row)
        yield card

    def _put_back(self, free: Free, _key: str) -> None:
        self._refusal = ""
        self.work.start(free)
        self.changed.emit()

    @Slot(str)
    def _ended(self, refusal: str) -> None:
        self._refusal = refusal
        self.look()
        self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._refusal = ""
        self.changed.emit()

    def _found(self, free: tuple[Free, ...]) -> None:
        if free != self.free:
            self.free = free
            self.changed.emit()

    @Slot(frozenset)
    def _follow(self, _tables: frozenset[str]) -> None:
        if self._page.isVisible():
            self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.look()
        return super().eventFilter(watched, event)


def _free(desk: Desk, progress: Progress) -> tuple[Free, ...]:
    with desk.database.read() as session:
        return putting_back.free(session, desk.viewer, desk.now(), progress=progress)
