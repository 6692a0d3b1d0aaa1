"""Takes back what was changed about keeping apart, and does it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from ui.desk import Desk
from venues.domain.words import count
from venues.services.apart import ending, links, not_to_use, records
from venues.services.apart.drafts import Link, NotToUse, Record
from venues.services.apart.ending import LINK, VENUE, Key

Draft = Link | NotToUse | Record
Pair = tuple[Any, Any]
"""A record as it was before, and as it is after."""

SAVES: dict[type, Callable[..., Any]] = {
    Link: links.save,
    NotToUse: not_to_use.save,
    Record: records.save,
}
NOUNS = {Link: "link", NotToUse: "venue not to use", Record: "case"}


def key_of(record: Link | NotToUse) -> Key:
    """Which record that is."""
    return Key(LINK if isinstance(record, Link) else VENUE, record.id or 0)


class ApartUndo:
    """Puts a step on the stack for each change; no name holds a reference."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def saved(self, before: Draft | None, after: Draft) -> None:
        """A record was added (there was none before) or changed."""
        noun = NOUNS[type(after)]
        if isinstance(after, Record) and before is None:
            there = _There(after)
            self._push("new case", there.leave(self._withdraw), there.back(self._add))
        elif before is None and not isinstance(after, Record):
            key = key_of(after)
            self._push(
                f"new {noun}", partial(self._close, key), partial(self._reopen, key)
            )
        elif before != after:
            self.changed(f"change of a {noun}", [(before, after)])

    def changed(self, name: str, pairs: Iterable[Pair]) -> None:
        """Records were changed in one go."""
        each = tuple(pairs)
        self._push(
            name,
            partial(self._put, each),
            partial(self._put, [(after, before) for before, after in each]),
        )

    def renewed(self, pairs: tuple[Pair, ...]) -> None:
        """Records were renewed in one go."""
        self.changed(f"renewal of {count(len(pairs), 'record')}", pairs)

    def closed(self, key: Key) -> None:
        """A record was closed."""
        self._push(
            "closing of a record",
            partial(self._reopen, key),
            partial(self._close, key),
        )

    def reopened(self, key: Key) -> None:
        """A record was opened again."""
        self._push(
            "opening of a record",
            partial(self._close, key),
            partial(self._reopen, key),
        )

    def _push(
        self, name: str, undo: Callable[[], object], redo: Callable[[], object]
    ) -> None:
        self._desk.undo.push(name, undo, redo)

    def _put(self, pairs: Iterable[Pair]) -> None:
        with self._desk.database.write() as session:
            for wanted, stored in pairs:
                SAVES[type(wanted)](
                    session,
                    wanted,
                    self._desk.viewer,
                    today=self._desk.now().date(),
                    opened=stored,
                )

    def _close(self, key: Key) -> None:
        today = self._desk.now().date()
        with self._desk.database.write() as session:
            ending.close(session, key, self._desk.viewer, today=today)

    def _reopen(self, key: Key) -> None:
        with self._desk.database.write() as session:
            ending.reopen(session, key, self._desk.viewer)

    def _add(self, record: Record) -> Record:
        today = self._desk.now().date()
        with self._desk.database.write() as session:
            return records.save(session, record, self._desk.viewer, today=today)

    def _withdraw(self, record: Record) -> None:
        with self._desk.database.write() as session:
            records.withdraw(session, record, self._desk.viewer)


class _There:
    """A case that comes and goes; each time it comes it has another key."""

    def __init__(self, stored: Record) -> None:
        self._stored = stored

    def leave(self, take_away: Callable[[Record], object]) -> Callable[[], object]:
        """Take it away as it is stored now."""
        return lambda: take_away(self._stored)

    def back(self, add: Callable[[Record], Record]) -> Callable[[], object]:
        """Add it again, and remember how it is stored from now on."""

        def again() -> None:
            self._stored = add(self._stored)

        return again
