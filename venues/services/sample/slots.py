"""Sample data for measuring: which rooms may be booked when, and for what.

Rooms that share spaces stand together, so that one of them is booked at a time. Their
hours are those in which the building is staffed, where it is for long enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from venues.domain.needs import STAFFED_AFTER
from venues.domain.proposal import Kind, Span
from venues.services.sample.hours import Opening
from venues.services.sample.rooms import Site
from venues.services.sample.wishes import Habit, World, habits

LEAST = 120
"""Minutes that each booking of a day finds in a group of rooms."""

MOST_A_DAY = 5
"""Bookings that a group of rooms has on a day at most."""


class Use(NamedTuple):
    """A kind of appointment as often as it is asked for, with what it always has."""

    kind: Kind
    habit: Habit

    def minutes(self, site: Site) -> int:
        """How long it holds that room."""
        after = max(self.kind.clear_down, site.room.turnaround)
        return self.kind.set_up + self.kind.minutes + after


class Slot(NamedTuple):
    """A group of rooms on a day: from and until in minutes, and if it is staffed."""

    group: Sequence[Site]
    opens: int
    closes: int
    staffed: bool


class Day(NamedTuple):
    """The groups that are open, and the place of each as often as it has room."""

    slots: list[Slot]
    pool: list[int]


class Slots:
    """What can be booked on a day; days of one kind are worked out once."""

    def __init__(self, world: World, opening: Opening) -> None:
        self._opening = opening
        self._uses = [
            Use(world.kinds[code], habit)
            for code, habit in habits(world.kinds).items()
            for _ in range(habit.weekdays)
        ]
        self._by_room = {
            site.room.id: self._suited(world, site) for site in world.sites
        }
        usable = [site for site in world.sites if self._by_room[site.room.id]]
        self._groups = groups(usable)
        self._authorities = sorted({s.room.venue.authority_id for s in usable})
        self._days: dict[tuple[object, ...], Day] = {}
        self._fits: dict[tuple[int, int], list[Use]] = {}

    def of_day(self, day: date) -> Day:
        """Where bookings find room on that day."""
        days = self._opening.days
        key = (
            day.weekday(),
            *(
                (days.in_term(each, day), bool(days.why_closed(each, day)))
                for each in self._authorities
            ),
        )
        if key not in self._days:
            slots = [self._slot(group, day) for group in self._groups]
            pool = [
                at
                for at, slot in enumerate(slots)
                for _ in range(min((slot.closes - slot.opens) // LEAST, MOST_A_DAY))
            ]
            self._days[key] = Day(slots, pool)
        return self._days[key]

    def uses(self, site: Site, minutes: int) -> list[Use]:
        """What the room is suitable for and has time for."""
        key = site.room.id, minutes
        if key not in self._fits:
            uses = self._by_room[site.room.id]
            self._fits[key] = [use for use in uses if use.minutes(site) <= minutes]
        return self._fits[key]

    def _suited(self, world: World, site: Site) -> list[Use]:
        """Nothing at all, where the shortest would not find the time."""
        if not (site.room.bookable and site.assessed(world.today)):
            return []
        found = [
            use
            for use in self._uses
            if world.suits(site, use.kind)
            and site.seats(use.kind.layout) * 2 >= use.kind.people
        ]
        short = any(use.minutes(site) <= LEAST for use in found)
        return found if short else []

    def _slot(self, group: Sequence[Site], day: date) -> Slot:
        """When all of the group may be used, while it is staffed if that is enough."""
        usable = _common(self._opening.usable(site, day) for site in group)
        staffed = _common(self._opening.spans(site, day, "staffed") for site in group)
        after = timedelta(minutes=STAFFED_AFTER)
        both = _common(((usable,), (Span(staffed.starts, staffed.ends - after),)))
        midnight = datetime.combine(day, time())
        for span, with_others in ((both, True), (usable, False)):
            if span.ends - span.starts >= timedelta(minutes=LEAST):
                opens = (span.starts - midnight).seconds // 60
                closes = (span.ends - midnight).seconds // 60
                return Slot(group, opens, closes, with_others)
        return Slot(group, 0, 0, staffed=False)


NEVER = Span(datetime.max, datetime.max)


def _common(days: Iterable[Sequence[Span]]) -> Span:
    """The longest stretch of each day, as far as they all have it in common."""
    longest = [
        max(spans, key=lambda span: span.ends - span.starts, default=NEVER)
        for spans in days
    ]
    starts = max(span.starts for span in longest)
    return Span(starts, max(starts, min(span.ends for span in longest)))


def groups(sites: Iterable[Site]) -> list[list[Site]]:
    """The rooms, those together that have a space in common."""
    found: list[list[Site]] = []
    of_space: dict[int, list[Site]] = {}
    for site in sorted(sites, key=lambda site: -len(site.room.space_ids)):
        spaces = site.room.space_ids
        group = next((of_space[each] for each in spaces if each in of_space), None)
        if group is None:
            group = []
            found.append(group)
        group.append(site)
        of_space.update(dict.fromkeys(spaces, group))
    return found
