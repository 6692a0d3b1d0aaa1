"""Changes of the places there are, to be tried on what was asked for before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import time
from typing import Any

from venues.domain.words import DAYS, clock, count

WEEKDAYS = (0, 1, 2, 3, 4)
"""Monday to Friday, as ``date.weekday()`` counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRooms:
    """Rooms that are not there yet: in a town, or in a venue that is.

    They meet every criterion, and every need but the ``lacking`` ones. ``pence`` is for
    an hour; ``seats`` holds for every layout.
    """

    town: str = ""
    venue_id: int | None = None
    number: int = 1
    weekdays: tuple[int, ...] = WEEKDAYS
    opens: time = time(9)
    closes: time = time(20)
    seats: int = 8
    lacking: tuple[str, ...] = ()
    pence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLonger:
    """A venue that may be used, and is staffed, at those hours besides its own."""

    venue_id: int
    weekdays: tuple[int, ...] = WEEKDAYS
    opens: time = time(9)
    closes: time = time(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixCriterion:
    """A criterion that is met from now on at a venue and in all its rooms.

    An empty ``code`` is a review that is late and is made. ``once`` is what it costs,
    in pence, where that is known.
    """

    venue_id: int
    code: str
    once: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseVenue:
    """A venue that is not there any more."""

    venue_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HirePrice:
    """Another price for an hour in every room of a venue, in pence."""

    venue_id: int
    pence: int


Change = AddRooms | OpenLonger | FixCriterion | CloseVenue | HirePrice

KINDS: dict[str, type[Any]] = {
    "add rooms": AddRooms,
    "open longer": OpenLonger,
    "fix": FixCriterion,
    "close": CloseVenue,
    "price": HirePrice,
}
"""How a kind of change is stored."""


def stored(change: Change) -> dict[str, Any]:
    """The change as plain data."""
    (kind,) = (name for name, made in KINDS.items() if isinstance(change, made))
    said = {
        name: value.isoformat("minutes") if isinstance(value, time) else value
        for name, value in asdict(change).items()
    }
    return {"kind": kind, **said}


def read(said: Mapping[str, Any]) -> Change:
    """The change that was stored.

    Raises:
        KeyError, TypeError, ValueError: it is none of ours.
    """
    values = {name: _value(name, value) for name, value in said.items()}
    made: Change = KINDS[values.pop("kind")](**values)
    return made


def _value(name: str, value: Any) -> Any:
    if name in {"opens", "closes"}:
        return time.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value


def words(
    change: Change, venues: Mapping[int, str], questions: Mapping[str, str]
) -> str:
    """The change as a sentence without a full stop.

    ``venues`` are names by id, ``questions`` the words of criteria by code.
    """
    match change:
        case AddRooms():
            where = f"in {change.town}" if change.town else f"at {_of(venues, change)}"
            rooms = count(change.number, "room")
            return f"Add {rooms} {where}, {_days(change.weekdays)}, {_hours(change)}"
        case OpenLonger():
            hours = f"{_days(change.weekdays)}, {_hours(change)}"
            return f"Open {_of(venues, change)} {hours}"
        case FixCriterion():
            if not change.code:
                return f"Review the assessment of {_of(venues, change)}"
            said = questions.get(change.code, change.code)
            return f"Put right at {_of(venues, change)}: {said}"
        case CloseVenue():
            return f"Close {_of(venues, change)}"
        case HirePrice():
            pounds = f"£{change.pence / 100:,.2f}"
            return f"Hire {_of(venues, change)} at {pounds} an hour"


def _of(venues: Mapping[int, str], change: Any) -> str:
    return venues.get(change.venue_id, "a venue that is no longer there")


def _hours(change: AddRooms | OpenLonger) -> str:
    return f"{clock(change.opens)} to {clock(change.closes)}"


def _days(weekdays: tuple[int, ...]) -> str:
    """Days of the week: "Monday to Friday", or one after the other."""
    if weekdays == tuple(range(weekdays[0], weekdays[-1] + 1)) and len(weekdays) > 1:
        return f"{DAYS[weekdays[0]]} to {DAYS[weekdays[-1]]}"
    return ", ".join(DAYS[each] for each in weekdays)
