"""Ways out on paper: each sheet's words, pixels, file and name."""

from __future__ import annotations

from tests.paper_scene import CONSULTING, LANTERN, MILLBROOK, MONDAY, NOW
from tests.privacy import scene
from tests.privacy.clerk import Clerk, mark, printed
from tests.privacy.ways import Out, Roll
from ui.paper import Document, write_pdf
from venues.database.session import Database
from venues.domain.sheets import WEEKLY, Sheet, SheetData
from venues.errors import VenuesError
from venues.services import directions, in_the_way, outing_sheet, people, printing

ROLL: Roll[Clerk] = Roll()


@ROLL.way("sheet", *WEEKLY, Sheet.DIRECTIONS)
def sheets(clerk: Clerk) -> Out:
    """Each sheet of the week, and the way to each venue and each booking."""
    database = Database.open(clerk.path)
    try:
        with database.read() as session:
            viewer = people.viewer(session, scene.LOGINS[clerk.who], NOW.date())
        for sheet in WEEKLY:
            with database.read() as session:
                try:
                    made = printing.gather(
                        session, viewer, monday=MONDAY, sheet=sheet, now=NOW
                    )
                except VenuesError as trouble:
                    yield f"sheet {sheet}", [str(trouble)]
                    continue
            yield from _printed(clerk, f"sheet {sheet}", made)
        for venue_id, booking_id in (
            *((venue_id, None) for venue_id in (MILLBROOK, LANTERN)),
            *((MILLBROOK, number) for number in range(1, len(scene.BOOKINGS) + 1)),
        ):
            name = f"sheet directions to {venue_id} for {booking_id}"
            with database.read() as session:
                try:
                    way = directions.sheet(
                        session, viewer, venue_id, now=NOW, booking_id=booking_id
                    )
                except VenuesError as trouble:
                    yield name, [str(trouble)]
                    continue
            yield from _printed(clerk, name, (way,))
    finally:
        database.close()


@ROLL.way("sheet of who is out", Sheet.OUT, "OutSheetDialog")
def out(clerk: Clerk) -> Out:
    """Who is out alone, for those who wait for them."""
    database = Database.open(clerk.path)
    with database.read() as session:
        viewer = people.viewer(session, scene.LOGINS[clerk.who], NOW.date())
        try:
            made = outing_sheet.sheet(session, viewer, now=NOW)
        except VenuesError as trouble:
            yield "sheet of who is out", [str(trouble)]
            return
        finally:
            session.close()
    database.close()
    yield from _printed(clerk, "sheet of who is out", (made,))


@ROLL.way("refusal to close")
def closing(clerk: Clerk) -> Out:
    """What stands in the way of closing a venue: a number, and times for some."""
    database = Database.open(clerk.path)
    with database.read() as session:
        viewer = people.viewer(session, scene.LOGINS[clerk.who], NOW.date())
        try:
            in_the_way.refuse(
                session, viewer, room_ids=range(1, CONSULTING + 1), first=NOW
            )
        except VenuesError as trouble:
            yield "refusal to close", [str(trouble)]
    database.close()


def _printed(clerk: Clerk, name: str, made: tuple[SheetData, ...]) -> Out:
    path = clerk.new("pdf")
    document = Document(made)
    write_pdf(made, path)
    yield f"{name}, as text", [printing.text(made)]
    yield f"{name}, printed", printed(path)
    yield f"{name}, in the queue", [document.name]
    yield f"{name}, file", mark(path)
