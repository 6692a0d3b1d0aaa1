"""Garbage is collected on the interface's thread only."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from ui.collecting import Collector


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave collecting as it was."""
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


class Knot(QObject):
    """Something that only a collection can free."""

    def __init__(self, freed: list[bool]) -> None:
        super().__init__()
        self.me = self
        self.freed = freed

    def __del__(self) -> None:
        self.freed.append(True)


def test_python_no_longer_collects_by_itself(qapp: QObject) -> None:
    gc.enable()

    collector = Collector()

    assert not gc.isenabled()
    assert collector.parent() is None


def test_knots_are_freed_when_enough_have_gathered(qapp: QObject) -> None:
    collector = Collector()
    gc.collect()
    freed: list[bool] = []
    Knot(freed)
    gathered = [[] for _ in range(5000)]

    collector.look()

    assert len(gathered) == 5000
    assert freed == [True]
