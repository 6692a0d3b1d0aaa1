"""A disk that fills up, in small."""

from __future__ import annotations

from pathlib import Path

from tests.faults import disk

SEED = 20_261_126


def test_a_full_disk_costs_nothing_that_was_saved(tmp_path: Path) -> None:
    made = disk.run(tmp_path, seed=SEED)

    assert made.faults == [], made.line()
