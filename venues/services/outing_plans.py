"""Plans an outing that has no booking, changes it and cancels it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import engagements
from venues.database.models import Outing, Staff
from venues.domain.free_text import private_words
from venues.domain.outings import AGAIN, looks_like_address
from venues.domain.people import Role, Viewer
from venues.domain.rules.worker_free import whereabouts
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import asking
from venues.services.outings import NOT_THERE

LONGEST_PLACE = 80
NEUTRAL = "Say it in neutral words, such as “Home visit, Runcorn”."
NOT_YOURS = "An outing is planned by whoever goes, or by those who act for them."
OF_BOOKING = "This outing belongs to an appointment. Change the appointment instead."


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An outing to be planned; without ``check_out`` it is a quarter past the end."""

    staff_id: int
    place: str
    starts: datetime
    ends: datetime
    buddy_id: int | None
    check_out: datetime | None = None

    @property
    def due(self) -> datetime:
        """When they check out."""
        return self.check_out or self.ends + AGAIN


def overlaps(
    session: Session, viewer: Viewer, draft: Draft, *, without: int | None = None
) -> tuple[str, ...]:
    """What else the worker's own diary holds then, in sentences."""
    found = engagements.read(
        session, viewer, [draft.staff_id], draft.starts.date(), without_outing=without
    )
    return tuple(
        f"{whereabouts(each)}."
        for each in found
        if each.who and each.starts < draft.ends and draft.starts < each.ends
    )


def plan(session: Session, viewer: Viewer, draft: Draft, *, now: datetime) -> int:
    """Put an outing down; returns its id.

    Raises:
        NotAllowed: somebody else goes, and the viewer does not act for them.
        WrongInput: something in it cannot be used; ``field`` says what.
    """
    _check(session, viewer, draft, now)
    outing = Outing(staff_id=draft.staff_id)
    _put(outing, draft)
    session.add(outing)
    session.flush()
    return outing.id


def change(
    session: Session, viewer: Viewer, outing_id: int, draft: Draft, *, now: datetime
) -> Draft:
    """Bring an outing to the draft; returns it as it was before.

    Raises:
        NotFound: there is none, or it is not the viewer's.
        NotAllowed: it belongs to an appointment.
        WrongInput: something in it cannot be used; ``field`` says what.
    """
    outing = _own(session, viewer, outing_id)
    before = _draft(outing)
    _check(session, viewer, draft, now)
    if draft.staff_id != outing.staff_id or draft.starts.date() != before.starts.date():
        outing.checked_in = outing.checked_out = None
    if draft.due != before.due:
        outing.rung_at = outing.rung_by = None
    _put(outing, draft)
    session.flush()
    return before


def cancel(session: Session, viewer: Viewer, outing_id: int) -> Draft:
    """Nobody goes after all; returns it as it was.

    Raises:
        NotFound: there is none, or it is not the viewer's.
        NotAllowed: it belongs to an appointment.
    """
    outing = _own(session, viewer, outing_id)
    before = _draft(outing)
    session.delete(outing)
    session.flush()
    return before


def _own(session: Session, viewer: Viewer, outing_id: int) -> Outing:
    outing = session.get(Outing, outing_id)
    if outing is None or outing.staff_id not in viewer.owns:
        raise NotFound(NOT_THERE)
    if outing.booking_id is not None:
        raise NotAllowed(OF_BOOKING)
    return outing


def _draft(outing: Outing) -> Draft:
    return Draft(
        staff_id=outing.staff_id,
        place=outing.place,
        starts=outing.starts,
        ends=outing.ends,
        check_out=outing.check_out,
        buddy_id=outing.buddy_id,
    )


def _put(outing: Outing, draft: Draft) -> None:
    outing.staff_id = draft.staff_id
    outing.place = " ".join(draft.place.split())
    outing.starts, outing.ends = draft.starts, draft.ends
    outing.check_out, outing.buddy_id = draft.due, draft.buddy_id


def _check(session: Session, viewer: Viewer, draft: Draft, now: datetime) -> None:
    if not viewer.books or draft.staff_id not in viewer.owns:
        raise NotAllowed(NOT_YOURS)
    _check_place(session, draft.place)
    asking.period(draft.starts, draft.ends)
    if draft.ends <= now:
        raise WrongInput("That is over already. Choose a later time.", "ends")
    if draft.due < draft.ends:
        raise WrongInput("Check-out comes after the end of the outing.", "check_out")
    _check_buddy(session, draft, now.date())


def _check_place(session: Session, text: str) -> None:
    place = " ".join(text.split())
    if not place:
        raise WrongInput(f"Say where they are. {NEUTRAL}", "place")
    if len(place) > LONGEST_PLACE:
        raise WrongInput(f"Use up to {LONGEST_PLACE} characters.", "place")
    kind = private_words(place)
    if kind is None and looks_like_address(place):
        kind = "an address"
    pattern = catalogues.read(session).numbers.case_pattern
    if kind is None and re.search(pattern, place, re.ASCII | re.IGNORECASE):
        kind = "a case reference"
    if kind is not None:
        raise WrongInput(f"This looks like {kind}. {NEUTRAL}", "place")


def _check_buddy(session: Session, draft: Draft, today: date) -> None:
    if draft.buddy_id is None:
        raise WrongInput("Choose who you check out with.", "buddy")
    if draft.buddy_id == draft.staff_id:
        raise WrongInput("Choose somebody else to check out with.", "buddy")
    buddy = session.get(Staff, draft.buddy_id)
    gone = buddy is None or (buddy.left_on is not None and buddy.left_on <= today)
    if buddy is None or gone or buddy.role == Role.BOARD.value:
        raise WrongInput("Choose a colleague who still works here.", "buddy")
