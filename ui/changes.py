"""Tells every page which tables changed, whichever thread changed them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot


class Changes(QObject):
    """The news that something was committed.

    Signals:
        committed: carries the names of the tables that changed; always arrives on
            the interface's thread.
    """

    committed = Signal(frozenset)
    _heard = Signal(frozenset)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard.connect(self._pass_on)

    tell: Callable[[Callable[[], object]], object] | None = None
    """Who is handed the news to tell it when nobody waits; at once if not said."""

    def announce(self, tables: frozenset[str]) -> None:
        """Tell everybody; may be called on any thread."""
        self._heard.emit(tables)

    @Slot(frozenset)
    def _pass_on(self, tables: frozenset[str]) -> None:
        news = partial(self.committed.emit, tables)
        news() if self.tell is None else self.tell(news)
