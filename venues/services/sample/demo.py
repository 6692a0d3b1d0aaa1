"""Sample data: the demo's eight weeks, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from venues.services.progress import Progress
from venues.services.sample import bookings as sample_bookings
from venues.services.sample import company, hours, plans, sign_offs, traces
from venues.services.sample import series as sample_series
from venues.services.sample.diary import Diary, Entry, Wish
from venues.services.sample.hours import SATURDAY, Opening
from venues.services.sample.places import Spot
from venues.services.sample.plans import Plan, Repeat
from venues.services.sample.rows import Rows
from venues.services.sample.traces import Around
from venues.services.sample.wishes import Demand, World

WEEKS = 4
"""Weeks of the diary before today, and after."""

WEEKDAY, ON_SATURDAY = (27, 34), (2, 5)
"""How many appointments a day has, from and to."""

TRIES = 6
"""Wishes made up for each appointment wanted, before the day is left as it is."""


def add(
    rows: Rows,
    world: World,
    spots: Sequence[Spot],
    opening: Opening,
    progress: Progress,
) -> list[date]:
    """Put down the bookings around today and all that goes with them; the days."""
    working = world.days.working(world.today, 0)
    hours.add_closures(rows, spots, opening, working)
    hired = hours.add_block_hires(rows, spots, world.today)
    demand = Demand(rows.random, world)
    days = plans.period(world.today, WEEKS)
    plan = Plan(world, demand, days)
    repeats = plan.series(working)
    diary = Diary(opening, world.ties, world.sites)
    fixed = _fixed(plan, repeats, working)
    entries: list[Entry] = []
    for number, day in enumerate(days):
        progress(number, len(days))
        if not world.days.why_closed(None, day):
            entries += _day(rows, demand, diary, day, fixed.get(day, []))
    series = sample_series.add(rows, repeats, world.today)
    ledger = sample_bookings.Ledger(rows, hired, series, world.today, opening)
    booked = ledger.write(entries)
    company.add(rows, booked, world.people, world.today, opening)
    sample_series.add_dates(rows, repeats, series, booked, world.days)
    around = Around(
        people=world.people,
        cases=world.cases,
        sites=world.sites,
        bookings=booked,
        diary=diary,
        days=world.days,
        today=world.today,
    )
    traces.add(rows, around)
    sign_offs.add(rows, around)
    progress(len(days), len(days))
    return days


def _fixed(
    plan: Plan, repeats: Sequence[Repeat], today: date
) -> dict[date, list[Wish]]:
    """What each day has before anything is made up, the pictures' week first."""
    fixed = plan.week(today)
    for repeat in repeats:
        for day, wish in repeat.wishes.items():
            fixed.setdefault(day, []).append(wish)
    return fixed


def _day(
    rows: Rows, demand: Demand, diary: Diary, day: date, fixed: Sequence[Wish]
) -> list[Entry]:
    """One day's appointments: the fixed ones, then others until there are enough."""
    entries = [entry for wish in fixed if (entry := diary.place(wish)) is not None]
    wanted = rows.random.randint(
        *(ON_SATURDAY if day.weekday() == SATURDAY else WEEKDAY)
    )
    for _ in range(wanted * TRIES):
        if len(entries) >= wanted:
            break
        wish = demand.wish(day)
        entry = diary.place(wish) if wish is not None else None
        if entry is not None:
            entries.append(entry)
    return entries
