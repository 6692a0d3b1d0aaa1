"""The numbers of the rules, and the few words that go with them, as they are set.

Each is a row of ``setting``; without one the number proposed in the rules table holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Setting
from venues.domain import amounts, reference
from venues.domain.numbers import TIMES, Numbers
from venues.domain.numbers_shown import EXAMPLE, NUMBERS, PATTERN
from venues.domain.people import Role, Viewer
from venues.domain.typed import NotUnderstood, read_time
from venues.domain.words import count, listing
from venues.errors import NotAllowed, WrongInput

MOST_MILES = 60
MOST_BUFFER = 8 * 60
"""Minutes; half-days are kept clear anyway, so more would change nothing."""

MOST_OVERDUE = 120
"""Minutes after which somebody has to hear of a missing check-out at the latest."""

MOST_DAYS = 90
MOST_EDGE = 600
MOST_MEMBERS = 12
LEAST_METRES, MOST_METRES = 10, 2000
MOST_MONTHS = 36
LEAST_KEPT = {"reference_months": 3, "ended_months": 1, "history_months": 12}
"""Months below which nobody could look anything up any more."""

LONGEST_WORDS = 60
LONGEST_PATTERN = 80

_MILES = re.compile(r"([0-9]{1,3}(?:\.[0-9])?)(?: ?miles?)?")
_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")


def may_set(viewer: Viewer) -> bool:
    """Whether they may change the numbers; everybody may read them."""
    return viewer.role is Role.MANAGER


def read(session: Session) -> Numbers:
    """The numbers as they are set now."""
    return catalogues.read(session).numbers


def as_typed(numbers: Numbers, name: str) -> str:
    """The number as it stands in a field to be changed: "3", "CW3 CW4"."""
    value = getattr(numbers, name)
    return f"{value:g}" if isinstance(value, float) else str(value)


def save(session: Session, viewer: Viewer, typed: Mapping[str, str]) -> Numbers:
    """Set numbers to what was typed, all of them or none; returns all as they are set.

    A number typed as it is proposed needs no row, and has none from then on.

    Raises:
        NotAllowed: the viewer is not a manager.
        WrongInput: one cannot be read or used; ``field`` is its name.
    """
    if not may_set(viewer):
        raise NotAllowed("The numbers are set by managers. Ask one of them.")
    values = {name: _read(name, text) for name, text in typed.items()}
    _check_references(session, values)
    _check_months(session, values)
    _check_school(session, values)
    usual = Numbers()
    for name, value in values.items():
        row = session.get(Setting, name)
        if value == as_typed(usual, name):
            if row is not None:
                session.delete(row)
        elif row is None:
            session.add(Setting(name=name, value=value))
        else:
            row.value = value
    session.flush()
    return read(session)


def _read(name: str, text: str) -> str:
    try:
        return READ[name](" ".join(text.split()))
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), name) from trouble


def _miles(text: str) -> str:
    found = _MILES.fullmatch(text.lower())
    if found is None:
        raise NotUnderstood("That is not a distance. Type it like 3 or 2.5.")
    miles = float(found[1])
    if not 0 < miles <= MOST_MILES:
        raise NotUnderstood(f"Choose a distance of up to {MOST_MILES} miles.")
    return f"{miles:g}"


def _buffer(text: str) -> str:
    return _whole(text.lower().removesuffix("minutes"), 0, MOST_BUFFER, "minute")


def _overdue(text: str) -> str:
    return _whole(text.lower().removesuffix("minutes"), 0, MOST_OVERDUE, "minute")


def _days(text: str) -> str:
    return _whole(text.lower().removesuffix("days"), 1, MOST_DAYS, "day")


def _working_days(text: str) -> str:
    text = text.lower().removesuffix("days").removesuffix("working ")
    return _whole(text, 1, MOST_DAYS, "working day")


def _few_minutes(text: str) -> str:
    text = text.lower().removesuffix("minutes")
    return _whole(text, 0, MOST_EDGE, "minute")


def _members(text: str) -> str:
    text = text.lower().removesuffix("people").strip()
    return _whole(text, 1, MOST_MEMBERS, "member")


def _time(text: str) -> str:
    return read_time(text).strftime("%H:%M")


def _metres(text: str) -> str:
    text = text.lower().removesuffix("metres")
    return _whole(text, LEAST_METRES, MOST_METRES, "metre")


def _months(text: str) -> str:
    return _whole(text.lower().removesuffix("months"), 1, MOST_MONTHS, "month")


def _kept(least: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        text = text.lower().removesuffix("months")
        return _whole(text, least, MOST_MONTHS, "month")

    return read


def _whole(text: str, least: int, most: int, unit: str) -> str:
    number = amounts.read_number(text)
    if not least <= number <= most:
        raise NotUnderstood(f"Choose from {least} to {count(most, unit)}.")
    return str(number)


def _districts(text: str) -> str:
    districts = text.upper().replace(",", " ").split()
    wrong = [each for each in districts if _DISTRICT.fullmatch(each) is None]
    if wrong:
        raise NotUnderstood(
            f"{listing(wrong[:3])} is not the first half of a postcode. "
            "Type districts like CW3 CW4."
        )
    return " ".join(dict.fromkeys(districts))


def _pattern(text: str) -> str:
    if not 0 < len(text) <= LONGEST_PATTERN:
        raise NotUnderstood(f"Type a pattern of up to {LONGEST_PATTERN} characters.")
    try:
        fits = re.compile(text, re.ASCII).fullmatch
    except re.error:
        raise NotUnderstood(
            r"That pattern cannot be read. Type one like [A-Z]{2}-\d{5}."
        ) from None
    if fits(""):
        raise NotUnderstood("Nothing at all would fit that pattern. Make it narrower.")
    return text


def _words(text: str) -> str:
    if not 0 < len(text) <= LONGEST_WORDS:
        raise NotUnderstood(f"Type up to {LONGEST_WORDS} characters.")
    return text


def _choice(text: str, name: str = "provisional_due") -> str:
    if text not in dict(NUMBERS[name].choices):
        raise NotUnderstood("Choose one of the two.")
    return text


READ: Mapping[str, Callable[[str], str]] = {
    **dict.fromkeys((name for name in NUMBERS if name.startswith("buffer_")), _buffer),
    **dict.fromkeys(("overdue_buddy", "overdue_manager"), _overdue),
    "travel_miles": _miles,
    "travel_miles_rural": _miles,
    "rural_districts": _districts,
    PATTERN: _pattern,
    EXAMPLE: _words,
    **dict.fromkeys(TIMES, _time),
    "dark_after": _few_minutes,
    "edge_minutes": _few_minutes,
    "bus_walk": _few_minutes,
    "panel_members": _members,
    "panel_days": _working_days,
    "police_remind_days": _working_days,
    "police_urgent_days": _working_days,
    "provisional_due": _choice,
    "confirm_within_days": _days,
    "cluster_metres": _metres,
    "marking": _words,
    "copies_kept_days": _days,
    **dict.fromkeys((name for name in NUMBERS if name.endswith("_months")), _months),
    **{name: _kept(least) for name, least in LEAST_KEPT.items()},
}
"""Name → reads what was typed and gives it back as it is stored."""


def _check_months(session: Session, values: Mapping[str, str]) -> None:
    """A late review cannot stop bookings before the review is due."""
    numbers = read(session)
    review = int(values.get("review_months", numbers.review_months))
    block = int(values.get("block_months", numbers.block_months))
    if block < review:
        raise WrongInput(
            f"That is before the review is due, after {count(review, 'month')}. "
            "Choose a later month.",
            "block_months",
        )


def _check_school(session: Session, values: Mapping[str, str]) -> None:
    """A school day ends after it begins."""
    numbers = read(session)
    begins = values.get("school_from", numbers.school_from)
    ends = values.get("school_until", numbers.school_until)
    if ends <= begins:
        field = "school_until" if "school_until" in values else "school_from"
        raise WrongInput("A school day ends after it begins. Change one.", field)


def _check_references(session: Session, values: Mapping[str, str]) -> None:
    """The example has to fit the pattern, or nobody could type what it shows."""
    if not {PATTERN, EXAMPLE} & values.keys():
        return
    numbers = read(session)
    pattern = values.get(PATTERN, numbers.case_pattern)
    example = values.get(EXAMPLE, numbers.case_example)
    try:
        fits = reference.read(example, pattern, example) == example
    except NotUnderstood:
        fits = False
    if not fits:
        field = EXAMPLE if EXAMPLE in values else PATTERN
        raise WrongInput(
            f"“{example}” does not fit the pattern {pattern}. Change one or the other.",
            field,
        )
