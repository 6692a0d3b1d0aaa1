"""Sample data: case references, whose list they are on, and what is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from venues.database.models import Case, CaseHours, CaseStaff, CaseVenue
from venues.domain.people import Role
from venues.domain.places import Point
from venues.resources import table
from venues.services.sample.people import Person
from venues.services.sample.places import Spot
from venues.services.sample.rows import Rows

PREFIXES = {"HAL": ("HA", 10000), "WAR": ("WA", 20000), "CHE": ("CE", 30000)} | {
    "CWC": ("CW", 40000)
}
SHARES = {"HAL": 0.2, "WAR": 0.3, "CHE": 0.28, "CWC": 0.22}

KNOWN = {
    "WA-20417": ("practitioner.04", "WA2 9", ("quiet-space",)),
    "WA-20391": ("practitioner.04", "WA2 7", ()),
    "WA-20355": ("practitioner.04", "WA2 8", ()),
    "WA-20288": ("practitioner.04", "WA5 5", ("step-free",)),
    "WA-20466": ("practitioner.11", "WA1 2", ()),
    "HA-10233": ("practitioner.04", "WA8 6", ()),
    "CE-30119": ("practitioner.02", "CW1 3", ()),
    "CW-40877": ("practitioner.03", "CH1 5", ()),
}
"""Children's references that the guide's pictures show: list, sector, needs."""

NEEDS = {
    "quiet-space": 30,
    "step-free": 18,
    "accessible-toilet": 8,
    "hearing-loop": 6,
    "interpreter": 6,
    "bus": 5,
    "pushchair": 4,
    "assistance-dog": 2,
}
"""Need → how many of a hundred cases have it."""

OVER = ("taken off", "on hold", "on hold", "merged", "ended", "ended")
"""What became of the cases whose time is over."""


@dataclass(frozen=True, slots=True)
class Known:
    """A case as the sample needs to know it; ``not_at`` are ids of venues."""

    id: int
    reference: str
    kind: str
    authority_id: int
    sector: str
    home: Point
    needs: tuple[str, ...]
    two_workers: bool
    in_education: bool
    worker: Person
    hours: dict[int, tuple[time, time]] = field(default_factory=dict)
    not_at: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ground:
    """What cases are made from: ids of authorities, staff, and homes by authority."""

    authorities: Mapping[str, int]
    people: Sequence[Person]
    spots: Sequence[Spot]
    today: date


def add(rows: Rows, ground: Ground, number: int) -> tuple[Known, ...]:
    """Put down that many cases that can be booked for, and a few whose time is over."""
    homes: dict[str, list[tuple[str, Point]]] = defaultdict(list)
    for row in table("sample/sectors"):
        point = Point(int(row["easting"]), int(row["northing"]))
        homes[row["authority"]].append((row["sector"], point))
    cases: list[Known] = []
    for code, share in SHARES.items():
        cases += [
            _add(rows, ground, code, reference, homes)
            for reference in _references(rows.random, code, round(number * share))
        ]
    _over(rows, ground, cases)
    return tuple(cases)


def _references(draw: Random, code: str, number: int) -> list[str]:
    letters, base = PREFIXES[code]
    shown = [reference for reference in KNOWN if reference.startswith(letters)]
    taken = {int(reference[3:]) for reference in shown}
    free = [each for each in range(base + 101, base + 1000) if each not in taken]
    drawn = draw.sample(free, number - len(shown))
    return shown + [f"{letters}-{each}" for each in sorted(drawn)]


def _add(
    rows: Rows,
    ground: Ground,
    code: str,
    reference: str,
    homes: Mapping[str, Sequence[tuple[str, Point]]],
) -> Known:
    draw, shown = rows.random, KNOWN.get(reference)
    kind = "child" if shown or rows.chance(0.7) else "victim"
    everywhere = {sector: point for each in homes.values() for sector, point in each}
    sector = shown[1] if shown else draw.choice(homes[code])[0]
    needs = tuple(need for need, chance in NEEDS.items() if rows.chance(chance / 100))
    worker = _worker(draw, ground, code, kind, shown[0] if shown else "")
    known = Known(
        id=rows.next_id(Case),
        reference=reference,
        kind=kind,
        authority_id=ground.authorities[code],
        sector=sector,
        home=everywhere[sector],
        needs=shown[2] if shown else needs[:2],
        two_workers=reference == "WA-20391"
        or (not shown and kind == "child" and rows.chance(0.08)),
        in_education=kind == "child"
        and reference not in {"WA-20391", "WA-20355"}
        and (bool(shown) or rows.chance(0.75)),
        worker=worker,
        hours={} if shown else _hours(rows),
        not_at=_not_at(rows, ground, reference),
    )
    _write(rows, ground, known)
    return known


def _worker(draw: Random, ground: Ground, code: str, kind: str, login: str) -> Person:
    if login:
        return next(person for person in ground.people if person.login == login)
    role = Role.PRACTITIONER if kind == "child" else Role.VICTIM_WORKER
    return draw.choice(
        [
            person
            for person in ground.people
            if person.role is role
            and person.authority_id == ground.authorities[code]
            and not person.agency
        ]
    )


def _hours(rows: Rows) -> dict[int, tuple[time, time]]:
    """A few can come at some hours of some days only."""
    if not rows.chance(0.07):
        return {}
    draw = rows.random
    opens, closes = draw.choice(((time(10), time(16)), (time(15, 15), time(19))))
    return dict.fromkeys(sorted(draw.sample(range(5), 4)), (opens, closes))


def _not_at(rows: Rows, ground: Ground, reference: str) -> frozenset[int]:
    if reference == "WA-20391":
        police = (spot for spot in ground.spots if spot.venue.name.startswith("Dee "))
        return frozenset(spot.venue.id for spot in police)
    if not rows.chance(0.08):
        return frozenset()
    return frozenset({rows.random.choice(ground.spots).venue.id})


def _write(rows: Rows, ground: Ground, known: Known) -> None:
    draw, today = rows.random, ground.today
    new = known.reference not in KNOWN and rows.chance(0.04)
    rows.add(
        Case,
        reference=known.reference,
        kind=known.kind,
        authority_id=known.authority_id,
        sector=known.sector,
        needs=list(known.needs),
        two_workers=known.two_workers,
        in_education=known.in_education,
        confirmed=not new,
        confirmed_on=None if new else today - timedelta(days=draw.randint(5, 80)),
        confirmed_by_role="" if new else known.worker.role.value,
        ends_on=today + timedelta(days=draw.randint(60, 300)),
    )
    since = today - timedelta(days=draw.randint(40, 300))
    if rows.chance(0.1):
        earlier = draw.choice(
            [each for each in ground.people if each.role is known.worker.role]
        )
        rows.add(
            CaseStaff,
            case_id=known.id,
            staff_id=earlier.id,
            since=since - timedelta(days=90),
            until=since - timedelta(days=1),
        )
    rows.add(CaseStaff, case_id=known.id, staff_id=known.worker.id, since=since)
    until: date | None = None
    for weekday, (opens, closes) in known.hours.items():
        court, drawn = rows.chance(0.3), draw.randint(40, 200)
        until = until or today + timedelta(days=drawn)  # a week ends as a whole
        rows.add(
            CaseHours,
            case_id=known.id,
            weekday=weekday,
            opens=opens,
            closes=closes,
            court_condition=court,
            until=until,
        )
    manager = next(each for each in ground.people if each.role is Role.MANAGER)
    for venue_id in sorted(known.not_at):
        rows.add(
            CaseVenue,
            case_id=known.id,
            venue_id=venue_id,
            court_condition=rows.chance(0.5),
            since=today - timedelta(days=60),
            until=today + timedelta(days=120),
            review_on=today + timedelta(days=30),
            set_by=manager.id,
        )


def _over(rows: Rows, ground: Ground, cases: Sequence[Known]) -> None:
    """Cases that nothing can be booked for: ended, on hold, merged, taken off."""
    manager = next(each for each in ground.people if each.role is Role.MANAGER)
    ended = ground.today - timedelta(days=50)
    for number, over in enumerate(OVER):
        code = list(PREFIXES)[number % len(PREFIXES)]
        letters, base = PREFIXES[code]
        held = over == "on hold"
        rows.add(
            Case,
            reference=None
            if over == "taken off"
            else f"{letters}-{base + 11 + number}",
            kind="child" if number % 2 else "victim",
            authority_id=ground.authorities[code],
            confirmed=True,
            confirmed_on=ended - timedelta(days=200),
            confirmed_by_role="coordinator",
            ends_on=ended,
            on_hold=held,
            hold_until=ground.today + timedelta(days=200) if held else None,
            held_by=manager.id if held else None,
            merged_into=cases[-1].id if over == "merged" else None,
        )
