"""What some kinds of appointment need to be confirmed; asked only of those."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox

from ui.desk import Desk
from ui.widgets.field import Field
from ui.widgets.roomchips import RoomChips
from ui.widgets.sideform import DROP, SideForm
from ui.widgets.wrapcheck import WrapCheck
from venues.domain import meeting as meetings
from venues.domain.meeting import Meeting
from venues.domain.proposal import Kind
from venues.domain.rules.staffed import Staffed
from venues.domain.words import short_day
from venues.services import asking
from venues.services.bookings import Judged

MOST = 12
POLICE, PANEL, ORDER = "Police", "Panel members", "Order made on"
AGREED, PLAN = "Agreed", "Working alone"
OFFERED, WAITING = "Venues offered", "Rooms to wait in"
TICK_DROP = 2  # by which a name stands lower than the top of a tick


class MeetingEntry(QObject):
    """The police, the panel, the order, what was agreed, and where people wait.

    Signals:
        changed: something else was typed or chosen.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._plan = False  # whether somebody would work alone
        self.police = QLineEdit()
        self.police.setPlaceholderText("Cheshire Police, risk desk")
        self.police.setToolTip("A role or an agency, never a name")
        self.panel = QSpinBox()
        self.panel.setRange(0, MOST)
        self.order = QLineEdit()
        self.order.setPlaceholderText("2 November")
        self.agreed = WrapCheck("The child and the victim have both said yes")
        self.plan = WrapCheck("Ask a manager to approve a plan")
        self.plan.setToolTip("It stays provisional until a manager has signed it off")
        self.offered = QSpinBox()
        self.offered.setRange(0, MOST)
        self.offered.setSpecialValueText("not said")
        self.waiting = RoomChips()
        self._rows = {
            POLICE: ("police", self.police),
            PANEL: ("panel_members", self.panel),
            ORDER: ("order_on", self.order),
            AGREED: ("both_agreed", self.agreed),
            OFFERED: ("offered", self.offered),
            WAITING: ("waiting", self.waiting),
            PLAN: ("lone_plan", self.plan),
        }
        self.fields = {
            key: Field(name, entry) for name, (key, entry) in self._rows.items()
        }
        for signal in (
            self.police.textChanged,
            self.panel.valueChanged,
            self.order.textChanged,
            self.agreed.toggled,
            self.plan.toggled,
            self.offered.valueChanged,
            self.waiting.changed,
        ):
            signal.connect(self.changed)

    def add_to(self, form: SideForm) -> None:
        """Put a row for each at the end of the form."""
        self._form = form
        for name, (key, entry) in self._rows.items():
            drop = TICK_DROP if isinstance(entry, WrapCheck) else DROP
            form.add(name, self.fields[key], drop=drop)

    def choose(self, said: Meeting) -> None:
        """Show what is said of a meeting."""
        with QSignalBlocker(self):
            self.police.setText(said.police)
            self.panel.setValue(said.panel_members)
            self.order.setText(short_day(said.order_on) if said.order_on else "")
            self.agreed.setChecked(said.both_agreed)
            self.plan.setChecked(said.lone_plan)
            self.offered.setValue(said.venues_offered or 0)
            self.waiting.choose(said.waiting_ids)
        self._plan = said.lone_plan

    def offer(self, rooms: Sequence[tuple[int, str]]) -> None:
        """The rooms beside the first one, in which people may wait."""
        with QSignalBlocker(self):
            self.waiting.offer(rooms)

    def follow(self, judged: Judged) -> None:
        """Ask for a plan where somebody would work alone."""
        alone = any(each.rule == Staffed.name for each in judged.findings)
        self._plan = alone or self.plan.isChecked()
        self._form.show_row(PLAN, shown=self._plan)

    def show_for(self, kind: Kind | None) -> None:
        """Show the rows that this kind of appointment asks for, and no others."""
        asked = _asked(kind)
        for name in self._rows:
            self._form.show_row(name, shown=name in asked or self._shows(name))

    def value(self, kind: Kind) -> Meeting:
        """What is said of an appointment of that kind; the rest does not count.

        Raises:
            WrongInput: the day of the order cannot be read.
        """
        asked = _asked(kind)
        return Meeting(
            police=self.police.text().strip() if POLICE in asked else "",
            panel_members=self.panel.value() if PANEL in asked else 0,
            order_on=self._order() if ORDER in asked else None,
            both_agreed=AGREED in asked and self.agreed.isChecked(),
            lone_plan=self._plan and self.plan.isChecked(),
            venues_offered=(self.offered.value() or None) if OFFERED in asked else None,
            waiting_ids=self.waiting.chosen() if WAITING in asked else (),
        )

    def _shows(self, name: str) -> bool:
        return name == PLAN and self._plan

    def _order(self) -> date | None:
        text = self.order.text().strip()
        return asking.order_day(text, self._desk.now().date()) if text else None


def _asked(kind: Kind | None) -> set[str]:
    """What that kind of appointment asks for."""
    if kind is None:
        return set()
    asked = {
        POLICE: kind.code in meetings.POLICE,
        PANEL: kind.set in meetings.PANELS,
        ORDER: kind.code in meetings.ORDERED,
        AGREED: kind.code in meetings.FACE_TO_FACE,
        OFFERED: kind.set in meetings.VICTIM_MEETINGS,
        WAITING: kind.set in meetings.PANELS | meetings.RESTORATIVE,
    }
    return {name for name, on in asked.items() if on}
