"""Whoever waits may be asked whether to go on, or not."""

from __future__ import annotations

from venues.database.engines.company import Company


def test_without_anybody_to_ask_one_waits_as_long_as_it_takes() -> None:
    assert Company().waits()


def test_whoever_is_asked_decides() -> None:
    answers = [True, False]
    company = Company(lambda: answers.pop(0))

    assert [company.waits(), company.waits()] == [True, False]
