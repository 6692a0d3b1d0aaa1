"""Every test of the review list may have the watched world."""

from __future__ import annotations

from tests.venues.services.reviews.scene import watched

__all__ = ["watched"]
