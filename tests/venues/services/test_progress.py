"""Saying how far long work is."""

from __future__ import annotations

from venues.services import progress


def test_the_quiet_way_says_nothing() -> None:
    said: progress.Progress = progress.quiet

    assert said(1, 2) is None
