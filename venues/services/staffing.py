"""Entering staff: the first person at a new database, and everybody after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Authority, Staff
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed, WrongInput
from venues.services import people

FIRST_ROLES = (Role.COORDINATOR, Role.MANAGER)
"""What the first person may be: somebody has to enter venues and the other people."""

LONGEST = 60
"""Characters of a name or login; more does not fit where they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDraft:
    """A member of staff as typed.

    ``authority`` is the code of the local authority they work for, such as WAR, or
    empty for all of them. ``ask_for`` is the name that reception is given.
    """

    login: str
    name: str
    role: Role
    authority: str = ""
    ask_for: str = ""


def may_add(viewer: Viewer) -> bool:
    """Whether they may enter staff."""
    return viewer.edits_venues


def add(
    session: Session, viewer: Viewer | None, draft: StaffDraft, *, today: date
) -> Viewer:
    """Enter somebody; returns them as they will sign in.

    Without a ``viewer`` it is the first person, where nobody works yet.

    Raises:
        NotAllowed: the viewer may not, or there is somebody already who may.
        WrongInput: something typed cannot be used; names the field.
    """
    if viewer is None and people.staff(session, today):
        raise NotAllowed(
            "Somebody is entered as staff already. Ask a coordinator or manager to "
            "enter you."
        )
    if viewer is not None and not may_add(viewer):
        raise NotAllowed(
            "Staff are entered by coordinators and managers. Ask one of them."
        )
    if viewer is None and draft.role not in FIRST_ROLES:
        raise WrongInput(
            "The first person is a coordinator or a manager, who then enters the "
            "others. Choose one of these.",
            "role",
        )
    login = _tidy(draft.login).lower()
    _check(login, "login", "Type the login, as on this computer.")
    name = _tidy(draft.name)
    _check(name, "name", "Type the name that colleagues know.")
    ask_for = _tidy(draft.ask_for)
    if len(ask_for) > LONGEST:
        raise WrongInput(f"Shorten it to {LONGEST} characters.", "ask_for")
    if session.scalar(select(Staff.id).where(Staff.login == login)) is not None:
        raise WrongInput(
            f"Somebody signs in as “{login}” already. Choose another login.", "login"
        )
    session.add(
        Staff(
            login=login,
            name=name,
            role=draft.role.value,
            authority_id=_authority(session, draft.authority),
            ask_for=ask_for,
        )
    )
    session.flush()
    return people.viewer(session, login, today)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _check(text: str, field: str, otherwise: str) -> None:
    if not text:
        raise WrongInput(otherwise, field)
    if len(text) > LONGEST:
        raise WrongInput(f"Shorten it to {LONGEST} characters.", field)


def _authority(session: Session, code: str) -> int | None:
    if not code:
        return None
    id_ = session.scalar(select(Authority.id).where(Authority.code == code))
    if id_ is None:
        raise WrongInput("Choose one of the local authorities.", "authority")
    return id_
