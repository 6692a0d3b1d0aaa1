"""Adding and changing a venue, retiring it and bringing it back."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Authority, Closure, Cluster, Hours, Room, Venue
from venues.domain.people import Viewer
from venues.domain.words import clock, listing
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.gazetteer import Gazetteer
from venues.services import in_the_way, venue_checks, venue_details, venue_parts
from venues.services.venue_drafts import VenueDraft
from venues.services.venue_words import FIELDS, value_words

PARTS = frozenset({"contacts", "entrances", "waiting_spaces", "features"})
NOT_COLUMNS = PARTS | {"id", "version", "cluster"}


def may_edit(viewer: Viewer) -> None:
    """Let coordinators and managers through.

    Raises:
        NotAllowed: everybody else.
    """
    if not viewer.edits_venues:
        raise NotAllowed("Only a coordinator or a manager may change venues.")


def save(
    session: Session,
    draft: VenueDraft,
    viewer: Viewer,
    *,
    now: datetime,
    opened: VenueDraft | None = None,
    gazetteer: Gazetteer | None = None,
) -> VenueDraft:
    """Add the venue, or change the one that was ``opened``, and return it as stored.

    The authority and position come from the postcode unless the draft has its own.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: something typed cannot be used; names the field.
        Stale: somebody else saved it since it was opened; says what they changed.
        Clash: it is to be retired while bookings stand in the way.
        NotFound: it is not there any more.
    """
    may_edit(viewer)
    if opened is not None:
        draft = replace(draft, id=opened.id)
        not_stale(session, opened)
    else:
        draft = replace(draft, id=None)
    draft = venue_checks.checked(session, draft, opened=opened, gazetteer=gazetteer)
    if draft.status == "retired" and opened and opened.status != "retired":
        _free_to_retire(session, opened, viewer, now)
    return _write(session, draft)


def add_like(
    session: Session,
    draft: VenueDraft,
    source: VenueDraft,
    viewer: Viewer,
    *,
    gazetteer: Gazetteer | None = None,
) -> VenueDraft:
    """Add a venue in the place of another one, whose position it takes over.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: something typed cannot be used; names the field.
    """
    may_edit(viewer)
    draft = replace(draft, id=None)
    return _write(
        session,
        venue_checks.checked(session, draft, opened=source, gazetteer=gazetteer),
    )


def put_back(
    session: Session,
    before: VenueDraft,
    after: VenueDraft,
    viewer: Viewer,
    *,
    now: datetime,
) -> VenueDraft:
    """Give a venue the values it had before, position included, and return them.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: it is no longer as it was ``after`` the change.
        Clash: its name is taken by now, or it was retired and is booked again.
    """
    may_edit(viewer)
    not_stale(session, after)
    if before.status == "retired" and after.status != "retired":
        _free_to_retire(session, after, viewer, now)
    return _write(session, replace(before, id=after.id))


def _write(session: Session, draft: VenueDraft) -> VenueDraft:
    group = cluster_id(session, draft.cluster)
    venue = _venue(session, draft)
    for name, value in _columns(draft).items():
        setattr(venue, name, value)
    venue.cluster_id = group
    session.flush()
    venue_parts.write(session, venue.id, draft)
    session.flush()
    return venue_details.draft(session, venue.id)


def not_stale(session: Session, opened: VenueDraft) -> None:
    """Make sure that the venue still is as it was when it was opened.

    Raises:
        Stale: it is not; says what somebody else changed.
        NotFound: it is not there any more.
    """
    now = venue_details.draft(session, opened.id or 0)
    if now == opened:
        return
    changed = [
        f"{FIELDS['venue'].get(each.name, each.name)} "
        f"{_said(session, each.name, getattr(opened, each.name))} → "
        f"{_said(session, each.name, getattr(now, each.name))}"
        if each.name not in PARTS
        else FIELDS["venue"][each.name]
        for each in fields(VenueDraft)
        if each.compare and getattr(now, each.name) != getattr(opened, each.name)
    ]
    raise Stale(
        f"Somebody else saved this venue since you opened it: {listing(changed)}. "
        "Look at it again before you save."
    )


def retire(session: Session, venue_id: int, viewer: Viewer, *, now: datetime) -> None:
    """Take the venue out of use; it stays on record with all its bookings.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Clash: future bookings stand in the way; lists them.
        NotFound: it is not there.
    """
    may_edit(viewer)
    draft = venue_details.draft(session, venue_id)
    _free_to_retire(session, draft, viewer, now)
    _get(session, venue_id).status = "retired"
    session.flush()


def bring_back(
    session: Session, venue_id: int, viewer: Viewer, *, status: str = "active"
) -> None:
    """Let the venue be used again, or be looked at as a candidate once more.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: it is not retired.
        NotFound: it is not there.
    """
    may_edit(viewer)
    venue = _get(session, venue_id)
    if venue.status != "retired":
        raise WrongInput("That venue is in use already.", "status")
    venue.status = status
    session.flush()


def withdraw(session: Session, added: VenueDraft, viewer: Viewer) -> None:
    """Take back a venue that was added a moment ago and has nothing in it yet.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody changed it since, or it has rooms or hours by now.
    """
    may_edit(viewer)
    not_stale(session, added)
    venue_id = added.id or 0
    for model in (Room, Hours, Closure):
        rows = select(model.id).where(model.venue_id == venue_id).limit(1)
        if session.scalar(rows) is not None:
            raise Stale("That venue has rooms or hours by now. Retire it instead.")
    venue_parts.write(session, venue_id, VenueDraft())
    session.delete(_get(session, venue_id))
    session.flush()


def _free_to_retire(
    session: Session, draft: VenueDraft, viewer: Viewer, now: datetime
) -> None:
    rooms = venue_details.rooms(session, draft.id or 0)
    in_the_way.refuse(
        session,
        viewer,
        room_ids=[room.id for room in rooms if room.id is not None],
        first=now,
    )


def _venue(session: Session, draft: VenueDraft) -> Venue:
    if draft.id is not None:
        return _get(session, draft.id)
    venue = Venue()
    session.add(venue)
    return venue


def _get(session: Session, venue_id: int) -> Venue:
    venue = session.get(Venue, venue_id)
    if venue is None:
        raise NotFound("That venue is no longer in the list.")
    return venue


def _columns(draft: VenueDraft) -> dict[str, Any]:
    return {
        each.name: getattr(draft, each.name)
        for each in fields(draft)
        if each.name not in NOT_COLUMNS
    }


def cluster_id(session: Session, name: str) -> int | None:
    """The id of the group of neighbours of that name, made if there is none."""
    if not name:
        return None
    known = session.scalar(select(Cluster).where(Cluster.name == name))
    if known is None:
        known = Cluster(name=name)
        session.add(known)
        session.flush()
    return known.id


def _said(session: Session, name: str, value: Any) -> str:
    if name == "authority_id":
        return session.scalar(select(Authority.name).where(Authority.id == value)) or ""
    if hasattr(value, "hour"):
        return clock(value)
    return value_words(name, value)
