"""What some kinds of appointment need beside a room: who comes, and what is agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

POLICE = frozenset({"RMM"})
"""Kinds that wait for a police representative."""

PANELS = frozenset({"PA"})
"""Sets at which a panel sits."""

FACE_TO_FACE = frozenset({"RJD"})
"""Kinds that bring a child and a victim into one room."""

RESTORATIVE = frozenset({"RD"})
VICTIM_MEETINGS = frozenset({"VI"})
"""Sets to which a victim comes."""

ORDERED = frozenset({"ROP"})
"""Kinds that follow an order within a number of working days."""

ALONE = frozenset({"RM", "ST", "none"})
"""Sets of meetings of many members of staff, where nobody works alone."""

FACILITATORS = 2
BREAK_OUTS = 2
WAITING = 2
SERVICE_MEMBERS = 1

_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What is said of such an appointment when it is booked.

    ``police`` is a role or an agency, never a name. ``panel_members`` come from
    outside; ``order_on`` is the day of the order that a panel follows. ``both_agreed``
    says that the child and the victim have said yes, ``lone_plan`` that a manager is
    asked to approve a plan for working alone. ``waiting_ids`` are those of the rooms in
    which people wait.
    """

    police: str = ""
    panel_members: int = 0
    order_on: date | None = None
    both_agreed: bool = False
    lone_plan: bool = False
    venues_offered: int | None = None
    waiting_ids: tuple[int, ...] = ()


NOTHING_SAID = Meeting()


def due_by(order_on: date, days: int, closed: Callable[[date], bool]) -> date:
    """The last of so many working days after the day of an order.

    ``closed`` says whether a weekday is a bank holiday.
    """
    day = order_on
    while days:
        day += timedelta(days=1)
        days -= _works(day, closed)
    return day


def working_days(today: date, day: date, closed: Callable[[date], bool]) -> int:
    """Working days from today until the day before that day."""
    span = (today + timedelta(days=n) for n in range(max((day - today).days, 0)))
    return sum(_works(each, closed) for each in span)


def days_before(day: date, number: int, closed: Callable[[date], bool]) -> date:
    """The working day that many working days before a day."""
    while number:
        day -= timedelta(days=1)
        number -= _works(day, closed)
    return day


def _works(day: date, closed: Callable[[date], bool]) -> bool:
    return day.weekday() < _SATURDAY and not closed(day)
