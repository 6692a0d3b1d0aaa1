"""``calendar``."""

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


def test_all_of_ones_own_are_written(command: Command, tmp_path: Path) -> None:
    command("book", *CHILD)
    file = tmp_path / "mine.ics"

    said = command("calendar", "--mine", "--ics", str(file), "--json")

    assert said.json == {"ics": str(file), "appointments": 1}
    assert "WA-20417" not in file.read_text()


def test_one_booking_is_written_by_its_reference(
    command: Command, tmp_path: Path
) -> None:
    booked = command("book", *CHILD, "--json").json["booking"]
    file = tmp_path / "one.ics"

    said = command("calendar", booked, "--ics", str(file))

    assert said.out == f"Wrote {file}: 1 appointment.\n"
    assert f"DESCRIPTION:{booked}" in file.read_text()


def test_somebody_elses_booking_is_not_written(
    command: Command, tmp_path: Path
) -> None:
    booked = command("book", *CHILD, "--json").json["booking"]
    file = tmp_path / "one.ics"

    said = command("calendar", booked, "--ics", str(file), login="manager.01")

    assert (said.code, file.exists()) == (1, False)
    assert said.err == "Only your own appointments go into a calendar file.\n"


@pytest.mark.parametrize("more", [(), ("B-10001", "--mine")])
def test_it_is_one_booking_or_all(
    command: Command, tmp_path: Path, more: tuple[str, ...]
) -> None:
    said = command("calendar", *more, "--ics", str(tmp_path / "x.ics"))

    assert said.code == 2
    assert "--mine" in said.err
