"""Booking a room: the appointment at the left, every check of it at the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.models.matches import place
from ui.pages import booking_comparing, booking_versions, booking_work, check_words
from ui.pages.booking_form import BookingForm
from ui.pages.booking_saving import BookingSaving
from ui.pages.booking_work import Outcome, attempt, judge, tell
from ui.pages.check_words import Known
from ui.pages.checks_card import ChecksCard
from ui.pages.leaving import Leaving
from ui.pages.manager_asking import ManagerAsking
from ui.pages.repeating import Repeating
from ui.pages.series_section import SeriesSection
from ui.preferences import TWENTY_FOUR
from ui.theme import L, M
from ui.widgets.card import Card, Scroller
from ui.widgets.header import PageHeader
from ui.widgets.text import announce
from venues.database import catalogue as catalogues
from venues.domain.proposal import Room
from venues.domain.recurrence import Repeat
from venues.errors import VenuesError, WrongInput
from venues.services import booking_edits
from venues.services.alternatives import Alternative
from venues.services.asking import Request
from venues.services.booking_edits import Edit
from venues.services.bookings import Judged
from venues.services.cases import Standing
from venues.services.finding import Wish

PAUSE = 50  # milliseconds after the last key before it is judged
LEFT, RIGHT = 3, 2  # shares of the width


class BookingPage(QWidget):
    """A new booking, or one that is being changed.

    Signals:
        booked: it was saved.
        left: somebody goes back without saving.
    """

    booked = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._edit: Edit | None = None
        self._judged: Judged | None = None
        self._room: Room | None = None
        self._changed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.examine)
        self.header = PageHeader("Book a room")
        self.form = BookingForm(desk)
        self.section = SeriesSection()
        self.card = ChecksCard()
        self.checks = self.card.checks
        self.manager = ManagerAsking(desk, self.card.ask, self)
        self._lay_out()
        self._saving = BookingSaving(desk, self, self.form, self.card)
        self.repeating = Repeating(desk, self.section, self._saving)
        self._leaving = Leaving(self.form, self.left.emit)
        self.form.changed.connect(self._timer.start)
        self.checks.changed.connect(self._timer.start)
        self.card.ways.chosen.connect(self._move)
        self.card.compare.clicked.connect(self._compare)
        self.card.cancel.clicked.connect(self._leaving.ask)
        self.card.save.clicked.connect(self.try_to_save)
        save, leave = self.try_to_save, self._leaving.ask
        for keys, slot in (("Ctrl+Return", save), ("Ctrl+Enter", save), ("Esc", leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.repeating.ready.connect(self._looked)
        self.repeating.booked.connect(self.booked)
        self._saving.stale.connect(self._compare)
        desk.changes.committed.connect(self._follow)

    def begin(self, wish: Wish, room_id: int) -> None:
        """Show a new booking of that room for what was looked for."""
        self._edit = None
        self._show(booking_work.request_of(wish, room_id))

    def begin_at(self, room_id: int, starts: datetime, ends: datetime) -> bool:
        """Show a new booking of that room at that time, for whomever."""
        request = booking_work.at_room(self._desk, room_id, starts, ends)
        if request is not None:
            self._edit = None
            self._show(request)
        return request is not None

    def change(self, booking_id: int) -> bool:
        """Show a booking to be changed; false, with a message, if that may not be."""
        edit = self._open(booking_id)
        if edit is None:
            return False
        self._edit = edit
        self._show(edit.request)
        return True

    def repeat(self, booking_id: int) -> bool:
        """Show the same booking again, for a date to be chosen."""
        edit = self._open(booking_id)
        if edit is None:
            return False
        self._edit = None
        self._show(replace(edit.request, uuid=uuid4(), accepted={}))
        self.form.time.ask_for_date()
        self._leaving.begin()
        self.checks.show_checks(())  # they were of a day that is not meant
        self.form.time.date.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        """Put the keyboard on what is missing, or on the first field."""
        firsts: tuple[QWidget, ...] = (self.form.time, self.form.subject.case)
        shown = (each for each in firsts if each.isVisible())
        next(shown, self.form.people).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def examine(self) -> None:
        """Judge the booking as it is typed; nothing is written."""
        self._timer.stop()
        self._judged = None
        self.form.settle()
        try:
            request = self.form.request(self.checks.given())
            answers = self.form.subject.answers.answers
            new = any(one.standing is Standing.NEW for one in answers)
            self._judged, known = judge(self._desk, self._edit, request, fresh=new)
            repeat = self.form.repeat()
        except VenuesError as trouble:
            self.repeating.stop()
            self._saving.cannot(trouble)
        else:
            self.form.meeting.follow(self._judged)
            self._show_checks(self._judged, known, repeat, fresh=new)
        self.checks.setEnabled(self._judged is not None)

    def _show_checks(
        self, judged: Judged, known: Known, repeat: Repeat | None, *, fresh: bool
    ) -> None:
        """Those of the one booking, or of all dates once they have been looked at."""
        if repeat is not None:
            again, self._changed = self._changed, False
            self.repeating.look(judged.request, repeat, fresh=fresh, again=again)
            return
        self.repeating.stop()
        self.card.save.setText("Book" if self._edit is None else "Save")
        checks = check_words.of(judged, known, self._desk.viewer)
        self.card.show_checks(checks, check_words.why(judged, self._desk.viewer))

    @Slot()
    def try_to_save(self) -> None:
        """Book it, or go to what still stands in the way."""
        if not self.card.save.isEnabled():
            return
        self.form.subject.answers.leave()
        self.examine()
        if self._judged is not None and self.repeating.pending:
            self.repeating.wait_for()
            return
        waiting = self.checks.first_open()
        if self._judged is None or self.form.wrong() is not None:
            self.form.go_to_wrong()
        elif waiting is not None:
            waiting.tick.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(waiting.tick, self.card.why.text())
        elif self.repeating.looked is not None:
            self.repeating.save(self._room.name if self._room else "")
        else:
            self._start(self._judged.request)

    def _start(self, request: Request) -> None:
        work = partial(attempt, self._desk, request, self._edit, self._desk.now())
        self._saving.start(work, partial(self._done, request))

    def _done(self, request: Request, outcome: Outcome) -> None:
        if outcome.booked is not None:
            room = self._room.name if self._room else ""
            tell(self._desk, self._edit, request, outcome.booked, room)
            self.booked.emit()
            return
        twenty_four = self._desk.preferences[TWENTY_FOUR]
        self.card.refuse(outcome, request.period, twenty_four=twenty_four)
        self.manager.offer(request, outcome, self._edit.id if self._edit else None)
        self.examine()

    @Slot(bool)
    def _looked(self, waited_for: bool) -> None:  # noqa: FBT001 - as the signal says
        if waited_for:
            self.try_to_save()

    def _show(self, request: Request) -> None:
        self.card.forget()
        self._judged = None
        self.repeating.forget()
        kept = self._edit.request.references if self._edit is not None else None
        self.form.show_request(request, kept=kept)
        self._name_room(request.room_ids[0])
        self.examine()
        self.checks.give(request.accepted)
        self.examine()
        self._leaving.begin()

    def _name_room(self, room_id: int) -> None:
        with self._desk.database.read() as session:
            room = self._room = catalogues.read(session).rooms[room_id]
        verb = "Book" if self._edit is None else "Change"
        self.header.say(f"{verb} {room.name}", place(room))

    def _open(self, booking_id: int) -> Edit | None:
        desk = self._desk
        try:
            with desk.database.read() as session:
                return booking_edits.open_booking(session, booking_id, desk.viewer)
        except VenuesError as trouble:
            desk.host.say(str(trouble))
            return None

    @Slot()
    def _compare(self) -> None:
        """Show what somebody else saved beside what is typed, to choose from."""
        theirs = self._open(self._edit.id) if self._edit is not None else None
        if self._edit is None or theirs is None:
            return
        if not theirs.live:
            self.card.fail(booking_versions.CANCELLED)
            return
        try:
            mine = self.form.request(self.checks.given())
        except WrongInput as trouble:
            self.form.complain(trouble)
            self.form.go_to_wrong()
            return
        room = self._room.name if self._room else ""
        took = partial(self._take, theirs)
        versions = (self._edit, mine, theirs)
        booking_comparing.compare(self._desk, self, versions, room, took)

    def _take(self, theirs: Edit, request: Request) -> None:
        """Go on with theirs and what is kept of mine; nothing is saved by that."""
        self._edit = theirs
        self._show(request)
        self._leaving.touch()
        self.card.save.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.host.say("Look through the booking, then save it.")

    @Slot(object)
    def _move(self, way: Alternative) -> None:
        """Take another room or time; everything else stays as it was typed."""
        self.card.forget()
        self.form.move_to((way.room.id,))
        self.form.time.choose(way.period)
        self._name_room(way.room.id)
        self.examine()
        self.card.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        self._changed = True
        if self.isVisible() and self.card.save.isEnabled():
            self._saving.look_again(self._edit, tables)
            self._timer.start()

    def _lay_out(self) -> None:
        left = Card("Appointment")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, M, 0)
        column.addWidget(self.form)
        column.addWidget(self.section)
        column.addStretch(1)
        left.add(Scroller(inside), 1)
        columns = QHBoxLayout()
        columns.setSpacing(L)
        columns.addWidget(left, LEFT)
        columns.addWidget(self.card, RIGHT)
        page = QVBoxLayout(self)
        page.setContentsMargins(L + 4, M, L + 4, L)
        page.setSpacing(M)
        page.addWidget(self.header)
        page.addLayout(columns, 1)
