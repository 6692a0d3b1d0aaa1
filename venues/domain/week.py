"""A week's hours for each use, as one thing to read and change.

Stored hours hold in term, in the holidays, or always; people think of the week in term
and, where it differs, the week in the holidays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from venues.domain.hours_words import Between, Opening
from venues.domain.opening import Stretch

USES: dict[str, str] = {"open": "Open", "staffed": "Staffed", "usable": "We may use"}
"""Use → its words; the order in which they are read."""

SEASONS: dict[str, str] = {"term": "In term", "holiday": "In the holidays"}

Week = dict[tuple[int, str], Opening]
"""Weekday (Monday is 0) and use → the hours; what is closed is left out."""


def of_season(stretches: Iterable[Stretch], season: str) -> Week:
    """The week in that season ("term" or "holiday"), dated stretches left out."""
    week: dict[tuple[int, str], list[Between]] = {}
    for each in stretches:
        if each.season in {"always", season} and not dated(each):
            key = (each.weekday, each.use)
            week.setdefault(key, []).append(Between(each.opens, each.closes))
    return {key: tuple(sorted(spans)) for key, spans in week.items()}


def differ(stretches: Iterable[Stretch]) -> bool:
    """Whether term and holidays have weeks of their own."""
    return any(each.season != "always" and not dated(each) for each in stretches)


def dated(stretch: Stretch) -> bool:
    """Whether it holds between dates only."""
    return stretch.dated


Dates = tuple[date | None, date | None]
"""The first and the last day of hours that hold for a while; None has no end."""


def of_dates(stretches: Iterable[Stretch]) -> dict[Dates, Week]:
    """The weeks that hold between dates only, the earliest first."""
    found: dict[Dates, dict[tuple[int, str], list[Between]]] = {}
    for each in stretches:
        if each.dated:
            week = found.setdefault((each.valid_from, each.valid_until), {})
            key = (each.weekday, each.use)
            week.setdefault(key, []).append(Between(each.opens, each.closes))
    return {
        dates: {key: tuple(sorted(spans)) for key, spans in found[dates].items()}
        for dates in sorted(found, key=between)
    }


def between(dates: Dates) -> tuple[date, date]:
    """The dates as they are compared: what has no end lasts for ever."""
    return dates[0] or date.min, dates[1] or date.max


def for_dates(week: Mapping[tuple[int, str], Opening], dates: Dates) -> list[Stretch]:
    """A week as it is stored when it holds between those dates only."""
    return sorted(
        Stretch(weekday, use, span.opens, span.closes, "always", *dates)
        for (weekday, use), spans in week.items()
        for span in spans
    )


def stretches(
    term: Mapping[tuple[int, str], Opening],
    holiday: Mapping[tuple[int, str], Opening] | None = None,
) -> tuple[Stretch, ...]:
    """Both weeks as they are stored; without a holiday week the other holds always.

    A day that is alike in both is stored once.
    """
    other = term if holiday is None else holiday
    found = []
    for key in {**term, **other}:
        mine, theirs = term.get(key, ()), other.get(key, ())
        if mine == theirs:
            found += [(key, span, "always") for span in mine]
        else:
            found += [(key, span, "term") for span in mine]
            found += [(key, span, "holiday") for span in theirs]
    return tuple(
        sorted(
            Stretch(weekday, use, span.opens, span.closes, season)
            for (weekday, use), span, season in found
        )
    )
