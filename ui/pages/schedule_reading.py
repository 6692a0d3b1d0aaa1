"""Which rooms and days the schedule shows, and how they are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter

from ui.desk import Desk
from ui.models.day import day_sheet, room_sheet
from ui.models.grid import Sheet
from ui.models.week import week_sheet
from ui.pages.schedule_bar import ALL, DAY, MINE, ROOM, Entry
from ui.preferences import TWENTY_FOUR
from venues.domain.proposal import Room, Venue
from venues.services import diary
from venues.services.diary import Diary

SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants to see.

    ``scope`` is "all", "mine", "authority:2" or "venue:7"; ``folded`` are the venues
    whose rooms are hidden.
    """

    view: str
    day: date
    scope: str
    room_id: int = 0
    folded: frozenset[int] = frozenset()

    @property
    def monday(self) -> date:
        """The first day of the week that is shown."""
        return self.day - timedelta(days=self.day.weekday())

    def stepped(self, step: int) -> Choice:
        """The day or the week before (-1) or after (1)."""
        by = timedelta(days=step if self.view == DAY else 7 * step)
        return replace(self, day=self.day + by)


def read(desk: Desk, choice: Choice) -> Sheet:
    """The sheet of what was chosen; one without bands when there is nothing."""
    four = desk.preferences[TWENTY_FOUR]
    if choice.view == DAY:
        rows = _diary(desk, choice, choice.day, 1)
        return day_sheet(rows, folded=choice.folded, twenty_four=four)
    rows = _without_idle_sunday(_diary(desk, choice, choice.monday, 7))
    if choice.view == ROOM:
        return room_sheet(rows, twenty_four=four)
    return week_sheet(rows, folded=choice.folded, twenty_four=four)


def scopes(rooms: Collection[Room]) -> list[Entry]:
    """Whose rooms can be chosen: everybody's, one's own, an authority's, a venue's."""
    found: list[Entry] = [(ALL, "All four authorities", 0), (MINE, "Mine only", 0)]
    venues: dict[tuple[str, int], dict[int, Venue]] = {}
    for room in rooms:
        venue = room.venue
        venues.setdefault((venue.authority, venue.authority_id), {})[venue.id] = venue
    for (name, id_), each in sorted(venues.items()):
        found.append((f"authority:{id_}", name, 0))
        named = sorted(each.values(), key=attrgetter("name"))
        found += [(f"venue:{venue.id}", venue.name, 1) for venue in named]
    return found


def room_list(rooms: Iterable[Room]) -> list[Entry]:
    """All rooms, under their venues."""
    found: list[Entry] = []
    last = 0
    for room in rooms:
        if room.venue.id != last:
            found.append((None, room.venue.name, 0))
            last = room.venue.id
        found.append((room.id, room.name, 1))
    return found


def _diary(desk: Desk, choice: Choice, first: date, days: int) -> Diary:
    kind, _, number = choice.scope.partition(":")
    ids = [int(number)] if number else []
    with desk.database.read() as session:
        if choice.view == ROOM:
            ids = [choice.room_id]
            return diary.read(
                session, desk.viewer, first=first, days=days, room_ids=ids
            )
        if choice.scope == MINE:
            mine = diary.read(session, desk.viewer, first=first, days=days, mine=True)
            if not mine.rooms:
                return mine
            # The rooms of one's own bookings, and in them everybody's: a room that
            # looks free because others were left out would be booked in vain.
            ids = [room.id for room in mine.rooms]
            return diary.read(
                session, desk.viewer, first=first, days=days, room_ids=ids
            )
        return diary.read(
            session,
            desk.viewer,
            first=first,
            days=days,
            authority_ids=ids if kind == "authority" else (),
            venue_ids=ids if kind == "venue" else (),
        )


def _without_idle_sunday(rows: Diary) -> Diary:
    """The week to its Saturday, unless something is there on Sunday."""
    sunday = rows.days[-1]
    busy = any((room.id, sunday) in rows.seen for room in rows.rooms)
    opens = any(rows.hours[room.id, sunday].usable for room in rows.rooms)
    return rows if busy or opens else replace(rows, days=rows.days[:-1])
