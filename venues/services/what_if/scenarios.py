"""Changes that somebody keeps under a name, to try them again: each their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Scenario
from venues.domain import what_if
from venues.domain.free_text import private_words
from venues.domain.people import Viewer
from venues.domain.what_if import Change
from venues.errors import NotFound, Stale, WrongInput
from venues.services.what_if import asking

LONGEST = 80
"""Letters of a name."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A scenario as it is stored."""

    id: int
    name: str
    changes: tuple[Change, ...]
    version: int


def mine(session: Session, viewer: Viewer) -> tuple[Kept, ...]:
    """The viewer's own, by name; changes that nobody can read any more are left out."""
    asking.check(viewer)
    rows = session.scalars(
        select(Scenario)
        .where(Scenario.made_by == viewer.staff_id)
        .order_by(Scenario.name)
    )
    return tuple(_kept(row) for row in rows)


def keep(
    session: Session, viewer: Viewer, name: str, changes: Sequence[Change]
) -> Kept:
    """Keep the changes under that name; one of the same name is replaced.

    Raises:
        NotAllowed: the viewer's role asks no "what if".
        WrongInput: there is no name, it names somebody, or nothing is to be kept.
    """
    asking.check(viewer)
    said = " ".join(name.split())
    if not said:
        raise WrongInput("Type a name to find it by.", "name")
    if len(said) > LONGEST:
        raise WrongInput(f"Shorten it to {LONGEST} characters.", "name")
    if kind := _telling(session, said):
        raise WrongInput(f"This looks like {kind}. Choose another name.", "name")
    if not changes:
        raise WrongInput("Add a change first.", "name")
    row = session.scalar(
        select(Scenario).where(
            Scenario.made_by == viewer.staff_id, Scenario.name == said
        )
    )
    if row is None:
        row = Scenario(name=said, made_by=viewer.staff_id)
        session.add(row)
    row.said = {"changes": [what_if.stored(each) for each in changes]}
    session.flush()
    return _kept(row)


def remove(session: Session, viewer: Viewer, kept: Kept) -> None:
    """Keep it no longer.

    Raises:
        NotFound: it is not there, or somebody else's.
        Stale: it was changed since it was read.
    """
    row = session.get(Scenario, kept.id)
    if row is None or row.made_by != viewer.staff_id:
        raise NotFound("That is no longer there.")
    if row.version != kept.version:
        raise Stale("It was changed meanwhile. Look at it again.")
    session.delete(row)
    session.flush()


def _telling(session: Session, name: str) -> str | None:
    """What the name gives away about somebody, or None."""
    pattern = catalogues.read(session).numbers.case_pattern
    if re.search(pattern, name, re.ASCII | re.IGNORECASE):
        return "a case reference"
    return private_words(name)


def _kept(row: Scenario) -> Kept:
    found = []
    for said in row.said.get("changes", ()):
        try:
            found.append(what_if.read(said))
        except (KeyError, TypeError, ValueError):
            continue  # a later version of the program may know more
    return Kept(row.id, row.name, tuple(found), row.version)
