"""From a typed reference to its case, for those who may use any."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue
from venues.database.models import Case
from venues.domain import reference
from venues.domain.typed import NotUnderstood
from venues.errors import NotFound, WrongInput

GONE = "Reference removed"
"""Stands for the reference of a case whose time is over."""


def tidy(session: Session, text: str, field: str = "case") -> str:
    """The reference as it is stored.

    Raises:
        WrongInput: it does not look like one.
    """
    numbers = catalogue.read(session).numbers
    try:
        return reference.read(text, numbers.case_pattern, numbers.case_example)
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), field) from trouble


def known(session: Session, text: str) -> Case | None:
    """The case of that reference, merged or not; None where there is none.

    Raises:
        WrongInput: it does not look like a reference.
    """
    written = tidy(session, text)
    return session.scalar(select(Case).where(Case.reference == written))


def find(session: Session, text: str, field: str = "case") -> Case:
    """The case of that reference.

    Raises:
        WrongInput: it does not look like one, there is none, or it was merged.
    """
    written = tidy(session, text, field)
    case = session.scalar(select(Case).where(Case.reference == written))
    if case is None:
        raise WrongInput(f"There is no case {written} yet. Add it first.", field)
    if case.merged_into is not None:
        other = by_id(session, case.merged_into)
        raise WrongInput(
            f"{written} was merged into {other.reference or GONE}. Use that one.", field
        )
    return case


def by_id(session: Session, case_id: int) -> Case:
    """The case with that id.

    Raises:
        NotFound: there is none.
    """
    case = session.get(Case, case_id)
    if case is None:
        raise NotFound("That case is no longer on record.")
    return case
