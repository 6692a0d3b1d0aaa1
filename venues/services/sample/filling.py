"""Sample data: invented venues in real towns, and all that happens in them.

Everything is drawn from one seed, so the same seed, size and day give the same rows.
``demo`` is for people: eight weeks of a plausible diary, and rows in every table.
``S`` and ``L`` are for measuring: many bookings, no two in one space at one time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database import kinds
from venues.database.models import (
    Authority,
    Base,
    Booking,
    Case,
    Criterion,
    Venue,
)
from venues.database.session import Database
from venues.domain.checklist import Checklist
from venues.errors import VenuesError
from venues.services import reference_rows
from venues.services.progress import Progress, quiet
from venues.services.sample import (
    assessments,
    demand,
    demo,
    hours,
    places,
    suited,
    traces,
)
from venues.services.sample import bulk as sample_bulk
from venues.services.sample import cases as sample_cases
from venues.services.sample import people as sample_people
from venues.services.sample import rows as sample_rows
from venues.services.sample import ties as sample_ties
from venues.services.sample.assessments import Assessors
from venues.services.sample.bulk import Bulk
from venues.services.sample.cases import Ground
from venues.services.sample.hours import Opening
from venues.services.sample.rows import Rows
from venues.services.sample.wishes import World

Size = Literal["demo", "S", "L"]

NOT_EMPTY = (
    "This database is in use already, so no sample data was added. "
    "Name a new file for it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much of everything; ``bulk`` says how many bookings, for measuring only."""

    cases: int
    links: int
    searched_weeks: int
    extra_rooms: int = 0
    more_staff: int = 0
    bulk: Bulk | None = None


DEMO = Scale(cases=120, links=61, searched_weeks=13)
SMALL, LARGE = (
    Scale(
        cases=500,
        links=300,
        searched_weeks=52,
        extra_rooms=150,
        more_staff=100,
        bulk=bulk,
    )
    for bulk in (Bulk(100_000, years=2), Bulk(1_000_000, years=10))
)
SCALES: dict[Size, Scale] = {"demo": DEMO, "S": SMALL, "L": LARGE}
"""What the sizes are; S and L as the speed targets define them."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was made: how many of each, and the days the bookings cover."""

    venues: int
    rooms: int
    staff: int
    cases: int
    bookings: int
    first_day: date
    last_day: date


def fill(
    database: Database,
    *,
    size: Size,
    seed: int,
    today: date,
    progress: Progress | None = None,
) -> Summary:
    """Fill an empty database with sample data, all of it or nothing.

    ``progress`` is told of days (demo) or bookings (S and L), and stops the work by
    raising. The setting ``sample`` says "yes" from then on.

    Raises:
        VenuesError: there are venues, cases or bookings in it already.
    """
    with database.write(as_owner=True) as session:  # it brings its own history
        for model in (Venue, Case, Booking):
            if session.scalar(select(model.id).limit(1)) is not None:
                raise VenuesError(NOT_EMPTY)
        reference_rows.fill(session, today)
        made = _make(session, SCALES[size], seed, today, progress or quiet)
    database.announce(frozenset(Base.metadata.tables))
    return made


def _make(
    session: Session, scale: Scale, seed: int, today: date, progress: Progress
) -> Summary:
    rows = Rows(seed, sample_rows.taken(session))
    codes = session.execute(
        select(Authority.code, Authority.id).order_by(Authority.id)
    ).all()
    authorities = {code: id_ for code, id_ in codes}  # noqa: C416 - rows, not tuples
    opening = Opening(hours.read_days(session))
    spots = places.add(
        rows,
        authorities,
        today,
        extra_rooms=scale.extra_rooms,
        all_active=scale.bulk is not None,
    )
    hours.add(rows, spots, opening, today)
    people = sample_people.add(rows, authorities, today, more=scale.more_staff)
    cases = sample_cases.add(
        rows, Ground(authorities, people, spots, today), scale.cases
    )
    ties = sample_ties.add(rows, cases, people, today, scale.links)
    ids = {person.login: person.id for person in people}
    who = Assessors(ids["coordinator.01"], ids["manager.01"])
    assessments.add(rows, spots, who, _criteria(session), today)
    assessments.add_incidents(rows, spots, who, today)
    suits = suited.kinds if scale.bulk is None else suited.surely
    suitable = suits(rows, _criteria(session), today)
    demand.add(rows, authorities, who.coordinator, today, weeks=scale.searched_weeks)
    traces.mark(rows)
    world = World(
        kinds=kinds.read(session, Checklist()),
        people=people,
        cases=cases,
        sites=tuple(site for spot in spots for site in spot.sites),
        ties=ties,
        days=opening.days,
        today=today,
        suitable=suitable,
    )
    if scale.bulk is None:
        days = demo.add(rows, world, spots, opening, progress)
        bookings = len(rows.of(Booking))
        rows.write(session)
    else:
        rows.write(session)
        days = sample_bulk.fill(
            session, rows.random, world, opening, scale.bulk, progress
        )
        bookings = scale.bulk.bookings
    return Summary(
        venues=len(spots),
        rooms=len(world.sites),
        staff=len(people),
        cases=len(cases),
        bookings=bookings,
        first_day=days[0],
        last_day=days[-1],
    )


def _criteria(session: Session) -> dict[str, int]:
    found = session.execute(select(Criterion.code, Criterion.id)).all()
    return {code: id_ for code, id_ in found}  # noqa: C416 - rows, not tuples


def reaches(session: Session) -> date | None:
    """The last day with a booking, or None when there is none."""
    last = session.scalar(select(func.max(Booking.starts)))
    return last.date() if last is not None else None
