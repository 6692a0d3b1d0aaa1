"""What else a booking is good for: its venue, whoever comes, a calendar file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from ui import clipboard
from ui.calendar_saving import CalendarSaving
from ui.desk import Desk
from ui.dialogs.ask_venues import AskVenuesDialog
from ui.dialogs.outing_editor import OutingEditor
from ui.dialogs.series_dates import SeriesDatesDialog
from ui.pages import series_changing, series_ending
from ui.pages.schedule_table import ScheduleTable
from ui.pages.series_changing import SeriesChanging
from ui.pages.series_ending import SeriesEnding
from ui.preferences import TWENTY_FOUR
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Room
from venues.services import directions, police_there
from venues.services.police_there import Police
from venues.services.rehousing.values import One
from venues.services.series import reading

ANSWER, CALENDAR, WORDS, WAY = "answer", "calendar", "words", "directions"
SERIES, ENDING, DATES = "series", "ending", "dates"
ELSEWHERE = "elsewhere"
CAME, STAYED_AWAY = "police came", "police did not come"
TITLES = {
    CAME: "Police came",
    STAYED_AWAY: "Police did not come",
    WORDS: "Copy words to send",
    WAY: "Directions…",
    CALENDAR: "Calendar file…",
    ANSWER: "Venue's answer…",
    ELSEWHERE: "Find another room…",
    SERIES: series_changing.VERB,
    ENDING: series_ending.VERB,
    DATES: "All its dates…",
}
NOTED = "Noted: the police came."
NOTED_AWAY = "Noted: the police did not come."
COPIED = "Copied the words for whoever comes."
CUT = f"{COPIED} What would tell why they come is left out."


class Asides(QObject):
    """Steps aside from a booking, which change nothing about when and where it is."""

    def __init__(self, desk: Desk, table: ScheduleTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._calendar = CalendarSaving(desk, table)
        self._series = SeriesChanging(desk, table)
        self._ending = SeriesEnding(desk, table)

    def offered(self, row: Seen, room: Room) -> list[tuple[str, str]]:
        """Which there are for that booking, and what their buttons say."""
        if row.booking_id is None:
            return []
        repeats = [DATES] if self._number(row.booking_id) is not None else []
        came = self._police(row)
        asks = came is not None and row.starts <= self._desk.now()
        keys = [CAME, STAYED_AWAY] if asks else []
        if row.ends <= self._desk.now():
            return [(key, TITLES[key]) for key in [*keys, *repeats]]
        keys += [WORDS, WAY]
        keys += [ELSEWHERE] if row.own else []
        keys += [CALENDAR] if row.own else []
        keys += [ANSWER] if room.venue.by_request else []
        keys += [SERIES, ENDING] if self._series.offers(row) else []
        keys += repeats
        return [(key, TITLES[key]) for key in keys]

    def facts(self, row: Seen) -> list[tuple[str, str]]:
        """What else is known of it, for those who see all of it."""
        found = self._police(row)
        return [("Police", found.words)] if found is not None else []

    def take(self, key: str, row: Seen) -> QDialog | None:
        """Take that step; gives the dialog that is to be shown, if there is one."""
        if row.booking_id is None:
            return None
        id_ = row.booking_id
        steps: dict[str, Callable[[], QDialog | None]] = {
            CAME: partial(self._note, id_, came=True),
            STAYED_AWAY: partial(self._note, id_, came=False),
            WORDS: partial(self._copy, id_),
            WAY: partial(self._directions, row),
            ANSWER: partial(AskVenuesDialog, self._desk, self._table, booking_id=id_),
            DATES: partial(self._dates, id_),
            SERIES: partial(self._series.editor, id_),
            ENDING: partial(self._ending.ask, id_),
            CALENDAR: partial(self._calendar.ask, [id_]),
            ELSEWHERE: partial(self._elsewhere, id_),
        }
        return steps[key]()

    def plan_outing(self) -> None:
        """Plan to be out, for one's own diary."""
        OutingEditor(self._desk, None, self._table).open()

    def _number(self, booking_id: int) -> int | None:
        with self._desk.database.read() as session:
            return reading.of_booking(session, booking_id)

    def _dates(self, booking_id: int) -> QDialog | None:
        number = self._number(booking_id)
        if number is None:
            return None
        return SeriesDatesDialog(self._desk, number, self._table)

    def _elsewhere(self, booking_id: int) -> None:
        self._desk.host.show_page("venues", displaced=One(booking_id=booking_id))

    def _police(self, row: Seen) -> Police | None:
        if row.booking_id is None or row.sight is not Sight.FULL:
            return None
        with self._desk.database.read() as session:
            return police_there.read(session, row.booking_id, self._desk.viewer)

    def _note(self, booking_id: int, *, came: bool) -> None:
        """Write down whether the police came; it can be undone."""
        desk = self._desk
        with desk.database.write("note about the police") as session:
            police_there.note(
                session, booking_id, desk.viewer, came=came, now=desk.now()
            )
        desk.host.say(NOTED if came else NOTED_AWAY, undoable=True)

    def _copy(self, booking_id: int) -> None:
        desk = self._desk
        with desk.database.read() as session:
            words = directions.words_for(
                session,
                desk.viewer,
                booking_id,
                twenty_four=desk.preferences[TWENTY_FOUR],
            )
        clipboard.copy(words.text)
        desk.host.say(CUT if words.cut else COPIED)

    def _directions(self, row: Seen) -> QDialog:
        # Loaded only now: printing takes long to import, and most days nobody prints.
        from ui.dialogs.print_directions import DirectionsDialog  # noqa: PLC0415

        venue = self._table.sheet.rooms[row.room_id].venue
        return DirectionsDialog(
            self._desk, venue.id, self._table, booking_id=row.booking_id
        )
