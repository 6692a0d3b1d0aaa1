"""What is printed: the same rows as on screen, made into the words of four sheets."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain.people import Viewer
from venues.domain.proposal import Venue
from venues.domain.sheets import Sheet, SheetData
from venues.errors import NotAllowed, NotFound
from venues.services import diary
from venues.services.sheet_order import WEEK, Order
from venues.services.sheet_own import own_week
from venues.services.sheet_text import text
from venues.services.sheet_weeks import weeks

__all__ = ["gather", "text", "venues"]


def gather(
    session: Session,
    viewer: Viewer,
    *,
    monday: date,
    venue_ids: Collection[int] = (),
    sheet: Sheet | str = Sheet.TEAM,
    now: datetime,
    twenty_four: bool = False,
) -> tuple[SheetData, ...]:
    """The sheet of that week for each venue, or the viewer's own; no venue means all.

    Any day of the week will do for ``monday``.

    Raises:
        NotAllowed: this role prints no bookings.
        NotFound: none of the venues has a room in use.
    """
    if not viewer.books:
        raise NotAllowed("Your role does not print bookings. Ask a coordinator.")
    monday -= timedelta(days=monday.weekday())
    catalogue = catalogues.read(session)
    order = Order(viewer, Sheet(sheet), monday, now, twenty_four, catalogue)
    own = order.sheet is Sheet.OWN
    read = diary.read(
        session,
        viewer,
        first=monday,
        days=WEEK,
        venue_ids=venue_ids,
        mine=own,
        paper=True,
    )
    if own:
        return (own_week(order, read),)
    if not read.rooms:
        raise NotFound(
            "There is no room in use at these venues, so nothing to print. "
            "Choose another venue."
        )
    return weeks(session, order, read)


def venues(session: Session) -> tuple[Venue, ...]:
    """The venues that can be printed: those with a room in use, by name."""
    rooms = catalogues.read(session).rooms.values()
    found = {room.venue.id: room.venue for room in rooms if room.bookable}
    return tuple(sorted(found.values(), key=lambda venue: venue.name.lower()))
