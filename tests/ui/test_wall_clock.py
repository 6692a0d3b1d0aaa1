"""The clock on the wall."""

from __future__ import annotations

import time

from ui.wall_clock import wall_clock


def test_it_shows_local_time() -> None:
    before = time.localtime()

    shown = wall_clock()

    assert shown.tzinfo is None
    assert time.mktime(before) <= shown.timestamp() <= time.time()
