"""What tests of the window may ask for by name."""

from __future__ import annotations

from tests.ui.wired import hook, wired

__all__ = ["hook", "wired"]
