"""To a budget of seconds, the rest of the trial as it is."""

from __future__ import annotations

from pathlib import Path

from tests.faults import races

SEED = 20_261_126


def test_nobody_shares_a_room_and_somebody_gets_it(tmp_path: Path) -> None:
    made = races.run(tmp_path, seed=SEED, budget=8.0)

    assert made.faults == [], made.line()
    assert made.figures["won"], made.line()
