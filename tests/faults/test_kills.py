"""Twelve kills instead of sixty."""

from __future__ import annotations

from pathlib import Path

from tests.faults import kills

SEED = 20_261_126


def test_what_was_said_to_be_saved_is_there_after_a_kill(tmp_path: Path) -> None:
    made = kills.run(tmp_path, seed=SEED, kills=12)

    assert made.faults == [], made.line()
    assert made.figures["bookings"], made.line()
