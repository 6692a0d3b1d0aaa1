"""Settings: who sits here, and who else may."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.switch_user import SwitchUserDialog
from ui.theme import XS, L, Size
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import MUTED, Words, muted
from venues.domain.words import listing
from venues.services import calendar_days, people

SHARED = (
    "On a PC that several people use, sign in as yourself: what you see, and under "
    "whose name a change is written down, depend on it."
)


class MeSection(QWidget):
    """My name and role, and a way to let somebody else sit here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.switch = Button("Switch user…", icon="users")
        self.switch.clicked.connect(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._who())
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

    @Slot()
    def _switch(self) -> None:
        dialog = SwitchUserDialog(self._desk, self)
        dialog.chosen.connect(self._desk.host.sign_in)
        dialog.open()
