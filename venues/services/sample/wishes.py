"""Sample data: what is asked for on an ordinary day, hour by hour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random

from venues.domain.people import Role
from venues.domain.places import Point
from venues.domain.proposal import Kind
from venues.resources import table
from venues.services.sample.cases import Known
from venues.services.sample.diary import Wish, apart
from venues.services.sample.hours import SATURDAY, Days
from venues.services.sample.people import Person
from venues.services.sample.rooms import Site
from venues.services.sample.ties import Ties


def clocks(*texts: str) -> tuple[time, ...]:
    """Times of day from their texts."""
    return tuple(time.fromisoformat(text) for text in texts)


AFTER_SCHOOL = clocks(
    *("15:30", "15:30", "15:45", "16:00", "16:00", "16:15"),
    *("16:30", "16:45", "17:00", "17:30"),
)
DAYTIME = clocks(
    *("09:00", "09:30", "10:00", "10:30", "11:00", "11:15"),
    *("11:30", "12:15", "13:00", "13:30", "14:00", "14:30"),
)
LATE = clocks("16:00", "16:30", "17:00", "17:30", "18:00")
EVENING = clocks("17:00", "17:15", "17:30", "18:00", "18:15")
MORNINGS = clocks("09:30", "10:00", "10:30", "11:00", "13:00")
HOURS = {"FA": DAYTIME + LATE, "PA": EVENING, "RD": DAYTIME + LATE[:2]} | {
    "RM": DAYTIME,
    "ST": DAYTIME,
    "VI": DAYTIME + LATE,
}
"""Appointment set → when it starts; for the others it depends on school."""


FURTHEST, USUAL_WAY = 12_000, 3_000
"""Metres that nobody is asked to travel beyond; what counts when home is unknown."""


@dataclass(frozen=True, slots=True)
class Habit:
    """How a kind of appointment is asked for, and what it asks of a room.

    ``weekdays`` and ``saturdays`` say how often; ``sound`` is the least result of the
    sound test; ``breakouts`` the number of further rooms; ``venues`` the kinds of it.
    """

    audience: str
    weekdays: int
    saturdays: int
    sound: int
    breakouts: int
    screen: bool
    venues: frozenset[str]


def habits(kinds: Mapping[str, Kind]) -> dict[str, Habit]:
    """The habits of all kinds that happen at a venue, by code."""
    sets = {row["set"]: row for row in table("sample/sets")}
    found = {}
    for row in table("sample/mix"):
        common = sets[kinds[row["code"]].set]
        found[row["code"]] = Habit(
            audience=common["audience"],
            weekdays=int(row["weekdays"] or 0),
            saturdays=int(row["saturdays"] or 0),
            sound=int(row["sound"] or common["sound"]),
            breakouts=int(row["breakouts"] or 0),
            screen=bool(row["screen"]),
            venues=frozenset(common["kinds"].split("|")),
        )
    return found


@dataclass(frozen=True, slots=True)
class World:
    """All there is to ask with."""

    kinds: Mapping[str, Kind]
    people: Sequence[Person]
    cases: Sequence[Known]
    sites: Sequence[Site]
    ties: Ties
    days: Days
    today: date
    suitable: Mapping[int, frozenset[str]] | None = None
    """Room id → kinds of appointment it is suitable for; None is all of them."""

    def suits(self, site: Site, kind: Kind) -> bool:
        """Whether the room is suitable for appointments of that kind."""
        return self.suitable is None or kind.code in self.suitable.get(
            site.room.id, frozenset()
        )


class Demand:
    """Makes up appointments, always the same for the same numbers drawn."""

    def __init__(self, draw: Random, world: World) -> None:
        self._draw = draw
        self._world = world
        self._habits = habits(world.kinds)
        self._cases: dict[str, list[Known]] = defaultdict(list)
        for case in world.cases:
            self._cases[case.kind].append(case)
        self._sites: dict[int, list[Site]] = defaultdict(list)
        for site in world.sites:
            if site.room.bookable and site.assessed(world.today):
                self._sites[site.room.venue.authority_id].append(site)
        self._staff: dict[int, list[Person]] = defaultdict(list)
        for person in world.people:
            home = person.authority_id
            if person.role is Role.PRACTITIONER and not person.agency and home:
                self._staff[home].append(person)

    def wish(self, day: date) -> Wish | None:
        """Something asked for on that day, or nothing when it came to nothing."""
        saturday = day.weekday() >= SATURDAY
        often = [
            habit.saturdays if saturday else habit.weekdays
            for habit in self._habits.values()
        ]
        code = self._draw.choices(list(self._habits), often)[0]
        kind = self._world.kinds[code]
        if kind.set in {"RM", "ST"}:
            return self._meeting(kind, day)
        if kind.set == "GR":
            return self._group(kind, day)
        return self._appointment(kind, day)

    def _appointment(self, kind: Kind, day: date) -> Wish | None:
        """About one person, or a child and a victim together."""
        victim = kind.set == "VI"
        case = self._draw.choice(self._cases["victim" if victim else "child"])
        cases = [case]
        if kind.code == "RJD":
            cases.append(self._victim(case))
            if apart(self._world.ties, cases):
                return None
        needs = tuple(dict.fromkeys(need for each in cases for need in each.needs))
        workers = [case.worker]
        if kind.workers > 1 or case.two_workers:
            workers += self._colleagues(case.worker, 1)
        people = max(kind.people + self._draw.choice((-1, 0, 0)), 1 + len(workers))
        return Wish(
            kind=kind,
            audience=self._habits[kind.code].audience,
            starts=self._starts(kind, day, case),
            minutes=self._minutes(kind),
            people=people,
            workers=tuple(workers),
            sites=self.sites_for(
                kind,
                authority_id=case.authority_id,
                people=people,
                needs=needs,
                home=case.home,
            ),
            cases=tuple(cases),
            needs=needs,
            breakouts=self._habits[kind.code].breakouts,
        )

    def _victim(self, child: Known) -> Known:
        """Somebody of the same authority to meet the child."""
        return self._draw.choice(
            [
                case
                for case in self._cases["victim"]
                if case.authority_id == child.authority_id
            ]
        )

    def _group(self, kind: Kind, day: date) -> Wish:
        """Several children whom nothing keeps apart."""
        first = self._draw.choice(self._cases["child"])
        others = [
            case
            for case in self._cases["child"]
            if case.authority_id == first.authority_id and case.id != first.id
        ]
        cases = [first]
        for case in self._draw.sample(others, self._draw.randint(3, 6)):
            if not apart(self._world.ties, [*cases, case]):
                cases.append(case)
        needs = sorted({need for case in cases for need in case.needs})[:2]
        workers = (first.worker, *self._colleagues(first.worker, 1))
        people = len(cases) + len(workers) + self._draw.randint(0, 2)
        return Wish(
            kind=kind,
            audience="child",
            starts=self._starts(kind, day, first),
            minutes=self._minutes(kind),
            people=people,
            workers=workers,
            sites=self.sites_for(
                kind,
                authority_id=first.authority_id,
                people=people,
                needs=needs,
                home=first.home,
            ),
            cases=tuple(cases),
            needs=tuple(needs),
        )

    def _meeting(self, kind: Kind, day: date) -> Wish:
        """Without a case: professionals, training, a team."""
        authority_id = self._draw.choice(sorted(self._staff))
        lead = self._draw.choice(self._staff[authority_id])
        more = self._draw.randint(2, 3) if kind.set == "ST" else 0
        workers = (lead, *self._colleagues(lead, more))
        people = max(len(workers), kind.people + self._draw.randint(-4, 0))
        return Wish(
            kind=kind,
            audience="staff",
            starts=self._starts(kind, day, None),
            minutes=self._minutes(kind),
            people=people,
            workers=workers,
            sites=self.sites_for(kind, authority_id=authority_id, people=people),
        )

    def sites_for(
        self,
        kind: Kind,
        *,
        authority_id: int,
        people: int,
        needs: Sequence[str] = (),
        home: Point | None = None,
    ) -> tuple[Site, ...]:
        """Rooms that would do, the nearest and least too large first, more or less."""
        habit = self._habits[kind.code]
        asked = {*needs, "screen"} if habit.screen else set(needs)
        fitting = [
            site
            for site in self._sites[authority_id]
            if site.kind in habit.venues
            and site.seats(kind.layout) >= people
            and site.sound >= habit.sound
            and self._world.suits(site, kind)
            and all(site.room.provides(need) for need in asked)
            and _far(site, home) <= FURTHEST
        ]
        return tuple(sorted(fitting, key=lambda site: self._cost(site, people, home)))

    def _cost(self, site: Site, people: int, home: Point | None) -> float:
        """Metres, with 150 for each seat too many, and some chance."""
        empty = site.seats(None) - people
        return (_far(site, home) + 150 * empty) * self._draw.uniform(0.6, 1.6)

    def _colleagues(self, lead: Person, number: int) -> list[Person]:
        """Others of the same authority."""
        others = [
            person
            for person in self._staff[lead.authority_id or 0]
            if person.id != lead.id
        ]
        return self._draw.sample(others, min(number, len(others)))

    def _starts(
        self, kind: Kind, day: date, case: Known | None
    ) -> tuple[datetime, ...]:
        """A few times to try, in the order somebody would."""
        hours = HOURS.get(kind.set, ())
        if day.weekday() >= SATURDAY:
            hours = MORNINGS
        elif not hours:
            school = case is not None and case.in_education
            term = case is not None and self._world.days.in_term(case.authority_id, day)
            hours = AFTER_SCHOOL if school and term else DAYTIME + LATE[:3]
        chosen = dict.fromkeys(self._draw.sample(hours, len(hours)))
        return tuple(datetime.combine(day, clock) for clock in chosen)

    def _minutes(self, kind: Kind) -> int:
        """Mostly the usual length, now and then a quarter of an hour more or less."""
        drawn = kind.minutes + self._draw.choice((0, 0, 0, -15, 15))
        return min(max(drawn, kind.shortest), kind.longest)


def _far(site: Site, home: Point | None) -> float:
    """Metres from home in a straight line."""
    point = site.room.venue.point
    return USUAL_WAY if home is None or point is None else home.distance_to(point)
