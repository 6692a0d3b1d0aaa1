"""Who works here: signing in, and choosing a second worker or a buddy."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from venues.database.keys import on_a_server
from venues.database.models import Acting, Staff
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed, NotFound

_SIGNED_IN = text(
    "SELECT session_user, pg_has_role(session_user, 'venues_owner', 'MEMBER')"
)
_IN_GROUP = text("SELECT pg_has_role(session_user, 'venues_' || :role, 'MEMBER')")


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


def sign_in(session: Session, login: str, today: date) -> Viewer:
    """The same for whoever sits here: on a server oneself, or whom one acts for.

    Raises:
        NotFound: nobody has it, or they have left.
        NotAllowed: it is somebody else's, or the server knows one by another role.
    """
    found = viewer(session, login, today)
    own = _own(session, today)
    if own is None or found.staff_id in own.owns:
        return found
    raise NotAllowed(
        f"You sign in at the shared database as {own.name}, and may not act for "
        f"{found.name}. Ask a manager."
    )


def seats(session: Session, today: date) -> tuple[Person, ...]:
    """Everybody as whom somebody may sit here."""
    everybody, own = staff(session, today), _own(session, today)
    return tuple(each for each in everybody if own is None or each.id in own.owns)


def signed_in(session: Session, today: date) -> Viewer | None:
    """Whoever signed in at the server; None in a file, and who looks after a server.

    Raises:
        NotFound: the list of staff has nobody of that name.
        NotAllowed: the server knows them by another role than the list of staff.
    """
    return _own(session, today)


def _own(session: Session, today: date) -> Viewer | None:
    if not on_a_server(session):
        return None
    login, looks_after = session.execute(_SIGNED_IN).one()
    if looks_after:
        return None
    found = viewer(session, login, today)
    if not session.scalar(_IN_GROUP, {"role": found.role.value}):
        raise NotAllowed(
            "The server knows you by another role than the list of staff. Ask whoever "
            "looks after the server to add you anew: shared add-person."
        )
    return found


def at_this_pc(session: Session, login: str, today: date) -> Viewer:
    """Whoever sat here last, else whose login this computer has, else the first.

    Raises:
        NotFound: nobody works here yet.
        NotAllowed: as ``signed_in``.
    """
    if (own := signed_in(session, today)) is not None:
        seated = {each.login for each in seats(session, today)}
        return viewer(session, login, today) if login in seated else own
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
