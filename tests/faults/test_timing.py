"""A short look at what times tell; the trial itself takes its time."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from tests.faults import timing, trial

SEED = 20_261_126
TRIES = 100
GOES = 3
MOST = 0.65
"""Few tries, beside other tests: what is told apart in each of the goes fails here. The
trial itself asks for 0.55, on a machine that does nothing else."""

ODD = 100
"""Instructions by which two refusals may differ, of about 850: some 5 microseconds of
2 milliseconds. Looking for a second reference took 900 more while that was done anew
for each question."""

FEW = 0.005
"""The share of functions called by which two refusals may differ."""


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


def test_a_refusal_is_the_same_work_whatever_lies_behind_it(tmp_path: Path) -> None:
    work = timing.work(tmp_path, SEED)

    assert set(work) == set(timing.SORTS)
    assert max(work.values()) - min(work.values()) <= ODD


def test_as_many_statements_are_sent_and_functions_called(tmp_path: Path) -> None:
    found = timing.steps(tmp_path, SEED)

    assert {sent for sent, _ in found.values()} == {5}
    called = [calls for _, calls in found.values()]
    assert max(called) - min(called) <= min(called) * FEW


def test_the_share_is_a_half_for_the_same_and_one_for_what_is_told_apart() -> None:
    assert timing.auc([1.0, 2.0, 3.0], [1.0, 2.0, 3.0]) == 0.5
    assert timing.auc([1.0, 2.0], [3.0, 4.0]) == 1.0
