"""Entering staff: the first person at a new database, and everybody after them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Authority, Staff
from venues.domain import neutral
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed, WrongInput
from venues.services import people
from venues.services.team import permissions

FIRST_ROLES = (Role.COORDINATOR, Role.MANAGER)
"""What the first person may be: somebody has to enter venues and the other people."""

LONGEST = 60
"""Characters of a name or login; more does not fit where they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffDraft:
    """A member of staff as typed.

    ``authority`` is the code of the local authority they work for, such as WAR, or
    empty for all of them. ``ask_for`` is the name that reception is given. A duty
    manager sees who is out alone.
    """

    login: str
    name: str
    role: Role
    authority: str = ""
    ask_for: str = ""
    agency: str = ""
    work_phone: str = ""
    duty_manager: bool = False


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
    if viewer is not None:
        permissions.check(session, viewer, draft.role, today)
        if draft.duty_manager and viewer.role is not Role.MANAGER:
            raise WrongInput("Managers say who is duty manager.", "duty_manager")
    if viewer is None and draft.role not in FIRST_ROLES:
        raise WrongInput(
            "The first person is a coordinator or a manager, who then enters the "
            "others. Choose one of these.",
            "role",
        )
    person = Staff()
    put(session, person, draft)
    session.add(person)
    session.flush()
    return people.viewer(session, person.login, today)


def put(session: Session, person: Staff, draft: StaffDraft) -> None:
    """Put what is typed in the row of somebody; the rest of it stays.

    Raises:
        WrongInput: something typed cannot be used; names the field.
    """
    login = _tidy(draft.login).lower()
    _check(login, "login", "Type the login, as on this computer.")
    name = _tidy(draft.name)
    _check(name, "name", "Type the name that colleagues know.")
    ask_for = _tidy(draft.ask_for)
    if word := neutral.telling(ask_for):
        raise WrongInput(
            f"“{word}” would tell reception what we meet for. Choose a neutral name, "
            "such as the team's.",
            "ask_for",
        )
    others = {"ask_for": ask_for}
    for field in ("agency", "work_phone"):
        others[field] = _tidy(getattr(draft, field))
    for field, text in others.items():
        if len(text) > LONGEST:
            raise WrongInput(f"Shorten it to {LONGEST} characters.", field)
    taken = select(Staff.id).where(Staff.login == login, Staff.id != (person.id or 0))
    with session.no_autoflush:
        if session.scalar(taken) is not None:
            raise WrongInput(
                f"Somebody signs in as “{login}” already. Choose another login.",
                "login",
            )
        person.authority_id = _authority(session, draft.authority)
    person.login, person.name, person.role = login, name, draft.role.value
    person.duty_manager = draft.duty_manager
    for field, text in others.items():
        setattr(person, field, text)


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
