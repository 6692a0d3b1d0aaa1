"""A dozen closures instead of five hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import plans

pytestmark = pytest.mark.timeout(600)  # each is a world of its own
SEED = 20_261_126


def test_no_plan_breaks_a_rule(tmp_path: Path) -> None:
    made = plans.run(tmp_path, seed=SEED, plans=12)

    assert made.faults == [], made.line()
    assert made.figures["moved"], made.line()
