"""What else a booking is good for: asking its venue, a calendar file."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui.calendar_saving import CalendarSaving
from ui.desk import Desk
from ui.dialogs.ask_venues import AskVenuesDialog
from ui.pages.schedule_table import ScheduleTable
from venues.domain.privacy import Seen
from venues.domain.proposal import Room

ANSWER = "answer"
CALENDAR = "calendar"
TITLES = {ANSWER: "Venue's answer…", CALENDAR: "Calendar file…"}


class Asides(QObject):
    """Steps aside from a booking, which change nothing about when and where it is."""

    def __init__(self, desk: Desk, table: ScheduleTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._calendar = CalendarSaving(desk, table)

    def offered(self, row: Seen, room: Room) -> list[tuple[str, str]]:
        """Which there are for that booking, and what their buttons say."""
        if row.booking_id is None or row.ends <= self._desk.now():
            return []
        keys = [ANSWER] if room.venue.by_request else []
        keys += [CALENDAR] if row.own else []
        return [(key, TITLES[key]) for key in keys]

    def take(self, key: str, row: Seen) -> QDialog | None:
        """Take that step; gives the dialog that is to be shown, if there is one."""
        if key == ANSWER and row.booking_id is not None:
            return AskVenuesDialog(self._desk, self._table, booking_id=row.booking_id)
        if key == CALENDAR and row.booking_id is not None:
            return self._calendar.ask([row.booking_id])
        return None
