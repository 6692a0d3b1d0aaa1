"""A short look at what times tell; the trial itself takes its time."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from tests.faults import timing, trial

SEED = 20_261_126
TRIES = 100
GOES = 3
MOST = 0.8
"""Only what is plain to see in each of the goes fails here: few tries, beside other
tests, and a case with a second reference takes a little longer when all is quiet (0.7).
The trial itself asks for 0.55."""


def test_the_time_of_a_refusal_tells_nothing_of_its_reason(tmp_path: Path) -> None:
    apart = set(combinations(timing.SORTS, 2))
    for go in range(GOES):
        with trial.timed("timing", SEED + go) as made:
            shares = timing.shares(tmp_path, made, seed=SEED + go, tries=TRIES)
        assert made.faults == []
        apart &= {pair for pair, share in shares.items() if share > MOST}
        if not apart:
            break

    assert apart == set()


def test_the_share_is_a_half_for_the_same_and_one_for_what_is_told_apart() -> None:
    assert timing.auc([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]) == 0.5
    assert timing.auc([1.0, 2.0], [3.0, 4.0]) == 1.0
