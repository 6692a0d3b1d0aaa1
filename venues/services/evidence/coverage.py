"""Who has a suitable room within reach, and who has not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from venues.database.catalogue import Catalogue
from venues.domain.checklist import COUNTED
from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.domain.judgement import Asked
from venues.domain.places import Point
from venues.domain.proposal import Day, Room, Span
from venues.domain.reporting import DAY
from venues.domain.suitability import judge
from venues.services.evidence.ground import Ground
from venues.services.evidence.scope import Scope, Sector
from venues.services.evidence.unmet_need import SETS_SAID


class When(StrEnum):
    """The time for which a room is looked for."""

    ANY = "any"
    AFTER_4 = "16"
    AFTER_6 = "18"
    SATURDAY = "saturday"

    @property
    def words(self) -> str:
        """As it stands above a column."""
        return _WORDS[self]


_WORDS = {
    When.ANY: "Any time",
    When.AFTER_4: "After 4pm",
    When.AFTER_6: "After 6pm",
    When.SATURDAY: "Saturday",
}
LASTS = timedelta(hours=1)
"""How long a room must be ours, so that an appointment can be held in it."""

SATURDAY, WEEKDAYS = 5, range(5)
WEEKS = 8
"""Weeks ahead that are looked through for one in term."""

DEFINITION = Definition(
    key="coverage",
    title="Sectors with a suitable room in reach",
    words=(
        "Postcode sectors from whose middle a suitable room is within 3 miles in a "
        "straight line, or 5 in rural districts (or as many as Settings say), of all "
        "the authority's sectors. A room counts for a time when it is ours for an hour "
        "of it in an ordinary week of term. A venue across the border counts. Of the "
        "seven appointment sets, each sector counts once for each. As things stand "
        "today."
    ),
    unit=Unit.SHARE,
    things="pairs of sector and set",
    of_people=False,
    dated=False,
    splits=(
        Split(
            "when",
            "Suitable rooms in reach, by time",
            tuple((each.value, each.words) for each in When),
            heat=True,
            whole=False,
        ),
        *(
            Split(
                code,
                SETS_SAID[code],
                tuple((each.value, each.words) for each in When),
                heat=True,
                whole=False,
            )
            for code in COUNTED
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Reach:
    """A sector, and the nearest suitable venue within its limit, if there is one."""

    sector: Sector
    venue_id: int | None
    metres: int | None
    limit: int


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → sectors with a room in reach, of all."""
    made, distances = Tallying(), _distances(ground.catalogue, ground.scope)
    suited = venues_by(ground)
    sectors: Mapping[int, list[frozenset[int]]] = defaultdict(list)
    for name, sector in ground.scope.sectors.items():
        sectors[sector.authority_id].append(frozenset(distances[name]))
    for id_, reaches in sectors.items():
        for (code, when), suitable in suited.items():
            near = sum(not suitable.isdisjoint(each) for each in reaches)
            part = Part(near, len(reaches), len(reaches))
            if when is When.ANY:
                made.add(id_, part)
            made.split(id_, code, when.value, part)
            made.split(id_, "when", when.value, part)
    return made.made()


def reach(ground: Ground, code: str, when: When) -> tuple[Reach, ...]:
    """Every sector, for one set and time, in the order of their names."""
    suitable, numbers = venues(ground, code, when), ground.catalogue.numbers
    distances = _distances(ground.catalogue, ground.scope)
    found = []
    for name, sector in sorted(ground.scope.sectors.items()):
        near = [(far, id_) for id_, far in distances[name].items() if id_ in suitable]
        far, id_ = min(near, default=(None, None))
        limit = round(numbers.travel_limit(name.split()[0]))
        found.append(Reach(sector, id_, far, limit))
    return tuple(found)


def venues(ground: Ground, code: str, when: When) -> frozenset[int]:
    """The venues with a room that suits the set at that time."""
    return venues_by(ground)[code, when]


def venues_by(ground: Ground) -> Mapping[tuple[str, When], frozenset[int]]:
    """Set and time → the venues with a room that suits."""
    week = ordinary_week(ground.catalogue, ground.scope.today)
    found: dict[tuple[str, When], set[int]] = {
        (code, when): set() for code in COUNTED for when in When
    }
    for room in ground.rooms:
        hours = _hours(ground.catalogue, room, week[room.venue.authority_id])
        for (code, when), suited in found.items():
            new = room.venue.id not in suited
            if new and _suits(ground, room, code, when, hours[when]):
                suited.add(room.venue.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def ordinary_week(catalogue: Catalogue, today: date) -> Mapping[int, date]:
    """Authority → the Monday of the first week from today on that is all in term."""
    monday = today - timedelta(days=today.weekday())
    mondays = [monday + timedelta(weeks=number) for number in range(WEEKS)]
    return {
        id_: next(
            (
                each
                for each in mondays
                if all(catalogue.in_term(id_, each + DAY * n) for n in WEEKDAYS)
            ),
            monday,
        )
        for id_ in catalogue.authorities
    }


def _suits(
    ground: Ground, room: Room, code: str, when: When, hours: list[Span]
) -> bool:
    """Whether a room suits a set in one of those hours."""
    standing = ground.standing[room.venue.id].rooms[room.id][code].state
    if not hours or when is When.ANY or not _timed(room):
        return bool(hours) and standing.fits
    demands = ground.catalogue.assessed.demands[code]
    today = ground.scope.today
    return any(
        judge(room.record, demands, Asked(today, hour)).state.fits for hour in hours
    )


def _timed(room: Room) -> bool:
    """Whether any answer, or what is asked, holds for some hours only."""
    parts = (room.record.venue, room.record.room)
    return any(
        reply.timed
        for part in parts
        for replies in part.replies.values()
        for reply in replies
    )


def _hours(catalogue: Catalogue, room: Room, monday: date) -> dict[When, list[Span]]:
    """The first hours of each time in which the room is usually ours, day by day."""
    found: dict[When, list[Span]] = {when: [] for when in When}
    for number in (*WEEKDAYS, SATURDAY):
        day = catalogue.days(monday + DAY * number, [room])[room.id]
        for when in When:
            saturday = number == SATURDAY
            counts = when is When.ANY or (when is When.SATURDAY) is saturday
            hour = _hour(day, when) if counts else None
            if hour is not None:
                found[when].append(hour)
    return found


def _hour(day: Day, when: When) -> Span | None:
    """The first hour of that time in which the room is usually ours."""
    since = {When.AFTER_4: time(16), When.AFTER_6: time(18)}.get(when, time())
    first = datetime.combine(day.day, since)
    for span in day.usual:
        starts = max(span.starts, first)
        if starts + LASTS <= span.ends:
            return Span(starts, starts + LASTS)
    return None


def _distances(catalogue: Catalogue, scope: Scope) -> dict[str, dict[int, int]]:
    """Sector → venues within its limit, with metres."""
    places = [
        (each.id, each.point)
        for each in catalogue.venues.values()
        if each.point is not None
    ]
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for name, sector in scope.sectors.items():
        limit = catalogue.numbers.travel_limit(name.split()[0])
        found[name] = _within(sector.point, places, limit)
    return found


def _within(
    point: Point, places: list[tuple[int, Point]], limit: float
) -> dict[int, int]:
    return {
        id_: round(far)
        for id_, place in places
        if (far := point.distance_to(place)) <= limit
    }
