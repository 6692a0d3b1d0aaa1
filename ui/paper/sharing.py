"""How rows are shared out over pages, so that none is crowded and none nearly empty."""

from __future__ import annotations

from collections.abc import Sequence

STEPS = 24  # halvings; far finer than a hair


def evenly(needs: Sequence[float], space: float) -> list[int]:
    """How many of the rows, in order, go on each of as few pages as will do.

    Of all ways to need no more pages, it is one whose fullest page is least full. A
    row taller than a page has one to itself.
    """
    pages = len(_filled(needs, space))
    low, high = 0.0, space
    for _ in range(STEPS):
        middle = (low + high) / 2
        if len(_filled(needs, middle)) > pages:
            low = middle
        else:
            high = middle
    return _filled(needs, high)


def _filled(needs: Sequence[float], space: float) -> list[int]:
    """Page after page filled as far as it goes."""
    shares: list[int] = []
    left = 0.0
    for need in needs:
        if shares and need <= left:
            shares[-1] += 1
            left -= need
        else:
            shares.append(1)
            left = space - need
    return shares
