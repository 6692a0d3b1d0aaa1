"""Takes changes of the catalogue back and does them again, each checked like any."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ui.desk import Desk
from venues.domain.opening import Stretch
from venues.services import (
    closures,
    hours_editing,
    room_editing,
    venue_clusters,
    venue_copying,
    venue_editing,
)
from venues.services.venue_copying import Copy
from venues.services.venue_drafts import ClosureDraft, RoomDraft, VenueDraft


class VenueUndo:
    """Puts a step on the stack for each change that came about.

    A record that is taken away and added again gets another key, so what is stored
    now is remembered from one step to the next.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def venue(self, before: VenueDraft | None, after: VenueDraft) -> None:
        """A venue was added (there was none before) or changed."""
        if before is None:
            there = _There(after)
            self._push(
                f"adding of {after.name}",
                partial(there.leave, self._withdraw_venue),
                partial(there.come_back, self._add_venue),
            )
        elif before != after:
            self._push(
                f"change of {after.name}",
                partial(self._put_venue_back, before, after),
                partial(self._put_venue_back, after, before),
            )

    def copy(self, made: Copy) -> None:
        """A venue was made from another one."""
        there = _There(made)
        self._push(
            f"adding of {made.venue.name}",
            partial(there.leave, partial(self._write, venue_copying.withdraw)),
            partial(there.come_back, self._copy_again),
        )

    def neighbours(
        self, name: str, before: dict[int, str], after: dict[int, str]
    ) -> None:
        """Venues were put into a group, or taken out of theirs."""
        self._push(
            f"change of the group {name}",
            partial(self._write, venue_clusters.assign, before, opened=after),
            partial(self._write, venue_clusters.assign, after, opened=before),
        )

    def room(self, before: RoomDraft | None, after: RoomDraft) -> None:
        """A room was added (there was none before) or changed."""
        if before is None:
            there = _There(after)
            self._push(
                f"adding of {after.name}",
                partial(there.leave, partial(self._write, room_editing.withdraw)),
                partial(there.come_back, partial(self._save_room, opened=None)),
            )
        elif before != after:
            self._push(
                f"change of {after.name}",
                partial(self._save_room, before, opened=after),
                partial(self._save_room, after, opened=before),
            )

    def hours(
        self,
        whose: tuple[int, int | None],
        name: str,
        before: tuple[Stretch, ...],
        after: tuple[Stretch, ...],
    ) -> None:
        """Hours were changed; ``whose`` is a venue's id and a room's, or None."""
        self._push(
            f"change of the hours of {name}",
            partial(self._save_hours, whose, before, after),
            partial(self._save_hours, whose, after, before),
        )

    def closure(
        self, before: ClosureDraft | None, after: ClosureDraft | None, name: str
    ) -> None:
        """A closure was added, changed or taken away."""
        stored = after or before
        if stored is None or before == after:
            return
        there = _There(stored)
        leave = partial(there.leave, partial(self._write, closures.remove))
        come_back = partial(there.come_back, partial(self._save_closure, opened=None))
        if before is None:
            self._push(f"closure of {name}", leave, come_back)
        elif after is None:
            self._push(f"opening of {name}", come_back, leave)
        else:
            self._push(
                f"change of the closure of {name}",
                partial(self._save_closure, before, opened=after),
                partial(self._save_closure, after, opened=before),
            )

    def venue_standing(self, before: VenueDraft) -> None:
        """A venue was retired or brought back; ``before`` is what it was."""
        retire = partial(self._retire_venue, before)
        bring_back = partial(self._bring_venue_back, before)
        if before.status == "retired":
            self._push(f"bringing back of {before.name}", retire, bring_back)
        else:
            self._push(f"retiring of {before.name}", bring_back, retire)

    def room_standing(self, before: RoomDraft) -> None:
        """A room was retired or brought back; ``before`` is what it was."""
        retire = partial(self._retire_room, before)
        bring_back = partial(self._write, room_editing.bring_back, before.id)
        if before.status == "retired":
            self._push(f"bringing back of {before.name}", retire, bring_back)
        else:
            self._push(f"retiring of {before.name}", bring_back, retire)

    def _push(
        self, name: str, undo: Callable[[], object], redo: Callable[[], object]
    ) -> None:
        self._desk.undo.push(name, undo, redo)

    def _write(self, change: Callable[..., Any], *what: Any, **more: Any) -> Any:
        with self._desk.database.write() as session:
            return change(session, *what, self._desk.viewer, **more)

    def _withdraw_venue(self, venue: VenueDraft) -> object:
        return self._write(venue_editing.withdraw, venue)

    def _add_venue(self, venue: VenueDraft) -> object:
        return self._write(
            venue_editing.save,
            venue,
            now=self._desk.now(),
            gazetteer=self._desk.gazetteer(),
        )

    def _copy_again(self, made: Copy) -> object:
        with self._desk.database.write() as session:
            return venue_copying.make(
                session,
                made.source_id,
                made.venue.name,
                self._desk.viewer,
                now=self._desk.now(),
                gazetteer=self._desk.gazetteer(),
            )

    def _put_venue_back(self, wanted: VenueDraft, stored: VenueDraft) -> object:
        now = self._desk.now()
        return self._write(venue_editing.put_back, wanted, stored, now=now)

    def _save_room(self, room: RoomDraft, *, opened: RoomDraft | None) -> object:
        now = self._desk.now()
        return self._write(room_editing.save, room, now=now, opened=opened)

    def _save_hours(
        self,
        whose: tuple[int, int | None],
        wanted: tuple[Stretch, ...],
        stored: tuple[Stretch, ...],
    ) -> object:
        venue_id, room_id = whose
        return self._write(
            hours_editing.save,
            venue_id,
            wanted,
            opened=stored,
            room_id=room_id,
            dated_too=True,
        )

    def _save_closure(
        self, closure: ClosureDraft, *, opened: ClosureDraft | None
    ) -> object:
        now = self._desk.now()
        return self._write(closures.save, closure, now=now, opened=opened)

    def _retire_venue(self, venue: VenueDraft) -> object:
        return self._write(venue_editing.retire, venue.id, now=self._desk.now())

    def _bring_venue_back(self, venue: VenueDraft) -> object:
        status = "active" if venue.status == "retired" else venue.status
        return self._write(venue_editing.bring_back, venue.id, status=status)

    def _retire_room(self, room: RoomDraft) -> object:
        return self._write(room_editing.retire, room.id, now=self._desk.now())


class _There:
    """A record that comes and goes."""

    def __init__(self, stored: Any) -> None:
        self._stored = stored

    def leave(self, take_away: Callable[[Any], Any]) -> None:
        """Take it away as it is stored now, and keep what would add it again."""
        self._stored = take_away(self._stored) or self._stored

    def come_back(self, add: Callable[[Any], Any]) -> None:
        """Add it again, and remember how it is stored from now on."""
        self._stored = add(self._stored)
