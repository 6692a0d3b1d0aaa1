"""Settings: when the server of a shared database was last backed up."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.preferences import TWENTY_FOUR
from ui.saving import Saving
from ui.theme import M
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.datefield import DateField
from ui.widgets.facts import FactList
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.notice import Notice
from ui.widgets.text import muted
from ui.widgets.timefield import TimeField
from venues.domain.typed import NotUnderstood
from venues.services import server_backups

SHOWS = frozenset({"setting"})
STEP = "note of a backup"


class ServerCard(Card):
    """What is known of its backups; coordinators and managers put it down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Backups")
        self._desk = desk
        self._when: datetime | None = None
        self.facts = FactList()
        self.notice = Notice()
        now = desk.now()
        self.date = DateField(now.date(), lambda: desk.now().date())
        on = desk.preferences[TWENTY_FOUR]
        self.time = TimeField(now.time().replace(second=0), twenty_four=on)
        self.note = Button("Note this backup")
        self._lay_out()
        self.saving = Saving(desk, self, self.notice, self.fields)
        self.note.clicked.connect(self._note)
        desk.changes.committed.connect(self._follow)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look it up again."""
        with self._desk.database.read() as session:
            self._when = server_backups.told(session)
        said = server_backups.words(self._when)
        self.facts.show_facts([("", [("Last backup of the server", said)])])

    def _lay_out(self) -> None:
        self.body.setSpacing(M)
        self.add(
            muted(
                "Whoever looks after the server backs it up. What they tell you can "
                "be put down here, for everybody to see.",
                wrap=True,
            )
        )
        self.add(self.facts)
        form = QWidget()
        day, at = Entry("when", "Backed up on", self.date), Entry("at", "At", self.time)
        self.fields = lay_out(form, [[day, at]])
        keeps = self._desk.viewer.edits_venues
        for part in (form, self.note):
            self.add(part)
            part.setVisible(keeps)
        self.add(self.notice)

    @Slot()
    def _note(self) -> None:
        try:
            when = datetime.combine(self.date.value(), self.time.value())
        except NotUnderstood as trouble:
            self.notice.say(str(trouble))
            return
        tell = partial(_tell, desk=self._desk, when=when)
        self.saving.start(tell, self._noted, STEP)

    def _noted(self, _done: object) -> None:
        self._desk.host.say("Noted.", undoable=True)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.reload()


def _tell(session: Any, *, desk: Desk, when: datetime | None) -> None:
    server_backups.tell(session, desk.viewer, when, now=desk.now())
