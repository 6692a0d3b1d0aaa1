"""Settings: who sits here, and entering a colleague."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.person_form import PersonForm
from ui.dialogs.switch_user import SwitchUserDialog
from ui.saving import Saving
from ui.theme import XS, L, M, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.text import MUTED, Words, muted
from venues.domain.people import Role, Viewer
from venues.domain.words import listing
from venues.services import calendar_days, people, staffing

SHARED = (
    "On a PC that several people use, sign in as yourself: what you see, and under "
    "whose name a change is written down, depend on it."
)


class MeSection(QWidget):
    """My name and role, and a form for a colleague where that may be filled in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.switch = Button("Switch user…", icon="users")
        self.switch.clicked.connect(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._who())
        if staffing.may_add(desk.viewer):
            column.addWidget(self._colleague())
        column.addStretch(1)

    def _who(self) -> Card:
        viewer = self._desk.viewer
        with self._desk.database.read() as session:
            places = {a.id: a.name for a in calendar_days.authorities(session)}
            names = {
                each.id: each.name
                for each in people.staff(session, self._desk.now().date())
            }
        acts_for = sorted(names.get(id_, "") for id_ in viewer.acts_for)
        card = Card("Who sits here")
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(Words(viewer.name, size=Size.TITLE, wrap=True))
        home = places.get(viewer.authority_id or 0, "all four authorities")
        about = f"{viewer.role.words}, {home} · signs in as {viewer.login}"
        words.addWidget(Words(about, ink=MUTED, wrap=True))
        if acting := listing([name for name in acts_for if name]):
            words.addWidget(Words(f"Acts for {acting} at present.", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addLayout(words, 1)
        line.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
        card.add(muted(SHARED, wrap=True))
        return card

    def _colleague(self) -> Card:
        with self._desk.database.read() as session:
            authorities = calendar_days.authorities(session)
        self.form = PersonForm(Role, [(each.code, each.name) for each in authorities])
        self.notice = Notice()
        self.add = PrimaryButton("Add colleague")
        self.saving = Saving(
            self._desk,
            self.form,
            self.notice,
            self.form.fields,
            still=(self.form, self.add),
        )
        self.add.clicked.connect(self._add)
        card = Card("Add a colleague")
        card.body.setSpacing(M)
        card.add(self.form)
        card.add(self.notice)
        card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignRight)
        return card

    @Slot()
    def _switch(self) -> None:
        dialog = SwitchUserDialog(self._desk, self)
        dialog.chosen.connect(self._desk.host.sign_in)
        dialog.open()

    @Slot()
    def _add(self) -> None:
        draft, desk = self.form.draft(), self._desk
        today = desk.now().date()
        change = partial(_add, viewer=desk.viewer, draft=draft, today=today)
        self.saving.start(change, self._added)

    def _added(self, viewer: Viewer) -> None:
        self.form.clear()
        self.form.name.setFocus()
        self._desk.host.say(f"{viewer.name} can sign in as {viewer.login} now.")


def _add(session: Any, **known: Any) -> Viewer:
    return staffing.add(session, **known)
