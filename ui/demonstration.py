"""The main job without a screen: find, book, be refused, print; a line each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from ui.paper import write_pdf
from venues.database.session import Database
from venues.domain import words
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.errors import Refused
from venues.services import (
    alternatives,
    attempts,
    bookings,
    cases,
    diary,
    finding,
    people,
    printing,
    sample,
)
from venues.services.asking import Request
from venues.services.finding import Match, Wish

SEED = 1
FRESH = timedelta(days=14)
"""How far ahead bookings must still reach for sample data to be used again."""

Say = Callable[[str], None]


def fill(path: Path, today: date, say: Say) -> None:
    """Sample data in that file, unless it holds some that is fresh enough."""
    if path.exists():
        database = Database.open(path)
        with database.read() as session:
            last = sample.reaches(session)
        database.close()
        if last is not None and last >= today + FRESH:
            say(f"Using the sample data already in {path}.")
            return
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
    database = Database.open(path, create=True)
    summary = sample.fill(database, size="demo", seed=SEED, today=today)
    database.close()
    say(
        f"Filled {path} with sample data: {summary.venues} venues, "
        f"{summary.rooms} rooms, {summary.bookings} bookings. All of it is invented."
    )


def main_job(path: Path, login: str, now: datetime, folder: Path, say: Say) -> None:
    """Find a room, book it, try to book it twice, and print the week."""
    database = Database.open(path)
    try:
        viewer, colleague = _two_workers(database, login, now)
        match, wish = _free(database, viewer, now)
        say(
            f"Found a room for {words.day(wish.period.day)}, "
            f"{words.span(wish.period.starts, wish.period.ends)}: "
            f"{match.room.name}, {match.room.venue.name}."
        )
        request = _request(wish, match, viewer)
        database.actor = viewer.staff_id
        booked = attempts.book(database, request, viewer, now=now)
        say(f"Booked it: {booked.reference}, {booked.status}.")
        _book_twice(database, request, colleague, now, say)
        _print(database, viewer, match, folder, now, say)
    finally:
        database.close()


def _two_workers(
    database: Database, login: str, now: datetime
) -> tuple[Viewer, Viewer]:
    """Whoever has the login, and a colleague of the same role."""
    with database.read() as session:
        viewer = people.viewer(session, login, now.date())
        colleague = next(
            each
            for each in people.staff(session, now.date())
            if each.role is viewer.role and each.login != login
        )
        return viewer, people.viewer(session, colleague.login, now.date())


def _free(database: Database, viewer: Viewer, now: datetime) -> tuple[Match, Wish]:
    """The first time from tomorrow at which a room fits with nothing to be said."""
    with database.read() as session:
        references = cases.mine(session, viewer, now.date())[:1]
    for ahead in range(1, 29):
        day = now.date() + timedelta(days=ahead)
        for hour in (15, 16, 10, 11, 13):
            wish = Wish(
                audience=Audience.CHILD,
                kind="SUP",
                period=Period.lasting(datetime.combine(day, time(hour, 30)), 60),
                people=3,
                references=references,
                worker_ids=(viewer.staff_id,),
                authority_ids=frozenset({viewer.authority_id or 0}),
            )
            with database.read() as session:
                found = finding.rooms(session, wish, viewer, today=now)
            for match in found.matches:
                if not match.findings and _fits(database, wish, match, viewer, now):
                    return match, wish
    raise LookupError("No room is free in the next four weeks of the sample data.")


def _fits(
    database: Database, wish: Wish, match: Match, viewer: Viewer, now: datetime
) -> bool:
    """Whether it can be booked just so: a booking is asked more than a search."""
    with database.read() as session:
        request = _request(wish, match, viewer)
        judged = bookings.examine(session, request, viewer, now=now)
    return not judged.outstanding(viewer)


def _request(wish: Wish, match: Match, viewer: Viewer) -> Request:
    return Request(
        audience=wish.audience,
        kind=wish.kind,
        period=wish.period,
        people=wish.people,
        references=wish.references,
        worker_ids=(viewer.staff_id,),
        room_ids=(match.room.id,),
    )


def _book_twice(
    database: Database, request: Request, colleague: Viewer, now: datetime, say: Say
) -> None:
    """A colleague asks for the same room at the same time."""
    with database.read() as session:
        references = cases.mine(session, colleague, now.date())[:1]
    again = Request(
        audience=request.audience,
        kind=request.kind,
        period=request.period,
        people=request.people,
        references=references,
        worker_ids=(colleague.staff_id,),
        room_ids=request.room_ids,
    )
    try:
        attempts.book(database, again, colleague, now=now)
    except Refused as refused:
        say(f"Booked it again as a colleague: refused. “{refused}”")
    else:
        raise AssertionError("The same room was booked twice.")
    wish = Wish(
        audience=again.audience,
        kind=again.kind,
        period=again.period,
        people=again.people,
        references=again.references,
        worker_ids=again.worker_ids,
    )
    with database.read() as session:
        for other in alternatives.nearest(
            session, wish, colleague, request.room_ids[0], now=now
        ):
            say(
                f"  Instead ({other.words}): {other.room.name}, "
                f"{other.room.venue.name}, {words.day(other.period.day)}, "
                f"{words.span(other.period.starts, other.period.ends)}."
            )


def _print(
    database: Database,
    viewer: Viewer,
    match: Match,
    folder: Path,
    now: datetime,
    say: Say,
) -> None:
    day = match.period.day
    monday = day - timedelta(days=day.weekday())
    with database.read() as session:
        week = diary.read(
            session,
            viewer,
            first=monday,
            days=6,
            venue_ids={match.room.venue.id},
        )
        say(
            f"The week of {words.day(monday)} at {match.room.venue.name} has "
            f"{words.count(sum(map(len, week.seen.values())), 'booking')}."
        )
        for sheet in ("team", "door", "reception", "own"):
            sheets = printing.gather(
                session,
                viewer,
                monday=monday,
                venue_ids=(match.room.venue.id,),
                sheet=sheet,
                now=now,
            )
            pdf = folder / f"Week {monday.isoformat()} {sheet}.pdf"
            pages = write_pdf(sheets, pdf)
            say(f"Printed the {sheet} sheet: {words.count(pages, 'page')}, {pdf}.")
