"""Whoever waits may be asked whether to go on, or not."""

from __future__ import annotations

from venues.database.engines.company import Company


def test_without_anybody_to_ask_one_waits_as_long_as_it_takes() -> None:
    assert Company().waits(60)


def test_whoever_is_asked_decides() -> None:
    company = Company(lambda waited: waited < 1)

    assert [company.waits(0.5), company.waits(1.5)] == [True, False]
