"""Asking a manager for a booking that was refused: one button for every reason."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.reason_form import ReasonForm, Why
from ui.pages.booking_work import Outcome
from ui.widgets.buttons import Button
from venues.services.asking import Request
from venues.services.sign_offs import asking

SAID = (
    "A manager decides for this booking only. You see “Signed off” or “Not signed "
    "off” on Today."
)
ASKED = "A manager has been asked. You find the answer on Today."


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused, and the code that was given for it."""

    request: Request
    code: str | None
    booking_id: int | None


class ManagerAsking(QObject):
    """Offers the button after a refusal, and asks.

    Signals:
        asked: a manager has been asked.
    """

    asked = Signal()

    def __init__(self, desk: Desk, button: Button, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._button, self._page = desk, button, page
        self._refusal: Refusal | None = None
        button.clicked.connect(self._open)

    def offer(self, request: Request, outcome: Outcome, booking_id: int | None) -> None:
        """Show the button where a manager could pass what stands in the way."""
        refused = outcome.refused
        self._refusal = None
        if refused is not None and asking.may_ask(refused.findings):
            self._refusal = Refusal(request, refused.code, booking_id)
        self._button.setVisible(self._refusal is not None)

    @Slot()
    def _open(self) -> None:
        refusal = self._refusal
        if refusal is None:
            return
        form = ReasonForm(
            self._desk,
            "Ask a manager",
            "Ask",
            partial(self._ask, refusal),
            self._page,
            said=SAID,
            needed=False,
        )
        form.saved.connect(self._asked)
        form.open()

    def _ask(self, refusal: Refusal, why: Why) -> int:
        desk = self._desk
        with desk.database.write() as session:
            return asking.ask(
                session,
                refusal.request,
                desk.viewer,
                now=desk.now(),
                code=refusal.code,
                why=why.reason,
                booking_id=refusal.booking_id,
            )

    @Slot(object)
    def _asked(self, id_: object) -> None:
        desk = self._desk
        if not isinstance(id_, int):
            return

        def back() -> None:
            with desk.database.write() as session:
                asking.withdraw(session, id_, desk.viewer)

        def again() -> None:
            with desk.database.write() as session:
                asking.ask_again(session, id_, desk.viewer)

        self._button.hide()
        desk.undo.push("asking a manager", back, again)
        desk.host.say(ASKED, undoable=True)
        self.asked.emit()
