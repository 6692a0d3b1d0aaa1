"""The rows about rooms: which room is meant, and what would become of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from venues.domain.free_text import private_words
from venues.errors import Clash, WrongInput
from venues.services import room_checks
from venues.services.spreadsheets import cells, plan, shape
from venues.services.spreadsheets.lines import Line
from venues.services.spreadsheets.plan import Change, Item, Leave, Plan, RoomStep, State
from venues.services.spreadsheets.retiring import Retiring
from venues.services.spreadsheets.stored import Stored, in_order
from venues.services.spreadsheets.venue_steps import Venues
from venues.services.venue_drafts import FeatureDraft, RoomDraft

SEATS = room_checks.LAYOUTS
FREE = tuple(column.key for column in shape.ROOMS.columns if column.free)


@dataclass(slots=True)
class Entry:
    """A room that the file speaks of."""

    id: int
    venue_id: int
    before: RoomDraft | None
    line: Line | None = None
    values: dict[str, Any] = field(default_factory=dict)
    parts: tuple[str, ...] | None = None
    at: Line | None = None
    refused: bool = False


class Rooms:
    """Finds the room that each row means, and weighs what is said about it."""

    def __init__(
        self, stored: Stored, venues: Venues, retiring: Retiring, leave: Leave
    ) -> None:
        self._stored, self._venues = stored, venues
        self._retiring, self._leave = retiring, leave
        self._names: dict[tuple[int, str], int] = {
            (room.venue_id, room.name.casefold()): id_
            for id_, room in stored.rooms.items()
        }
        self._made_of: dict[int, frozenset[str]] = defaultdict(
            frozenset,
            {
                venue_id: frozenset(name.casefold() for name in spaces.values())
                for venue_id, spaces in stored.spaces.items()
            },
        )
        self.entries: dict[int, Entry] = {}

    def take(self, line: Line, venue_id: int) -> int | None:
        """The id of the room that the row is about; below 0 when it is new."""
        name = line.values.get("name", "")
        uuid = line.values.pop("uuid", None)
        id_ = self._stored.room_uuids.get(uuid) if uuid else None
        if uuid and id_ is None:
            line.trouble(
                "uuid",
                "No room here has this ID. Empty the cell to add the room as new, or "
                "to find it by its name.",
            )
        if id_ is not None and self._stored.rooms[id_].venue_id != venue_id:
            line.trouble(
                "venue",
                "A room stays in its building. Empty the ID to add it here as new.",
            )
            return None
        if id_ is None:
            if not name:
                line.trouble("name", "Give the room a name.")
                return None
            id_ = self._names.get((venue_id, name.casefold()))
        other = self._names.get((venue_id, name.casefold()), id_) if name else id_
        if other != id_:
            status = (
                self._stored.rooms[other].status if other in self._stored.rooms else ""
            )
            line.trouble("name", str(room_checks.same_name(status)))
            return None
        id_ = id_ or -1 - len(self.entries)
        if id_ in self.entries:
            before = self.entries[id_].line
            line.trouble(
                "name",
                f"Row {before.row if before else ''} is about the same room. Keep one "
                "of the two.",
            )
            return None
        entry = Entry(
            id_, venue_id, self._stored.rooms.get(id_), line, dict(line.values)
        )
        self._take_parts(entry)
        self.entries[id_] = entry
        if name:
            self._names[venue_id, name.casefold()] = id_
        return id_

    def of(self, line: Line, venue_id: int) -> int | None:
        """The id of the room that a row of another sheet names."""
        name = line.values.get("room", "")
        id_ = self._names.get((venue_id, name.casefold()))
        if id_ is None:
            line.trouble(
                "room",
                "There is no such room in this venue. Type its name as on the sheet "
                "Rooms, or empty the cell for the whole venue.",
            )
        return id_

    def add_features(self, id_: int, lines: Iterable[Line]) -> list[Line]:
        """Take what is recorded of a room; returns the lines that are wrong."""
        lines = list(lines)
        wrong = [line for line in lines if line.grave]
        if wrong:
            return wrong
        if id_ not in self.entries:
            room = self._stored.rooms[id_]
            self.entries[id_] = Entry(id_, room.venue_id, room, at=lines[0])
        self.entries[id_].values["features"] = in_order(
            FeatureDraft(
                line.values["need"],
                line.values.get("present", True),
                line.values.get("note", ""),
            )
            for line in lines
            if "need" in line.values
        )
        return []

    def weigh(self, into: Plan) -> None:
        """Say of each room what would become of it, and note the steps."""
        for entry in self.entries.values():
            self._weigh(entry, into)

    def refused(self, room_id: int) -> bool:
        """Whether a room that is to be added will not be."""
        entry = self.entries.get(room_id)
        return entry is not None and entry.refused and entry.before is None

    def _weigh(self, entry: Entry, into: Plan) -> None:
        at = entry.at
        line = entry.line or Line(at.sheet if at else "", at.row if at else 0, {})
        venue = self._venues.entries.get(entry.venue_id)
        if venue is not None and venue.refused and venue.before is None:
            where = (
                f": see {venue.line.sheet}, row {venue.line.row}" if venue.line else ""
            )
            line.trouble("venue", f"Its venue has a problem{where}.")
            entry.refused = True
            into.items.append(self._item(entry, line, State.PROBLEM, None))
            return
        after = self._after(entry, line)
        same = after is not None and after == entry.before and entry.parts is None
        if after is None or (line.grave and (same or self._leave is Leave.ROW)):
            entry.refused = True
            into.items.append(self._item(entry, line, State.PROBLEM, None))
        elif same:
            if entry.line is not None:
                into.items.append(self._item(entry, line, State.UNCHANGED, after))
        else:
            state = State.NEW if entry.before is None else State.CHANGED
            into.items.append(self._item(entry, line, state, after))
            into.rooms.append(RoomStep(entry.id, entry.before, after, entry.parts))

    def _after(self, entry: Entry, line: Line) -> RoomDraft | None:
        """The room as it would be stored; None when it cannot be."""
        before = entry.before or RoomDraft(venue_id=entry.venue_id)
        draft = replace(before, id=entry.id, **_usable(entry.values))
        if draft == entry.before:
            return draft
        for name in FREE:
            new = getattr(draft, name)
            kind = private_words(new) if new != getattr(before, name) else None
            if kind is not None and kind != "a postcode":
                line.trouble(
                    name,
                    f"This looks like {kind}. Write nothing here that tells who "
                    "somebody is.",
                )
                draft = replace(draft, **{name: getattr(before, name)})
        checked: RoomDraft | None = None
        while checked is None:
            try:
                checked = room_checks.checked_alone(draft)
            except WrongInput as trouble:
                name = trouble.field
                if not line.amiss(name, *(SEATS if name in SEATS else ())):
                    line.trouble(name, str(trouble))
                if name == "name" or getattr(draft, name) == getattr(before, name):
                    return None
                draft = replace(draft, **{name: getattr(before, name)})
        draft = checked
        if draft.status == "retired" != before.status and entry.before is not None:
            try:
                self._retiring.room(entry.id)
            except Clash as trouble:
                line.trouble("status", str(trouble))
                draft = replace(draft, status=before.status)
        return self._as_bookings_allow(entry, draft, line)

    def _as_bookings_allow(
        self, entry: Entry, draft: RoomDraft, line: Line
    ) -> RoomDraft:
        """The draft without what would make two bookings overlap."""
        if entry.before is None:
            return draft
        before, change = entry.before.turnaround, self._retiring.change
        if draft.turnaround != before:
            try:
                change(entry.id, turnaround=draft.turnaround, parts=None)
            except Clash as trouble:
                line.trouble("turnaround", str(trouble))
                draft = replace(draft, turnaround=before)
        if entry.parts is not None:
            try:
                change(entry.id, turnaround=draft.turnaround, parts=entry.parts)
            except Clash as trouble:
                line.trouble(shape.MADE_OF, str(trouble))
                entry.parts = None
        return draft

    def _take_parts(self, entry: Entry) -> None:
        """What the room is to be made of, unless that is what it is made of."""
        text = entry.values.pop(shape.MADE_OF, None)
        if text is None:
            return
        known = self._made_of[entry.venue_id]
        wanted = cells.read_parts(text, known) if text else ()
        present = self._stored.shared(entry.before) if entry.before else []
        same = {name.casefold() for name in present} == {
            name.casefold() for name in wanted
        }
        name = entry.before.name.casefold() if entry.before else ""
        if not wanted and [part.casefold() for part in present] == [name]:
            same = True  # its own part, which others have as well
        if not same or (entry.before is None and wanted):
            entry.parts = wanted

    def _item(
        self, entry: Entry, line: Line, state: State, after: RoomDraft | None
    ) -> Item:
        venue = self._venues.entries.get(entry.venue_id)
        stored = self._stored.venues.get(entry.venue_id)
        of = (venue.values.get("name") if venue else None) or (
            stored.name if stored else ""
        )
        name = entry.values.get("name") or (entry.before.name if entry.before else "")
        changed: tuple[Change, ...] = ()
        about = ""
        if state is State.CHANGED and entry.before and after:
            changed = plan.changes("room", entry.before, after, {})
            if entry.parts is not None:
                old = cells.say_parts(self._stored.shared(entry.before))
                new = cells.say_parts(list(entry.parts))
                alone = "its own"
                changed += (
                    Change("Parts of the building", old or alone, new or alone),
                )
        elif state is State.NEW and after:
            about = after.seats_words
        return Item(
            "Room",
            f"{name}, {of}",
            state,
            line.sheet,
            line.row,
            changed,
            tuple(line.troubles),
            about,
        )


def _usable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value
        for key, value in values.items()
        if key in RoomDraft.__dataclass_fields__ and key != "venue_id"
    }
