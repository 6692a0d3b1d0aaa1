"""Noting what venues have said, in a way that can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database.no_go import LIVE
from venues.database.session import Database
from venues.domain.free_text import private_words
from venues.domain.people import Viewer
from venues.errors import Stale, WrongInput
from venues.services import booking_reading, venue_answers
from venues.services.venue_answers import ASKED, NO, NOT_NEEDED, YES, Answer

LONGEST = 120
"""Characters of a role or a reference."""

DEAREST = 100_000_00
"""Pence; more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a booking's answer was before, and the version it has now."""

    before: Answer
    version: int


def asked(before: Answer, on: date) -> Answer:
    """The answer once the venue has been asked."""
    return replace(
        before, said=ASKED, asked_on=on, answered_on=None, by="", reference=""
    )


def note(
    session: Session,
    answers: Mapping[int, Answer],
    viewer: Viewer,
    *,
    now: datetime,
    versions: Mapping[int, int] | None = None,
) -> dict[int, Noted]:
    """Note what venues have said to some bookings, all of them or none.

    Its own worker, a coordinator or a manager may; ``answers`` as they were before
    take it back.

    Raises:
        NotFound: one is not theirs.
        Stale: somebody else changed one since its version was read.
        WrongInput: one is over or needs no answer, or what was typed cannot be used.
    """
    found = {}
    for id_, answer in answers.items():
        booking = booking_reading.by_id(session, id_, viewer)
        if versions is not None and booking.version != versions[id_]:
            raise Stale(
                "Somebody else changed this booking since you opened it. "
                "Look at it again before you save."
            )
        if booking.status not in LIVE:
            raise WrongInput("That booking is cancelled already.", "status")
        if booking.venue_answer == NOT_NEEDED:
            raise WrongInput("That room is ours to book, so nobody is asked.", "said")
        found[id_] = venue_answers.of(booking)
        venue_answers.put(booking, _checked(answer, now.date()))
    session.flush()
    return {
        id_: Noted(before, booking_reading.by_id(session, id_, viewer).version)
        for id_, before in found.items()
    }


def _checked(answer: Answer, today: date) -> Answer:
    for field, day in (
        ("asked_on", answer.asked_on),
        ("answered_on", answer.answered_on),
    ):
        if day is not None and day > today:
            raise WrongInput(
                "That day has not come yet. Choose today or before.", field
            )
    if (
        answer.said in {YES, NO}
        and answer.asked_on is not None
        and answer.answered_on is not None
        and answer.answered_on < answer.asked_on
    ):
        raise WrongInput("It was answered before it was asked.", "answered_on")
    by, reference = (" ".join(each.split()) for each in (answer.by, answer.reference))
    for field, typed in (("by", by), ("reference", reference)):
        if len(typed) > LONGEST:
            raise WrongInput(f"Shorten it to {LONGEST} characters.", field)
        if kind := private_words(typed):
            raise WrongInput(
                f"This looks like {kind}. Write the role, such as caretaker.", field
            )
    if answer.cost is not None and not 0 <= answer.cost <= DEAREST:
        raise WrongInput("Type a cost between £0 and £100,000.", "cost")
    return replace(answer, by=by, reference=reference)


def write(
    database: Database,
    answers: Mapping[int, Answer],
    viewer: Viewer,
    name: str,
    *,
    now: datetime,
    versions: Mapping[int, int],
) -> None:
    """The same in a unit of work of its own, of that name.

    Raises:
        VenuesError: as ``note``.
    """
    with database.write(name) as session:
        note(session, answers, viewer, now=now, versions=versions)
