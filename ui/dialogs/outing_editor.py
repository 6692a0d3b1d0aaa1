"""Plans an outing: a home, school or custody visit, or anything else out alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.kinds import Kind
from ui.outing_work import OutingWork
from ui.preferences import TWENTY_FOUR
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.modest import ModestBox
from ui.widgets.peoplebox import PeopleBox
from ui.widgets.timefield import TimeField
from venues.domain.outings import AGAIN, Out
from venues.domain.people import Role
from venues.domain.typed import NotUnderstood
from venues.domain.words import clock
from venues.errors import WrongInput
from venues.services import outing_plans, people
from venues.services.outing_plans import LONGEST_PLACE, Draft
from venues.services.people import Person

HOUR = timedelta(hours=1)
QUARTER = 15
LATEST = time(22)  # later in the day a new outing is proposed for the next morning
MORNING = time(9)
LETTERS, LINES = 88, 29
PLACE_HINT = (
    "In neutral words, such as “Home visit, Runcorn”. Never a name or an address. "
    "Your buddy and the managers read it."
)
BUDDY_HINT = "They see where you are, and ring you if you have not checked out."


class OutingEditor(Editor):
    """Where somebody goes, until when, and who waits to hear from them."""

    def __init__(
        self, desk: Desk, out: Out | None = None, parent: QWidget | None = None
    ) -> None:
        """``out`` is the outing to change; without one it is a new one."""
        super().__init__(desk, "Change outing" if out else "New outing", parent)
        self._out = out
        self._own_due = out is not None
        with desk.database.read() as session:
            staff = people.staff(session, desk.now().date())
        starts = out.starts if out else _proposed(desk.now())
        ends = out.ends if out else starts + HOUR
        due = out.check_out if out else ends + AGAIN
        four = desk.preferences[TWENTY_FOUR]
        self.worker = ModestBox()
        for person in staff:
            if person.id in desk.viewer.owns:
                self.worker.addItem(person.name, person.id)
        mine = out.staff_id if out else desk.viewer.staff_id
        self.worker.setCurrentIndex(max(0, self.worker.findData(mine)))
        self.place = QLineEdit(out.place if out else "")
        self.place.setMaxLength(LONGEST_PLACE)
        self.date = DateField(starts.date(), self._today)
        self.starts = TimeField(starts.time(), twenty_four=four)
        self.ends = TimeField(ends.time(), twenty_four=four)
        self.check_out = TimeField(due.time(), twenty_four=four)
        self.buddy = PeopleBox(_buddies(staff))
        self.buddy.choose(out.buddy_id if out else None)
        self.diary = Badge(Kind.WARN, "")
        self.remove = Button("Cancel this outing")
        self._work = OutingWork(desk, self)
        self._lay_out_form()
        self._connect()
        self.begin()
        self._look()
        self.place.setFocus()

    def draft(self) -> Draft:
        """What is typed.

        Raises:
            WrongInput: a date, a time or a name cannot be read.
        """
        day = _value(self.date, "date")
        due = None
        if self._own_due:
            due = datetime.combine(day, _value(self.check_out, "check_out"))
        return Draft(
            staff_id=int(self.worker.currentData()),
            place=self.place.text(),
            starts=datetime.combine(day, _value(self.starts, "starts")),
            ends=datetime.combine(day, _value(self.ends, "ends")),
            check_out=due,
            buddy_id=_value(self.buddy, "buddy"),
        )

    def store(self, draft: Any) -> object:
        """Save the outing; gives it back."""
        desk, out = self.desk, self._out
        name = "change of an outing" if out else "new outing"
        with desk.database.write(name) as session:
            if out is None:
                outing_plans.plan(session, desk.viewer, draft, now=desk.now())
            else:
                outing_plans.change(session, desk.viewer, out.id, draft, now=desk.now())
        return draft

    def _connect(self) -> None:
        for signal in (self.date.changed, self.starts.changed, self.ends.changed):
            signal.connect(self._look)
        self.worker.currentIndexChanged.connect(self._look)
        self.ends.changed.connect(self._follow)
        self.check_out.changed.connect(self._choose_due)
        self.place.textEdited.connect(self.fields["place"].clear)
        self.remove.clicked.connect(self._cancel)
        self.saved.connect(self._tell)
        self._work.ended.connect(self._cancelled)

    def _today(self) -> date:
        return self.desk.now().date()

    @Slot(object)
    def _follow(self, ends: object) -> None:
        """Check-out stays a quarter past the end, unless another time was chosen."""
        if isinstance(ends, time) and not self._own_due:
            due = (datetime.combine(self._today(), ends) + AGAIN).time()
            self.check_out.choose(due)
            self._own_due = False

    @Slot(object)
    def _choose_due(self, _due: object) -> None:
        self._own_due = True

    @Slot()
    def _look(self) -> None:
        """Say what else is in the diary then; nothing while it cannot be read."""
        said: Sequence[str] = ()
        try:
            draft = self.draft()
        except WrongInput:
            draft = None
        if draft is not None:
            without = self._out.id if self._out else None
            with self.desk.database.read() as session:
                said = outing_plans.overlaps(
                    session, self.desk.viewer, draft, without=without
                )
        self.diary.say(Kind.WARN, " ".join(said))
        self.diary.setVisible(bool(said))

    @Slot()
    def _cancel(self) -> None:
        if self._out is not None:
            self._wait(on=True)
            self._work.cancel(self._out)

    @Slot(str)
    def _cancelled(self, refusal: str) -> None:
        self._wait(on=False)
        if refusal:
            self.notice.say(refusal)
        else:
            self.accept()

    @Slot(object)
    def _tell(self, draft: object) -> None:
        if isinstance(draft, Draft):
            said = "Changed" if self._out else "Planned"
            due = clock(draft.due)
            self.desk.host.say(f"{said}. Check out by {due}.", undoable=True)

    def _lay_out_form(self) -> None:
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [Entry("place", "Where", self.place)],
                [
                    Entry("staff", "Who goes", self.worker),
                    Entry("date", "Date", self.date),
                ],
                [
                    Entry("starts", "From", self.starts),
                    Entry("ends", "Until", self.ends),
                    Entry("check_out", "Check out by", self.check_out),
                ],
                [Entry("buddy", "Buddy", self.buddy)],
            ],
        )
        self.fields["place"].hint(PLACE_HINT)
        self.fields["buddy"].hint(BUDDY_HINT)
        self.body.addWidget(form)
        self.body.addWidget(self.diary)
        self.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.remove.setVisible(self._out is not None)
        self.take_size(LETTERS, LINES)


def _proposed(now: datetime) -> datetime:
    """The next quarter of an hour, or tomorrow morning when it is late."""
    if now.time() >= LATEST:
        return datetime.combine(now.date() + timedelta(days=1), MORNING)
    late = timedelta(minutes=-now.minute % QUARTER)
    return now.replace(second=0, microsecond=0) + late


def _buddies(staff: Sequence[Person]) -> list[Person]:
    return [person for person in staff if person.role is not Role.BOARD]


def _value(entry: DateField | TimeField | PeopleBox, field: str) -> Any:
    try:
        return entry.value()
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), field) from trouble
