"""Who may act for somebody, and for whom they may; managers say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.models.table import Column, TableModel
from ui.saving import Saving
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from ui.widgets.notice import Notice
from ui.widgets.text import Words, muted
from ui.widgets.wrapped import WrappedTable
from venues.domain.people import Role
from venues.domain.typed import NotUnderstood
from venues.domain.words import short_day
from venues.services.team import acting, permissions
from venues.services.team.acting import Stand
from venues.services.team.members import Member

ABOUT = (
    "Whoever acts for a colleague sees and changes that colleague's bookings as their "
    "own, and uses the cases on their list."
)


class ActingDialog(QDialog):
    """Rows of both directions; a manager adds and ends them, and can undo it."""

    def __init__(
        self,
        desk: Desk,
        member: Member,
        others: Sequence[Member],
        parent: QWidget | None = None,
    ) -> None:
        """``others`` is everybody else, also who left; ``member`` is asked about."""
        super().__init__(parent)
        self._desk, self._member = desk, member
        self._names = {each.id: each.draft.name for each in (*others, member)}
        self.setWindowTitle("Who may act")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model: TableModel[Stand] = TableModel(self._columns(), self)
        self.table = WrappedTable("Who may act for whom", self._model, grows=False)
        self.none = muted("Nobody acts for them, and they act for nobody.", wrap=True)
        self.notice = Notice()
        self.who = ModestBox()
        today = desk.now().date()
        for each in others:
            may = permissions.may_take_from(member.draft.role, each.draft.role)
            if may and each.works_on(today):
                self.who.addItem(each.draft.name, each.id)
        self.since, self.until = (DateField(today, self._today) for _ in range(2))
        self.endless = QCheckBox("Until further notice")
        self.endless.setChecked(True)
        self.allow, self.end = Button("Let them act"), Button("End it")
        self.back = PrimaryButton("Close")
        self.fields = {
            "who": Field("Colleague who may act", self.who),
            "since": Field("First day", self.since),
            "until": Field("Last day", self.until),
        }
        self._lay_out()
        self.saving = Saving(desk, self, self.notice, self.fields)
        self.endless.toggled.connect(self.until.setDisabled)
        self.until.setDisabled(True)
        self.allow.clicked.connect(self._allow)
        self.end.clicked.connect(self._end)
        self.back.clicked.connect(self.accept)
        self.table.chosen.connect(self._follow)
        desk.changes.committed.connect(self._reload_if_shown)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look them up again."""
        with self._desk.database.read() as session:
            rows = acting.standing(session, self._member.id, self._today())
        self._model.show(rows)
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.table.select(self.table.ordered.index(0, 0))
        self._follow()

    def _columns(self) -> tuple[Column[Stand], ...]:
        def who(one: Stand) -> str:
            return self._names.get(one.staff_id, "")

        def whom(one: Stand) -> str:
            return self._names.get(one.for_id, "")

        def days(one: Stand) -> str:
            until = f"to {short_day(one.until)}" if one.until else "on"
            return f"{short_day(one.since)} {until}"

        return (
            Column("May act", who, who),
            Column("For", whom, whom),
            Column("From", days, lambda one: one.since),
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        title = f"Acting for {self._member.draft.name}"
        column.addWidget(Words(title, size=Size.TITLE, strong=True, wrap=True))
        column.addWidget(muted(ABOUT, wrap=True))
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addWidget(self.none)
        form = QHBoxLayout()
        form.setSpacing(S)
        for key, share in (("who", 4), ("since", 3), ("until", 3)):
            form.addWidget(self.fields[key], share, Qt.AlignmentFlag.AlignTop)
        column.addLayout(form)
        column.addWidget(self.endless)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.allow)
        line.addWidget(self.end)
        line.addStretch(1)
        line.addWidget(self.back)
        column.addLayout(line)
        if self._desk.viewer.role is not Role.MANAGER:
            column.addWidget(muted("Managers say who may act for whom.", wrap=True))
            for widget in (*self.fields.values(), self.endless, self.allow, self.end):
                widget.hide()
        metrics = self.fontMetrics()
        wide, tall = metrics.averageCharWidth() * 90, metrics.height() * 26
        free = self.screen().availableSize() * 0.94
        self.resize(min(wide, free.width()), min(tall, free.height()))

    @Slot()
    def _follow(self) -> None:
        self.end.setEnabled(self.table.current() is not None)

    @Slot()
    def _allow(self) -> None:
        days: dict[str, date | None] = {"until": None}
        wanted = ["since"] if self.endless.isChecked() else ["since", "until"]
        for key in wanted:
            box = self.since if key == "since" else self.until
            try:
                days[key] = box.value()
            except NotUnderstood as trouble:
                self.fields[key].complain(str(trouble))
                box.setFocus()
                return
        since = days["since"] or self._today()
        stand = Stand(self.who.currentData(), self._member.id, since, days["until"])
        told = partial(self._tell, "May act now.")
        self.saving.start(partial(self._put_down, stand), told, "leave to act")

    @Slot()
    def _end(self) -> None:
        stand = self.table.current()
        if isinstance(stand, Stand):
            told = partial(self._tell, "Acts no longer.")
            self.saving.start(partial(self._take_off, stand), told, "end of acting")

    def _tell(self, said: str, _result: object) -> None:
        self.reload()
        self._desk.host.say(said, undoable=True)

    def _put_down(self, stand: Stand, session: Any) -> Stand:
        return acting.allow(session, self._desk.viewer, stand, today=self._today())

    def _take_off(self, stand: Stand, session: Any) -> object:
        return acting.end(session, self._desk.viewer, stand, today=self._today())

    def _today(self) -> date:
        return self._desk.now().date()

    @Slot(frozenset)
    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if "acting" in tables:
            self.reload()
