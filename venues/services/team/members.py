"""The staff list, and changes to who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Authority, Staff
from venues.domain.people import Role, Viewer
from venues.domain.words import day_month
from venues.errors import NotFound, Stale, WrongInput
from venues.services import people, staffing
from venues.services.staffing import StaffDraft
from venues.services.team import permissions

LAST_MANAGER = (
    "{name} is the only manager here, and somebody has to be. Enter another manager "
    "first."
)


ON_A_SERVER = (
    "Whoever looks after the server changes this, with shared add-person: it decides "
    "what somebody may read there."
)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of staff as the list shows them; from ``left_on`` they do not sign in.

    ``authority`` is the code of the local authority, empty for all of them.
    """

    id: int
    version: int
    draft: StaffDraft
    left_on: date | None = None

    def works_on(self, day: date) -> bool:
        """Whether they work here on that day."""
        return self.left_on is None or self.left_on > day

    def standing(self, today: date) -> str:
        """In words: "Works here", "Leaves 4 December", "Left 3 May 2025"."""
        if self.left_on is None:
            return "Works here"
        verb = "Leaves" if self.left_on > today else "Left"
        year = f" {self.left_on.year}" if self.left_on.year != today.year else ""
        return f"{verb} {day_month(self.left_on)}{year}"


def everybody(session: Session, viewer: Viewer) -> tuple[Member, ...]:
    """All who work here or did, by name.

    Raises:
        NotAllowed: the viewer does not keep staff.
    """
    permissions.check_keeper(viewer)
    rows = session.execute(
        select(Staff, Authority.code)
        .outerjoin(Authority, Authority.id == Staff.authority_id)
        .order_by(Staff.name, Staff.id)
    )
    return tuple(_member(person, code) for person, code in rows)


def by_login(session: Session, login: str, viewer: Viewer) -> Member:
    """Whoever has that login, also of those who left.

    Raises:
        NotAllowed: the viewer does not keep staff.
        NotFound: nobody has it.
    """
    permissions.check_keeper(viewer)
    tidy = login.strip().lower()
    id_ = session.scalar(select(Staff.id).where(Staff.login == tidy))
    if id_ is None:
        raise NotFound(f"Nobody here has the login “{login}”. Check it.")
    return member(session, id_)


def member(session: Session, staff_id: int) -> Member:
    """The member of staff with that id.

    Raises:
        NotFound: there is none.
    """
    person = _person(session, staff_id)
    code = select(Authority.code).where(Authority.id == person.authority_id)
    return _member(person, session.scalar(code))


def welcome(one: Member, *, shared: bool, word: str = "now") -> str:
    """What is said of somebody who was entered, or is back: how they sign in."""
    if shared:
        return (
            f"{one.draft.name} is on the list. Whoever looks after the server lets "
            f"{one.draft.login} sign in: shared add-person."
        )
    return f"{one.draft.name} can sign in as {one.draft.login} {word}."


def change(
    session: Session,
    viewer: Viewer,
    opened: Member,
    draft: StaffDraft,
    *,
    today: date,
) -> Member:
    """Save who somebody is; ``opened`` is how it was looked at. Returns them as stored.

    Raises:
        NotAllowed: the viewer may not change them so.
        WrongInput: something typed cannot be used; names the field.
        Stale: somebody else changed them meanwhile.
    """
    person = _current(session, opened)
    _check_server(session, opened.draft, draft, today)
    allowed = permissions.roles(session, viewer, today)
    own = viewer.staff_id == opened.id and draft.role is opened.draft.role
    if not (own and viewer.edits_venues):
        permissions.check(session, viewer, Role(person.role), today)
        permissions.check(session, viewer, draft.role, today)
    if draft.duty_manager != person.duty_manager and Role.MANAGER not in allowed:
        raise WrongInput("Managers say who is duty manager.", "duty_manager")
    if draft.role is not Role.MANAGER:
        _check_last(session, person, today, "role")
    staffing.put(session, person, draft)
    session.flush()
    return member(session, opened.id)


def leave(
    session: Session, viewer: Viewer, opened: Member, on: date | None, *, today: date
) -> Member:
    """Let somebody leave: from that day on they do not sign in. None: they stay.

    Their history and their bookings stay as they are (``handing_over``).

    Raises:
        NotAllowed: the viewer does not keep people of that role.
        WrongInput: they are the last manager.
        Stale: somebody else changed them meanwhile.
    """
    person = _current(session, opened)
    permissions.check(session, viewer, Role(person.role), today)
    if on is not None:
        _check_last(session, person, max(on, today), "on")
    person.left_on = on
    session.flush()
    return member(session, opened.id)


def _check_server(
    session: Session, was: StaffDraft, draft: StaffDraft, today: date
) -> None:
    """A server has its own idea of who has which rights."""
    if people.signed_in(session, today) is None:
        return
    for field in ("role", "login"):
        if getattr(was, field) != getattr(draft, field):
            raise WrongInput(ON_A_SERVER, field)


def _check_last(session: Session, person: Staff, day: date, field: str) -> None:
    """Somebody has to be there who may do what only managers may."""
    is_one = person.role == Role.MANAGER.value and (
        person.left_on is None or person.left_on > day
    )
    if is_one and not permissions.managers(session, day) - {person.id}:
        raise WrongInput(LAST_MANAGER.format(name=person.name), field)


def _person(session: Session, staff_id: int) -> Staff:
    person = session.get(Staff, staff_id)
    if person is None:
        raise NotFound("That member of staff is not here any more.")
    return person


def _current(session: Session, opened: Member) -> Staff:
    person = _person(session, opened.id)
    if person.version != opened.version:
        raise Stale(
            f"Somebody else changed {person.name} meanwhile. "
            "Look at it again before you save."
        )
    return person


def _member(person: Staff, code: str | None) -> Member:
    draft = StaffDraft(
        login=person.login,
        name=person.name,
        role=Role(person.role),
        authority=code or "",
        ask_for=person.ask_for,
        agency=person.agency,
        work_phone=person.work_phone,
        duty_manager=person.duty_manager,
    )
    return Member(person.id, person.version, draft, person.left_on)
