"""Remembers what somebody did of late, so that it can be undone, also after a restart.

A unit of work that was given a name leaves one row of ``done``: whose it was, and
which rows of history tell of it. Those rows have what was there before and after, so
nothing is kept twice. What goes on by itself has no name, and no undo.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from venues.database import audit, keys
from venues.database.models import Done, History, Staff

NAME = "name"
BEGAN = "began"
TURNED = "turned"

LONGEST = 120
"""Letters of a name; a place may take that many by itself."""

KEPT = timedelta(days=1)
"""How long what was done can be undone."""

_ALONE = text("SELECT pg_advisory_xact_lock(:locks, :staff_id)")
_LOCKS = 0x56656E75


def begin(session: Session, name: str) -> None:
    """From here on, all that the unit writes is one action of whoever sits here.

    The name stands after "Undo", so it begins small: "booking of Willow Room". It says
    no reference, no kind of appointment and nobody's name.
    """
    session.info[NAME] = name
    if session.get_bind().dialect.name == "postgresql":
        # Others may write at the same time, but nobody two things of their own: so
        # their rows between the first and the last are those of this unit.
        staff_id = session.info.get(audit.ACTOR) or 0
        session.execute(_ALONE, {"locks": _LOCKS, "staff_id": staff_id})
    session.info[BEGAN] = keys.next_one(session, History)


def call(session: Session, name: str) -> None:
    """Give the action another name, now that more is known of it."""
    session.info[NAME] = name


def turn(session: Session, done: Done) -> None:
    """The unit undoes that, or does it again: its rows tell the way back."""
    begin(session, "")
    session.info[TURNED] = done


def close(session: Session) -> None:
    """At the end of the unit, when all is written: put down what was done."""
    turned: Done | None = session.info.get(TURNED)
    staff_id = session.info.get(audit.ACTOR)
    if turned is None and (not session.info.get(NAME) or staff_id is None):
        return
    first, last = session.info[BEGAN], keys.last(session, History)
    if turned is not None:
        _turn(session, turned, first, last)
    elif last >= first:
        _add(session, int(staff_id or 0), first, last)
    session.flush()


def rows(session: Session, done: Done) -> list[History]:
    """The rows of history that tell of it, in their order."""
    found = select(History).where(
        History.id.between(done.first, done.last), History.staff_id == done.staff_id
    )
    return [*session.scalars(found.order_by(History.id))]


def _turn(session: Session, done: Done, first: int, last: int) -> None:
    if last < first:  # nothing was left to be put back
        session.delete(done)
        return
    done.first, done.last = first, last
    done.undone = not done.undone
    done.at = audit.stamp()


def _add(session: Session, staff_id: int, first: int, last: int) -> None:
    """Nothing is read of what others did: they may be at it just now."""
    role = session.scalar(select(Staff.role).where(Staff.id == staff_id))
    if role is not None:
        session.add(
            Done(
                at=audit.stamp(),
                staff_id=staff_id,
                role=role,
                name=session.info[NAME][:LONGEST],
                first=first,
                last=last,
            )
        )
