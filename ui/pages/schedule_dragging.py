"""What becomes of what is dragged: judged on its way, booked or moved at its end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from ui.desk import Desk
from ui.jobs import Progress
from ui.pages.schedule_actions import ScheduleActions
from ui.pages.schedule_changes import wanted
from ui.pages.schedule_table import ScheduleTable
from ui.widgets.carry import Target, Verdict
from ui.widgets.carrying_grid import CarryingGrid
from ui.widgets.overlay import WaitOverlay
from venues.domain.findings import Finding, Reason
from venues.errors import Refused, VenuesError
from venues.services import moves
from venues.services.sign_offs import asking

PAUSE = 40  # milliseconds; a drag crosses many places in which it does not stay
KEY = "schedule drag"
PASSED = "That time has passed. Choose a later one."


class Dragging(QObject):
    """Asks the rules off the interface's thread, for the newest place only."""

    def __init__(
        self, desk: Desk, table: ScheduleTable, actions: ScheduleActions
    ) -> None:
        super().__init__(table)
        self._desk, self._table, self._actions = desk, table, actions
        self._target: Target | None = None
        self._waiting = WaitOverlay(table)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)

    def follow(self, grid: CarryingGrid) -> None:
        """Judge and take in what is dragged in that table."""
        grid.tried.connect(self.consider)
        grid.dropped.connect(self.drop)

    @Slot(object)
    def consider(self, target: Target) -> None:
        """Judge the target soon; a new booking at once, by what is on screen."""
        if target.seen is None:
            words = self._obstacle(target)
            self._table.grid.judge(target, Verdict(words, bool(words)))
            return
        self._target = target
        if not self._timer.isActive():
            self._timer.start()

    @Slot(object)
    def drop(self, target: Target) -> None:
        """Book or move to where something was dropped."""
        self._timer.stop()
        self._desk.jobs.forget(KEY)
        if (move := wanted(target)) is not None:
            done, failed = partial(self._land, target), partial(self._stay, target)
            self._waiting.start("Moving…")
            self._actions.move(move, done, failed)
            return
        self._table.grid.let_go()
        if words := self._obstacle(target):
            self._desk.host.say(words)
        else:
            self._actions.book(target.room_id, target.starts, target.ends)

    def _obstacle(self, target: Target) -> str:
        """Why nothing can be booked there, or nothing."""
        if target.ends <= self._desk.now():
            return PASSED
        return self._table.sheet.obstacle(target.room_id, target.period)

    def _land(self, target: Target) -> None:
        """Put the keyboard on what was moved, where it is now."""
        self._waiting.stop()
        grid = self._table.grid
        grid.let_go()
        sought = (target.room_id, target.seen.booking_id if target.seen else None)
        for cell in grid.sheet.cells():
            if cell.key == sought:
                grid.choice.make_current(cell)

    def _stay(self, target: Target, trouble: Exception) -> None:
        """Nothing has changed: say why, or ask for the reasons that are wanted."""
        self._waiting.stop()
        self._table.grid.let_go()
        if not isinstance(trouble, VenuesError):
            self._desk.jobs.unexpected.emit(trouble)
        elif target.seen is not None and _only_warns(trouble):
            self._actions.ask_move(target.seen, target)
        elif target.seen is not None and _can_be_asked(trouble):
            self._actions.ask_move(target.seen, target).refuse(trouble)
        else:
            self._desk.host.say(str(trouble))

    @Slot()
    def _look(self) -> None:
        target, desk = self._target, self._desk
        carry = self._table.grid.carry
        move = wanted(target) if target is not None else None
        if target is None or move is None or carry is None:
            return  # it was let go meanwhile

        def look(_progress: Progress) -> tuple[Finding, ...]:
            with desk.database.read() as session:
                return moves.examine(session, move, desk.viewer, now=desk.now())

        done, failed = partial(self._tell, target), partial(self._fail, target)
        desk.jobs.latest(KEY, look, done, failed=failed)

    def _tell(self, target: Target, findings: tuple[Finding, ...]) -> None:
        refusals = [found for found in findings if found.refuses]
        words = next((found.message for found in refusals or findings), "")
        if words and not refusals:
            words = f"{words} You will be asked why."
        self._table.grid.judge(target, Verdict(words, bool(refusals)))

    def _fail(self, target: Target, trouble: Exception) -> None:
        if isinstance(trouble, VenuesError):
            self._table.grid.judge(target, Verdict(str(trouble), refused=True))
        else:
            self._desk.jobs.unexpected.emit(trouble)


def _only_warns(trouble: Exception) -> bool:
    """Whether reasons would be enough."""
    return isinstance(trouble, Refused) and all(
        found.acceptable for found in trouble.findings
    )


def _can_be_asked(trouble: Exception) -> bool:
    """Whether there is somebody to ask: a manager, or whoever holds the room."""
    if not isinstance(trouble, Refused):
        return False
    refused = [each for each in trouble.findings if each.refuses]
    taken = any(each.reason is Reason.BOOKED for each in refused)
    return taken or asking.may_ask(refused)
