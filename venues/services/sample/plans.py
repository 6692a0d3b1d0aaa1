"""Sample data: what is always there, so that the guide's pictures can be found again.

One practitioner's week around today, weekly series, and each team's meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from venues.domain.people import Role
from venues.domain.words import DAYS
from venues.services.sample.cases import Known
from venues.services.sample.diary import Wish
from venues.services.sample.hours import SATURDAY
from venues.services.sample.people import Person
from venues.services.sample.rooms import Site
from venues.services.sample.wishes import Demand, World

WEEK = (
    (-3, "SUP", "15:45", "Millbrook Family Hub/Oak Room", "04", "WA-20288", 3),
    (
        -2,
        "ASM",
        "10:00",
        "Lantern Health Centre/Consulting Room 3",
        "04",
        "WA-20355",
        3,
    ),
    (-1, "SUP", "16:00", "Station Road Library/Meeting Room B", "04", "WA-20288", 3),
    (0, "SUP", "09:00", "Millbrook Family Hub/Willow Room", "04 11", "WA-20391", 3),
    (
        0,
        "HLT",
        "11:00",
        "Lantern Health Centre/Consulting Room 2",
        "04 12",
        "WA-20355",
        3,
    ),
    (0, "ROP", "17:30", "Bridgeway Youth Centre/Hall", "04", "HA-10233", 8),
    (1, "ROP", "16:30", "Millbrook Family Hub/Hall", "04", "WA-20288", 9),
    (2, "ASM", "10:00", "Millbrook Family Hub/Oak Room", "04", "WA-20355", 3),
    (2, "SUP", "15:45", "Station Road Library/Meeting Room B", "04", "WA-20288", 3),
    (3, "PRO", "13:30", "Foundry House/Meeting Room", "04 09", "", 8),
    (4, "SUP", "09:00", "Millbrook Family Hub/Oak Room", "04 11", "WA-20391", 3),
    (10, "SUP", "15:00", "Millbrook Family Hub/Willow Room", "11", "WA-20466", 3),
)
"""Working days from today, kind, start, room, practitioners, case, people."""

WAITING = "HA-10233"
"""The case whose panel is still one member short."""

TEAM_ROOMS = {
    "HAL": "Linnet House/Meeting Room",
    "WAR": "Foundry House/Meeting Room",
    "CHE": "Silk House/Meeting Room",
    "CWC": "Rampart House/Meeting Room",
}
TEAM_DAY, TEAM_MINUTES = 1, 90
SERIES = 5
"""Children, beside the one in the pictures, who come every week at the same time."""


FALLBACKS = ("09:30", "13:00", "14:30", "16:00", "17:00")


@dataclass(frozen=True, slots=True)
class Repeat:
    """A weekly series: whose, when, and what is asked for on each of its days."""

    name: str
    words: str
    rule: str
    lead: Person
    wishes: dict[date, Wish]


class Plan:
    """Makes the fixed wishes of a period."""

    def __init__(self, world: World, demand: Demand, days: Sequence[date]) -> None:
        self._world = world
        self._demand = demand
        self._days = days
        self._people = {person.login: person for person in world.people}
        self._cases = {case.reference: case for case in world.cases}
        self._rooms = {
            f"{site.room.venue.name}/{site.room.name}": site for site in world.sites
        }

    def week(self, today: date) -> dict[date, list[Wish]]:
        """One practitioner's appointments around that working day."""
        planned: dict[date, list[Wish]] = defaultdict(list)
        for offset, code, clock, room, numbers, reference, people in WEEK:
            day = self._world.days.working(today, offset)
            case = self._cases.get(reference)
            planned[day].append(
                self._wish(
                    code,
                    _starts(day, clock),
                    self._rooms[room],
                    tuple(
                        self._people[f"practitioner.{each}"] for each in numbers.split()
                    ),
                    case,
                    people=people,
                )
            )
        return planned

    def series(self, today: date) -> list[Repeat]:
        """The weekly series; the one in the pictures falls on that working day."""
        known = self._cases["WA-20417"]
        room = self._rooms["Millbrook Family Hub/Willow Room"]
        repeats = [self._repeat("SUP", known, today.weekday(), "15:30", room)]
        children = [
            case
            for case in self._world.cases
            if case.kind == "child" and not case.hours and not case.two_workers
        ]
        for number, case in enumerate(children[7 :: len(children) // SERIES][:SERIES]):
            code = "SLT" if number % 2 else "SUP"
            rooms = self._demand.sites_for(
                self._world.kinds[code],
                authority_id=case.authority_id,
                people=3,
                needs=case.needs,
                home=case.home,
            )
            repeats += [
                self._repeat(code, case, number, "16:15", room) for room in rooms[:1]
            ]
        return repeats + [self._team(code, room) for code, room in TEAM_ROOMS.items()]

    def _repeat(
        self, code: str, case: Known, weekday: int, clock: str, room: Site
    ) -> Repeat:
        name = f"{code} {case.reference}"
        wishes = {
            day: self._wish(
                code, _starts(day, clock), room, (case.worker,), case, series=name
            )
            for day in self._days
            if day.weekday() == weekday
        }
        return _described(name, weekday, case.worker, wishes)

    def _team(self, code: str, room_name: str) -> Repeat:
        room = self._rooms[room_name]
        authority_id = room.room.venue.authority_id
        team = tuple(
            person
            for person in self._world.people
            if person.authority_id == authority_id and person.role is Role.PRACTITIONER
        )
        name = f"TRN {code}"
        wishes = {
            day: Wish(
                kind=self._world.kinds["TRN"],
                audience="staff",
                starts=_starts(day, "09:30"),
                minutes=TEAM_MINUTES,
                people=len(team) + 2,
                workers=team,
                sites=(room,),
                series=name,
                fixed=True,
            )
            for day in self._days
            if day.weekday() == TEAM_DAY
        }
        return _described(name, TEAM_DAY, team[0], wishes)

    def _wish(
        self,
        code: str,
        starts: tuple[datetime, ...],
        room: Site,
        workers: tuple[Person, ...],
        case: Known | None,
        *,
        people: int = 3,
        series: str = "",
    ) -> Wish:
        kind = self._world.kinds[code]
        needs = case.needs if case else ()
        others = self._demand.sites_for(
            kind,
            authority_id=room.room.venue.authority_id,
            people=people,
            needs=needs,
            home=case.home if case else None,
        )
        return Wish(
            kind=kind,
            audience="staff" if case is None else "child",
            starts=starts,
            minutes=kind.minutes,
            people=people,
            workers=workers,
            sites=(room, *others),
            cases=(case,) if case else (),
            needs=needs,
            series=series,
            fixed=True,
            pending=case is not None and case.reference == WAITING,
        )


def _starts(day: date, clock: str) -> tuple[datetime, ...]:
    """The time wanted, then those one would put up with."""
    hours = dict.fromkeys((clock, *FALLBACKS))
    return tuple(datetime.combine(day, time.fromisoformat(each)) for each in hours)


def _described(
    name: str, weekday: int, lead: Person, wishes: dict[date, Wish]
) -> Repeat:
    day = DAYS[weekday]
    number = len(wishes)
    return Repeat(
        name=name,
        words=f"Every week on {day}, {number} times",
        rule=f"FREQ=WEEKLY;BYDAY={day[:2].upper()};COUNT={number}",
        lead=lead,
        wishes=wishes,
    )


def period(today: date, weeks: int) -> list[date]:
    """Every day from that many weeks back to that many ahead, without Sundays."""
    first = today - timedelta(weeks=weeks)
    days = [first + timedelta(days=number) for number in range(weeks * 14 + 1)]
    return [day for day in days if day.weekday() <= SATURDAY]
