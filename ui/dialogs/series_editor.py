"""Changes a series: which dates, what is to be otherwise, and what becomes of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.dialogs.move import checks
from ui.dialogs.series_work import Wanted, acceptable, carry_out, look_at
from ui.preferences import TWENTY_FOUR
from ui.widgets.card import Scroller
from ui.widgets.checks import Checks
from ui.widgets.datefates import DateFates
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.lengthfield import LengthField
from ui.widgets.modest import ModestBox
from ui.widgets.notefield import NoteField
from ui.widgets.peoplebox import PeopleBox
from ui.widgets.text import muted
from ui.widgets.timefield import TimeField
from venues.domain.proposal import Room
from venues.domain.typed import NotUnderstood
from venues.domain.words import count, day, span
from venues.errors import VenuesError, WrongInput
from venues.services.asking import Request
from venues.services.people import Person
from venues.services.series.change import Change
from venues.services.series.changing import Changed
from venues.services.series.extending import More
from venues.services.series.opened import Opened, Scope
from venues.services.series.outlook import NOTHING, Outlook
from venues.services.series.overtaken import Difference, Overtaken

PAUSE = 250  # milliseconds after the last change before the dates are judged
KEY = "changing a series"
ALONE_FURTHER = (
    "Further dates are booked like those before. Save the other changes first, then "
    "let it go on."
)
MOST = 60


class SeriesEditor(Editor):
    """Every change is judged at once, date by date; ``saved`` carries what was done."""

    def __init__(
        self,
        desk: Desk,
        opened: Opened,
        rooms: Sequence[Room],
        people: Sequence[Person],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "Change series", parent)
        self.opened = opened
        self._rooms = {room.id: room for room in rooms}
        self._found: Outlook | None = None
        request = opened.chosen.request
        self._four = four = desk.preferences[TWENTY_FOUR]
        self.scope = QComboBox()
        self.day = DateField(request.period.day, self._today)
        self.start = TimeField(request.period.starts.time(), twenty_four=four)
        self.length = LengthField(request.period.minutes)
        self.room = ModestBox()
        for room in rooms:
            self.room.addItem(f"{room.name}, {room.venue.name}", room.id)
        self.room.setCurrentIndex(self.room.findData(request.room_ids[0]))
        self.lead = PeopleBox(people, nobody=False)
        self.lead.choose(request.worker_ids[0])
        self.second = PeopleBox(people)
        self.second.choose(next(iter(request.worker_ids[1:]), None))
        self.number = QSpinBox()
        self.number.setRange(1, 500)
        self.number.setValue(request.people)
        self.note = NoteField("No names, only the case reference")
        self.note.setPlainText(request.note)
        self.more = QSpinBox()
        self.more.setRange(0, MOST)
        self.more.setSpecialValueText("None")
        self.fates = DateFates(twenty_four=four)
        self.checks = Checks()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._fill()
        self._connect()
        self._name_scopes()
        self.save.setText("Change series")
        self.take_size(96, 40)
        self.begin()
        self.scope.setFocus()
        self._weigh()

    def draft(self) -> Wanted:
        """What is to be otherwise.

        Raises:
            WrongInput: something typed cannot be read, or nothing is.
        """
        wanted = self._change()
        more = self.more.value()
        if not more and not wanted.anything:
            raise WrongInput(NOTHING)
        if not more:
            return wanted
        if wanted.anything:
            raise WrongInput(ALONE_FURTHER, "more")
        return More(times=more, ways=wanted.ways, accepted=wanted.accepted)

    def store(self, draft: Any) -> tuple[Wanted, Changed]:
        """Do it, all dates of it or none."""
        return draft, carry_out(self.desk, self.opened, draft)

    def complain(self, trouble: VenuesError) -> None:
        """Say it; of what somebody else changed, both versions date by date."""
        super().complain(trouble)
        if isinstance(trouble, Overtaken):
            self.opened = trouble.now
            self._name_scopes()
            lines = [str(trouble), *map(self._both, trouble.differences)]
            self.notice.say("\n".join(lines))

    def _fill(self) -> None:
        form = QWidget()
        rows = [
            [Entry("series", "Which dates", self.scope)],
            [
                Entry("date", "Date", self.day),
                Entry("starts", "Start", self.start),
                Entry("ends", "Length", self.length),
            ],
            [
                Entry("room", "Room", self.room, 2),
                Entry("people", "People", self.number),
            ],
            [
                Entry("workers", "Worker", self.lead),
                Entry("second", "Second worker", self.second),
                Entry("more", "Further dates", self.more),
            ],
            [Entry("note", "Notes for the room", self.note)],
        ]
        self.fields |= lay_out(form, rows)
        self.body.addWidget(
            muted(f"{self.opened.words}. What is over stays.", wrap=True)
        )
        self.body.addWidget(form)
        self.body.addWidget(self.checks)
        self.body.addWidget(Scroller(self.fates), 1)

    def _connect(self) -> None:
        for entry in (self.day, self.start, self.length, self.lead, self.second):
            entry.changed.connect(self._touch)
        self.scope.activated.connect(self._touch)
        self.room.currentIndexChanged.connect(self._touch)
        self.number.valueChanged.connect(self._touch)
        self.more.valueChanged.connect(self._touch)
        self.note.textChanged.connect(self._touch)
        self.fates.changed.connect(self._timer.start)
        self.checks.changed.connect(self._timer.start)
        self._timer.timeout.connect(self._look)
        self.finished.connect(self._forget)

    def _name_scopes(self) -> None:
        kept = self.scope.currentData() or Scope.LATER
        self.scope.clear()
        for scope in Scope:
            number = len(self.opened.of(scope))
            dates = "" if scope is Scope.THIS else f" ({count(number, 'date')})"
            self.scope.addItem(f"{scope.words}{dates}", scope)
        self.scope.setCurrentIndex(self.scope.findData(kept))

    def _change(self) -> Change:
        """What differs from how the chosen date is."""
        request = self.opened.chosen.request
        period = request.period
        try:
            first, starts, minutes = (
                self.day.value(),
                self.start.value(),
                self.length.value(),
            )
            lead, second = self.lead.value(), self.second.value()
        except NotUnderstood as trouble:
            raise WrongInput(str(trouble)) from trouble
        room = self.room.currentData()
        others = request.room_ids[1:]
        note = self.note.toPlainText().strip()
        was = next(iter(request.worker_ids[1:]), None)
        return Change(
            scope=Scope(self.scope.currentData()),
            first=_other(first, period.day),
            starts=_other(starts, period.starts.time()),
            minutes=_other(minutes, period.minutes),
            room_ids=_other((room, *others), request.room_ids),
            people=_other(self.number.value(), request.people),
            lead=_other(lead, request.worker_ids[0]),
            second=None if second == was else second or 0,
            note=_other(note, request.note),
            ways=self.fates.ways(),
            accepted=self.checks.given(),
        )

    @Slot()
    def _touch(self) -> None:
        self.fates.forget()
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        """Ask the rules about every date as it is typed now."""
        self.notice.clear()
        for field in self.fields.values():
            field.clear()
        try:
            wanted = self.draft()
        except WrongInput as trouble:
            self._show(None)
            if str(trouble) != NOTHING:
                self.complain(trouble)
            return
        bare = replace(wanted, accepted={})
        desk, opened = self.desk, self.opened

        def look(_progress: object) -> tuple[Outlook, Outlook]:
            with desk.database.read() as session:
                ask = partial(look_at, desk, session, opened)
                found = ask(wanted)
                return found, ask(bare) if wanted.accepted else found

        desk.jobs.latest(KEY, look, self._looked, failed=self._failed)

    @Slot(object)
    def _looked(self, both: tuple[Outlook, Outlook]) -> None:
        found, bare = both
        self._show(found)
        waiting = acceptable(bare)
        overrides = self.desk.viewer.overrides
        shown = checks(waiting, overrides=overrides) if waiting else ()
        given = self.checks.given()
        self.checks.show_checks(shown)
        self.checks.give(given)

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self._show(None)
        self.complain(trouble)

    def _show(self, found: Outlook | None) -> None:
        self._found = found
        self.fates.show_steps(found.steps if found else ())
        self._weigh()

    def _weigh(self) -> None:
        """It may be changed once every date fits or has a way out."""
        self.save.setEnabled(self._found is not None and not self._found.refused)

    @Slot()
    def _forget(self) -> None:
        self._timer.stop()
        self.desk.jobs.forget(KEY)

    def _today(self) -> date:
        return self.desk.now().date()

    def _both(self, one: Difference) -> str:
        before, now = (self._where(each) for each in (one.before, one.now))
        known = one.before or one.now
        when = day(known.period.day) if known else ""
        return f"{when}: you saw {before}; it is now {now}."

    def _where(self, request: Request | None) -> str:
        if request is None:
            return "not there"
        room = self._rooms.get(request.room_ids[0])
        name = f", {room.name}" if room else ""
        hours = span(request.period.starts, request.period.ends, twenty_four=self._four)
        return f"{day(request.period.day)}, {hours}{name}"


def _other(value: Any, before: Any) -> Any:
    """The value where it differs from before, else None."""
    return None if value == before else value
