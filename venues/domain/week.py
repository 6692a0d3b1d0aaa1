"""A week's hours for each use, as one thing to read and change.

Stored hours hold in term, in the holidays, or always; people think of the week in term
and, where it differs, the week in the holidays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    return stretch.valid_from is not None or stretch.valid_until is not None


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
