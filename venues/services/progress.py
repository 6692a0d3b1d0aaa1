"""How long work says how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told (done, total) between steps. It raises to stop the work, which is undone."""


def quiet(_done: int, _total: int) -> None:
    """For whoever does not want to know."""
