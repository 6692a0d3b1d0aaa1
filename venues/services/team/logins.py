"""Who may sign in at a shared database: entered as staff and let in, in one go."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from venues.address import Address
from venues.database.models import Staff
from venues.database.session import Database
from venues.domain.people import Role
from venues.errors import NotFound
from venues.services import people, reference_rows, staffing
from venues.services.staffing import StaffDraft
from venues.services.team import members


@dataclass(frozen=True, slots=True)
class Entered:
    """What was done: whether the login is new, and whether the person is."""

    login: str
    name: str
    role: Role
    new_login: bool
    new_person: bool


def add(
    address: Address, draft: StaffDraft, today: date, *, password: str = ""
) -> Entered:
    """Enter somebody as staff and let them sign in; again, with what is new of them.

    Of somebody who is entered already, what is left empty stays as it is.

    Raises:
        WrongInput: something typed cannot be used; names the field.
        NotAllowed: it is for whoever looks after the server, or it is theirs.
        CannotOpen: the database cannot be used.
    """
    from venues.database.engines import postgres_logins  # noqa: PLC0415 - the driver

    database = Database.open(address)
    try:
        with database.write() as session:
            if not people.staff(session, today):
                reference_rows.fill(session, today)
            known = session.scalar(
                select(Staff).where(Staff.login == draft.login.strip().lower())
            )
            person = known or Staff()
            if known is not None:
                draft = _filled(draft, members.member(session, known.id).draft)
                known.left_on = None
            elif not draft.name:
                draft = replace(draft, name=draft.login)
            staffing.put(session, person, draft)
            session.add(person)
            session.flush()
            id_, login, name = person.id, person.login, person.name
    finally:
        database.close()
    new = postgres_logins.enter(address, login, draft.role, id_, password)
    return Entered(login, name, draft.role, new, known is None)


def remove(address: Address, login: str, today: date) -> bool:
    """Let somebody sign in no longer, and leave; whether they could until now.

    What they have in hand stays theirs until it is handed over (``handing_over``).

    Raises:
        NotFound: nobody has that login.
        NotAllowed, CannotOpen: as ``add``.
    """
    from venues.database.engines import postgres_logins  # noqa: PLC0415 - the driver

    tidy = login.strip().lower()
    could = postgres_logins.remove(address, tidy)
    database = Database.open(address)
    try:
        with database.write() as session:
            person = session.scalar(select(Staff).where(Staff.login == tidy))
            if person is None and not could:
                raise NotFound(f"Nobody here has the login “{login}”. Check it.")
            if person is not None and (
                person.left_on is None or person.left_on > today
            ):
                person.left_on = today
    finally:
        database.close()
    return could


def _filled(draft: StaffDraft, known: StaffDraft) -> StaffDraft:
    fields = ("name", "authority", "ask_for", "agency", "work_phone")
    same = {each: getattr(draft, each) or getattr(known, each) for each in fields}
    return replace(draft, **same, duty_manager=known.duty_manager)
