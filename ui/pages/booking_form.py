"""The appointment at the left of the booking page: everything that is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSpinBox

from ui.desk import Desk
from ui.pages.checking_out import CheckingOut
from ui.pages.find_form import FIRST_NEEDS, MOST
from ui.pages.meeting_entry import MeetingEntry
from ui.pages.subject_entry import SubjectEntry
from ui.pages.time_entry import TimeEntry, read
from ui.widgets.chips import ChipGroup
from ui.widgets.field import Field
from ui.widgets.notefield import NoteField
from ui.widgets.peoplebox import PeopleBox
from ui.widgets.repeatfield import RepeatField
from ui.widgets.roomchips import RoomChips
from ui.widgets.sideform import Folded, SideForm
from ui.widgets.text import muted
from venues.database import catalogue as catalogues
from venues.domain.needs import NEEDS
from venues.domain.people import Role
from venues.domain.proposal import LAYOUTS
from venues.domain.recurrence import Repeat
from venues.domain.words import day, span
from venues.errors import WrongInput
from venues.services import booking_edits, people
from venues.services.asking import Request

LEAST = 6  # characters of a choice that are in view
CHIP_DROP = 4  # by which a name stands lower than the top of its chips

WHEN, REPEAT, FOR = "When", "Repeat", "For"
PEOPLE, MUST_HAVE = "People", "Must have"
WORKER, SECOND, BREAK_OUT = "Worker", "Second worker", "Other rooms too"
CHECK_OUT, ARRIVAL, NOTES = "Check out with", "How to arrive", "Notes for the room"


class BookingForm(SideForm):
    """When, for whom, who works in it, and what the room and the family need to know.

    Signals:
        changed: something else was typed or chosen.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._request: Request | None = None
        self._arrival = ""  # as the venue words it
        self.time = TimeEntry(desk)
        self.when = Folded(self.time, strong=True, name=WHEN)
        self.repeating = RepeatField(lambda: desk.now().date())
        self.subject = SubjectEntry(desk)
        self.whom = Folded(self.subject, name=FOR)
        self.people = QSpinBox()
        self.people.setRange(0, MOST)
        self.seating = QComboBox()
        self.seating.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.seating.setMinimumContentsLength(LEAST)
        self.seating.addItem("any seating", None)
        for code, words in LAYOUTS.items():
            self.seating.addItem(words, code)
        self.needs = ChipGroup(MUST_HAVE, list(NEEDS.items()), first=FIRST_NEEDS - 3)
        with desk.database.read() as session:
            self._staff = people.staff(session, desk.now().date())
        keeps = (viewer := desk.viewer).role in {Role.COORDINATOR, Role.MANAGER}
        own = [one for one in self._staff if keeps or one.id in viewer.owns]
        self.worker = PeopleBox(own, nobody=False)
        self.second = PeopleBox(self._staff)
        self.rooms = RoomChips()
        self.meeting = MeetingEntry(desk)
        self.checking = CheckingOut(desk, self._staff)
        self.buddy, self.check_out = self.checking.buddy, self.checking.at
        self.arrival = NoteField("Which door, and whom to ask for")
        self.note = NoteField("Set-up only. Nothing about the case.")
        self.fields = self._lay_out()
        self.show_row(WORKER, shown=len(own) > 1)
        self._connect()

    def show_request(
        self, request: Request, *, kept: Iterable[str] | None = None
    ) -> None:
        """Show a booking as it is or as it might be.

        ``kept`` are references that stay; None for a new booking, for which the
        venue's words are proposed.
        """
        with QSignalBlocker(self):
            self._request = request
            self.subject.answers.keep(kept or ())
            self.time.choose(request.period)
            self.subject.choose(request.audience, request.kind, request.references)
            self.people.setValue(request.people)
            self.seating.setCurrentIndex(max(self.seating.findData(request.layout), 0))
            self.needs.choose(request.needs)
            self._show_people(request)
            self.note.setPlainText(request.note)
            self.arrival.setPlainText(request.arrival)
            self._arrival = ""
            waiting = request.meeting.waiting_ids
            self.move_to([id_ for id_ in request.room_ids if id_ not in waiting])
            self.meeting.choose(request.meeting)
            if kept is not None:
                self.arrival.setPlainText(request.arrival)
            self.repeating.never()
            self.show_row(REPEAT, shown=kept is None)
            self.when.open(on=False)
            self.whom.open(on=not request.references and self._about_a_case())
        for field in self.fields.values():
            field.clear()
        self._follow()

    def move_to(self, room_ids: Sequence[int]) -> None:
        """Let these be the rooms: the first one, and those taken along."""
        if self._request is None:
            return
        self._request = replace(self._request, room_ids=(room_ids[0],))
        with self._desk.database.read() as session:
            catalogue = catalogues.read(session)
            room = catalogue.rooms[room_ids[0]]
            words = booking_edits.arrival(session, room.venue.id)
        beside = [
            (one.id, one.name)
            for one in catalogue.rooms.values()
            if one.venue.id == room.venue.id and one.id != room.id and one.bookable
        ]
        self.rooms.offer(beside)
        self.meeting.offer(beside)
        self.rooms.choose(room_ids[1:])
        self.show_row(BREAK_OUT, shown=bool(beside))
        if self.arrival.toPlainText() == self._arrival:
            self.arrival.setPlainText(words)
        self._arrival = words

    def request(self, accepted: dict[str, str]) -> Request:
        """The booking as it is typed, with the reasons for what is passed.

        Raises:
            WrongInput: something cannot be used; ``field`` says which.
        """
        if self._request is None:
            raise WrongInput("Choose a room.", "room")
        kind = self.subject.what()
        second = read("second", self.second.value)
        lead = read("workers", self.worker.value)
        buddy = read("buddy", self.buddy.value)
        kept = self._request.check_out if self._request.buddy_id is None else None
        near, district = self.subject.origin(self._request)
        said = self.meeting.value(kind)
        others = [id_ for id_ in self.rooms.chosen() if id_ not in said.waiting_ids]
        return replace(
            self._request,
            audience=self.subject.who(),
            kind=kind.code,
            period=self.time.period(),
            people=self.people.value(),
            layout=self.seating.currentData(),
            needs=self.needs.chosen(),
            references=self.subject.references(),
            worker_ids=tuple(id_ for id_ in (lead, second) if id_ is not None),
            room_ids=(self._request.room_ids[0], *others, *said.waiting_ids),
            meeting=said,
            buddy_id=buddy,
            check_out=read("check_out", self.check_out.value) if buddy else kept,
            arrival=self.arrival.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            accepted=accepted,
            near=near,
            district=district,
        )

    def repeat(self) -> Repeat | None:
        """How it repeats, or None when it does not.

        Raises:
            WrongInput: the last date cannot be read.
        """
        return read("repeat", self.repeating.value)

    def complain(self, trouble: WrongInput) -> None:
        """Say what is wrong beside its field, and show the field if it is folded."""
        for folded, entry in ((self.when, self.time), (self.whom, self.subject)):
            if trouble.field in entry.fields:
                folded.open(on=True)
        self.fields.get(trouble.field, self.fields["note"]).complain(str(trouble))

    def wrong(self) -> Field | None:
        """The first field of which something is said."""
        return next((f for f in self.fields.values() if f.complaint), None)

    def go_to_wrong(self) -> None:
        """Put the keyboard where something is wrong."""
        if (field := self.wrong()) is not None:
            field.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Take back what was complained of, to be found again if it is still so."""
        for name, field in self.fields.items():
            if name != "case":
                field.clear()

    def _about_a_case(self) -> bool:
        kind = self.subject.kind_or_none()
        return kind is not None and kind.needs_case

    def _show_people(self, request: Request) -> None:
        lead, second = (*request.worker_ids, None, None)[:2]
        for one in self._staff:
            if one.id == lead:
                self.worker.include(one)
        self.worker.choose(lead)
        self.second.choose(second)
        self.checking.choose(request)

    @Slot()
    def _follow(self) -> None:
        """Sum up what is folded, and tell."""
        try:
            period = self.time.period()
        except WrongInput:
            self.when.words.setText("No time yet")  # why is said below
            self.when.open(on=True)
        else:
            hours = span(period.starts, period.ends)
            self.when.words.setText(f"{day(period.day)}, {hours}")
            self.checking.propose(period)
            self.repeating.start_on(period.day)
        self.whom.words.setText(self.subject.words())
        self.meeting.show_for(self.subject.kind_or_none())
        self.changed.emit()

    def _connect(self) -> None:
        for signal in (
            self.time.changed,
            self.repeating.changed,
            self.subject.changed,
            self.people.valueChanged,
            self.seating.currentIndexChanged,
            self.needs.changed,
            self.worker.changed,
            self.second.changed,
            self.rooms.changed,
            self.meeting.changed,
            self.buddy.changed,
            self.check_out.changed,
            self.arrival.textChanged,
            self.note.textChanged,
        ):
            signal.connect(self._follow)

    def _lay_out(self) -> dict[str, Field]:
        rows = {
            "repeat": (REPEAT, self.repeating),
            "people": ("People", self.people),
            "layout": ("Seating", self.seating),
            "needs": (MUST_HAVE, self.needs),
            "workers": (WORKER, self.worker),
            "second": (SECOND, self.second),
            "room": (BREAK_OUT, self.rooms),
            "buddy": (CHECK_OUT, self.buddy),
            "check_out": ("Check out at", self.check_out),
            "arrival": (ARRIVAL, self.arrival),
            "note": (NOTES, self.note),
        }
        fields = {key: Field(name, entry) for key, (name, entry) in rows.items()}
        self.add(WHEN, self.when)
        self.add(REPEAT, fields["repeat"])
        self.add(FOR, self.whom)
        self.add(PEOPLE, fields["people"], fields["layout"])
        self.add(MUST_HAVE, fields["needs"], drop=CHIP_DROP)
        self.add(WORKER, fields["workers"])
        self.add(SECOND, fields["second"])
        self.add(BREAK_OUT, fields["room"])
        self.meeting.add_to(self)
        self.add(CHECK_OUT, fields["buddy"], muted("at"), fields["check_out"])
        self.add(ARRIVAL, fields["arrival"])
        self.add(NOTES, fields["note"])
        return self.time.fields | self.subject.fields | self.meeting.fields | fields
