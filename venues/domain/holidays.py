"""Bank holidays of England, by rule, with the one-off changes made by proclamation."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

# Source of both tables: the royal proclamations, as listed on GOV.UK ("UK bank
# holidays", England and Wales).
MOVED = {
    # proclamation of 2019: the 75th anniversary of VE Day
    date(2020, 5, 4): date(2020, 5, 8),
    # proclamation of 2021: the Platinum Jubilee weekend
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Days that were moved, by the date the rule gives."""

EXTRA = {
    date(2022, 6, 3): "Platinum Jubilee",  # proclamation of 2021
    date(2022, 9, 19): "State Funeral of Queen Elizabeth II",  # of September 2022
    date(2023, 5, 8): "Coronation of King Charles III",  # of November 2022
}
"""Days that were added once. Later ones are added by people, in Settings."""

SATURDAY = 5


def england(year: int) -> dict[date, str]:
    """The bank holidays of one year, in order, by date.

    The rule is that of the Banking and Financial Dealings Act 1971 and the yearly
    proclamations; one-off days are known from 2019 on. A holiday at a weekend has its
    substitute on the next working day; the day itself is then not in the list.
    """
    sunday = easter(year)
    days = {
        _new_year(year): "New Year's Day",
        sunday - timedelta(days=2): "Good Friday",
        sunday + timedelta(days=1): "Easter Monday",
        _first_monday(date(year, 5, 1)): "Early May bank holiday",
        _first_monday(date(year, 5, 25)): "Spring bank holiday",
        _first_monday(date(year, 8, 25)): "Summer bank holiday",
        _christmas(year): "Christmas Day",
        _boxing(year): "Boxing Day",
    }
    moved = {MOVED.get(when, when): name for when, name in days.items()}
    extra = {when: name for when, name in EXTRA.items() if when.year == year}
    return dict(sorted((moved | extra).items()))


def _at_weekend(when: date) -> bool:
    return when.weekday() >= SATURDAY


def _new_year(year: int) -> date:
    """1 January, or the Monday after its weekend."""
    when = date(year, 1, 1)
    return _first_monday(when) if _at_weekend(when) else when


def _christmas(year: int) -> date:
    """Christmas Day, or the 27th when it falls on a weekend: the 26th is taken."""
    when = date(year, 12, 25)
    return when.replace(day=27) if _at_weekend(when) else when


def _boxing(year: int) -> date:
    """Boxing Day, or the 28th when it falls on a weekend."""
    when = date(year, 12, 26)
    return when.replace(day=28) if _at_weekend(when) else when


def _first_monday(when: date) -> date:
    """The first Monday from that day on."""
    return when + timedelta(days=-when.weekday() % 7)
