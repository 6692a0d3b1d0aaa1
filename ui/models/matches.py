"""The rooms that fit, in words: what a row of the results says and shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from ui.models.table import NOWHERE, ROW_ROLE
from venues.domain import verdict
from venues.domain.opening import closed_times
from venues.domain.period import Period
from venues.domain.proposal import LAYOUTS, Room, Span
from venues.domain.verdict import Badge
from venues.domain.words import clock, miles, minutes, price
from venues.services.finding import Found, Judged, Match

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Stretch = tuple[int, int]  # from, to: minutes since midnight

BADGED = frozenset({"R9"})
"""Rules whose warnings the badges tell."""

DOT = "\u00a0· "  # which never begins a line


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRow:
    """A room that fits: its words, and its day in minutes since midnight.

    ``start`` says so when it fits at another time than the one asked for.
    """

    match: Match
    name: str
    place: str
    facts: str
    start: str
    badges: tuple[Badge, ...]
    warnings: tuple[str, ...]
    fourth: str
    busy: tuple[Stretch, ...]
    closed: tuple[Stretch, ...]
    wish: Stretch

    @property
    def spoken(self) -> str:
        """The whole row for those who hear it."""
        parts = [
            f"{self.name}, {self.place}",
            self.start,
            self.facts.replace(DOT, ", "),
        ]
        parts += [badge_spoken(each) for each in self.badges]
        return ". ".join(part for part in (*parts, *self.warnings, self.fourth) if part)


class MatchList(QAbstractListModel):
    """The rooms that fit, in the order they were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[MatchRow] = ()

    @property
    def rows(self) -> Sequence[MatchRow]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[MatchRow]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place(self, room_id: int | None) -> int:
        """The number of the row of that room, or -1."""
        found = (n for n, row in enumerate(self._rows) if row.match.room.id == room_id)
        return next(found, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.DisplayRole:
            return row.name
        if role == Role.AccessibleTextRole:
            return row.spoken
        return row if role == ROW_ROLE else None


def rows(
    found: Found,
    moved: Iterable[Match] = (),
    twenty_four: bool = False,  # noqa: FBT001, FBT002 - as the setting stands
) -> list[MatchRow]:
    """The rooms that fit, then those that fit at another start."""
    judged = found.judged
    return [_row(match, judged, "") for match in found.matches] + [
        _row(match, judged, f"at {clock(match.period.starts, twenty_four=twenty_four)}")
        for match in moved
    ]


def badges(match: Match) -> tuple[Badge, ...]:
    """The three badges of a room; none where nobody has been to see it."""
    seen = match.room.record.venue.visit is not None
    return verdict.badges(match.standing) if seen else ()


def badge_spoken(badge: Badge) -> str:
    """A badge for those who hear it."""
    return badge.said if badge.words else f"{badge.name}, in order"


def place(room: Room) -> str:
    """The venue and its town, the town said once."""
    venue = room.venue
    if not venue.town or venue.town in venue.name:
        return venue.name
    return f"{venue.name}, {venue.town}"


def facts(match: Match, layout: str | None, *, distance: bool = True) -> list[str]:
    """What there is to know of a room before it is booked, a few words each."""
    room = match.room
    seats = room.seats.get(layout, 0) if layout else room.capacity
    said = [miles(match.metres)] if distance and match.metres is not None else []
    said.append(f"seats {seats} {LAYOUTS[layout]}" if layout else f"seats {seats}")
    said += room_facts(room)
    cost = price(room.rate)
    if room.rate and room.venue.min_hire > match.period.minutes:
        cost += f", {minutes(room.venue.min_hire)} at least"
    said.append(cost)
    if room.venue.by_request:
        said.append("the venue is asked first")
    return said


def room_facts(room: Room) -> list[str]:
    """The floor of a room and how it is reached."""
    floor = room.floor if "floor" in room.floor else f"{room.floor} floor"
    if room.reached_by == "stairs":
        return [f"{floor}, up stairs"]
    by_lift = " by lift" if room.reached_by == "lift" else ""
    return [
        f"{floor}{by_lift}, step-free"
        if room.provides("step-free")
        else floor + by_lift
    ]


def _row(match: Match, judged: Judged, start: str) -> MatchRow:
    """A room in words; how it stands only where somebody has been to see it."""
    layout, standing = judged.asked.layout, match.standing
    seen = match.room.record.venue.visit is not None
    today = judged.about.today or match.period.day
    return MatchRow(
        match=match,
        name=match.room.name,
        place=place(match.room),
        facts=DOT.join(facts(match, layout)),
        start=start,
        badges=badges(match),
        warnings=tuple(
            each.message
            for each in match.warnings
            if each.rule.partition(" ")[0] not in BADGED
        ),
        fourth=verdict.fourth(standing, today) if seen else "",
        busy=_stretches(match.day.busy, match.period),
        closed=_stretches(closed_times(match.day), match.period),
        wish=_stretch(match.period.starts, match.period.ends, match.period),
    )


def _stretches(spans: Iterable[Span], period: Period) -> tuple[Stretch, ...]:
    return tuple(_stretch(starts, ends, period) for starts, ends in spans)


def _stretch(starts: datetime, ends: datetime, period: Period) -> Stretch:
    """Minutes since the midnight of the appointment's day."""
    midnight = period.starts.replace(hour=0, minute=0)
    first, last = (
        int((moment - midnight).total_seconds()) // 60 for moment in (starts, ends)
    )
    return first, last
