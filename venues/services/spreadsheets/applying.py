"""Does what a plan says, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import many
from venues.database.models import Cluster, Room, Venue
from venues.domain.opening import Stretch
from venues.domain.people import Viewer
from venues.errors import Stale
from venues.services import hours_editing, room_editing, venue_parts
from venues.services.progress import Progress, quiet
from venues.services.spreadsheets import adding, stored
from venues.services.spreadsheets.plan import HoursStep, Plan, RoomStep, VenueStep
from venues.services.spreadsheets.stored import (
    ROOM_COLUMNS,
    VENUE_COLUMNS,
    Owner,
    Stored,
)
from venues.services.venue_drafts import RoomDraft, VenueDraft
from venues.services.venue_editing import may_edit

PARTS = ("contacts", "entrances", "waiting_spaces", "features")
NOT_SET = frozenset({"id", "version"})
BIT = 50
"""Rows between two reports."""

MEANWHILE = (
    "Somebody else changed {name} in the meantime, so nothing was imported. Choose the "
    "file again to see what would change now."
)


@dataclass(slots=True)
class Imported:
    """What an import did, as far as somebody is told of it.

    ``venues`` and ``rooms`` are the plan's ids of what was added → the real ones; the
    others are how what was added or changed is stored now.
    """

    plan: Plan
    venues: dict[int, int] = field(default_factory=dict)
    rooms: dict[int, int] = field(default_factory=dict)
    venues_now: dict[int, VenueDraft] = field(default_factory=dict)
    rooms_now: dict[int, RoomDraft] = field(default_factory=dict)
    hours_now: dict[Owner, tuple[Stretch, ...]] = field(default_factory=dict)

    @property
    def added(self) -> int:
        """How many venues are new."""
        return len(self.venues)

    @property
    def changed(self) -> int:
        """How many venues that were there have changed, in any part."""
        touched = {step.id for step in self.plan.venues}
        touched |= {step.after.venue_id for step in self.plan.rooms}
        touched |= {step.owner[0] for step in self.plan.hours}
        return sum(id_ > 0 for id_ in touched)

    def owner(self, of: Owner) -> Owner:
        """Whose hours they are, by the ids that were given."""
        venue_id, room_id = of
        return (
            self.venues.get(venue_id, venue_id),
            None if room_id is None else self.rooms.get(room_id, room_id),
        )


def apply(
    session: Session,
    plan: Plan,
    viewer: Viewer,
    *,
    now: datetime,
    progress: Progress = quiet,
) -> Imported:
    """Add and change everything that the plan says.

    ``progress`` counts steps; when it raises, nothing has happened.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody else changed something of it since the plan was made.
        Clash: future bookings stand in the way of a change of a room.
    """
    may_edit(viewer)
    known = stored.read(session)
    _not_stale(plan, known)
    made = Imported(plan)
    work = _Work(session, made, known, progress)
    work.venues()
    work.rooms(viewer, now)
    work.hours(viewer)
    return made


class _Work:
    """The three passes of an import, and how far they are."""

    def __init__(
        self, session: Session, made: Imported, known: Stored, progress: Progress
    ) -> None:
        self._session, self._made, self._known = session, made, known
        self._progress, self._done = progress, 0
        plan = made.plan
        self._total = len(plan.venues) + len(plan.rooms) + len(plan.hours)

    def venues(self) -> None:
        """Add and change venues with what belongs to them."""
        steps = self._made.plan.venues
        clusters = _clusters(self._session, [step.after.cluster for step in steps])
        new = [step for step in steps if step.before is None]
        self._made.venues = adding.venues(self._session, new, clusters)
        self._tell(len(new))
        old = [step for step in steps if step.before is not None]
        rows = _loaded(self._session, Venue, [step.id for step in old])
        for step in old:
            _change_venue(self._session, rows[step.id], step, clusters)
            self._tell()
        self._session.flush()
        for step in steps:
            id_ = self._made.venues.get(step.id, step.id)
            self._made.venues_now[id_] = replace(step.after, id=id_)

    def rooms(self, viewer: Viewer, now: datetime) -> None:
        """Add and change rooms."""
        ids = self._made.venues
        steps = [
            replace(
                step,
                after=replace(
                    step.after,
                    venue_id=ids.get(step.after.venue_id, step.after.venue_id),
                ),
            )
            for step in self._made.plan.rooms
        ]
        new = [step for step in steps if step.before is None]
        self._made.rooms, spaces = adding.rooms(self._session, new, self._known)
        for step in new:
            id_ = self._made.rooms[step.id]
            self._made.rooms_now[id_] = replace(
                step.after, id=id_, space_ids=spaces[id_]
            )
        self._tell(len(new))
        old = [step for step in steps if step.before is not None]
        rows = _loaded(self._session, Room, [step.id for step in old])
        for step in old:
            self._made.rooms_now[step.id] = self._change_room(
                rows[step.id], step, viewer, now
            )
            self._tell()
        self._session.flush()

    def _change_room(
        self, row: Room, step: RoomStep, viewer: Viewer, now: datetime
    ) -> RoomDraft:
        before, after = step.before or step.after, step.after
        if step.parts is not None:
            parts = adding.Parts(self._session, self._known)
            parts.want(after.venue_id, step.parts)
            parts.make()
            after = replace(after, space_ids=parts.ids(after.venue_id, step.parts))
        if (
            step.parts is not None
            or before.turnaround != after.turnaround
            or before.status != after.status
        ):
            # what holds the room may have to be worked out again
            self._session.flush()
            return room_editing.save(
                self._session, after, viewer, now=now, opened=before
            )
        for name in ROOM_COLUMNS:
            if name not in NOT_SET:
                setattr(row, name, getattr(after, name))
        if before.features != after.features:
            venue_parts.features(self._session, row.venue_id, row.id, after.features)
        return after

    def hours(self, viewer: Viewer) -> None:
        """Add and change hours."""
        new: list[tuple[Owner, HoursStep]] = []
        for step in self._made.plan.hours:
            owner = self._made.owner(step.owner)
            self._made.hours_now[owner] = step.after
            if not step.before:
                new.append((owner, step))
                continue
            self._made.hours_now[owner] = hours_editing.save(
                self._session,
                owner[0],
                step.after,
                viewer,
                opened=step.before,
                room_id=owner[1],
                dated_too=True,
            )
            self._tell()
        adding.hours(self._session, [(owner, step.after) for owner, step in new])
        self._tell(len(new))

    def _tell(self, more: int = 1) -> None:
        """So many more are done."""
        before = self._done
        self._done += more
        if before // BIT != self._done // BIT or self._done == self._total:
            self._progress(self._done, self._total)


def _not_stale(plan: Plan, known: Stored) -> None:
    names = {venue.name.casefold() for venue in known.venues.values()}
    for venue in plan.venues:
        name = venue.after.name
        if venue.before is None:
            if name.casefold() in names:
                raise Stale(MEANWHILE.format(name=name))
        elif known.venues.get(venue.id) != venue.before:
            raise Stale(MEANWHILE.format(name=venue.before.name))
    for room in plan.rooms:
        if room.before is not None and known.rooms.get(room.id) != room.before:
            raise Stale(MEANWHILE.format(name=room.before.name))
        if room.before is None and any(
            other.name.casefold() == room.after.name.casefold()
            for other in known.of_venue(room.after.venue_id)
        ):
            raise Stale(MEANWHILE.format(name=room.after.name))
    for hours in plan.hours:
        if hours.owner[0] > 0 and known.hours.get(hours.owner, ()) != hours.before:
            name = known.venues[hours.owner[0]].name
            raise Stale(MEANWHILE.format(name=f"the hours of {name}"))


def _clusters(session: Session, names: Iterable[str]) -> dict[str, int | None]:
    """The id of each group of neighbours, those made that there are not."""
    wanted = {name for name in names if name}
    found: dict[str, int | None] = {
        row.name: row.id for row in session.scalars(select(Cluster))
    }
    missing = [Cluster(name=name) for name in sorted(wanted - found.keys())]
    session.add_all(missing)
    session.flush()
    return found | {row.name: row.id for row in missing} | {"": None}


def _loaded(session: Session, model: type[Any], ids: list[int]) -> dict[int, Any]:
    return {
        row.id: row
        for some in many.batches(ids)
        for row in session.scalars(select(model).where(model.id.in_(some)))
    }


def _change_venue(
    session: Session, row: Venue, step: VenueStep, clusters: dict[str, int | None]
) -> None:
    for name in VENUE_COLUMNS:
        if name not in NOT_SET:
            setattr(row, name, getattr(step.after, name))
    row.cluster_id = clusters[step.after.cluster]
    before = step.before or VenueDraft()
    if any(getattr(before, name) != getattr(step.after, name) for name in PARTS):
        session.flush()
        venue_parts.write(session, row.id, step.after)
