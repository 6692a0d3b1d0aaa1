"""Asking a manager for a booking that was refused: one button for every reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.reason_form import ReasonForm, Why
from ui.pages.booking_work import Outcome
from ui.widgets.buttons import Button
from venues.domain.findings import Finding
from venues.services.asking import Request
from venues.services.moves import Move
from venues.services.sign_offs import asking, moving

SAID = (
    "A manager decides for this booking only. You see “Signed off” or “Not signed "
    "off” on Today."
)
ASKED = "A manager has been asked. You find the answer on Today."


Work = Callable[[Any, str], int]
"""Asks with a reason and returns the id of what was asked."""


class ManagerAsking(QObject):
    """Offers the button after a refusal, and asks.

    Signals:
        asked: a manager has been asked.
    """

    asked = Signal()

    def __init__(self, desk: Desk, button: Button, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._button, self._page = desk, button, page
        self._work: Work | None = None
        button.clicked.connect(self._open)

    def offer(self, request: Request, outcome: Outcome, booking_id: int | None) -> None:
        """Show the button where a manager could pass what stands in the way."""
        refused = outcome.refused

        def work(session: Any, why: str) -> int:
            return asking.ask(
                session,
                request,
                self._desk.viewer,
                now=self._desk.now(),
                code=refused.code if refused else None,
                why=why,
                booking_id=booking_id,
            )

        self._show(work, refused.findings if refused else ())

    def offer_move(self, move: Move, findings: Sequence[Finding]) -> None:
        """The same for a move."""

        def work(session: Any, why: str) -> int:
            desk = self._desk
            return moving.ask(session, move, desk.viewer, now=desk.now(), why=why)

        self._show(work, findings)

    def _show(self, work: Work, findings: Sequence[Finding]) -> None:
        self._work = work if asking.may_ask(findings) else None
        self._button.setVisible(self._work is not None)

    @Slot()
    def _open(self) -> None:
        if self._work is None:
            return
        form = ReasonForm(
            self._desk,
            "Ask a manager",
            "Ask",
            partial(self._ask, self._work),
            self._page,
            said=SAID,
            needed=False,
        )
        form.saved.connect(self._asked)
        form.open()

    def _ask(self, work: Work, why: Why) -> int:
        with self._desk.database.write("asking a manager") as session:
            return work(session, why.reason)

    @Slot(object)
    def _asked(self, id_: object) -> None:
        if not isinstance(id_, int):
            return
        self._button.hide()
        self._desk.host.say(ASKED, undoable=True)
        self.asked.emit()
