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
    for code in COUNTED:
        for when in When:
            suitable = venues(ground, code, when)
            for name, sector in ground.scope.sectors.items():
                near = any(each in suitable for each in distances[name])
                part = Part(int(near), 1, 1)
                if when is When.ANY:
                    made.add(sector.authority_id, part)
                made.split(sector.authority_id, code, when.value, part)
                made.split(sector.authority_id, "when", when.value, part)
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
    week = ordinary_week(ground.catalogue, ground.scope.today)
    return frozenset(
        room.venue.id
        for room in ground.rooms
        if _suits(ground, room, code, when, week[room.venue.authority_id])
    )


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


def _suits(ground: Ground, room: Room, code: str, when: When, monday: date) -> bool:
    standing = ground.standing[room.venue.id].rooms[room.id][code]
    if when is When.ANY and not standing.state.fits:
        return False
    demands = ground.catalogue.assessed.demands[code]
    days = [SATURDAY] if when is When.SATURDAY else [*WEEKDAYS]
    days = [*WEEKDAYS, SATURDAY] if when is When.ANY else days
    for number in days:
        day = monday + DAY * number
        hour = _hour(ground.catalogue.days(day, [room])[room.id], when)
        if hour is None:
            continue
        if when is When.ANY:
            return True
        if judge(room.record, demands, Asked(ground.scope.today, hour)).state.fits:
            return True
    return False


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
