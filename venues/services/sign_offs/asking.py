"""Asking a manager for a booking that the rules do not let one make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import stamp
from venues.database.models import SignOff
from venues.domain.findings import Finding
from venues.domain.free_text import private_words
from venues.domain.meeting import NOTHING_SAID, Meeting
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.domain.rules import no_go
from venues.errors import NotFound, WrongInput
from venues.services import booking_reading, booking_rooms, bookings, cases
from venues.services.asking import Request

PERSON = no_go.FINDING.rule
SAID = {
    "open": "A manager has been asked.",
    "yes": "Signed off.",
    "no": "Not signed off. Choose another room or time.",
}
"""State → all that whoever asked is told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked a manager, and how it stands."""

    id: int
    room: Room
    period: Period
    state: str
    booking_id: int | None = None

    @property
    def words(self) -> str:
        """What is told of it, the same whatever stood in the way."""
        return SAID[self.state]


def may_ask(findings: Iterable[Finding]) -> bool:
    """Whether a manager could pass what stands in the way: one answer for them all.

    It looks only at what the asker is told. A refusal for a person hides all others,
    so there it is always offered.
    """
    refusals = [each for each in findings if each.refuses]
    if any(each.rule == PERSON for each in refusals):
        return True
    return bool(refusals) and all(each.overridable for each in refusals)


def ask(
    session: Session,
    request: Request,
    viewer: Viewer,
    *,
    now: datetime,
    code: str | None = None,
    why: str = "",
    booking_id: int | None = None,
    case_ids: tuple[int, ...] | None = None,
) -> int:
    """Put it into the managers' queue; returns its id. Asking twice is asking once.

    ``case_ids`` stand in place of the references where those are known already.

    Raises:
        WrongInput: something typed cannot be used.
        NotAllowed: this role does not book that.
        NotFound: the booking to be changed is not the viewer's.
    """
    bookings.check(request, viewer, now)
    if kind := private_words(why):
        raise WrongInput(f"Use the case reference only. This looks like {kind}.", "why")
    if booking_id is not None:
        booking_reading.by_id(session, booking_id, viewer)
    if case_ids is None:
        case_ids = cases.use(
            session, request.references, viewer, request.audience, now.date()
        )
    room = booking_rooms.chosen(catalogues.read(session), request.room_ids)[0]
    if (known := _asked(session, request, viewer, room.id, case_ids)) is not None:
        return known
    row = SignOff(
        asked_by=viewer.staff_id,
        made_at=stamp(),
        booking_id=booking_id,
        room_id=room.id,
        starts=request.period.starts,
        ends=request.period.ends,
        asked=to_data(request, case_ids),
        why=" ".join(why.split()),
        code=code,
    )
    session.add(row)
    session.flush()
    return row.id


def _asked(
    session: Session,
    request: Request,
    viewer: Viewer,
    room_id: int,
    case_ids: tuple[int, ...],
) -> int | None:
    """The id of the same question, if it is open."""
    rows = session.scalars(
        select(SignOff).where(
            SignOff.asked_by == viewer.staff_id,
            SignOff.room_id == room_id,
            SignOff.starts == request.period.starts,
            SignOff.state == "open",
        )
    )
    same = (row.id for row in rows if row.asked.get("case_ids") == list(case_ids))
    return next(same, None)


def withdraw(session: Session, id_: int, viewer: Viewer) -> None:
    """Take back what one asked, while nobody has decided.

    Raises:
        NotFound: it is not the viewer's, or it was decided.
    """
    row = session.get(SignOff, id_)
    if row is None or row.asked_by != viewer.staff_id or row.state != "open":
        raise NotFound("That was decided already. Look at Today.")
    row.state = "withdrawn"
    session.flush()


def ask_again(session: Session, id_: int, viewer: Viewer) -> None:
    """Ask once more what was withdrawn.

    Raises:
        NotFound: it is not the viewer's, or it was not withdrawn.
    """
    row = session.get(SignOff, id_)
    if row is None or row.asked_by != viewer.staff_id or row.state != "withdrawn":
        raise NotFound("That is not there to be asked again. Look at Today.")
    row.state = "open"
    session.flush()


def mine(session: Session, viewer: Viewer, now: datetime) -> tuple[Asked, ...]:
    """What the viewer asked about times to come, the soonest first."""
    known = catalogues.read(session).rooms
    rows = session.scalars(
        select(SignOff)
        .where(
            SignOff.asked_by.in_(sorted(viewer.owns)),
            SignOff.state != "withdrawn",
            SignOff.ends > now,
        )
        .order_by(SignOff.starts, SignOff.id)
    )
    return tuple(
        Asked(
            row.id,
            known[row.room_id],
            Period(row.starts, row.ends),
            row.state,
            row.booking_id,
        )
        for row in rows
    )


def to_data(request: Request, case_ids: tuple[int, ...]) -> dict[str, Any]:
    """The request as it is kept: case ids and no reference, and no postcode."""
    return {
        "audience": request.audience.value,
        "kind": request.kind,
        "people": request.people,
        "layout": request.layout,
        "needs": list(request.needs),
        "worker_ids": list(request.worker_ids),
        "room_ids": list(request.room_ids),
        "buddy_id": request.buddy_id,
        "check_out": request.check_out.isoformat() if request.check_out else None,
        "arrival": request.arrival,
        "note": request.note,
        "meeting": meeting_data(request.meeting),
        "person_chose": request.person_chose,
        "accepted": request.accepted,
        "uuid": str(request.uuid),
        "case_ids": list(case_ids),
    }


def from_data(row: SignOff) -> tuple[Request, tuple[int, ...]]:
    """The request that was asked, and its case ids."""
    asked = row.asked
    due = asked["check_out"]
    request = Request(
        audience=Audience(asked["audience"]),
        kind=asked["kind"],
        period=Period(row.starts, row.ends),
        people=asked["people"],
        layout=asked["layout"],
        needs=tuple(asked["needs"]),
        worker_ids=tuple(asked["worker_ids"]),
        room_ids=tuple(asked["room_ids"]),
        buddy_id=asked["buddy_id"],
        check_out=time.fromisoformat(due) if due else None,
        arrival=asked["arrival"],
        note=asked["note"],
        meeting=meeting_of(asked.get("meeting", {})),
        person_chose=asked["person_chose"],
        accepted=dict(asked["accepted"]),
        uuid=UUID(asked["uuid"]),
    )
    return request, tuple(asked["case_ids"])


def meeting_data(said: Meeting) -> dict[str, Any]:
    """What is said of a meeting, as it is kept."""
    data = asdict(said)
    return data | {"order_on": said.order_on.isoformat() if said.order_on else None}


def meeting_of(data: dict[str, Any]) -> Meeting:
    """What was said of it; nothing of what was asked before there was anything."""
    if not data:
        return NOTHING_SAID
    day = data["order_on"]
    kept = {
        "order_on": date.fromisoformat(day) if day else None,
        "waiting_ids": tuple(data["waiting_ids"]),
    }
    return Meeting(**(data | kept))
