"""``calendar``: one's own appointments as a file for another program's calendar."""

from __future__ import annotations

from pathlib import Path

from venues.commands.desk import Desk
from venues.domain.words import count
from venues.errors import WrongInput
from venues.services import booking_changes, calendar_file, calendars


def calendar(desk: Desk) -> int:
    """Write the file of one booking, or of all of one's own."""
    given = desk.options
    if bool(given.reference) == given.mine:
        raise WrongInput("Give one reference, or --mine for all of your own.")
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
            if given.mine:
                entries = calendars.mine(session, viewer, now=desk.now)
            else:
                booking = booking_changes.by_reference(session, given.reference, viewer)
                entries = calendars.of_bookings(session, viewer, [booking.id])
    finally:
        database.close()
    calendar_file.write(Path(given.ics), entries, at=desk.now)
    desk.answer(
        {"ics": given.ics, "appointments": len(entries)},
        [f"Wrote {given.ics}: {count(len(entries), 'appointment')}."],
    )
    return 0
