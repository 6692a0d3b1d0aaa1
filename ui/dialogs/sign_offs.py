"""What waits for a manager's yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.message import tell
from ui.dialogs.queue import QueueDialog
from ui.dialogs.reason_form import ReasonForm, Why
from ui.dialogs.reviews import RECORDED
from ui.jobs import Lane, Progress
from ui.models import reviews as words
from ui.models.table import Column
from ui.widgets.buttons import Button, PrimaryButton
from venues.domain.words import count, listing
from venues.services.sign_offs import deciding, queue
from venues.services.sign_offs.deciding import Decided
from venues.services.sign_offs.queue import Item

NONE = (
    "Nothing waits for a sign-off",
    (
        "When somebody asks a manager for a booking, or one needs a sign-off, it "
        "stands here."
    ),
)
HINDERED = "Nobody may pass all of that. It can only be declined."
ASKER = "Whoever asked sees “Signed off” or “Not signed off”, and no reason."


class SignOffsDialog(QueueDialog):
    """The facts that a decision takes, and a reason for it."""

    shows = frozenset({"booking", "sign_off", "condition", "worker", "case"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "To sign off", NONE, parent)

    def columns(self) -> Sequence[Column[Item]]:
        """When, who asks, for which case, where, and what for."""
        return words.sign_off_columns(self.twenty_four)

    def buttons(self) -> Sequence[Button]:
        """What can be done with the one in front."""
        self.yes = PrimaryButton("Sign off…")
        self.no = Button("Decline…")
        self.why = Button("Open the reason…")
        self.yes.clicked.connect(self._sign_off)
        self.no.clicked.connect(self._decline)
        self.why.clicked.connect(self._open_reason)
        return self.yes, self.no, self.why

    def read(self) -> tuple[Item, ...]:
        """The queue."""
        desk = self.desk
        with desk.database.read() as session:
            return queue.read(session, desk.viewer, desk.now())

    def key(self, item: Item) -> object:
        """Its row and its booking."""
        return item.key

    def follow(self, item: Item | None) -> None:
        """Say who asks for what, and what stands in the way."""
        self.yes.setEnabled(item is not None and not item.hindered)
        self.no.setEnabled(item is not None)
        self.why.setVisible(item is not None and item.for_a_person)
        if item is None:
            self.say("")
            return
        when = words.when(item.period.starts, item.period.ends, self.twenty_four())
        people = count(item.people, "person", "people")
        self.say(
            f"{when}, {words.rooms(item)}",
            f"{item.kind} for {words.cases(item)}, {people}, with "
            f"{listing(item.workers)}.",
            f"{item.asked_by}: {item.why}" if item.why else "",
            *item.words,
            HINDERED if item.hindered else "",
        )

    @Slot()
    def _sign_off(self) -> None:
        name = "sign-off of {}"
        decide = deciding.sign_off
        self._ask("Sign off this booking", "Sign off", deciding.YES, decide, name)

    @Slot()
    def _decline(self) -> None:
        name, decide = "declining of {}", deciding.decline
        self._ask("Decline this booking", "Decline", deciding.NO, decide, name)

    def _ask(
        self,
        title: str,
        verb: str,
        reasons: Sequence[str],
        decide: Callable[..., Decided],
        name: str,
    ) -> None:
        item, desk = self.current(), self.desk
        if item is None:
            return

        def work(why: Why) -> Decided:
            with desk.database.write(name.format(item.rooms[0].name)) as session:
                return decide(
                    session,
                    item.key,
                    desk.viewer,
                    why.reason,
                    why.note,
                    now=desk.now(),
                )

        form = ReasonForm(
            desk, title, verb, work, self, said=ASKER, reasons=reasons, noted=True
        )
        form.saved.connect(partial(self._decided, item))
        form.open()

    def _decided(self, item: Item, decided: object) -> None:
        if not isinstance(decided, Decided):
            return
        verb = "Signed off" if decided.state == "yes" else "Declined"
        self.notice.clear()
        self.desk.host.say(f"{verb}: {item.rooms[0].name}.", undoable=True)

    @Slot()
    def _open_reason(self) -> None:
        item, desk = self.current(), self.desk
        if item is None:
            return

        def look(_progress: Progress) -> tuple[str, ...]:
            with desk.database.write() as session:
                return queue.open_reason(session, item.key, desk.viewer, desk.now())

        desk.jobs.run("", look, self._show_reason, failed=self.fail, lane=Lane.QUICK)

    @Slot(object)
    def _show_reason(self, sentences: tuple[str, ...]) -> None:
        tell(self, "The reason", "\n".join((*sentences, RECORDED)))
