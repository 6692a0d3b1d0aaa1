"""The daily pass over the bookings of the next weeks.

They are looked at piece by piece, each in a short look of its own, so that nobody who
saves waits for it and what is held at once stays small however many there are. Only
where the list has to say something else is a booking judged once more, in one short
change, so that what is written is true when it is written.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from venues.database import catalogue as catalogues
from venues.database.audit import ACTOR
from venues.database.models import Booking
from venues.database.session import Database
from venues.services.progress import Progress, quiet
from venues.services.reviews import hits, watching
from venues.services.reviews.concerned import AHEAD, coming


def sweep(database: Database, now: datetime, progress: Progress = quiet) -> int:
    """Look at the bookings of the next weeks; returns how many are new on the list.

    Those further away are looked at as their time comes nearer, and at once when
    something about them changes. ``progress`` is told of bookings. Nobody did what the
    calendar brings about, so nobody stands in the history of it.

    Raises:
        Busy: somebody else is saving, when there is something to write.
    """
    if database.blind:  # a coordinator's PC looks at all of them
        return 0
    with database.read() as session:
        found = select(Booking.id).where(*coming(now, now + AHEAD))
        ids = session.scalars(found.order_by(Booking.starts, Booking.id)).all()
    concerned: set[int] = set()
    for number, piece in enumerate(hits.pieces(ids)):
        progress(number * hits.MANY, len(ids))
        with database.read() as session:
            catalogue = catalogues.read(session)
            changes = watching.compare(session, catalogue, now, piece, timed=True)
            concerned |= changes.booking_ids
    progress(len(ids), len(ids))
    if not concerned:
        return 0
    again = [id_ for id_ in ids if id_ in concerned]
    with database.write() as session:
        session.info[ACTOR] = None
        catalogue = catalogues.read(session)
        live = session.scalars(
            select(Booking.id).where(Booking.id.in_(again), *coming(now))
        )
        return watching.put_down(session, catalogue, now, [*live], timed=True)
