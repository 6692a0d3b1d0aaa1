"""How long what is known of people is kept, and when it has to go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


def months_on(day: date, months: int) -> date:
    """That day so many months later, or earlier if they are negative.

    A day that the month does not have runs over into the next one, as in SQLite:
    3 months after 30 November is 2 March.
    """
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1) + timedelta(days=day.day - 1)


def is_over(day: date | None, months: int, today: date) -> bool:
    """Whether so many whole months have passed since the day."""
    return day is not None and months_on(day, months) < today


def is_held(*, on_hold: bool, until: date | None, today: date) -> bool:
    """Whether a case is kept longer than the others, because somebody said so."""
    return on_hold and (until is None or until >= today)


@dataclass(frozen=True, slots=True)
class Limits:
    """Months for which references, links that ended and the past are kept."""

    references: int
    links: int
    past: int


BACKUPS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (7, datetime.date),
    (4, lambda moment: moment.isocalendar()[:2]),
    (12, lambda moment: (moment.year, moment.month)),
)
"""Of how many days, weeks (Monday to Sunday) and months a backup is kept."""


def worth_keeping(made: Iterable[datetime]) -> frozenset[datetime]:
    """Which backups stay: the newest of each of the last 7 days, 4 weeks, 12 months.

    Days, weeks and months without one do not count, so that nothing goes because a PC
    was switched off for long, or because its clock is wrong.
    """
    newest_first = sorted(made, reverse=True)
    kept: set[datetime] = set()
    for most, span in BACKUPS:
        newest: dict[object, datetime] = {}
        for moment in newest_first:
            newest.setdefault(span(moment), moment)
        kept.update(list(newest.values())[:most])
    return frozenset(kept)
