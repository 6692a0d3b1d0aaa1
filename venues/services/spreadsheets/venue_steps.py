"""The rows about venues: which venue is meant, and what would become of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.orm import Session

from venues.domain import postcode
from venues.domain.typed import NotUnderstood
from venues.errors import Clash, WrongInput
from venues.gazetteer import Gazetteer
from venues.services import venue_checks
from venues.services.spreadsheets import plan, shape, venue_lists
from venues.services.spreadsheets.lines import Line
from venues.services.spreadsheets.plan import Item, Leave, Plan, State, VenueStep
from venues.services.spreadsheets.retiring import Retiring
from venues.services.spreadsheets.stored import Stored
from venues.services.venue_checks import Known
from venues.services.venue_drafts import (
    VenueDraft,
)

GRAVE = frozenset({"name"})
BECAUSE = {"authority_id": ("postcode",)}
"""What is lacking only because another cell cannot be used."""

FREE = tuple(column.key for column in shape.VENUES.columns if column.free)
PLACE = frozenset({"easting", "northing"})


@dataclass(slots=True)
class Entry:
    """A venue that the file speaks of; without a ``line`` only ``at`` other sheets."""

    id: int
    before: VenueDraft | None
    line: Line | None = None
    values: dict[str, Any] = field(default_factory=dict)
    at: Line | None = None
    refused: bool = False


class Venues:
    """Finds the venue that each row means, and weighs what is said about it."""

    def __init__(
        self,
        session: Session,
        stored: Stored,
        retiring: Retiring,
        gazetteer: Gazetteer | None,
        leave: Leave,
    ) -> None:
        self._session, self._stored, self._leave = session, stored, leave
        self._retiring, self._gazetteer = retiring, gazetteer
        self._known = Known(
            {
                venue.name.lower(): (id_, venue.status)
                for id_, venue in stored.venues.items()
            },
            {each.gss: (each.id, each.name) for each in stored.authorities.values()},
        )
        self._names = {
            venue.name.casefold(): id_ for id_, venue in stored.venues.items()
        }
        self._typed: dict[str, int] = {}
        self.entries: dict[int, Entry] = {}

    def take(self, line: Line) -> int | None:
        """The id of the venue that the row is about; below 0 when it is new."""
        name = line.values.get("name", "")
        uuid = line.values.pop("uuid", None)
        id_ = self._stored.venue_uuids.get(uuid) if uuid else None
        if uuid and id_ is None:
            line.trouble(
                "uuid",
                "No venue here has this ID. Empty the cell to add the venue as new, or "
                "to find it by its name.",
            )
        if id_ is None and name:
            id_ = self._typed.get(name.casefold(), self._names.get(name.casefold()))
        if id_ is None and not name:
            line.trouble("name", "Give the venue a name.")
            return None
        id_ = id_ or -1 - len(self.entries)
        before = self.entries.get(id_)
        if before is not None and before.line is not None:
            line.trouble(
                "name",
                f"Row {before.line.row} is about the same venue. Keep one of the two, "
                "or give one another name, such as with the town.",
            )
            return None
        self.entries[id_] = Entry(
            id_, self._stored.venues.get(id_), line, dict(line.values)
        )
        if name:
            self._typed[name.casefold()] = id_
        return id_

    def of(self, line: Line) -> int | None:
        """The id of the venue that a row of another sheet names."""
        name = line.values.get("venue", "")
        key = name.casefold()
        id_ = self._typed.get(key, self._names.get(key))
        if id_ is None:
            line.trouble(
                "venue",
                "There is no such venue in the catalogue or on the sheet Venues. Type "
                "its name as it is there."
                if name
                else "Say which venue this is about.",
            )
        return id_

    def again(self, line: Line) -> int | None:
        """The id of a venue that an earlier row of the file is about, or None."""
        id_ = self._typed.get(line.values.get("name", "").casefold())
        return id_ if id_ in self.entries else None

    def entry(self, id_: int, at: Line) -> Entry:
        """The entry of a venue, made if only another sheet speaks of it."""
        if id_ not in self.entries:
            self.entries[id_] = Entry(id_, self._stored.venues.get(id_), at=at)
        return self.entries[id_]

    def add_parts(self, id_: int, key: str, lines: Iterable[Line]) -> list[Line]:
        """Take the contacts, doors … of a venue; returns the lines that are wrong.

        They are taken together, so that one wrong row leaves all of them as they are.
        """
        lines = list(lines)
        entry = self.entry(id_, lines[0])
        doors = entry.values.get("entrances", (entry.before or VenueDraft()).entrances)
        made = venue_lists.read(key, lines, doors)
        wrong = [line for line in lines if line.grave]
        if not wrong:
            entry.values[key] = made
        return wrong

    def weigh(self, into: Plan) -> None:
        """Say of each venue what would become of it, and note the steps."""
        for entry in self.entries.values():
            self._weigh(entry, into)

    def _weigh(self, entry: Entry, into: Plan) -> None:
        at = entry.at
        line = entry.line or Line(at.sheet if at else "", at.row if at else 0, {})
        after = self._after(entry, line)
        same = after is not None and after == entry.before
        if after is None or (line.grave and (same or self._leave is Leave.ROW)):
            entry.refused = True
            into.items.append(self._item(entry, line, State.PROBLEM, entry.before))
        elif same:
            if entry.line is not None:
                into.items.append(self._item(entry, line, State.UNCHANGED, after))
        else:
            state = State.NEW if entry.before is None else State.CHANGED
            into.items.append(self._item(entry, line, state, after))
            into.venues.append(VenueStep(entry.id, entry.before, after))

    def _after(self, entry: Entry, line: Line) -> VenueDraft | None:
        """The venue as it would be stored; None when it cannot be."""
        before = entry.before or VenueDraft()
        wanted = replace(before, id=entry.id, **_usable(entry.values, before))
        if wanted == entry.before:
            return wanted
        for name in FREE:
            new = getattr(wanted, name)
            if new != getattr(before, name) and venue_lists.no_persons(line, name, new):
                wanted = replace(wanted, **{name: getattr(before, name)})
        draft = self._checked(entry, wanted, line)
        if draft is None:
            return None
        if draft.status == "retired" != before.status and entry.before is not None:
            try:
                self._retiring.venue(entry.id)
            except Clash as trouble:
                line.trouble("status", str(trouble))
                draft = replace(draft, status=before.status)
        if draft != entry.before:
            self._look_at_place(entry, line, draft)
            _look_at_name(line, draft)
        return draft

    def _checked(
        self, entry: Entry, draft: VenueDraft, line: Line
    ) -> VenueDraft | None:
        """The draft without the cells that the editor would complain about."""
        before = entry.before or VenueDraft()
        while True:
            try:
                return venue_checks.checked(
                    self._session,
                    draft,
                    opened=entry.before,
                    gazetteer=self._gazetteer,
                    known=self._known,
                )
            except WrongInput as trouble:
                name = "authority_id" if trouble.field == "authority" else trouble.field
                if not line.amiss(name, *BECAUSE.get(name, ())):
                    line.trouble(name, str(trouble))
                if name in GRAVE or getattr(draft, name) == getattr(before, name):
                    return None
                draft = replace(draft, **{name: getattr(before, name)})

    def _look_at_place(self, entry: Entry, line: Line, draft: VenueDraft) -> None:
        """Point it out when the authority is not that of the postcode."""
        typed = entry.values.get(shape.AUTHORITY)
        if typed is None or not draft.postcode or draft.placed_by_hand:
            return
        if entry.before is not None and entry.before.authority_id == typed:
            return
        found = venue_checks.place(
            self._session, self._gazetteer, draft.postcode, known=self._known
        )
        if found.authority_id not in {None, typed}:
            said = self._stored.authorities[typed].name
            line.trouble(
                shape.AUTHORITY,
                f"{draft.postcode} lies in {found.authority}, not in {said}. "
                "It is kept as typed: check both.",
                note=True,
            )

    def _item(
        self, entry: Entry, line: Line, state: State, after: VenueDraft | None
    ) -> Item:
        names = {id_: each.name for id_, each in self._stored.authorities.items()}
        name = entry.values.get("name") or (entry.before.name if entry.before else "")
        changed: tuple[plan.Change, ...] = ()
        about = ""
        if state is State.CHANGED and entry.before and after:
            changed = plan.changes(
                "venue", entry.before, after, {shape.AUTHORITY: names}
            )
        elif state is State.NEW and after:
            words = (after.street, after.town, after.postcode)
            about = ", ".join(
                word for word in (*words, names.get(after.authority_id or 0)) if word
            )
        return Item(
            "Venue",
            name,
            state,
            line.sheet,
            line.row,
            changed,
            tuple(line.troubles),
            about,
        )


def _usable(values: Mapping[str, Any], before: VenueDraft) -> dict[str, Any]:
    """The values of a row as fields of a draft."""
    found = {
        key: value
        for key, value in values.items()
        if key in VenueDraft.__dataclass_fields__
    }
    by_hand = found.get("placed_by_hand", before.placed_by_hand)
    if not by_hand:
        for key in PLACE:
            found.pop(key, None)
        if before.placed_by_hand:
            found |= dict.fromkeys(PLACE)
    if found.get("postcode"):
        with suppress(NotUnderstood):  # the checks will say so
            found["postcode"] = str(postcode.read(found["postcode"]))
    if (
        shape.AUTHORITY in found
        and found[shape.AUTHORITY] is None
        and found.get("postcode", before.postcode) == before.postcode
    ):
        del found[shape.AUTHORITY]
    return found


def _look_at_name(line: Line, draft: VenueDraft) -> None:
    """Point it out when a name is only that of a town."""
    if draft.town and draft.name.casefold() == draft.town.casefold():
        line.trouble(
            "name",
            f"This is only the name of a town. {draft.name} is kept as typed: say "
            "which building it is, if it may be taken for another.",
            note=True,
        )
