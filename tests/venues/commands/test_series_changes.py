"""``series change``, ``series extend`` and ``series hand-over``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Command = Callable[..., Any]
WEEKLY = (
    *("book", "--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "child", "--case", "WA-20417", "--people", "3", "--room", "1"),
    *("--repeat", "weekly", "--until", "2026-12-17"),
)


@pytest.fixture
def booked(command: Command) -> list[str]:
    """Four Thursdays at 3pm in Willow Room: their references."""
    return list(command(*WEEKLY, "--json").json["bookings"])


def starts(command: Command, number: int = 1) -> list[str]:
    """What becomes of each date of a series, as it is said in lines."""
    lines = command("series", "show", str(number)).out.splitlines()
    return lines[1:]


def test_this_and_later_are_changed(command: Command, booked: list[str]) -> None:
    said = command(
        *("series", "change", booked[2], "--scope", "later", "--from", "4pm"),
        *("--room", "2", "--json"),
    ).json

    assert said["series"] == 2
    assert said["words"] == "Every week on Thursday until 17 December 2026"
    assert said["dates"][0] == {
        "date": "2026-12-10",
        "outcome": "changed",
        "room": 2,
        "starts": "2026-12-10T16:00",
        "why": "",
    }
    assert "Oak Room" in starts(command, 2)[0]


def test_it_is_said_in_lines(command: Command, booked: list[str]) -> None:
    said = command(
        *("series", "change", booked[0], "--scope", "all", "--minutes", "90"),
        *("--second", "practitioner.05", "--note", "Bring the folder"),
    )

    assert said.out.splitlines()[:2] == [
        "Changed 4 dates: Every week on Thursday until 17 December 2026. Series 1.",
        "  Thursday 26 November 2026, Willow Room, Millbrook: changed",
    ]


def test_a_dry_run_changes_nothing(command: Command, booked: list[str]) -> None:
    said = command(
        *("series", "change", booked[0], "--scope", "all", "--room", "2"),
        "--dry-run",
    )

    assert said.out.startswith("Would change 4 dates")
    assert all("Willow Room" in line for line in starts(command))


def test_another_rule_cancels_and_moves(command: Command, booked: list[str]) -> None:
    said = command(
        *("series", "change", booked[0], "--scope", "all", "--second", "nobody"),
        *("--repeat", "fortnightly", "--times", "3", "--json"),
    ).json

    assert [each["outcome"] for each in said["dates"]] == [
        "stays",
        "cancelled",
        "stays",
        "changed",
    ]


def test_all_go_along_to_another_day(command: Command, booked: list[str]) -> None:
    said = command(
        *("series", "change", booked[1], "--scope", "later", "--on", "2026-12-04"),
        "--json",
    ).json

    assert [each["date"] for each in said["dates"]] == [
        "2026-12-04",
        "2026-12-11",
        "2026-12-18",
    ]


def test_a_date_that_does_not_fit_refuses_all_and_shows_each(
    command: Command, booked: list[str]
) -> None:
    command(
        *("book", "--on", "2026-12-03", "--from", "15:00", "--to", "16:00"),
        *("--for", "staff", "--room", "2", "--people", "3"),
        login="practitioner.05",
    )
    words = ("series", "change", booked[0], "--scope", "all", "--room", "2")

    refused = command(*words)
    left = command(*words, "--otherwise", "leave-out", "--json").json

    assert refused.code == 1
    assert "1 date of 4 cannot be booked" in refused.err
    assert "Thursday 3 December 2026: Oak Room is in use" in refused.out
    assert "Thursday 26 November 2026: fits" in refused.out
    assert left["dates"][1]["outcome"] == "stays"


def test_it_goes_on(command: Command, booked: list[str]) -> None:
    said = command("series", "extend", booked[0], "--times", "2", "--json").json
    dry = command(
        "series", "extend", booked[0], "--until", "2027-01-14", "--dry-run"
    ).out

    assert said["words"] == "Every week on Thursday, 6 times"
    assert [each["outcome"] for each in said["dates"]] == ["new", "new"]
    assert dry.startswith("Would change 2 dates")


def test_a_further_date_may_be_in_another_room(
    command: Command, booked: list[str]
) -> None:
    command(
        *("book", "--on", "2026-12-24", "--from", "15:00", "--to", "16:00"),
        *("--for", "staff", "--room", "1", "--people", "3"),
        login="practitioner.05",
    )

    said = command(
        *("series", "extend", booked[0], "--times", "1"),
        *("--otherwise", "other-room"),
    ).out

    assert "Oak Room, Millbrook: other room: Willow Room is in use" in said


def test_it_is_handed_over(command: Command, booked: list[str]) -> None:
    said = command(
        *("series", "hand-over", booked[2], "--scope", "later"),
        *("--to", "practitioner.05", "--json"),
    )

    assert said.json["series"] == 2
    assert command("show", booked[2]).code == 1
    assert command("show", booked[2], login="practitioner.05").code == 0


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--second", "nobody.99"), 1, "Nobody here has the login “nobody.99”"),
        (("--people", "0"), 2, "from 1 up"),
        (("--from", "soon"), 2, "time"),
        ((), 2, "Nothing is to be otherwise"),
    ],
)
def test_what_cannot_be_used_is_said(
    command: Command,
    booked: list[str],
    words: tuple[str, ...],
    code: int,
    sentence: str,
) -> None:
    said = command("series", "change", booked[0], "--scope", "all", *words)

    assert said.code == code
    assert sentence in said.err
