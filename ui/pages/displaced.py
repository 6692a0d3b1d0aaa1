"""Bookings that have to go: where each of them goes, before anything changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.message import tell
from ui.dialogs.reason_form import ReasonForm
from ui.dialogs.rehousing_choice import Chosen, RehousingChoice
from ui.jobs import Job
from ui.models import rehousing as words
from ui.pages.displaced_work import DisplacedWork, Done
from ui.preferences import TWENTY_FOUR
from ui.widgets.displaced_view import DisplacedView
from ui.widgets.text import announce
from venues.errors import Stale, VenuesError
from venues.services.rehousing import looking, unmet
from venues.services.rehousing.looking import Looked
from venues.services.rehousing.values import Cause, Choices, Line, Outcome, Plan

NOTHING_YET = "Nothing changes until you press {}. You can undo it for a day."
BETTER = "The search was stopped after 2 seconds; a better plan may exist."
CHANGED = "Something changed meanwhile. Plan again to see what is possible now."
AGREED = (
    "Some places need something to be agreed to first, such as blinds kept down. "
    "The reason is kept with each booking that goes to one, and its worker is told."
)
CLASHING = "What was chosen by hand does not go together: {}."
SHOWS = frozenset({"booking", "closure", "room", "venue", "hours", "assessment"})


class DisplacedPage(DisplacedView):
    """The plan for one cause: a venue that closes, a room that fails, a worker away.

    Signals:
        left: nothing more is to be done here.
    """

    left = Signal()
    help_topic = "venues"

    def __init__(self, desk: Desk, cause: Cause, parent: QWidget | None = None) -> None:
        columns = words.plan_columns(cause, self._twenty_four)
        super().__init__(columns, parent)
        self._desk, self._cause = desk, cause
        self._plan: Plan | None = None
        self._looked: Looked | None = None
        self._making: Job | None = None
        self._saving = False
        self._work = DisplacedWork(desk, self)
        self.cancel.clicked.connect(self.leave)
        self.again.clicked.connect(self.begin)
        self.question.pressed.connect(self._look)
        self.go.clicked.connect(self._apply)
        self.choose.clicked.connect(self._choose)
        self.out.clicked.connect(self._leave_out)
        self.let.clicked.connect(self._let)
        self.rest.clicked.connect(self._ask_why)
        self.table.opened.connect(self._choose)
        self.table.selectionModel().currentChanged.connect(self._follow)
        desk.changes.committed.connect(self._follow_changes)

    @property
    def plan(self) -> Plan | None:
        """The plan on the page, once it is made."""
        return self._plan

    @Slot()
    def begin(self) -> None:
        """Plan, in the background, as things are now; ask first whoever has to be."""
        self.notice.clear()
        self._show(None)
        asks = self._looked is None and looking.asks(self._cause, self._desk.viewer)
        self.question.setVisible(asks)
        if asks:
            self._head()
            self.question.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.waiting.start("Looking for other places…")
        self._making = self._work.make(
            self._cause, self._looked, self._made, self._failed
        )

    @Slot()
    def leave(self) -> None:
        """Go away without changing anything."""
        if self._saving:
            return
        if self._making is not None:
            self._making.cancel()
        self.left.emit()

    def current(self) -> Line | None:
        """The booking in front."""
        found = self.table.current()
        return found if isinstance(found, Line) else None

    def focus_first(self) -> None:
        """Put the keyboard into the list, or on the way back."""
        here: QWidget = self.table if self.table.isVisible() else self.cancel
        if self.question.isVisible():
            here = self.question.button
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _twenty_four(self) -> bool:
        return self._desk.preferences[TWENTY_FOUR]

    def _head(self) -> None:
        """Say what the plan is about, while it is not made yet."""
        try:
            self.header.say(*self._work.heading(self._cause))
        except VenuesError as trouble:
            self.question.hide()
            self._failed(trouble)

    @Slot()
    def _look(self) -> None:
        self.question.hide()
        self.waiting.start("Looking for other places…")
        self._work.look(self._cause, self._may_look, self._failed)

    @Slot(object)
    def _may_look(self, looked: Looked) -> None:
        self._looked = looked
        self.begin()

    @Slot(object)
    def _made(self, plan: Plan) -> None:
        self._making = None
        self._planned(plan)
        self.focus_first()
        tallies = [f"{number} {said}" for number, _, said in words.tallies(plan)]
        announce(self.table, ", ".join(tallies))

    @Slot(object)
    def _planned(self, plan: Plan) -> None:
        self.waiting.stop()
        self._show(plan)

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        self._making, self._saving = None, False
        self.waiting.stop()
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))
        self.again.show()
        self.go.setEnabled(self._plan is not None and not isinstance(trouble, Stale))

    def _show(self, plan: Plan | None) -> None:
        self._plan = plan
        self.again.hide()
        self.show_lines(None if plan is None else plan.lines)
        if plan is None:
            return
        verb = words.verb(plan)
        self.header.say(plan.title, plan.when)
        self.go.setText(verb)
        self.go.setEnabled(not plan.clashing and words.does_something(plan))
        self.go.setVisible(words.does_something(plan))
        self.show_tallies(words.tallies(plan), words.further(plan))
        foot = NOTHING_YET.format(verb.partition(",")[0])
        self.foot.say(foot if plan.proven else f"{BETTER} {foot}")
        self.tell.setVisible(bool(plan.moving))
        self.rest.setVisible(words.needs_agreeing(plan))
        self.record.setVisible(bool(unmet.offered(plan)))
        if plan.clashing:
            at = partial(words.when, twenty_four=self._twenty_four())
            clashing = [at(plan.line(id_)) for id_ in plan.clashing]
            self.notice.say(CLASHING.format("; ".join(clashing)))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        line = self.current()
        for button in (self.choose, self.out, self.let):
            button.setEnabled(line is not None)
        self.about.say("\n".join(words.about(line)) if line else "")
        if line is not None:
            self.out.setVisible(line.outcome is not Outcome.LEFT_OUT)
            self.let.setVisible(line.by_hand)

    @Slot()
    def _choose(self) -> None:
        self._ask(self._work.choices, done=self._offer)

    @Slot(object)
    def _offer(self, choices: Choices) -> None:
        self.waiting.stop()
        dialog = RehousingChoice(choices, self._twenty_four, self)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    @Slot(object)
    def _chosen(self, chosen: Chosen) -> None:
        self._ask(self._work.choose, chosen)

    @Slot()
    def _leave_out(self) -> None:
        self._ask(self._work.leave_out)

    @Slot()
    def _let(self) -> None:
        self._ask(self._work.let_plan)

    @Slot()
    def _ask_why(self) -> None:
        form = ReasonForm(
            self._desk,
            "Place the rest",
            "Look for places",
            lambda why: why.reason,
            self,
            said=AGREED,
            reasons=(self._plan.when.rpartition(", ")[2],) if self._plan else (),
        )
        form.saved.connect(self._place_rest)
        form.open()

    @Slot(object)
    def _place_rest(self, reason: object) -> None:
        if self._plan is not None:
            self.notice.clear()
            self.waiting.start("Looking for other places…")
            self._making = self._work.place_rest(
                self._plan, str(reason), self._made, self._failed
            )

    def _ask(
        self,
        work: Callable[..., object],
        *what: object,
        done: Callable[..., object] | None = None,
    ) -> None:
        """Do something about the booking in front, and show what comes of it."""
        line, plan = self.current(), self._plan
        if line is not None and plan is not None and not self._saving:
            self.notice.clear()
            self.waiting.start("Planning around it…")
            work(plan, line.booking_id, *what, done or self._planned, self._failed)

    @Slot()
    def _apply(self) -> None:
        plan = self._plan
        if plan is None or self._saving:
            return
        self._saving = True
        self.go.setEnabled(False)
        self.notice.clear()
        self.waiting.start("Moving the bookings…")
        self._work.apply(
            plan,
            self._done,
            self._failed,
            tell=self.tell.isChecked(),
            record=self.record.isChecked(),
        )

    @Slot(object)
    def _done(self, done: Done) -> None:
        self._saving = False
        self.waiting.stop()
        window = self.window()
        self.left.emit()
        if done.applied.tell:
            sentences = "\n".join(done.applied.tell)
            tell(window, "Tell these venues", sentences, action="Close")

    @Slot(frozenset)
    def _follow_changes(self, tables: frozenset[str]) -> None:
        """What the plan stands on may have gone; the save would find out anyway."""
        if tables & SHOWS and self._plan is not None and not self._saving:
            self.notice.say(CHANGED)
            self.again.show()
