"""Three hundred broken spreadsheets instead of two thousand."""

from __future__ import annotations

from pathlib import Path

from tests.faults import spreadsheets

SEED = 20_261_126


def test_a_broken_spreadsheet_is_named_and_does_no_harm(tmp_path: Path) -> None:
    made = spreadsheets.run(tmp_path, seed=SEED, sheets=300)

    assert made.faults == [], made.line()
