"""The bookings that a later change hit, each for somebody to decide."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui import looking_again
from ui.desk import Desk
from ui.dialogs.message import tell
from ui.dialogs.queue import QueueDialog
from ui.dialogs.reason_form import ReasonForm, Why
from ui.jobs import Lane, Progress
from ui.models import reviews as words
from ui.models.table import Column
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.underway import Underway
from venues.domain.privacy import Sight
from venues.services.reviews import listing, reasons
from venues.services.reviews.listing import Item, Taken

KEEP = (
    "The venue lets us in all the same",
    "It was looked into and it is safe",
    "The need is met in another way",
    "It no longer applies",
)
NONE = (
    "No booking needs review",
    (
        "When something changes after a booking was made, such as a closure or an "
        "assessment, the bookings it hits stand here."
    ),
)


class ReviewsDialog(QueueDialog):
    """The list; moving, cancelling and finding another room are the page's.

    Signals:
        wanted: something is to be done with a booking; carries "move", "cancel",
            "elsewhere" or "room", and what may be seen of the booking.
    """

    wanted = Signal(str, object)
    shows = frozenset({"booking", "review", "worker", "sign_off"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Needs review", NONE, parent)
        self.underway = Underway()
        self.head.addWidget(self.underway)
        job = looking_again.begin(desk, self.fail, title="")
        self.underway.follow(job, f"{looking_again.TITLE}…")

    def columns(self) -> Sequence[Column[Item]]:
        """When, how it stands, where, whose, and what changed."""
        return words.review_columns(self.twenty_four)

    def buttons(self) -> Sequence[Button]:
        """What can be done with the booking in front."""
        self.move_it = PrimaryButton("Move…")
        self.elsewhere = Button("Find another room")
        self.room = Button("All of this room…")
        self.room.setToolTip("Find other places for all bookings it no longer suits")
        self.room.setVisible(self.desk.viewer.edits_venues)
        self.cancel = Button("Cancel booking…")
        self.keep = Button("Keep with a reason…")
        self.why = Button("Open the reason…")
        self.tell_it = Button("This one moves")
        self.tell_it.setToolTip("Tell its worker to move it, without a reason")
        self.move_it.clicked.connect(partial(self._want, "move"))
        self.elsewhere.clicked.connect(partial(self._want, "elsewhere"))
        self.room.clicked.connect(partial(self._want, "room"))
        self.cancel.clicked.connect(partial(self._want, "cancel"))
        self.keep.clicked.connect(self._keep)
        self.why.clicked.connect(self._open_reason)
        self.tell_it.clicked.connect(self._tell)
        return (
            self.move_it,
            self.elsewhere,
            self.room,
            self.cancel,
            self.keep,
            self.why,
            self.tell_it,
        )

    def read(self) -> tuple[Item, ...]:
        """The list as it is; what is looked for meanwhile comes onto it."""
        desk = self.desk
        with desk.database.read() as session:
            return listing.read(session, desk.viewer, desk.now())

    def key(self, item: Item) -> object:
        """Its row."""
        return item.id

    def done(self, result: int) -> None:
        self.underway.cancel()
        super().done(result)

    def follow(self, item: Item | None) -> None:
        """Say what changed; the buttons are for what is chosen."""
        person = item is not None and item.for_a_person and not item.gone
        for button in (self.move_it, self.elsewhere, self.cancel, self.keep):
            button.setEnabled(item is not None)
        self.room.setEnabled(item is not None and not item.for_a_person)
        for button in (self.why, self.tell_it):
            button.setVisible(person)
        if item is None:
            self.say("")
            return
        full = item.seen.sight is Sight.FULL
        self.elsewhere.setText("Find another room" if full else "Show in schedule")
        self.tell_it.setEnabled(not item.told)
        about = " · ".join(filter(None, (item.seen.kind, item.seen.cases)))
        when = words.when(item.seen.starts, item.seen.ends, self.twenty_four())
        self.say(f"{when}, {words.place(item)}", about, item.words)

    def _want(self, what: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        item = self.current()
        if item is not None:
            self.wanted.emit(what, item.seen)

    @Slot()
    def _keep(self) -> None:
        item, desk = self.current(), self.desk
        if item is None:
            return

        name = f"keeping of the booking in {item.room.name}"

        def work(why: Why) -> Taken:
            with desk.database.write(name) as session:
                return listing.keep(
                    session, item.id, desk.viewer, why.reason, now=desk.now()
                )

        form = ReasonForm(
            desk,
            "Keep the booking as it is",
            "Keep booking",
            work,
            self,
            said=item.words,
            reasons=KEEP,
        )
        form.saved.connect(partial(self._kept, item))
        form.open()

    def _kept(self, item: Item, taken: object) -> None:
        if not isinstance(taken, Taken):
            return
        self.desk.host.say(f"Kept the booking in {item.room.name}.", undoable=True)
        self.notice.clear()

    @Slot()
    def _open_reason(self) -> None:
        item, desk = self.current(), self.desk
        if item is None:
            return

        def look(_progress: Progress) -> tuple[str, ...]:
            with desk.database.write() as session:
                return reasons.open_reason(
                    session, item.id, desk.viewer, now=desk.now()
                )

        desk.jobs.run("", look, self._show_reason, failed=self.fail, lane=Lane.QUICK)

    @Slot(object)
    def _show_reason(self, sentences: tuple[str, ...]) -> None:
        tell(self, "The reason", "\n".join((*sentences, RECORDED)))

    @Slot()
    def _tell(self) -> None:
        item, desk = self.current(), self.desk
        if item is None:
            return

        def work(_progress: Progress) -> None:
            with desk.database.write("telling of a worker") as session:
                listing.tell(session, item.id, desk.viewer, now=desk.now())

        desk.jobs.run("", work, self._told, failed=self.fail, lane=Lane.QUICK)

    @Slot(object)
    def _told(self, _: object) -> None:
        desk = self.desk
        desk.host.say("Its worker is told to move it, without a reason.", undoable=True)
        self.notice.clear()


RECORDED = "That you looked is on record."
