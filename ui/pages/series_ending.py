"""Ends a series early: this date and those after it are cancelled, with one reason."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.cancel import CancelDialog
from ui.jobs import Lane, Progress
from ui.preferences import TWENTY_FOUR
from venues.database import catalogue as catalogues
from venues.domain.words import count, day, span
from venues.errors import VenuesError
from venues.services import hire_costs
from venues.services.series import ending, opened
from venues.services.series.ending import Ended
from venues.services.series.opened import Opened, Scope

VERB = "End series…"


class SeriesEnding(QObject):
    """Asks why, and cancels them in one unit of work, which can be undone."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self, booking_id: int) -> CancelDialog | None:
        """The question; none, and a word why, where the series is not theirs to end."""
        desk = self._desk
        four = desk.preferences[TWENTY_FOUR]
        try:
            with desk.database.read() as session:
                here = opened.of_booking(
                    session, booking_id, desk.viewer, now=desk.now()
                )
                rooms = catalogues.read(session).rooms
                dates = here.of(Scope.LATER)
                costs = hire_costs.cancelling(
                    session,
                    [each.booking_id for each in dates],
                    desk.viewer,
                    now=desk.now(),
                )
        except VenuesError as trouble:
            desk.host.say(str(trouble))
            return None
        said = []
        for each in dates:
            period = each.request.period
            hours = span(period.starts, period.ends, twenty_four=four)
            room = rooms[each.request.room_ids[0]]
            said.append(f"{day(period.day)}, {hours}, {room.name}")
        dialog = CancelDialog(said, self._page, costs=costs.words)
        dialog.setWindowTitle("End series")
        dialog.agreed.connect(partial(self._end, dialog, here))
        return dialog

    def _end(self, dialog: CancelDialog, here: Opened, reason: str) -> None:
        self._desk.jobs.run(
            "",
            partial(_end, self._desk, here, reason),
            partial(self._ended, dialog),
            failed=dialog.refuse,
            lane=Lane.QUICK,
        )

    def _ended(self, dialog: CancelDialog, ended: Ended) -> None:
        desk = self._desk
        said = f"Cancelled {count(len(ended.cancelled), 'booking')}. The series ends."
        tells = dict.fromkeys(each.tell for each in ended.cancelled if each.tell)
        desk.host.say(" ".join([said, *tells]), undoable=True)
        dialog.accept()


def _end(desk: Desk, here: Opened, reason: str, _progress: Progress) -> Ended:
    with desk.database.write("end of a series") as session:
        return ending.end(
            session,
            here.id,
            desk.viewer,
            last=here.chosen.day - timedelta(1),
            reason=reason,
            now=desk.now(),
        )
