"""Five backups instead of twenty."""

from __future__ import annotations

from pathlib import Path

from tests.faults import copies

SEED = 20_261_126


def test_a_backup_is_whole_while_somebody_writes(tmp_path: Path) -> None:
    made = copies.run(tmp_path, seed=SEED, copies=5)

    assert made.faults == [], made.line()
