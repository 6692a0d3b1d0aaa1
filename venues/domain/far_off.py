"""Dates whose year was mistyped: nobody plans for another century."""

from __future__ import annotations

from datetime import date

from venues.domain.words import day

YEARS = 20
"""How far from today a date may lie, before or after."""


def check(when: date, today: date) -> str | None:
    """Why a date cannot be meant, or None when it can."""
    if when.year < today.year - YEARS:
        return f"{day(when)} is long past. Check the year."
    if when.year > today.year + YEARS:
        return f"{day(when)} is a long way off. Check the year."
    return None
