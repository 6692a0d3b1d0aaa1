"""``schedule``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]
CHILD = (
    *("--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "child", "--case", "WA-20417", "--people", "3", "--room", "1"),
)


def test_text_shows_the_week_as_the_asker_may_see_it(command: Command) -> None:
    command("book", *CHILD)
    week = ("schedule", "--week", "2026-11-26", "--text", "--sheet", "team")

    own = command(*week)
    theirs = command(*week, login="practitioner.05")

    assert "WA-20417" in own.out
    assert "WA-20417" not in theirs.out
    assert "In use" in theirs.out


def test_every_venue_is_printed_when_none_is_named(
    command: Command, tmp_path: Path
) -> None:
    pdf = tmp_path / "week.pdf"

    said = command("schedule", "--week", "2026-11-23", "--pdf", str(pdf), "--json")

    assert said.json["pages"] == 3
    assert said.json["week"] == "2026-11-23"
    assert pdf.exists()


def test_a_venue_can_be_named_by_part_of_its_name(
    command: Command, tmp_path: Path
) -> None:
    pdf = tmp_path / "week.pdf"

    said = command("schedule", "--venue", "mill", "--pdf", str(pdf), "--json")

    assert said.json["pages"] == 1


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        ((), 2, "Say where to"),
        (("--text", "--venue", "Atlantis"), 2, "There is no venue"),
        (("--text", "--venue", "i"), 2, "More than one venue"),
        (("--text", "--week", "soon"), 2, "soon"),
    ],
)
def test_what_cannot_be_printed_is_said(
    command: Command, more: tuple[str, ...], code: int, words: str
) -> None:
    said = command("schedule", *more)

    assert said.code == code
    assert words in said.err


def test_a_board_reader_prints_no_bookings(command: Command) -> None:
    said = command("schedule", "--text", login="board.01")

    assert said.code == 1
    assert said.out == ""
