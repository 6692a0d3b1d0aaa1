"""What happens when a booking is saved, off the interface's thread, and its undoing."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from ui.desk import Desk
from ui.pages.check_words import Known
from ui.preferences import TWENTY_FOUR
from venues.database import catalogue as catalogues
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.rules import no_go
from venues.domain.words import DAYS, day_month, span
from venues.errors import Refused, VenuesError
from venues.services import (
    alternatives,
    asking,
    attempts,
    booking_edits,
    bookings,
    conditions,
)
from venues.services.alternatives import Alternative
from venues.services.asking import Ask, Request
from venues.services.booking_edits import Edit
from venues.services.bookings import Booked, Judged
from venues.services.finding import Wish

NO_HELP = frozenset({"R31"})
"""Rules whose refusal no other room or time would lift."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt: a booking, or why not and what would do instead."""

    booked: Booked | None = None
    refused: Refused | None = None
    ways: tuple[Alternative, ...] = ()

    @property
    def sentence(self) -> str:
        """Why not, in words; of a refusal for a person, that alone."""
        if self.refused is None:
            return ""
        findings = self.refused.findings
        personal = [each for each in findings if each.rule == no_go.FINDING.rule]
        return " ".join(each.message for each in personal or findings)


def judge(
    desk: Desk, edit: Edit | None, request: Request, *, fresh: bool
) -> tuple[Judged, Known]:
    """The judgement, and what is known beside it, at one moment.

    ``fresh`` says that a case is not in the database yet.

    Raises:
        VenuesError: something typed cannot be used, or this role may not do that.
    """
    viewer, now = desk.viewer, desk.now()
    with desk.database.read() as session:
        if edit is None:
            judged = bookings.examine(session, request, viewer, now=now)
        else:
            judged = booking_edits.examine(session, edit, request, viewer, now=now)
        hours = catalogues.read(session).days(request.period.day)
        return judged, Known(
            hours=hours[request.room_ids[0]],
            confirmed=booking_edits.last_confirmed(session, judged.asked.case_ids),
            fresh=fresh,
            twenty_four=desk.preferences[TWENTY_FOUR],
            met=conditions.told(session, edit.id) if edit is not None else {},
        )


def attempt(
    desk: Desk, request: Request, edit: Edit | None, now: datetime, _progress: object
) -> Outcome:
    """Save it, as a deliberate attempt; when refused, look for what would do.

    Raises:
        VenuesError: something typed cannot be used, or it cannot be saved just now.
    """
    database, viewer = desk.database, desk.viewer
    try:
        if edit is None:
            return Outcome(attempts.book(database, request, viewer, now=now))
        return Outcome(booking_edits.save(database, edit, request, viewer, now=now))
    except Refused as refused:
        return Outcome(refused=refused, ways=_ways(desk, request, edit, refused, now))


def _ways(
    desk: Desk, request: Request, edit: Edit | None, refused: Refused, now: datetime
) -> tuple[Alternative, ...]:
    if not any(each.refuses and each.rule not in NO_HELP for each in refused.findings):
        return ()
    try:
        with desk.database.read() as session:
            return alternatives.nearest(
                session,
                wish_of(request),
                desk.viewer,
                request.room_ids[0],
                now=now,
                without=edit.id if edit else None,
            )
    except VenuesError:
        return ()  # the refusal has been said; there is just nothing to add to it


def request_of(wish: Wish, room_id: int) -> Request:
    """The booking of one room for what was looked for."""
    return Request(**_asked(wish), room_ids=(room_id,))


def wish_of(request: Request) -> Wish:
    """What is looked for instead of a booking that was refused."""
    return Wish(**_asked(request))


def at_room(
    desk: Desk, room_id: int, starts: datetime, ends: datetime
) -> Request | None:
    """A booking of that room at that time, as far as it can be known beforehand."""
    viewer = desk.viewer
    audience = next((each for each in Audience if viewer.books_for(each)), None)
    if audience is None or ends <= starts:
        return None
    with desk.database.read() as session:
        catalogue = catalogues.read(session)
        kinds = {kind.code: kind for kind in asking.kinds_for(catalogue, audience)}
    if room_id not in catalogue.rooms or not kinds:
        return None
    kind = kinds.get(asking.USUAL[audience]) or next(iter(kinds.values()))
    return Request(
        audience=audience,
        kind=kind.code,
        period=Period(starts, ends),
        people=kind.people,
        worker_ids=(viewer.staff_id,),
        room_ids=(room_id,),
    )


def _asked(ask: Ask) -> dict[str, Any]:
    return {each.name: getattr(ask, each.name) for each in fields(Ask)}


def tell(
    desk: Desk, edit: Edit | None, request: Request, booked: Booked, room: str
) -> None:
    """Say that it is done, and how to take it back: no case, no kind."""
    said = "Booked" if edit is None else "Changed:"
    starts, ends = request.period.starts, request.period.ends
    when = f"{DAYS[starts.weekday()]} {day_month(starts)}, {span(starts, ends)}"
    told = f"{said} {room}, {when}. {booked.tell}".strip()
    desk.host.say(told, undoable=True)
