"""Closes a venue, or one of its rooms, for some days or hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.preferences import TWENTY_FOUR
from ui.widgets.buttons import Button
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.timefield import TimeField
from venues.domain.typed import NotUnderstood
from venues.errors import Clash, WrongInput
from venues.services import closures, naming
from venues.services.rehousing.values import Closing
from venues.services.venue_drafts import ClosureDraft, RoomDraft

DAY = timedelta(days=1)
OPENS, CLOSES = time(9), time(17)


class ClosureEditor(Editor):
    """Whole days, or from a time to a time, with the reason everybody reads.

    Signals:
        displacing: bookings are in the way of a new closure, and other places are to be
            found for them; carries the closure as a cause to plan for.
    """

    displacing = Signal(object)

    def __init__(
        self,
        desk: Desk,
        venue_id: int,
        rooms: Sequence[RoomDraft],
        opened: ClosureDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``opened`` is the closure to change; without one it is a new one."""
        super().__init__(desk, "Closure" if opened else "New closure", parent)
        self._opened, self._venue_id = opened, venue_id
        today = desk.now().date()
        four = desk.preferences[TWENTY_FOUR]
        self.what = QComboBox()
        self.what.addItem("The whole venue", None)
        for room in rooms:
            if room.status == "active" or (opened and opened.room_id == room.id):
                self.what.addItem(room.name, room.id)
        self.first = DateField(today, self._today)
        self.last = DateField(today, self._today)
        self.whole = QCheckBox("Whole days")
        self.starts = TimeField(OPENS, twenty_four=four)
        self.ends = TimeField(CLOSES, twenty_four=four)
        self.reason = QLineEdit()
        self.plan = Button("Find other places for them…")
        self.plan.hide()
        self.plan.clicked.connect(self._displace)
        self._lay_out_form()
        self.whole.toggled.connect(self._follow)
        self.first.changed.connect(self._push)
        self.whole.setChecked(True)
        if opened is not None:
            self._show(opened)
        self._follow()
        self.begin()
        self.what.setFocus()

    def draft(self) -> ClosureDraft:
        """What is typed.

        Raises:
            WrongInput: a date or a time cannot be read.
        """
        first = _value(self.first, "first")
        last = _value(self.last, "last")
        starts, ends = datetime.combine(first, time()), datetime.combine(last, time())
        if self.whole.isChecked():
            if last < first:
                raise WrongInput("The last day comes before the first.", "last")
            ends += DAY
        else:
            starts = datetime.combine(first, _value(self.starts, "starts"))
            ends = datetime.combine(last, _value(self.ends, "ends"))
        return ClosureDraft(
            venue_id=self._venue_id,
            room_id=self.what.currentData(),
            starts=starts,
            ends=ends,
            reason=self.reason.text(),
        )

    def store(self, draft: Any) -> object:
        """Save the closure; gives back what was before and what is now."""
        verb = "change of the closure" if self._opened else "closure"
        with self.desk.database.write(verb) as session:
            naming.of_venue(session, f"{verb} of {{}}", self._venue_id)
            saved = closures.save(
                session,
                draft,
                self.desk.viewer,
                now=self.desk.now(),
                opened=self._opened,
            )
        return self._opened, saved

    def _today(self) -> Any:
        return self.desk.now().date()

    def _show(self, closure: ClosureDraft) -> None:
        whole = closure.starts.time() == closure.ends.time() == time()
        self.what.setCurrentIndex(max(0, self.what.findData(closure.room_id)))
        self.whole.setChecked(whole)
        self.first.choose(closure.starts.date())
        self.last.choose((closure.ends - DAY if whole else closure.ends).date())
        if not whole:
            self.starts.choose(closure.starts.time())
            self.ends.choose(closure.ends.time())
        self.reason.setText(closure.reason)

    @Slot()
    def _follow(self) -> None:
        """Times are asked for only when the days are not whole."""
        for name in ("starts", "ends"):
            self.fields[name].setVisible(not self.whole.isChecked())

    @Slot(object)
    def _push(self, first: object) -> None:
        """A closure that begins later does not end before it."""
        try:
            last = self.last.value()
        except NotUnderstood:
            return
        if first is not None and first > last:  # type: ignore[operator] # a date, as changed says
            self.last.choose(first)  # type: ignore[arg-type] # as above

    def _lay_out_form(self) -> None:
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [Entry("room_id", "What is closed", self.what)],
                [
                    Entry("first", "First day", self.first, 2),
                    Entry("last", "Last day", self.last, 2),
                    Entry("whole", "", self.whole),
                ],
                [
                    Entry("starts", "From", self.starts),
                    Entry("ends", "Until", self.ends),
                ],
                [Entry("reason", "Why", self.reason)],
            ],
        )
        self.fields["reason"].hint(
            "Everybody reads it, such as “heating repairs”. Name nobody."
        )
        self.body.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(form)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)

    def complain(self, trouble: Any) -> None:
        """As every editor, but whole days have no times to complain beside."""
        if isinstance(trouble, WrongInput) and self.whole.isChecked():
            names = {"starts": "first", "ends": "last"}
            field = names.get(trouble.field, trouble.field)
            trouble = WrongInput(str(trouble), field)
        super().complain(trouble)
        self.plan.setVisible(isinstance(trouble, Clash) and self._opened is None)

    @Slot()
    def _displace(self) -> None:
        try:
            draft = self.draft()
        except WrongInput as wrong:
            self.complain(wrong)
            return
        self.done(QDialog.DialogCode.Rejected)  # what is typed goes on to the plan
        self.displacing.emit(
            Closing(
                venue_id=draft.venue_id,
                room_id=draft.room_id,
                starts=draft.starts,
                ends=draft.ends,
                reason=" ".join(draft.reason.split()),
            )
        )


def _value(entry: DateField | TimeField, field: str) -> Any:
    try:
        return entry.value()
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason
