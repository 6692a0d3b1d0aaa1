"""How one cell is said and read, for each thing that a cell can hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from uuid import UUID

from venues.domain import far_off
from venues.domain.amounts import read_number, say_money
from venues.domain.hours_words import Opening, say_hours
from venues.domain.typed import NotUnderstood, read_date, read_length
from venues.domain.words import listing

YES, NO = "Yes", "No"
_YES = frozenset({"yes", "y", "true", "1", "x", "✓"})
_NO = frozenset({"no", "n", "false", "0", "none", "-"})


def one_line(text: str) -> str:
    """A name without breaks and doubled spaces."""
    return " ".join(text.split())


def say_number(number: int | None) -> str:
    """A number, or nothing."""
    return "" if number is None else str(number)


def read_minutes(text: str) -> int:
    """So many minutes, also typed as a length: 90, 1 hour, 1h30."""
    try:
        return read_number(text)
    except NotUnderstood:
        return read_length(text)


def say_rate(pence: int | None) -> str:
    """An hourly rate in pence, or nothing."""
    return "" if pence is None else say_money(pence)


def say_time(at: time | None) -> str:
    """A time of day, or nothing."""
    return "" if at is None else f"{at:%H:%M}"


def say_truth(true: bool) -> str:  # noqa: FBT001 - a cell's value
    """Yes or No."""
    return YES if true else NO


def read_truth(text: str) -> bool:
    """Whether it says yes.

    Raises:
        NotUnderstood: it says neither yes nor no.
    """
    tidy = text.casefold()
    if tidy in _YES:
        return True
    if tidy in _NO:
        return False
    raise NotUnderstood(f"“{_short(text)}” is neither Yes nor No. Type one of them.")


def read_uuid(text: str) -> UUID:
    """The ID that the program gave.

    Raises:
        NotUnderstood: the program never gave such an ID.
    """
    try:
        return UUID(text)
    except ValueError:
        raise NotUnderstood(
            "IDs are made by the program. Leave the cell as it was exported, or empty."
        ) from None


def say_date(on: date | None) -> str:
    """A date, or nothing."""
    return "" if on is None else on.isoformat()


def read_day(text: str, today: date) -> date:
    """A date that is not decades away.

    Raises:
        NotUnderstood: it is no date, or its year must be mistyped.
    """
    found = read_date(text, today)
    why = far_off.check(found, today)
    if why is not None:
        raise NotUnderstood(why)
    return found


def say_choice(choices: dict[str, str]) -> Callable[[str], str]:
    """Says a choice in its words."""
    return lambda code: choices.get(code, code)


def read_choice(choices: dict[str, str]) -> Callable[[str], str]:
    """Reads a choice from its words or its code, whatever the capitals."""
    codes = {words.casefold(): code for code, words in choices.items()}
    codes |= {code.casefold(): code for code in choices}

    def read(text: str) -> str:
        try:
            return codes[one_line(text).casefold()]
        except KeyError:
            said = listing(list(choices.values()), "or")
            raise NotUnderstood(
                f"“{_short(text)}” is not one of the choices. Type {said}."
            ) from None

    return read


def say_opening(opening: Opening) -> str:
    """The hours of one day on the 24-hour clock."""
    return say_hours(opening, twenty_four=True)


def _short(text: str) -> str:
    typed = one_line(text)
    return typed if len(typed) <= 30 else typed[:29] + "…"  # noqa: PLR2004 - enough to know it by


def say_parts(names: list[str]) -> str:
    """The parts of the building that a room is made of, in one cell."""
    return ("\n" if any(";" in name for name in names) else "; ").join(names)


def read_parts(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """Their names: with ; between, or a line each; a known name stays whole."""
    if text.casefold() in known:
        return (text,)
    pieces = text.split("\n" if "\n" in text else ";")
    return tuple(dict.fromkeys(name for each in pieces if (name := one_line(each))))
