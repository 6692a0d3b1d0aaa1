"""Who keeps whoever waits for a database company: asked, now and then, to wait on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SLICE = 0.05
"""Seconds between two times that company is asked while an answer is waited for."""


@dataclass
class Company:
    """Whom all connections to one database ask whether to wait on.

    ``goes_on`` is told how many seconds were waited since it was last asked, every
    ``SLICE`` and when an answer is there, on the thread that waits; it may draw. It
    says whether to wait on.
    """

    goes_on: Callable[[float], bool] | None = None

    def waits(self, waited: float) -> bool:
        """Whether to wait on; as long as it takes when nobody is there to ask."""
        return self.goes_on is None or self.goes_on(waited)
