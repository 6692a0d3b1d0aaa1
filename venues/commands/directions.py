"""``directions``: the way to a venue on paper or as text."""

from __future__ import annotations

from pathlib import Path

from venues.commands.desk import Desk
from venues.commands.schedule import venue_ids
from venues.database.catalogue import read
from venues.domain.sheets import DirectionsSheet
from venues.errors import WrongInput
from venues.services import booking_changes, directions, printing


def write(desk: Desk) -> int:
    """Write the page to a PDF, or say it in text."""
    given = desk.options
    if not given.pdf and not given.text:
        raise WrongInput("Say where to: --pdf FILE, or --text.")
    sheet = _sheet(desk)
    if given.text:
        desk.output.write(printing.text((sheet,)))
    if given.pdf:
        pages = desk.write_pdf((sheet,), Path(given.pdf))
        desk.answer(
            {"pdf": given.pdf, "pages": pages},
            [f"Wrote {given.pdf}: {pages} {'page' if pages == 1 else 'pages'}."],
        )
    return 0


def _sheet(desk: Desk) -> DirectionsSheet:
    given = desk.options
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
            (venue_id,) = venue_ids(read(session), [given.venue])
            booking_id = None
            if given.booking:
                booking = booking_changes.by_reference(session, given.booking, viewer)
                booking_id = booking.id
            return directions.sheet(
                session, viewer, venue_id, now=desk.now, booking_id=booking_id
            )
    finally:
        database.close()
