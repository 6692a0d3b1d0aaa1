"""What somebody can undo and do again, and doing it, as a change like any other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import journal
from venues.database.audit import stamp
from venues.database.models import Done, SignOff
from venues.database.session import CASES, Database
from venues.domain.people import Viewer
from venues.errors import Busy, CannotOpen, Lost, Refused, Stale, VenuesError
from venues.services import attempts, holds_again
from venues.services.apart import announcing
from venues.services.rehousing import telling
from venues.services.undoing import judging, net
from venues.services.undoing.judging import Concerned, Stands
from venues.services.undoing.leaving import Leaving
from venues.services.undoing.putting import SINCE, Rows

TOO_LATE = "That can be undone no longer."


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done; its name stands after "Undo" or "Redo"."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be undone, and done again: the one that is next comes first."""

    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """What came of it; ``references`` are those of cases taken off, by their ids.

    They are nowhere in the database any more: whoever may do it again keeps them.
    """

    name: str
    references: Mapping[int, str] = field(default_factory=dict)


def read(session: Session, viewer: Viewer) -> Steps:
    """What the viewer did in the last day, in the role they have now."""
    rows = session.execute(
        select(Done.id, Done.name, Done.undone)
        .where(
            Done.staff_id == viewer.staff_id,
            Done.role == viewer.role.value,
            Done.at >= stamp() - journal.KEPT,
        )
        .order_by(Done.id.desc())
    ).all()
    undone = [*takewhile(lambda row: row.undone, rows)]  # none after something new
    return Steps(
        tuple(Step(row.id, row.name) for row in rows if not row.undone),
        tuple(Step(row.id, row.name) for row in reversed(undone)),
    )


def turn(
    database: Database,
    id_: int,
    viewer: Viewer,
    *,
    now: datetime,
    references: Mapping[int, str] | None = None,
) -> Turned:
    """Undo that or, where it is undone, do it again; in a unit of work of its own.

    What is refused once is not offered again, unless somebody was only saving.

    Raises:
        Refused: a rule forbids it by now; with a code when it is about a person.
        Stale: something of it was changed since.
        VenuesError: it is over, or a promise kept by the database would be broken.
    """
    try:
        with database.write() as session:
            return _turn(session, id_, viewer, now, references or {})
    except (Busy, CannotOpen, Lost):
        raise
    except Stands as stands:
        _drop(database, id_)
        refused = Refused(stands.findings)
        raise attempts.with_code(database, refused, viewer, stands.attempt) from None
    except VenuesError:
        _drop(database, id_)
        raise


def _turn(
    session: Session,
    id_: int,
    viewer: Viewer,
    now: datetime,
    references: Mapping[int, str],
) -> Turned:
    done = session.get(Done, id_)
    offered = read(session, viewer)
    if done is None or id_ not in {each.id for each in (*offered.undo, *offered.redo)}:
        raise Stale(TOO_LATE)
    journal.turn(session, done)
    rows = Rows(session, net.fold(journal.rows(session, done)), references)
    rows.look()
    concerned = Concerned.of(rows, viewer, now)
    concerned.lift()
    leaving = Leaving(rows.nets, viewer, now.date())
    rows.put(leaving)
    for room_id in sorted({*judging.rooms(rows.nets)}):
        holds_again.derive(session, room_id, viewer, now=now)
    concerned.set_down()
    rows.finish(leaving)
    seen = [each.key[0] for each in rows.skipped if each.table == "notice"]
    telling.take_back(session, seen, viewer)
    _ask_anew(session, rows)
    announcing.announce(session, session.info.get(CASES, set()))
    return Turned(done.name, rows.gone)


def _ask_anew(session: Session, rows: Rows) -> None:
    """Whoever asked for what was made of it asks for it again, as something new."""
    for each in rows.of("sign_off"):
        row = session.get(SignOff, each.key[0])
        if row is not None and row.state == "open" and row.booking_id is None:
            if "uuid" in row.asked:
                row.asked = row.asked | {"uuid": str(uuid4())}
        else:  # what it passed is no longer passed, or is again
            id_ = each.values.get("booking_id") if row is None else row.booking_id
            announcing.ask_again_of(session, id_)


def _drop(database: Database, id_: int) -> None:
    with database.write() as session:
        done = session.get(Done, id_)
        if done is not None:
            session.delete(done)


__all__ = ["SINCE", "Step", "Steps", "Turned", "read", "turn"]
