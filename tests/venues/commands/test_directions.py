"""``directions``: the way to a venue on paper or as text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


def test_it_writes_a_page(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "way.pdf"

    said = command("directions", "--venue", "Millbrook", "--pdf", str(path), "--json")

    assert said.json == {"pdf": str(path), "pages": 1}
    assert path.read_text() == "DirectionsSheet"


def test_it_says_it_in_text_for_a_booking(command: Command) -> None:
    booking = (
        *("--on", "2026-11-26", "--from", "15:00", "--to", "16:00", "--room", "1"),
        *("--for", "child", "--case", "WA-20417", "--people", "3"),
    )
    assert command("book", *booking).code == 0

    said = command(
        "directions", "--venue", "Millbrook", "--booking", "B-10001", "--text"
    )

    assert "Thursday 26 November 2026, 3pm" in said.out
    assert "WA-20417" not in said.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--venue", "Millbrook"), 2),
        (("--venue", "Nowhere", "--text"), 2),
        (("--venue", "Millbrook", "--text", "--booking", "B-99999"), 1),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    command: Command, words: tuple[str, ...], code: int
) -> None:
    said = command("directions", *words)

    assert said.code == code
    assert said.err.count("\n") == 1
