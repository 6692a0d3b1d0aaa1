"""What kind of day it is: in term, half-term, a bank holiday, and what is shut."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from venues.database.catalogue import Catalogue

BANK_HOLIDAY = "bank holiday"
_SATURDAY = 5
BREAK = timedelta(days=9)
"""A half-term and the weekends beside it; a longer gap is a holiday."""


def bank_holiday(catalogue: Catalogue, day: date) -> bool:
    """Whether it is a bank holiday everywhere."""
    return any(
        authority_id is None and name.startswith(BANK_HOLIDAY)
        for name, authority_id in catalogue.closed_days.get(day, ())
    )


def at_school(catalogue: Catalogue, day: date, authority_id: int | None) -> bool:
    """Whether schools of that authority have lessons that day.

    Without an authority on record, whether those of any have.
    """
    if day.weekday() >= _SATURDAY or bank_holiday(catalogue, day):
        return False
    ids = catalogue.terms if authority_id is None else (authority_id,)
    return any(catalogue.in_term(each, day) for each in ids)


def half_terms(catalogue: Catalogue, day: date) -> frozenset[int]:
    """The authorities whose schools have half-term that day, by id."""
    if day.weekday() >= _SATURDAY:
        return frozenset()
    return frozenset(
        authority_id
        for authority_id, terms in catalogue.terms.items()
        if not catalogue.in_term(authority_id, day)
        and any(
            until < day < since and since - until <= BREAK + timedelta(days=1)
            for _, until in terms
            for since, _ in terms
        )
    )


def shut_rooms(catalogue: Catalogue, day: date) -> tuple[tuple[int, str, str], ...]:
    """Single rooms that are closed at some time of that day, and why."""
    midnight = datetime.combine(day, time())
    tomorrow = midnight + timedelta(days=1)
    return tuple(
        (venue_id, catalogue.rooms[each.room_id].name, each.reason)
        for venue_id, shut in catalogue.shut.items()
        for each in shut
        if each.room_id is not None and each.starts < tomorrow and midnight < each.ends
    )
