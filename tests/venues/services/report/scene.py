"""A quarter of the small world with something of everything that must not get out."""

from __future__ import annotations

from datetime import date, datetime

from tests.world import TODAY, World
from venues.database.models import Booking, OptionExplored, Search
from venues.domain.outcomes import Outcome
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.reporting import Dates
from venues.services import bookings, outcomes
from venues.services.evidence.scope import Scope
from venues.services.report import gathering
from venues.services.report.content import Report
from venues.services.what_if.suggesting import Suggestion

SUMMER = Dates(date(2026, 7, 1), date(2026, 9, 30))
SCOPE = Scope(dates=SUMMER, today=TODAY)
SECRETS = ("WA-20417", "Key under the mat", "Practitioner 04", "Mrs Tuckett", "B-1")
"""What nobody may find in a report: references, notes and names."""


def summer(world: World) -> None:
    """Bookings with notes and outcomes, searches, and an option with a name in it."""
    early = datetime(2026, 7, 1, 8)
    for day in (3, 10, 17):
        period = Period.lasting(datetime(2026, 8, day, 15), 60)
        request = world.request(period=period, note="Key under the mat")
        with world.database.write() as session:
            made = bookings.book(session, request, world.practitioner, now=early)
        with world.database.write() as session:
            outcome = Outcome.ATTENDED if day < 15 else Outcome.NOT_BROUGHT
            outcomes.note(
                session, [made.id], outcome, world.practitioner, now=world.now
            )
            session.get_one(Booking, made.id).cost = 1234
    with world.database.write() as session:
        for number in range(9):
            session.add(
                Search(
                    week=date(2026, 8, 3),
                    set="CH" if number < 7 else "VI",
                    band="16-18",
                    authority_id=1 if number < 7 else 2,
                    people=3,
                    results=0,
                    ended="left",
                )
            )
        common = {"set": "CH", "asked_on": date(2026, 8, 5), "authority_id": 1}
        session.add(
            OptionExplored(
                town="Millbrook",
                step="Hire",
                building="The old dairy",
                owner="Mrs Tuckett",
                answer="no",
                why_not="Mrs Tuckett keeps it for herself",
                cost=1800,
                **common,
            )
        )


def gathered(
    world: World,
    viewer: Viewer,
    best: tuple[Suggestion, ...] | None = None,
    dates: Dates = SUMMER,
) -> Report:
    """The report, as that viewer has it made."""
    with world.database.read() as session:
        return gathering.gather(session, SCOPE.over(dates), viewer, best=best)


def words(report: Report) -> str:
    """Everything that stands in it."""
    found = [report.title, report.as_of, report.name]
    found += [getattr(block, "text", "") for block in report.blocks]
    for grid in report.grids:
        found += [grid.title, *grid.heads, *(cell for row in grid.rows for cell in row)]
    return "\n".join(found)
