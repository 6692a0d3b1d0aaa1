"""The files that cannot be used, as a trial."""

from __future__ import annotations

from pathlib import Path

from tests.faults import unusable

SEED = 20_261_126


def test_a_file_of_no_use_is_named_and_left_alone(tmp_path: Path) -> None:
    made = unusable.run(tmp_path, seed=SEED)

    assert made.faults == [], made.line()
