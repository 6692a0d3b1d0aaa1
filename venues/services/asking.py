"""What somebody asks for, from the form or the command line, made fit for the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from uuid import UUID, uuid4

from venues.database import term_days
from venues.database.catalogue import Catalogue
from venues.domain import clocks, meeting, reference, typed
from venues.domain.meeting import NOTHING_SAID, Meeting
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.domain.places import Point
from venues.domain.proposal import Appointment, Kind
from venues.domain.typed import NotUnderstood
from venues.errors import NotAllowed, WrongInput

KINDS_FOR: dict[Audience, frozenset[str]] = {
    Audience.CHILD: frozenset({"CH", "GR", "PA", "RD"}),
    Audience.VICTIM: frozenset({"VI", "RD"}),
    Audience.FAMILY: frozenset({"FA"}),
    Audience.STAFF: frozenset({"RM", "ST"}),
}
"""Who it is for → the appointment sets that fit."""

USUAL: dict[Audience, str] = {
    Audience.CHILD: "SUP",
    Audience.VICTIM: "VIC",
    Audience.FAMILY: "PAR",
    Audience.STAFF: "PRO",
}
"""Who it is for → the kind of appointment that is meant when none is named."""

MOST_PEOPLE = 500
FURTHEST_YEARS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked for, whatever the room.

    ``near`` is where the person comes from and ``district`` its postcode district; both
    are used and dropped. ``references`` are case references as typed. ``person_chose``
    says that the person named the place.
    """

    audience: Audience
    kind: str
    period: Period
    people: int
    layout: str | None = None
    needs: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    worker_ids: tuple[int, ...] = ()
    near: Point | None = None
    district: str = ""
    person_chose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Ask):
    """A booking somebody asks for: the rooms, and what goes with them.

    ``room_ids`` are the main room and then any others, to break out to unless the
    ``meeting`` says that somebody waits there. ``worker_ids`` starts
    with whoever leads. ``accepted`` maps a rule to the reason for which its warning
    (or, by a manager, its refusal) is passed.
    """

    room_ids: tuple[int, ...]
    buddy_id: int | None = None
    check_out: time | None = None
    arrival: str = ""
    note: str = ""
    meeting: Meeting = NOTHING_SAID
    accepted: dict[str, str] = field(default_factory=dict)
    uuid: UUID = field(default_factory=uuid4)


def at(request: Request, period: Period) -> Request:
    """The same at another time; the check-out goes along with the end."""
    check_out = request.check_out
    if check_out is not None:
        by = period.ends - request.period.ends
        due = datetime.combine(request.period.ends.date(), check_out) + by
        check_out = due.time()
    return replace(request, period=period, check_out=check_out)


def kinds_for(catalogue: Catalogue, audience: Audience) -> tuple[Kind, ...]:
    """The kinds of appointment for that audience, in the order of the table."""
    return tuple(
        kind for kind in catalogue.kinds.values() if kind.set in KINDS_FOR[audience]
    )


def period(starts: datetime, ends: datetime) -> Period:
    """The time asked for.

    Raises:
        WrongInput: it ends before it starts, runs past midnight, or the clocks change.
    """
    if ends <= starts:
        raise WrongInput("It ends before it starts. Choose a later end.", "ends")
    if ends.date() != starts.date():
        raise WrongInput(
            "It runs past midnight. Choose an end on the same day.", "ends"
        )
    for moment, name in ((starts, "starts"), (ends, "ends")):
        if sentence := clocks.check(moment):
            raise WrongInput(sentence, name)
    return Period(starts, ends)


def appointment(
    catalogue: Catalogue,
    ask: Ask,
    case_ids: tuple[int, ...] = (),
    *,
    victim: bool = False,
) -> Appointment:
    """The facts of what is asked for, once its input has been found sound.

    ``victim`` says that a victim is among the cases.

    Raises:
        WrongInput: no people, too many, an unknown kind, or one for somebody else.
    """
    kind = catalogue.kinds.get(ask.kind)
    if kind is None:
        known = ", ".join(catalogue.kinds)
        raise WrongInput(
            f"There is no kind of appointment “{ask.kind}”. Choose one of {known}.",
            "kind",
        )
    if kind.set not in KINDS_FOR[ask.audience]:
        raise WrongInput(
            f"{kind.label} is not for {ask.audience.value}. Choose another kind, or "
            "another answer to “Who is it for?”.",
            "kind",
        )
    if not 1 <= ask.people <= MOST_PEOPLE:
        raise WrongInput(
            f"Say how many people come, from 1 to {MOST_PEOPLE}.", "people"
        )
    asked = Appointment(
        kind=kind,
        audience=ask.audience,
        period=ask.period,
        people=ask.people,
        layout=ask.layout or kind.layout,
        needs=ask.needs,
        case_ids=case_ids,
        worker_ids=ask.worker_ids,
        texts=_texts(ask),
        named=bool(case_ids or ask.references),
        victim=victim or ask.audience is Audience.VICTIM,
        chosen=ask.person_chose,
    )
    return _booked(catalogue, asked, ask) if isinstance(ask, Request) else asked


def _booked(catalogue: Catalogue, asked: Appointment, ask: Request) -> Appointment:
    """The same with what is said only of a booking."""
    said = ask.meeting
    others = set(ask.room_ids[1:])
    waiting = tuple(id_ for id_ in said.waiting_ids if id_ in others)
    return replace(
        asked,
        booking=True,
        fresh=len(_tidy(catalogue, ask.references)) > len(asked.case_ids),
        meeting=replace(said, waiting_ids=waiting),
        arrival=ask.arrival,
        buddy=ask.buddy_id is not None,
        break_outs=len(others) - len(waiting),
        due_by=due_by(catalogue, said.order_on),
    )


def _tidy(catalogue: Catalogue, references: Iterable[str]) -> set[str]:
    """The references as they are stored; they have been found sound."""
    numbers = catalogue.numbers
    return {
        reference.read(text, numbers.case_pattern, numbers.case_example)
        for text in references
    }


def order_day(text: str, today: date) -> date:
    """The day of an order as typed; without a year it is one that is over.

    Raises:
        WrongInput: it is not a day, or still to come.
    """
    try:
        found = typed.read_date(text, today)
        if found > today:  # the last such day, and not the next
            found = typed.read_date(text, today - timedelta(days=365))
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), "order_on") from trouble
    if found > today:
        raise WrongInput(
            "That day is still to come. When was the order made?", "order_on"
        )
    return found


def due_by(catalogue: Catalogue, order_on: date | None) -> date | None:
    """The last day on which a panel is in time after that order."""
    if order_on is None:
        return None
    closed = partial(term_days.bank_holiday, catalogue)
    return meeting.due_by(order_on, catalogue.numbers.panel_days, closed)


def _texts(ask: Ask) -> tuple[tuple[str, str], ...]:
    """Everything that was typed freely, with the field it belongs to."""
    if not isinstance(ask, Request):
        return ()
    written = (
        ("arrival", ask.arrival),
        ("note", ask.note),
        ("police", ask.meeting.police),
    )
    reasons = (("accepted", reason) for reason in ask.accepted.values())
    return (*(each for each in written if each[1].strip()), *reasons)


def check_time(asked: Period, now: datetime) -> None:
    """A booking is made for a time to come.

    Raises:
        WrongInput: it is over, or years away.
    """
    if asked.ends <= now:
        raise WrongInput("That time has passed. Choose today or later.", "date")
    if asked.starts.year > now.year + FURTHEST_YEARS:
        raise WrongInput(
            f"That is more than {FURTHEST_YEARS} years away. Check the year.", "date"
        )


def check_role(viewer: Viewer, audience: Audience) -> None:
    """Who may book for whom.

    Raises:
        NotAllowed: this role may not.
    """
    if viewer.books_for(audience):
        return
    if audience is Audience.VICTIM:
        raise NotAllowed(
            "Victim meetings are booked by victim workers and managers. "
            "Ask one of them to book it."
        )
    raise NotAllowed(f"A {viewer.role.words.lower()} does not book these appointments.")
