"""Four kills instead of forty, three races instead of twenty-five."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import series

SEED = 20_261_126


@pytest.mark.timeout(600)  # programs are started and ended, one after another
def test_no_series_is_ever_half_there(tmp_path: Path) -> None:
    made = series.run(tmp_path, seed=SEED, kills=4, rounds=3)

    assert made.faults == [], made.line()
    assert made.figures["series after kills"], made.line()
