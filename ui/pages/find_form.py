"""What is looked for: the form at the left of Find a room."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from ui.desk import Desk
from ui.pages.subject_entry import SubjectEntry
from ui.pages.time_entry import read_period
from ui.pages.whereabouts import Whereabouts
from ui.preferences import TWENTY_FOUR, Setting
from ui.widgets.chips import ChipGroup
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.lengthfield import LengthField
from ui.widgets.timefield import TimeField
from venues.database import catalogue as catalogues
from venues.domain.needs import NEEDS
from venues.domain.places import METRES_PER_MILE
from venues.domain.typed import NotUnderstood
from venues.domain.words import count, minutes
from venues.errors import WrongInput
from venues.services import asking
from venues.services.finding import Order, Wish
from venues.services.ways_out import LIMITS

AUTHORITIES = Setting("find_authorities", ("own",))
WITHIN = Setting("find_within", 0)  # miles; 0 is any distance

AFTER_SCHOOL = time(15, 30)
FLEXIBLE = (0, 15, 30, 60, 120, 180)  # minutes either way
FIRST_NEEDS = 7
SATURDAY = 5
MOST = 999  # people that can be typed; how many may come is said beside the field
LEAST_LENGTH = 8  # characters of a length that are in view at least
PASSING = ("kind", "date", "starts", "ends", "people")  # judged anew at each search


class FindForm(QWidget):
    """Everything that is asked, with what is wrong beside its field.

    Signals:
        changed: something else is asked for.
        submitted: somebody pressed Enter, and all of it can be used.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._proposed: frozenset[str] = frozenset()
        self.order = Order.NEAREST
        self.subject = SubjectEntry(desk)
        self.date = DateField(first_day(desk.now()), self._today)
        self.length = LengthField()
        self.length.setMinimumContentsLength(LEAST_LENGTH)
        self.start = TimeField(AFTER_SCHOOL, twenty_four=desk.preferences[TWENTY_FOUR])
        self.flexible = _choices([(_flexible(each), each) for each in FLEXIBLE])
        self.people = QSpinBox()
        self.people.setRange(0, MOST)
        self.near = QLineEdit()
        miles = [(f"within {count(each, 'mile')}", each) for each in LIMITS]
        self.within = _choices([("any distance", 0), *miles])
        with desk.database.read() as session:
            known = catalogues.read(session).authorities.values()
        self.authorities = ChipGroup(
            "Local authority", [(str(one.id), short(one.name)) for one in known]
        )
        self.needs = ChipGroup("Must have", list(NEEDS.items()), first=FIRST_NEEDS)
        self.within.setAccessibleName("Within")
        rows = [
            [
                Entry("date", "Date", self.date, 4),
                Entry("ends", "Length", self.length, 3),
            ],
            [
                Entry("starts", "Start", self.start, 5),
                Entry("flexible", "Flexible by", self.flexible, 5),
                Entry("people", "People", self.people, 3),
            ],
            [
                Entry("near", "Near", self.near, 5),
                Entry("within", "", self.within, 6),
            ],
            [Entry("authorities", "Local authority", self.authorities)],
            [Entry("needs", "Must have", self.needs)],
        ]
        self.fields = self.subject.fields | lay_out(self, rows, first=self.subject)
        self.whereabouts = Whereabouts(desk, self.near, self.fields["near"])
        self._remember()
        self._connect()
        self._follow_kind()

    def wish(self) -> Wish:
        """What is asked for, as far as it can be used.

        Raises:
            WrongInput: something cannot; ``field`` says which.
        """
        kind = self.subject.what()
        period = read_period(self.date, self.start, self.length)
        asking.check_time(period, self._desk.now())
        references = self.subject.references()
        sectors = self.subject.sectors() if references else []
        near, district = self.whereabouts.read(sectors)
        within = self.within.currentData()
        return Wish(
            audience=self.subject.who(),
            kind=kind.code,
            period=period,
            people=self.people.value(),
            needs=self.needs.chosen(),
            references=references,
            worker_ids=(self._desk.viewer.staff_id,),
            near=near,
            district=district,
            within=within * METRES_PER_MILE if within else None,
            authority_ids=frozenset(int(id_) for id_ in self.authorities.chosen()),
            flexible=self.flexible.currentData(),
            order=self.order,
        )

    def adopt(self, wish: Wish) -> None:
        """Ask for what somebody chose among the offers; the rest stays as typed."""
        within = round(wish.within / METRES_PER_MILE) if wish.within else 0
        with QSignalBlocker(self):
            self.date.choose(wish.period.day)
            self.start.choose(wish.period.starts.time())
            self.length.choose(wish.period.minutes)
            self.people.setValue(wish.people)
            self.needs.choose(wish.needs)
            self.authorities.choose(str(id_) for id_ in wish.authority_ids)
            self.within.setCurrentIndex(max(self.within.findData(within), 0))
        self.changed.emit()

    def complain(self, trouble: WrongInput) -> None:
        """Say what is wrong beside its field."""
        field = self.fields.get(trouble.field, self.fields["kind"])
        field.complain(str(trouble))

    def settle(self) -> None:
        """Take back what was complained of, to be found again if it is still so."""
        for name in PASSING:
            self.fields[name].clear()

    def look_again(self) -> None:
        """Postcodes or cases may be known now that were not before."""
        self.subject.answers.offer()
        self.subject.answers.look_up()
        self.whereabouts.look_up()

    @Slot()
    def submit(self) -> None:
        """Go on to the rooms, or to the first thing that cannot be used."""
        self.subject.answers.leave()
        self.whereabouts.leave()
        try:
            self.wish()
        except WrongInput as trouble:
            self.complain(trouble)
        wrong = next((f for f in self.fields.values() if f.complaint), None)
        if wrong is None:
            self.submitted.emit()
        else:
            wrong.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow_kind(self) -> None:
        """Propose the kind's usual length and people."""
        try:
            kind = self.subject.what()
        except WrongInput:
            return
        with QSignalBlocker(self):
            self.length.choose(kind.minutes)
            self.people.setValue(kind.people)

    @Slot()
    def _follow_cases(self) -> None:
        """Propose what the cases need; what they needed before is taken back."""
        needed = self.subject.answers.needs()
        chosen = frozenset(self.needs.chosen())
        with QSignalBlocker(self):
            self.needs.choose((chosen - (self._proposed - needed)) | needed)
        self._proposed = needed
        self.changed.emit()

    @Slot()
    def _keep(self) -> None:
        """Remember what tells nothing about anybody."""
        self._desk.preferences[AUTHORITIES] = self.authorities.chosen()
        self._desk.preferences[WITHIN] = self.within.currentData()

    @Slot()
    def _hint_length(self) -> None:
        """Say so when the length is unusual for the kind."""
        said = ""
        try:
            kind, length = self.subject.what(), self.length.value()
        except (NotUnderstood, WrongInput):
            return
        if not kind.shortest <= length <= kind.longest:
            said = f"Usually {minutes(kind.shortest)} to {minutes(kind.longest)}."
        self.fields["ends"].hint(said)

    def _today(self) -> date:
        return self._desk.now().date()

    def _remember(self) -> None:
        kept = self._desk.preferences[AUTHORITIES]
        own = self._desk.viewer.authority_id
        if kept == AUTHORITIES.default:
            kept = (str(own),) if own is not None else ()
        self.authorities.choose(kept)
        within = self.within.findData(self._desk.preferences[WITHIN])
        self.within.setCurrentIndex(max(within, 0))

    def _connect(self) -> None:
        self._desk.preferences.changed.connect(self._follow_preference)
        self.subject.kind_changed.connect(self._follow_kind)
        self.subject.cases_changed.connect(self._follow_cases)
        for signal in (
            self.subject.changed,
            self.date.changed,
            self.start.changed,
            self.length.changed,
            self.flexible.currentIndexChanged,
            self.people.valueChanged,
            self.whereabouts.changed,
            self.within.currentIndexChanged,
            self.authorities.changed,
            self.needs.changed,
        ):
            signal.connect(self._tell)
        self.changed.connect(self._hint_length)
        self.authorities.changed.connect(self._keep)
        self.within.currentIndexChanged.connect(self._keep)

    @Slot(str)
    def _follow_preference(self, key: str) -> None:
        if key == TWENTY_FOUR.key:
            self.start.twenty_four(self._desk.preferences[TWENTY_FOUR])

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)


def first_day(now: datetime) -> date:
    """Today while there is an afternoon left to book, else the next weekday."""
    day = now.date()
    if now.time() >= AFTER_SCHOOL:
        day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def short(authority: str) -> str:
    """An authority's name as far as a chip needs it."""
    return authority.partition(" and ")[0]


def _flexible(length: int) -> str:
    return minutes(length) if length else "not at all"


def _choices(choices: list[tuple[str, int]]) -> QComboBox:
    box = QComboBox()
    for words, value in choices:
        box.addItem(words, value)
    return box
