"""Settings: the people who work here, kept by coordinators and managers."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.acting import ActingDialog
from ui.dialogs.being_away import BeingAway
from ui.dialogs.handing_over import HandingOver
from ui.dialogs.staff_editor import StaffEditor
from ui.dialogs.staff_leaving import StaffLeaving
from ui.models.people import columns
from ui.models.table import TableModel
from ui.saving import Saving
from ui.theme import L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Card, FlushCard
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.table import Table
from ui.widgets.text import muted
from venues.domain.people import Role
from venues.services import calendar_days
from venues.services.team import in_hand, members, permissions
from venues.services.team.members import Member

LINES = 12  # of staff, before the list scrolls
WHO = (
    "Managers keep everybody. Coordinators keep practitioners, victim workers and "
    "board readers. Whoever leaves keeps their history."
)


class PeopleSection(QWidget):
    """Everybody who works here: added, changed, acted for, leaving and coming back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._roles: tuple[Role, ...] = ()
        self._places: list[tuple[str, str]] = []
        self._all: tuple[Member, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search by name, login, role or agency")
        self.search.setAccessibleName("Search people")
        self.search.setClearButtonEnabled(True)
        self.left = QCheckBox("Also those who left")
        shown = columns(lambda: dict(self._places), self._today)
        self._model: TableModel[Member] = TableModel(shown, self)
        self.table = Table("People", self._model)
        self.notice = Notice()
        self.add = PrimaryButton("Add a colleague…")
        self.change = Button("Change…")
        self.acting = Button("Who may act…")
        self.hand = Button("Hand over…")
        self.away = Button("Away…")
        self.leaves = Button("Leaves…")
        self.returns = Button("Comes back")
        self._lay_out()
        self.saving = Saving(desk, self, self.notice, still=(self.returns,))
        self.search.textChanged.connect(self._filter)
        self.left.toggled.connect(self._filter)
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(self._change)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.acting.clicked.connect(self._act)
        self.hand.clicked.connect(self._hand_over)
        self.away.clicked.connect(self._be_away)
        self.leaves.clicked.connect(self._leave)
        self.returns.clicked.connect(self._come_back)
        desk.changes.committed.connect(self._follow_changes)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look everybody up again; whoever is chosen stays chosen."""
        desk, kept = self._desk, self.chosen()
        with desk.database.read() as session:
            self._all = members.everybody(session, desk.viewer)
            self._roles = permissions.roles(session, desk.viewer, self._today())
            places = calendar_days.authorities(session)
        self._places = [(each.code, each.name) for each in places]
        self._model.show(self._all)
        self.table.fit()
        self._filter()
        if kept is not None:
            self.table.select(self.table.ordered.find(lambda one: one.id == kept.id))
        self._follow()

    def chosen(self) -> Member | None:
        """Whom the buttons are for."""
        one = self.table.current()
        return one if isinstance(one, Member) else None

    def _lay_out(self) -> None:
        card = Card("People")
        card.body.setSpacing(M)
        card.add(muted(WHO, wrap=True))
        card.add(self.search)
        card.add(self.left)
        around = FlushCard()
        around.add(self.table, 1)
        metrics = self.fontMetrics()
        self.table.setMinimumHeight(metrics.height() * 2 * LINES)
        card.add(around)
        buttons = Flow(gap=S, lines=S)
        for button in (
            self.add,
            self.change,
            self.acting,
            self.hand,
            self.away,
            self.leaves,
            self.returns,
        ):
            buttons.add(button)
        card.add(buttons)
        card.add(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(card)
        column.addStretch(1)

    @Slot()
    def _filter(self) -> None:
        """Whoever has every word that was typed, somewhere."""
        words, today = self.search.text().lower().split(), self._today()

        def fits(one: Member) -> bool:
            draft = one.draft
            said = f"{draft.name} {draft.login} {draft.role.words} {draft.agency}"
            here = self.left.isChecked() or one.works_on(today)
            return here and all(word in said.lower() for word in words)

        self.table.ordered.keep(fits)
        if self.chosen() is None:
            self.table.select(self.table.ordered.index(0, 0))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Let only those buttons be pressed that may do something."""
        one = self.chosen()
        keeps = one is not None and one.draft.role in self._roles
        own = one is not None and one.id == self._desk.viewer.staff_id
        self.change.setEnabled(keeps or own)
        for button in (self.acting, self.hand, self.away):
            button.setEnabled(keeps)
        self.leaves.setEnabled(keeps and one is not None and one.left_on is None)
        self.returns.setEnabled(keeps and one is not None and one.left_on is not None)

    @Slot()
    def _add(self) -> None:
        self._edit(None)

    @Slot()
    def _change(self) -> None:
        if self.change.isEnabled():
            self._edit(self.chosen())

    def _edit(self, one: Member | None) -> None:
        editor = StaffEditor(self._desk, self._roles, self._places, one, self)
        editor.saved.connect(self._edited)
        editor.open()

    @Slot()
    def _act(self) -> None:
        one = self.chosen()
        if one is not None:
            others = [each for each in self._all if each.id != one.id]
            ActingDialog(self._desk, one, others, self).open()

    @Slot()
    def _leave(self) -> None:
        one = self.chosen()
        if one is not None:
            dialog = StaffLeaving(self._desk, one, self)
            dialog.saved.connect(self._left)
            dialog.open()

    @Slot()
    def _come_back(self) -> None:
        one = self.chosen()
        if one is not None:
            self.saving.start(
                partial(self._take_in, one), self._returned, "return of a colleague"
            )

    def _take_in(self, one: Member, session: Any) -> Member:
        viewer = self._desk.viewer
        return members.leave(session, viewer, one, None, today=self._today())

    @Slot()
    def _be_away(self) -> None:
        one, host = self.chosen(), self._desk.host
        if one is not None:
            dialog = BeingAway(self._desk, one, self)
            plan = partial(host.show_page, "venues")
            dialog.planned.connect(lambda away: plan(displaced=away))
            dialog.open()

    @Slot()
    def _hand_over(self) -> None:
        one = self.chosen()
        if one is not None and not self._offer(one):
            self.notice.say(f"{one.draft.name} has nothing in hand to hand over.")

    def _offer(self, one: Member) -> bool:
        """Ask who takes what they have in hand; whether there is anything."""
        desk = self._desk
        since = one.left_on or self._today()
        with desk.database.read() as session:
            found = in_hand.items(
                session, desk.viewer, one.id, since=since, now=desk.now()
            )
        self.notice.clear()
        if not found:
            return False
        role = one.draft.role
        takers = [
            each
            for each in self._all
            if each.id != one.id
            and each.works_on(self._today())
            and permissions.may_take_from(role, each.draft.role)
        ]
        takers.sort(
            key=lambda each: each.draft.role is not role
        )  # their own kind first
        dialog = HandingOver(desk, one, found, takers, self)
        dialog.saved.connect(partial(self._handed, one))
        dialog.open()
        return True

    def _edited(self, result: Any) -> None:
        before, after = result
        if before is None:
            self._tell(members.welcome(after, shared=self._shared()))
        elif before.draft != after.draft:
            self._tell("Saved.")

    def _left(self, result: Any) -> None:
        _, after = result
        self._tell(f"{after.draft.name}: {after.standing(self._today())}.")
        self._offer(after)

    def _returned(self, after: Member) -> None:
        said = members.welcome(after, shared=self._shared(), word="again")
        self._tell(said)

    def _shared(self) -> bool:
        return self._desk.database.path is None

    def _handed(self, one: Member, _moves: object) -> None:
        self._tell(f"Handed over from {one.draft.name}.")

    def _tell(self, said: str) -> None:
        self.reload()
        self._desk.host.say(said, undoable=True)

    def _today(self) -> date:
        return self._desk.now().date()

    @Slot(frozenset)
    def _follow_changes(self, tables: frozenset[str]) -> None:
        if "staff" in tables:
            self.reload()
