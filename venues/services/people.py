"""Who works here: signing in, and choosing a second worker or a buddy."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.models import Acting, Staff
from venues.domain.people import Role, Viewer
from venues.errors import NotFound


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff, as far as any colleague may know."""

    id: int
    login: str
    name: str
    role: Role
    authority_id: int | None
    agency: str


def staff(session: Session, today: date) -> tuple[Person, ...]:
    """Everybody who has not left, by name."""
    rows = session.execute(
        select(
            Staff.id,
            Staff.login,
            Staff.name,
            Staff.role,
            Staff.authority_id,
            Staff.agency,
        )
        .where(or_(Staff.left_on.is_(None), Staff.left_on > today))
        .order_by(Staff.name)
    )
    return tuple(
        Person(id_, login, name, Role(role), authority_id, agency)
        for id_, login, name, role, authority_id, agency in rows
    )


def logins(session: Session) -> dict[int, str]:
    """Everybody's login, also of those who left."""
    rows = session.execute(select(Staff.id, Staff.login))
    return {id_: login for id_, login in rows}  # noqa: C416 - typed rows, not tuples


def viewer(session: Session, login: str, today: date) -> Viewer:
    """Whoever signs in with that login.

    Raises:
        NotFound: nobody has it, or they have left.
    """
    table, acting = Staff.__table__, Acting.__table__.c
    wanted = select(table).where(table.c.login == login.strip().lower())
    person = session.execute(wanted).one_or_none()
    if person is None or (person.left_on is not None and person.left_on <= today):
        raise NotFound(f"Nobody here signs in as “{login}”. Check the login.")
    acts_for = session.scalars(
        select(acting.for_id).where(
            acting.staff_id == person.id,
            acting.since <= today,
            or_(acting.until.is_(None), acting.until >= today),
        )
    )
    return Viewer(
        person.id,
        person.login,
        person.name,
        Role(person.role),
        person.authority_id,
        frozenset(acts_for),
        person.duty_manager,
    )


def at_this_pc(session: Session, login: str, today: date) -> Viewer:
    """Whoever sat here last, else whose login this computer has, else the first.

    Raises:
        NotFound: nobody works here yet.
    """
    for name in (login, _computer_login()):
        if name:
            try:
                return viewer(session, name, today)
            except NotFound:
                continue
    everybody = staff(session, today)
    if not everybody:
        raise NotFound("Nobody is entered as staff yet. Start with your own name.")
    practitioners = [each for each in everybody if each.role is Role.PRACTITIONER]
    return viewer(session, (practitioners or everybody)[0].login, today)


def _computer_login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a service account without a name
        return ""


def staff_id(session: Session, login: str, today: date) -> int:
    """The id behind a login.

    Raises:
        NotFound: nobody has it, or they have left.
    """
    return viewer(session, login, today).staff_id
