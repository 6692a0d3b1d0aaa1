"""Booking the same appointment again and again: looked at while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from ui.desk import Desk
from ui.jobs import Progress
from ui.pages import series_words, series_work
from ui.pages.booking_saving import BookingSaving
from ui.pages.series_section import SeriesSection
from ui.pages.series_work import Looked, Wanted
from venues.domain.recurrence import Repeat
from venues.services.asking import Request
from venues.services.series.booking import DatesRefused, SeriesBooked
from venues.services.series.planning import Instead
from venues.services.series.ways import Ways

DATES, WAYS = "series-dates", "series-ways"


class Repeating(QObject):
    """Keeps the dates of a series in view, with what somebody chose for each of them.

    Nothing is written but by ``attempt``; the dates are judged off the interface's
    thread, and what was typed since stops that.

    Signals:
        ready: all dates have been looked at; carries whether they were waited for.
        booked: all of them were saved.
    """

    ready = Signal(bool)
    booked = Signal()

    def __init__(
        self, desk: Desk, section: SeriesSection, saving: BookingSaving
    ) -> None:
        super().__init__(section)
        self._desk = desk
        self._section = section
        self._saving = saving
        self._card = saving.card
        self._wanted: Wanted | None = None
        self._fresh = False
        self._chosen: dict[date, Instead | None] = {}
        self._ways: dict[date, Ways] = {}
        self._waited_for = False
        self.looked: Looked | None = None
        section.chose.connect(self._choose)
        section.asked.connect(self._as_asked)

    @property
    def pending(self) -> bool:
        """Whether dates are being looked at just now."""
        return self._wanted is not None and self.looked is None

    def forget(self) -> None:
        """It does not repeat; or it is something else that does."""
        self._chosen, self._ways = {}, {}
        self.stop()

    def stop(self) -> None:
        """Look at nothing, and show nothing."""
        for key in (DATES, WAYS):
            self._desk.jobs.forget(key)
        self._wanted = self.looked = None
        self._waited_for = False
        self._section.hide()

    def look(
        self, request: Request, repeat: Repeat, *, fresh: bool, again: bool = False
    ) -> None:
        """Look at every date, unless that is what was looked at last.

        With ``again`` it is looked at anew: something was changed by somebody.
        """
        self._keep(request)
        wanted = Wanted(request, repeat, dict(self._chosen))
        if wanted == self._wanted and not again:
            if self.looked is not None:
                self._show()
            return
        self._wanted, self._fresh, self.looked = wanted, fresh, None
        self._desk.jobs.forget(WAYS)
        self._section.wait()
        self._card.say_why(series_words.LOOKING)
        self._desk.jobs.latest(
            DATES,
            partial(_look, self._desk, wanted, fresh),
            self._done,
            failed=self._not,
        )

    def wait_for(self) -> None:
        """Say so by ``ready`` when the dates have been looked at."""
        self._waited_for = True

    def save(self, room: str) -> None:
        """Book what was looked at; ``room`` is what the message calls it."""
        if self.looked is not None:
            now = self._desk.now()
            work = partial(series_work.attempt, self._desk, self.looked, now)
            self._saving.start(work, partial(self._saved, room))

    def _saved(self, room: str, outcome: SeriesBooked | DatesRefused) -> None:
        if isinstance(outcome, SeriesBooked):
            series_work.tell(self._desk, outcome, room)
            self.booked.emit()
            return
        # What the attempt found is newer than what was looked at.
        self._card.fail(f"Not booked. {outcome}")
        self._section.show_dates(outcome.planned, self._ways)
        self._section.go_to_failing()
        self._look_again()

    def _keep(self, request: Request) -> None:
        """Of what was chosen, keep what can still be meant."""
        before = self._wanted.request if self._wanted else None
        if before is None or before == request:
            return
        here = (before.room_ids, before.period.starts.time(), before.period.minutes)
        there = (request.room_ids, request.period.starts.time(), request.period.minutes)
        if here != there:
            self._chosen = {day: it for day, it in self._chosen.items() if it is None}
        self._ways = {}

    @Slot(object)
    def _choose(self, chosen: Mapping[date, Instead | None]) -> None:
        """Let that become of those dates."""
        self._chosen |= chosen
        self._again()

    @Slot(object)
    def _as_asked(self, day: date) -> None:
        self._chosen.pop(day, None)
        self._again()

    def _again(self) -> None:
        self._card.forget()
        self._look_again()

    def _look_again(self) -> None:
        if self._wanted is not None:
            wanted = self._wanted
            self.look(wanted.request, wanted.repeat, fresh=self._fresh, again=True)

    def _done(self, looked: Looked) -> None:
        self.looked = looked
        self._show()
        if series_words.failing(looked.planned):
            work = partial(_find_ways, self._desk, looked)
            self._desk.jobs.latest(WAYS, work, self._found)
        waited_for, self._waited_for = self._waited_for, False
        self.ready.emit(waited_for)

    def _not(self, trouble: Exception) -> None:
        self._waited_for = False
        self._wanted = None
        self._section.hide()
        self._saving.cannot(trouble)

    def _found(self, ways: dict[date, Ways]) -> None:
        self._ways |= ways
        if self.looked is not None:
            self._section.show_dates(self.looked.planned, self._ways)
            self._card.come_after(self._section.last)

    def _show(self) -> None:
        looked = self.looked
        if looked is None:
            return
        planned = looked.planned
        self._section.show_dates(planned, self._ways)
        why = series_words.why_not(planned, conditions=looked.open)
        self._card.show_checks(looked.checks, why)
        self._card.come_after(self._section.last)
        number = series_words.to_book(planned)
        self._card.save.setText(f"Book {number} date{'' if number == 1 else 's'}")


def _look(desk: Desk, wanted: Wanted, fresh: bool, progress: Progress) -> Looked:  # noqa: FBT001 - handed over by partial
    return series_work.look(desk, wanted, progress, fresh=fresh)


def _find_ways(desk: Desk, looked: Looked, progress: Progress) -> dict[date, Ways]:
    return series_work.find_ways(desk, looked, progress)
