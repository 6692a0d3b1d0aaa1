"""The doors, waiting spaces, contacts and features of a venue, brought to a draft.

Rows that still say the same are left alone, and rows that changed are changed, not
made anew: the history then tells what happened.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import zip_longest
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Base, Contact, Entrance, Feature, WaitingSpace
from venues.services.venue_drafts import FeatureDraft, VenueDraft

Row = TypeVar("Row", bound=Base)
Wanted = TypeVar("Wanted")


def write(session: Session, venue_id: int, draft: VenueDraft) -> None:
    """Bring everything that belongs to the venue itself to what the draft says."""
    _contacts(session, venue_id, draft)
    waiting = _of(session, WaitingSpace, venue_id)
    doors = _matched(
        session,
        _of(session, Entrance, venue_id),
        [each._asdict() for each in draft.entrances],
        lambda values: Entrance(venue_id=venue_id, **values),
    )
    ids = {door.name: door.id for door in doors[0]}
    _finish(
        session,
        *_matched(
            session,
            waiting,
            [
                {
                    "name": each.name,
                    "seats": each.seats,
                    "entrance_id": ids.get(each.entrance),
                }
                for each in draft.waiting_spaces
            ],
            lambda values: WaitingSpace(venue_id=venue_id, **values),
        ),
    )
    _finish(session, *doors)
    features(session, venue_id, None, draft.features)


def features(
    session: Session,
    venue_id: int,
    room_id: int | None,
    wanted: Iterable[FeatureDraft],
) -> None:
    """Bring what is recorded of a venue, or of one of its rooms, to what is wanted."""
    rows = session.scalars(
        select(Feature).where(
            Feature.venue_id == venue_id, Feature.room_id.is_not_distinct_from(room_id)
        )
    ).all()
    known = {row.need: row for row in rows}
    kept = set()
    for each in wanted:
        kept.add(each.need)
        row = known.get(each.need)
        if row is None:
            session.add(Feature(venue_id=venue_id, room_id=room_id, **each._asdict()))
        else:
            row.present, row.note = each.present, each.note.strip()
    for need, row in known.items():
        if need not in kept:
            session.delete(row)
    session.flush()


def _of(session: Session, model: type[Row], venue_id: int) -> Sequence[Row]:
    columns = model.__table__.c
    return session.scalars(
        select(model).where(columns.venue_id == venue_id).order_by(columns.id)
    ).all()


def _contacts(session: Session, venue_id: int, draft: VenueDraft) -> None:
    rows = _of(session, Contact, venue_id)
    for row, each in zip_longest(rows, draft.contacts):
        if each is None:
            session.delete(row)
        elif row is None:
            session.add(Contact(venue_id=venue_id, **each._asdict()))
            session.flush()  # so that they keep the order in which they were typed
        else:
            _assign(row, each._asdict())


def _matched(
    session: Session,
    rows: Sequence[Row],
    wanted: Sequence[dict[str, Any]],
    make: Callable[[dict[str, Any]], Row],
) -> tuple[list[Row], list[Row]]:
    """The rows as wanted, and those that are left over.

    A row keeps its name where it can; one that is left over takes a new name, since a
    door that is renamed is still the same door.
    """
    left: dict[Hashable, Row] = {row.name: row for row in rows}  # type: ignore[attr-defined]
    found: list[Row | None] = [left.pop(each["name"], None) for each in wanted]
    spare = list(left.values())
    done = []
    for row, values in zip(found, wanted, strict=True):
        one = row or (spare.pop(0) if spare else None)
        if one is None:
            one = make(values)
            session.add(one)
        else:
            _assign(one, values)
        done.append(one)
    session.flush()
    return done, spare


def _finish(session: Session, _kept: list[Row], spare: list[Row]) -> None:
    for row in spare:
        session.delete(row)
    session.flush()


def _assign(row: Base, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
