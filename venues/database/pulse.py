"""Hears that another program changed a file, and which tables.

SQLite says that somebody committed (``PRAGMA data_version``), not who or what. History
says which tables; and the units of work of this program are counted, so that they are
not told a second time.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from venues.database import audit
from venues.database.models import Base

WITHOUT_HISTORY = audit.NOT_RECORDED - {"history"}
"""What may have changed too, whatever else did."""


@dataclass(frozen=True, slots=True)
class Count:
    """Units of work that were begun and that are over, and history rows they wrote."""

    begun: int = 0
    over: int = 0
    rows: int = 0


class Units:
    """Counts the units of work of this program, on whichever thread they are."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.now = Count()

    @contextmanager
    def under_way(self, info: dict[Any, Any]) -> Iterator[None]:
        """One more, as long as this lasts; ``info`` says then how much it wrote."""
        with self._lock:
            self.now = replace(self.now, begun=self.now.begun + 1)
        written = 0
        try:
            yield
            written = info.get(audit.RECORDED, 0)
        finally:
            with self._lock:
                now = self.now
                self.now = Count(now.begun, now.over + 1, now.rows + written)


class Pulse:
    """A look at the file now and then, from one connection of its own."""

    def __init__(self, path: Path, units: Units) -> None:
        self._units = units
        self._raw = sqlite3.connect(path, timeout=0, check_same_thread=False)
        self._raw.execute("PRAGMA query_only = ON")
        self._version = self._read_version()
        self._seen = self._read_newest()
        self._known: Count | None = units.now

    def look(self) -> frozenset[str]:
        """The tables that somebody else changed since the last look.

        While a unit of work of our own is under way, its tables may be among them.
        Nothing while the file cannot be read.
        """
        try:
            before = self._units.now
            version = self._read_version()
            if version == self._version:
                return frozenset()
            rows = self._raw.execute(
                'SELECT id, "table" FROM history WHERE id > ?', (self._seen,)
            ).fetchall()
            self._version = version
        except sqlite3.Error:
            return frozenset()
        return self._sort_out(rows, before)

    def _sort_out(self, rows: list[tuple[int, str]], before: Count) -> frozenset[str]:
        after, known = self._units.now, self._known
        quiet = before == after and after.begun == after.over
        self._seen = max([self._seen, *(id_ for id_, _ in rows)])
        self._known = after if quiet else None
        if quiet and known is not None and known != after:
            own = after.rows - known.rows
            if own == len(rows):
                return frozenset()
        if not rows:
            return frozenset(Base.metadata.tables)
        return frozenset(table for _, table in rows) | WITHOUT_HISTORY

    def close(self) -> None:
        """Let go of the file."""
        self._raw.close()

    def _read_version(self) -> int:
        return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    def _read_newest(self) -> int:
        row = self._raw.execute("SELECT max(id) FROM history").fetchone()
        return int(row[0] or 0)
