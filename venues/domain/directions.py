"""A page that takes somebody to a venue, with nothing on it that says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from venues.domain import neutral
from venues.domain.arrival_words import how_to_arrive
from venues.domain.words import clock, day, minutes

BLANK = "_" * 34
"""To be filled in by hand, where the page is for no appointment in particular."""

Row = tuple[str, tuple[str, ...]]
"""A heading, and the lines beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The appointment that somebody comes for; ``ask_for`` may be empty."""

    starts: datetime
    length: int
    ask_for: str = ""
    arrival: str = ""
    reached_by: str = ""
    floor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a venue is reached, and what is there; None is what nobody has recorded."""

    name: str
    street: str = ""
    town: str = ""
    postcode: str = ""
    arrival: str = ""
    doors: tuple[tuple[str, bool], ...] = ()
    bus: str = ""
    last_bus: tuple[tuple[str, time], ...] = ()
    rail: str = ""
    parking: str = ""
    step_free: bool | None = None
    toilet: bool | None = None


def rows(
    ways: Ways, visit: Visit | None = None, *, twenty_four: bool = False
) -> tuple[Row, ...]:
    """All that stands on the page, in the order in which it is needed."""
    found = [
        ("Which door", _door(ways, visit)),
        ("Bus", _bus(ways, twenty_four=twenty_four)),
        ("Train", (ways.rail,)),
        ("Parking", (ways.parking,)),
        ("Steps or lift", _steps(ways, visit)),
        ("Toilet", _toilet(ways)),
        ("Breaks", ("You can have a break whenever you like. Just say so.",)),
        ("If you can't come, or want somewhere else", (_ring(visit),)),
    ]
    told = [
        *_visit(visit, twenty_four=twenty_four),
        ("Address", _address(ways)),
        *((title, tuple(_neutral(lines))) for title, lines in found),
    ]
    return tuple((title, lines) for title, lines in told if lines)


def called(ways: Ways) -> str:
    """What the venue is called on the page."""
    return neutral.first_neutral((ways.name, ways.street, ways.postcode, ways.town))


def _visit(visit: Visit | None, *, twenty_four: bool) -> list[Row]:
    if visit is None:
        return [
            ("Day and time", (BLANK,)),
            ("Who will be there", (BLANK,)),
            ("How long", (BLANK,)),
        ]
    at = clock(visit.starts, twenty_four=twenty_four)
    who = f"{visit.ask_for} will meet you." if visit.ask_for else BLANK
    return [
        ("Day and time", (f"{day(visit.starts.date())}, {at}",)),
        ("Who will be there", (who,)),
        ("How long", (f"About {minutes(visit.length)}",)),
    ]


def _address(ways: Ways) -> tuple[str, ...]:
    parts = (
        neutral.first_neutral((ways.name,)),
        neutral.street(ways.street),
        f"{neutral.first_neutral((ways.town,))} {ways.postcode}".strip(),
    )
    return tuple(part for part in parts if part)


def _door(ways: Ways, visit: Visit | None) -> tuple[str, ...]:
    words = ways.arrival
    if visit is not None and visit.arrival.strip():
        words = visit.arrival
    how = how_to_arrive(words, visit.ask_for if visit else "")
    doors = tuple(
        f"{name}: {'no steps' if step_free else 'there are steps'}"
        for name, step_free in ways.doors
    )
    return (how, *doors)


def _bus(ways: Ways, *, twenty_four: bool) -> tuple[str, ...]:
    last = [
        f"{clock(when, twenty_four=twenty_four)} {days}" for days, when in ways.last_bus
    ]
    return (ways.bus, f"Last bus: {', '.join(last)}" if last else "")


def _steps(ways: Ways, visit: Visit | None) -> tuple[str, ...]:
    if visit is not None and visit.floor:
        way = {"lift": " There is a lift.", "stairs": " There are stairs and no lift."}
        there = f"The room is on the {visit.floor}."
        return (there + way.get(visit.reached_by, " There are no stairs on the way."),)
    if ways.step_free is None:
        return ()
    steps = "There are steps. Tell us if that is hard for you."
    return ("There are no steps." if ways.step_free else steps,)


def _toilet(ways: Ways) -> tuple[str, ...]:
    if ways.toilet is None:
        return ()
    if ways.toilet:
        return ("There is a toilet, and an accessible toilet.",)
    return ("There is a toilet. It is not an accessible one.",)


def _ring(visit: Visit | None) -> str:
    name = visit.ask_for if visit and visit.ask_for else "us"
    return f"Ring or text {name}: {BLANK[:20]}"


def _neutral(lines: Sequence[str]) -> list[str]:
    """The lines that are there and say nothing of what we meet for."""
    return [tidy for line in lines if (tidy := neutral.without_telling(line).strip())]
