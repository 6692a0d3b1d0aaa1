"""``book --repeat`` and ``series``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]
WEEKLY = (
    *("book", "--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "child", "--case", "WA-20417", "--people", "3", "--room", "1"),
    *("--repeat", "weekly"),
)
UNTIL = ("--until", "2026-12-17")


def test_a_weekly_series_is_booked(command: Command) -> None:
    said = command(*WEEKLY, *UNTIL, "--json").json

    assert said["words"] == "Every week on Thursday until 17 December 2026"
    assert len(said["bookings"]) == 4
    assert said["dates"][0] == {
        "date": "2026-11-26",
        "outcome": "booked",
        "room": 1,
        "why": "",
    }


def test_it_is_said_in_lines(command: Command) -> None:
    said = command(*WEEKLY, *UNTIL)

    assert said.out.startswith(
        "Booked 4 appointments: Every week on Thursday until 17 December 2026. "
        "Series 1."
    )


def test_a_date_that_does_not_fit_refuses_all_and_shows_each(command: Command) -> None:
    command(*WEEKLY, *UNTIL)

    said = command(*WEEKLY, *UNTIL, "--json")
    lines = command(*WEEKLY, *UNTIL)

    assert said.code == 1
    assert [each["outcome"] for each in said.json["refused"]] == ["refused"] * 4
    assert "cannot be booked" in said.err
    assert "Thursday 26 November 2026, Willow Room, Millbrook: refused" in lines.out


def test_otherwise_says_what_then(command: Command) -> None:
    command(*WEEKLY[:-2], login="practitioner.05", typed="")
    command(
        *("book", "--on", "2026-12-03", "--from", "15:00", "--to", "16:00"),
        *("--for", "staff", "--room", "1", "--people", "3"),
        login="practitioner.05",
    )

    said = command(*WEEKLY, *UNTIL, "--otherwise", "other-room").out

    assert "Oak Room, Millbrook: other room: Willow Room is in use" in said


def test_a_series_is_shown_and_ended(command: Command) -> None:
    number = str(command(*WEEKLY, *UNTIL, "--json").json["series"])

    ended = command(
        "series", "end", number, "--last", "2026-12-03", "--reason", "Over", "--json"
    )
    shown = command("series", "show", number, "--json").json
    lines = command("series", "show", number).out

    assert len(ended.json["cancelled"]) == 2
    assert [each["status"] for each in shown["dates"]] == (
        ["confirmed"] * 2 + ["cancelled"] * 2
    )
    assert "Willow Room, cancelled" in lines


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--repeat", "fortnightly", "--times", "2"), "Every fortnight on Thursday"),
        (("--day", "mon", "--day", "thursday", "--times", "2"), "Monday and Thursday"),
        (("--repeat", "monthly-weekday", "--times", "2"), "the fourth Thursday"),
        (("--repeat", "monthly", "--times", "1"), "the 26th"),
        (("--repeat", "dates", "--date", "2026-11-26"), "On 1 chosen date"),
    ],
)
def test_rules_are_typed_as_words(
    command: Command, more: tuple[str, ...], words: str
) -> None:
    assert words in command(*WEEKLY, *more, "--json").json["words"]


def test_months_without_the_date_are_named(command: Command) -> None:
    said = command(
        *("book", "--on", "2026-12-31", "--from", "15:00", "--to", "16:00"),
        *("--for", "staff", "--room", "1", "--people", "3"),
        *("--repeat", "monthly", "--times", "3", "--otherwise", "leave-out"),
    )

    assert "February 2027 has no 31st, and nothing is booked then." in said.out


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "until which date"),
        (("--until", "soon"), "soon"),
        (("--until", "2026-11-01"), "ends before it begins"),
        (("--times", "2", "--day", "x"), "not a day of the week"),
        (("--times", "2", "--term-only"), "No term dates"),
    ],
)
def test_a_rule_that_cannot_be_used_is_said(
    command: Command, more: tuple[str, ...], words: str
) -> None:
    said = command(*WEEKLY, *more)

    assert (said.code, words in said.err) == (2, True)


def test_a_series_that_is_not_there_is_said(command: Command) -> None:
    said = command("series", "show", "7")

    assert said.code == 1
    assert "no series with that number" in said.err
