"""Settings: what is kept no longer, and what went last."""

from __future__ import annotations

from PySide6.QtCore import Slot

from ui.desk import Desk
from ui.theme import M
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.text import Words, muted
from venues.domain.words import count
from venues.services import retention, settings

SHOWS = frozenset({"retention", "setting", "history"})


class KeptCard(Card):
    """How long things are kept, and the last days on which something went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("What is kept no longer")
        self._desk = desk
        self.body.setSpacing(M)
        self.limits = muted("", wrap=True)
        self.went = Words(wrap=True)
        self.notice = Notice()
        for part in (self.limits, self.went, self.notice):
            self.add(part)
        desk.changes.committed.connect(self._follow)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look it up again."""
        with self._desk.database.read() as session:
            limits = retention.limits_of(settings.read(session))
            told = retention.latest(session)
            wrong = retention.wrong_clock(session, self._desk.now())
        self.limits.setText(
            "Once a day, after the start, and in every copy the program knows of: case "
            f"references go {count(limits.references, 'month')} after the last "
            f"appointment, links {count(limits.links, 'month')} after their end, "
            f"history after {count(limits.past, 'month')}. A case on hold keeps its "
            "own. This cannot be undone. Managers set the numbers."
        )
        said = "\n".join(each.words for each in told)
        self.went.setText(said or "Not done yet.")
        self.notice.clear()
        if wrong:
            self.notice.say(wrong)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.reload()
