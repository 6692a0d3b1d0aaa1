"""What is typed and stored of cases, links and venues not to use."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two references that are kept apart, or are the same person."""

    id: int | None = None
    first: str = ""
    second: str = ""
    kind: str = ""
    court_condition: bool = False
    since: date | None = None
    until: date | None = None
    review_on: date | None = None
    closed_on: date | None = None
    confirmed_on: date | None = None
    confirmed_by_role: str = ""
    set_by: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotToUse:
    """A venue that a case must not use."""

    id: int | None = None
    case: str = ""
    venue_id: int | None = None
    venue: str = field(default="", compare=False)
    court_condition: bool = False
    since: date | None = None
    until: date | None = None
    review_on: date | None = None
    closed_on: date | None = None
    set_by: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, order=True)
class CanAttend:
    """Hours of a weekday in which a case can attend, until a date."""

    weekday: int
    opens: time
    closes: time
    court_condition: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OnList:
    """A case on somebody's list, from a day until a day."""

    staff_id: int
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that is known of a case: never a name, an address or a reason."""

    id: int | None = None
    reference: str = ""
    kind: str = ""
    authority_id: int | None = None
    sector: str = ""
    needs: tuple[str, ...] = ()
    two_workers: bool = False
    in_education: bool = True
    confirmed: bool = False
    confirmed_on: date | None = None
    confirmed_by_role: str = ""
    ends_on: date | None = None
    on_hold: bool = False
    hold_until: date | None = None
    held_by: str = field(default="", compare=False)
    hours: tuple[CanAttend, ...] = ()
    lists: tuple[OnList, ...] = ()
