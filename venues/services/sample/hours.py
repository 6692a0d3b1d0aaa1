"""Sample data: when venues are open, staffed and ours to use, and when they close."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import BlockHire, ClosedDay, Closure, Hours, Term
from venues.domain.opening import Shut, Stretch, cut, hours_on
from venues.domain.proposal import Span
from venues.resources import table
from venues.services.sample.places import Spot
from venues.services.sample.rooms import Site
from venues.services.sample.rows import Rows

USES = ("open", "staffed", "usable")
TUESDAY, SATURDAY = 1, 5
OWN_HOURS = {
    ("Millbrook Family Hub", name): "millbrook-hall"
    for name in ("Hall", "Hall A", "Hall B")
}
"""Venue and room → the profile of the room's own hours."""

BLOCKS = (
    ("Oakmere Community Centre", "Main Hall", 3, time(16), time(19)),
    ("Weaver Hall", "Hall", 1, time(16), time(20)),
    ("St Bride's Church Hall", "Main Hall", 2, time(16), time(19)),
    ("Cross Keys Community Centre", "Keys Room", 0, time(15, 30), time(18, 30)),
)
"""Standing agreements: venue, room, weekday, from and until."""


@dataclass(frozen=True, slots=True)
class Days:
    """Which days are in term or closed, by authority; closed for all under None."""

    terms: dict[int, list[tuple[date, date]]]
    closed: dict[date, dict[int | None, str]]

    def in_term(self, authority_id: int, day: date) -> bool:
        """Whether schools of that authority are in term."""
        return any(since <= day <= until for since, until in self.terms[authority_id])

    def why_closed(self, authority_id: int | None, day: date) -> str:
        """The name of the closed day, or nothing."""
        names = self.closed.get(day, {})
        return names.get(None) or names.get(authority_id) or ""

    def working(self, day: date, number: int) -> date:
        """The working day that many working days after the first from ``day`` on."""
        step = timedelta(days=1 if number >= 0 else -1)
        while True:
            if day.weekday() < SATURDAY and not self.why_closed(None, day):
                if number == 0:
                    return day
                number -= step.days
            day += step


def read_days(session: Session) -> Days:
    """The terms and closed days that the database has."""
    terms: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for term in session.execute(select(Term.authority_id, Term.since, Term.until)):
        terms[term.authority_id].append((term.since, term.until))
    closed: dict[date, dict[int | None, str]] = defaultdict(dict)
    columns = ClosedDay.day, ClosedDay.authority_id, ClosedDay.name
    for day, authority_id, name in session.execute(select(*columns)):
        closed[day][authority_id] = name
    return Days(terms, closed)


class Opening:
    """The hours in which each room may be used on a day, closures taken out."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self._stretches: dict[tuple[int, int | None], list[Stretch]] = defaultdict(list)
        self._shut: dict[int, list[Shut]] = defaultdict(list)
        self._kept: dict[tuple[int, date], tuple[Span, ...]] = {}

    def record(self, venue_id: int, room_id: int | None, stretch: Stretch) -> None:
        """Take note of hours."""
        self._stretches[venue_id, room_id].append(stretch)

    def recorded(self, venue_id: int) -> tuple[Stretch, ...]:
        """The hours of the whole venue as far as they were taken note of."""
        return tuple(self._stretches[venue_id, None])

    def shut(self, closure: Shut) -> None:
        """Take note of a closure."""
        self._shut[closure.venue_id].append(closure)

    def usable(self, site: Site, day: date) -> tuple[Span, ...]:
        """The stretches of that day in which the room is ours to use."""
        key = site.room.id, day
        if key not in self._kept:
            self._kept[key] = self._usable(site, day)
        return self._kept[key]

    def spans(self, site: Site, day: date, use: str) -> tuple[Span, ...]:
        """The hours of that use on that day, the room's own before the venue's."""
        venue = site.room.venue
        term = self.days.in_term(venue.authority_id, day)
        own = self._stretches.get((venue.id, site.room.id), ())
        common = self._stretches[venue.id, None]
        return hours_on(own, day, use, term=term) or hours_on(
            common, day, use, term=term
        )

    def _usable(self, site: Site, day: date) -> tuple[Span, ...]:
        venue = site.room.venue
        if self.days.why_closed(venue.authority_id, day):
            return ()
        spans = self.spans(site, day, "usable")
        shut = [
            each
            for each in self._shut[venue.id]
            if each.room_id in {None, site.room.id}
        ]
        return cut(spans, shut) if shut else spans


def add(rows: Rows, spots: Iterable[Spot], opening: Opening, today: date) -> None:
    """Put down the hours of all venues, by the profile of each."""
    profiles: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table("sample/hours"):
        profiles[row["profile"]].append(row)
    for spot in spots:
        _add(rows, opening, spot.venue.id, None, profiles[spot.profile])
        for site in spot.sites:
            own = OWN_HOURS.get((spot.venue.name, site.room.name), "")
            _add(rows, opening, spot.venue.id, site.room.id, profiles[own])
    _new_saturdays(rows, opening, spots, today)


def _add(
    rows: Rows,
    opening: Opening,
    venue_id: int,
    room_id: int | None,
    profile: Sequence[dict[str, str]],
) -> None:
    for row in profile:
        for use in USES:
            if not row[use]:
                continue
            opens, closes = map(time.fromisoformat, row[use].split("-"))
            for weekday in map(int, row["weekdays"]):
                stretch = Stretch(weekday, use, opens, closes, row["season"])
                _record(rows, opening, venue_id, room_id, stretch)


def _record(
    rows: Rows, opening: Opening, venue_id: int, room_id: int | None, stretch: Stretch
) -> None:
    rows.add(Hours, venue_id=venue_id, room_id=room_id, **stretch._asdict())
    opening.record(venue_id, room_id, stretch)


def _new_saturdays(
    rows: Rows, opening: Opening, spots: Iterable[Spot], today: date
) -> None:
    """One hub tries Saturday mornings, from next week and for three months.

    Hours for some dates are the whole week, so the usual days stand there as well.
    """
    for spot in spots:
        if spot.venue.name == "Alder Family Hub":
            since, until = today + timedelta(days=7), today + timedelta(days=97)
            saturday = [Stretch(SATURDAY, use, time(10), time(13)) for use in USES]
            for each in (*opening.recorded(spot.venue.id), *saturday):
                dated = each._replace(valid_from=since, valid_until=until)
                _record(rows, opening, spot.venue.id, None, dated)


def add_closures(
    rows: Rows, spots: Iterable[Spot], opening: Opening, today: date
) -> None:
    """Put down closures around today, and a one-off closed day."""
    by_name = {spot.venue.name: spot for spot in spots}
    days = opening.days

    def close(name: str, starts: datetime, ends: datetime, reason: str) -> None:
        venue_name, _, room_name = name.partition("/")
        spot = by_name[venue_name]
        rooms = {site.room.name: site.room.id for site in spot.sites}
        shut = Shut(spot.venue.id, rooms.get(room_name), starts, ends, reason)
        rows.add(Closure, **shut._asdict())
        opening.shut(shut)

    def at(number: int, hour: int = 0) -> datetime:
        return datetime.combine(days.working(today, number), time(hour))

    close("Station Road Library", at(1), at(2), "repairs to the ceiling")
    close("Station Road Library", at(11), at(21), "heating repairs")
    close("Millbrook Family Hub", at(3, 8), at(3, 13), "staff training until 1pm")
    close("Foundry House/Training Room", at(4), at(7), "new carpet")
    close("Weaver Hall", at(8, 7), at(8, 22), "polling station")
    close("Portside Family Hub", at(-7, 8), at(-5, 12), "boiler failure")
    close("Rampart House/Training Room", at(-2, 9), at(-2, 17), "fire drill and tests")
    closed_on = today + timedelta(days=14)
    while closed_on.weekday() != TUESDAY or days.why_closed(None, closed_on):
        closed_on += timedelta(days=1)
    authority_id = by_name["Weaver Hall"].venue.authority_id
    name = "Council training day"
    rows.add(ClosedDay, day=closed_on, name=name, authority_id=authority_id)
    days.closed.setdefault(closed_on, {})[authority_id] = name


def add_block_hires(
    rows: Rows, spots: Iterable[Spot], today: date
) -> dict[int, tuple[int, time, time]]:
    """Put down the standing agreements; room id → weekday, from and until."""
    rooms = {
        (spot.venue.name, site.room.name): site.room
        for spot in spots
        for site in spot.sites
    }
    hired = {}
    for venue, name, weekday, opens, closes in BLOCKS:
        room = rooms[venue, name]
        rows.add(
            BlockHire,
            venue_id=room.venue.id,
            room_id=room.id,
            weekday=weekday,
            opens=opens,
            closes=closes,
            since=today - timedelta(days=120),
            until=today + timedelta(days=240),
            terms="Billed each quarter; a month's notice to give a week back.",
        )
        hired[room.id] = (weekday, opens, closes)
    return hired
