"""Sees to what a booking waits for, without opening all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.errors import WrongInput
from venues.services import booking_edits
from venues.services.asking import Request
from venues.services.booking_edits import Edit
from venues.services.bookings import Booked

POLICE, QUORUM, CASE = "police", "quorum", "case"
KINDS = (POLICE, QUORUM, CASE)
"""Conditions that whoever booked can see to in one answer; the others are a manager's
sign-off, and a new reference, which a coordinator confirms on Keep apart."""

Answer = str | int
"""A role or an agency, how many members there are, or a case reference."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, with what is said of it so far and how many it takes."""

    kind: str
    edit: Edit
    said: Answer
    wanted: int = 0


def ask(session: Session, booking_id: int, kind: str, viewer: Viewer) -> Asked:
    """What has to be answered for that condition of that booking.

    Raises:
        NotFound, NotAllowed: the booking is not the viewer's.
        WrongInput: it is nothing that can be answered.
    """
    edit = booking_edits.open_booking(session, booking_id, viewer)
    said = edit.request.meeting
    if kind == POLICE:
        return Asked(kind, edit, said.police)
    if kind == QUORUM:
        wanted = catalogues.read(session).numbers.panel_members
        return Asked(kind, edit, said.panel_members, wanted)
    if kind == CASE:
        return Asked(kind, edit, "")
    raise WrongInput("Open the booking to see to that.", "condition")


def answer(
    database: Database, asked: Asked, said: Answer, viewer: Viewer, *, now: datetime
) -> Booked:
    """Change the booking by the answer; it is confirmed when nothing else is open.

    Raises:
        WrongInput: nothing is said; the field is that of the booking's form.
        Refused, Stale, VenuesError: as for any change of it.
    """
    request = _with(asked.edit.request, asked.kind, said)
    return booking_edits.save(database, asked.edit, request, viewer, now=now)


def _with(request: Request, kind: str, said: Answer) -> Request:
    if isinstance(said, int):
        return replace(request, meeting=replace(request.meeting, panel_members=said))
    if isinstance(said, str):
        text = said.strip()
        if not text:
            raise WrongInput(NOTHING[kind], FIELDS[kind])
        if kind == CASE:
            return replace(request, references=(*request.references, text))
        return replace(request, meeting=replace(request.meeting, police=text))
    assert_never(said)


FIELDS = {POLICE: "police", QUORUM: "panel_members", CASE: "case"}
NOTHING = {
    POLICE: "Name the role or the agency that comes for the police.",
    CASE: "Type the case reference.",
}
