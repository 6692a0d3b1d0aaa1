"""What is done on the Keep apart page: dialogs, changes off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.case_editor import CaseEditor
from ui.dialogs.confirming import ConfirmDialog
from ui.dialogs.editor import Editor
from ui.dialogs.holdings import HoldingsDialog
from ui.dialogs.link_editor import LinkEditor
from ui.dialogs.merging import MergeDialog
from ui.dialogs.message import MessageDialog, tell
from ui.dialogs.not_to_use_editor import NotToUseEditor
from ui.dialogs.renewing import RenewDialog
from ui.dialogs.watching import WatchingDialog
from ui.jobs import Lane, Progress
from ui.pages.apart_moving import ApartMoving
from ui.widgets.text import Words
from venues.domain.words import count
from venues.errors import VenuesError
from venues.services.apart import (
    ending,
    holdings,
    links,
    looking,
    not_to_use,
    reasons,
    records,
)
from venues.services.apart.drafts import Link, NotToUse, Record
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.glances import Glance
from venues.services.apart.holdings import Holdings
from venues.services.apart.merging import Merged
from venues.services.apart.overview import Row
from venues.services.apart.reasons import OVER, Reason

CLOSING = {
    LINK: (
        "Close this link?",
        "It stays on record as closed, and keeps these two apart no longer.",
        "Close link",
    ),
    VENUE: (
        "Close this record?",
        "It stays on record as closed, and the venue can be booked for the case again.",
        "Close record",
    ),
}
STILL_SO = "All that is recorded here is still so, and nothing is missing."


class ApartActions(QObject):
    """Does what the page asks for, and tells how it came out.

    Signals:
        refused: it was not done; carries the sentence that says why.
        added: a record is new; carries its key.
    """

    refused = Signal(str)
    added = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._moving = ApartMoving(desk, page)
        self._ways: dict[str, Callable[[Any], object]] = {
            "edit": self._edit,
            "close": self._ask_to_close,
            "reopen": self._reopen,
            "confirm": self._confirm,
            "case": self._open_case,
            "confirm case": self._confirm_case,
            "bar": self._bar,
            "merge": self._merge,
            "everything": self._gather,
            "move": self._moving.begin,
        }

    def do(self, what: str, about: Any) -> None:
        """Do what was asked for with that record, case or booking."""
        self._ways[what](about)

    def new_link(self) -> None:
        """Ask for a new link."""
        with self._desk.database.read() as session:
            proposed = links.proposed(session, self._desk.now().date())
        self._open(LinkEditor(self._desk, proposed, self._page), self._saved)

    def new_case(self, reference: str = "") -> None:
        """Ask for a new case, of that reference if one was typed."""
        record = Record(reference=reference)
        self._open(CaseEditor(self._desk, record, self._page), self._saved)

    def renew(self, rows: Sequence[Row], ticked: Sequence[Key]) -> None:
        """Ask which of these are renewed until when."""
        dialog = RenewDialog(self._desk, rows, ticked, self._page)
        self._open(dialog, self._renewed)

    def watch(self) -> None:
        """Show who looked, and who was refused."""
        WatchingDialog(self._desk, self._page).open()

    def reason(self, code: str) -> None:
        """Open the reason of that code; the look is written down."""
        self.write(partial(_with, reasons.read, code, self._desk.viewer), self._tell)

    def _open(self, editor: Editor, saved: Callable[[Any], object]) -> None:
        editor.saved.connect(saved)
        editor.open()

    def _saved(self, result: Any) -> None:
        before, after = result
        if before is None:
            is_case = isinstance(after, Record)
            key = Key(CASE, after.id or 0) if is_case else _key(after)
            self.added.emit(key)
        if _renamed(before, after):
            self._desk.host.say("Saved. The reference that it had is kept nowhere.")
        elif before != after:
            self._say("Saved.")

    def _edit(self, found: Glance) -> None:
        viewer = self._desk.viewer
        editor: Editor
        with self._desk.database.read() as session:
            if found.key.what == LINK:
                link = links.read(session, found.key.id, viewer)
                editor = LinkEditor(self._desk, link, self._page)
            else:
                kept = not_to_use.read(session, found.key.id, viewer)
                editor = NotToUseEditor(self._desk, kept, self._page)
        self._open(editor, self._saved)

    def _ask_to_close(self, found: Glance) -> None:
        heading, sentence, verb = CLOSING[found.key.what]
        close = partial(self._close, found.key)
        tell(self._page, heading, sentence, action=verb, run=close, cancel="Keep it")

    def _close(self, key: Key) -> None:
        today = self._desk.now().date()
        self.write(
            partial(_with, ending.close, key, self._desk.viewer, today=today),
            self._closed,
            "closing of a record",
        )

    def _closed(self, _: object) -> None:
        self._say("Closed. It stays on record.")

    def _reopen(self, found: Glance) -> None:
        self.write(
            partial(_with, ending.reopen, found.key, self._desk.viewer),
            self._reopened,
            "opening of a record",
        )

    def _reopened(self, _: object) -> None:
        self._say("It holds again.")

    def _confirm(self, found: Glance) -> None:
        self._ask_whose_word("This link is still needed as it stands.", found.key)

    def _confirm_case(self, case_id: int) -> None:
        self._ask_whose_word(STILL_SO, Key(CASE, case_id))

    def _ask_whose_word(self, sentence: str, key: Key) -> None:
        change = partial(self._write_confirmed, key)
        dialog = ConfirmDialog(self._desk, sentence, change, self._page)
        self._open(dialog, self._confirmed)

    def _write_confirmed(self, key: Key, session: Any, role: str) -> object:
        confirm = records.confirm if key.what == CASE else ending.confirm
        today = self._desk.now().date()
        return confirm(session, key.id, self._desk.viewer, role=role, today=today)

    def _confirmed(self, pair: tuple[Any, Any]) -> None:
        before, after = pair
        if before != after:
            self._say("Confirmed.")

    def _open_case(self, case_id: int) -> None:
        self.write(
            partial(_with, looking.case, case_id, self._desk.viewer), self._show_case
        )

    def _show_case(self, record: Record) -> None:
        self._open(CaseEditor(self._desk, record, self._page), self._saved)

    def _bar(self, reference: str) -> None:
        today = self._desk.now().date()
        with self._desk.database.read() as session:
            proposed = not_to_use.proposed(session, reference, today)
        self._open(NotToUseEditor(self._desk, proposed, self._page), self._saved)

    def _merge(self, reference: str) -> None:
        self._open(MergeDialog(self._desk, reference, self._page), self._merged)

    def _merged(self, merged: Merged) -> None:
        self._desk.host.say(f"Merged. {merged.words}")

    def _gather(self, reference: str) -> None:
        self.write(
            partial(_with, holdings.everything, reference, self._desk.viewer),
            self._show_held,
        )

    def _show_held(self, held: Holdings) -> None:
        HoldingsDialog(held, self._page).open()

    def _renewed(self, pairs: tuple[tuple[Link | NotToUse, Any], ...]) -> None:
        self._say(f"Renewed {count(len(pairs), 'record')}.")

    def _tell(self, found: Reason) -> None:
        dialog = MessageDialog(self._page, found.code, found.words)
        for cause in found.causes or (OVER,):
            dialog.body.addWidget(Words(cause, wrap=True))
        dialog.primary("Close")
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, work: Callable[[Any], Any], done: Callable[[Any], object]) -> None:
        """Look something up off the screen's thread, then ``done`` with it."""
        self._desk.jobs.run(
            "",
            partial(self._reading, work),
            done,
            failed=self._failed,
            lane=Lane.QUICK,
        )

    def _reading(self, work: Callable[[Any], Any], _progress: Progress) -> object:
        with self._desk.database.read() as session:
            return work(session)

    def write(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], object],
        name: str = "",
    ) -> None:
        """Do it in a unit of work off the screen's thread, then ``done`` with it.

        What has a name can be undone; a look that is written down cannot.
        """
        self._desk.jobs.run(
            "",
            partial(self._in_a_unit, work, name),
            done,
            failed=self._failed,
            lane=Lane.QUICK,
        )

    def _in_a_unit(
        self, work: Callable[[Any], Any], name: str, _progress: Progress
    ) -> object:
        with self._desk.database.write(name) as session:
            return work(session)

    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.refused.emit(str(trouble))

    def _say(self, message: str) -> None:
        self._desk.host.say(message, undoable=True)


def _renamed(before: object, after: object) -> bool:
    """Whether a reference was put right."""
    if isinstance(before, Record) and isinstance(after, Record):
        return before.reference != after.reference
    return False


def _with(change: Callable[..., Any], *what: Any, **more: Any) -> Any:
    """The change with the session, which comes last, put first."""
    *given, session = what
    return change(session, *given, **more)


def _key(record: Link | NotToUse) -> Key:
    """Which record that is."""
    return Key(LINK if isinstance(record, Link) else VENUE, record.id or 0)
