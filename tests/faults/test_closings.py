"""Six kills instead of forty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import closings

pytestmark = pytest.mark.timeout(600)  # a program is started for each
SEED = 20_261_126


def test_a_venue_is_closed_with_all_its_bookings_or_not_at_all(tmp_path: Path) -> None:
    made = closings.run(tmp_path, seed=SEED, kills=6)

    assert made.faults == [], made.line()
    assert made.figures["bookings"] == 5, made.line()
