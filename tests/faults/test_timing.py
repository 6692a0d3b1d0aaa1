"""A short look at what times tell; the trial itself takes its time."""

from __future__ import annotations

from pathlib import Path

from tests.faults import timing

SEED = 20_261_126
TRIES = 100
MOST = 0.68
"""Few tries, beside other tests: only what is plain to see fails here."""


def test_the_time_of_a_refusal_tells_nothing_of_its_reason(tmp_path: Path) -> None:
    made = timing.run(tmp_path, seed=SEED, tries=TRIES, most=MOST)

    assert made.faults == [], made.line()


def test_the_share_is_a_half_for_the_same_and_one_for_what_is_told_apart() -> None:
    assert timing.auc([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]) == 0.5
    assert timing.auc([1.0, 2.0], [3.0, 4.0]) == 1.0
