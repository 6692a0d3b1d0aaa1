"""``outcome``: what came of appointments that are over."""

from __future__ import annotations

from argparse import ArgumentParser

from venues.commands.desk import Desk
from venues.domain.outcomes import Outcome
from venues.domain.words import count
from venues.services import booking_changes, outcomes


def add(parser: ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("references", nargs="+", metavar="B-…", help="the bookings")
    words = [each.value for each in Outcome]
    parser.add_argument(
        "--was", choices=words, required=True, help=f"one of {', '.join(words)}"
    )


def note(desk: Desk) -> int:
    """Note the same of several bookings, all of them or none."""
    outcome = Outcome(desk.options.was)
    with desk.writing("outcome of appointments") as (session, viewer):
        found = [
            booking_changes.by_reference(session, reference, viewer)
            for reference in desk.options.references
        ]
        ids = [booking.id for booking in found]
        outcomes.note(session, ids, outcome, viewer, now=desk.now)
        references = [booking.reference for booking in found]
    desk.answer(
        {"bookings": references, "outcome": outcome.value},
        [f"Noted: {count(len(references), 'appointment')}, {outcome.words.lower()}."],
    )
    return 0
