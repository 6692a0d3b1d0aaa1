"""What is done for a series off the interface's thread: looked at, saved, undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ui.desk import Desk
from ui.pages import check_words, series_checks, series_words
from ui.pages.check_words import Known
from ui.preferences import TWENTY_FOUR
from ui.widgets.checks import Check
from venues.database import catalogue as catalogues
from venues.domain.recurrence import Repeat
from venues.services import attempts, booking_edits, cases
from venues.services.asking import Request
from venues.services.progress import Progress
from venues.services.series import planning, ways
from venues.services.series.booking import DatesRefused, SeriesBooked
from venues.services.series.planning import Instead, Planned
from venues.services.series.ways import Ways


@dataclass(frozen=True, slots=True)
class Wanted:
    """A series that somebody is about to book, and what they chose for its dates."""

    request: Request
    repeat: Repeat
    chosen: Mapping[date, Instead | None]


@dataclass(frozen=True, slots=True)
class Looked:
    """Every date judged at one moment, and the checks of all of them."""

    wanted: Wanted
    planned: tuple[Planned, ...]
    case_ids: tuple[int, ...]
    checks: tuple[Check, ...]
    open: bool
    """Whether something has still to be done about every booking afterwards."""


def look(desk: Desk, wanted: Wanted, progress: Progress, *, fresh: bool) -> Looked:
    """Judge every date; nothing is written.

    ``fresh`` says that a case is not in the database yet.

    Raises:
        WrongInput: the rule makes no sense.
    """
    viewer, now, request = desk.viewer, desk.now(), wanted.request
    with desk.database.read() as session:
        case_ids = cases.known(session, request.references, viewer, now.date())
        planned = planning.plan(
            session,
            request,
            wanted.repeat,
            viewer,
            case_ids,
            now=now,
            chosen=wanted.chosen,
            progress=progress,
        )
        confirmed = booking_edits.last_confirmed(session, case_ids)
        catalogue = catalogues.read(session)
        found = []
        for each in planned:
            if (judged := each.judged) is None:
                continue
            room = judged.rooms[0]
            known = Known(
                hours=catalogue.days(each.day, (room,))[room.id],
                confirmed=confirmed,
                fresh=fresh,
                twenty_four=desk.preferences[TWENTY_FOUR],
            )
            found.append((each.day, check_words.of(judged, known, viewer)))
    bad = {each.day for each in series_words.failing(planned)}
    fitting = {day for day, _ in found} - bad
    checks = series_checks.together(found, fitting)
    open_ = any(each.judged and each.judged.conditions for each in planned)
    return Looked(wanted, planned, case_ids, tuple(checks), open_)


def find_ways(desk: Desk, looked: Looked, progress: Progress) -> dict[date, Ways]:
    """Look for what would do instead, for each date that does not fit."""
    with desk.database.read() as session:
        return ways.out(
            session,
            looked.planned,
            desk.viewer,
            looked.case_ids,
            now=desk.now(),
            progress=progress,
        )


def attempt(
    desk: Desk, looked: Looked, now: datetime, _progress: object
) -> SeriesBooked | DatesRefused:
    """Save all of it, as one deliberate attempt, if it still is as it was looked at.

    Raises:
        VenuesError: something typed cannot be used, or it cannot be saved just now.
    """
    wanted = looked.wanted
    try:
        return attempts.book_series(
            desk.database,
            wanted.request,
            wanted.repeat,
            desk.viewer,
            now=now,
            chosen=wanted.chosen,
            agreed=looked.planned,
        )
    except DatesRefused as refused:
        return refused


def tell(desk: Desk, made: SeriesBooked, room: str) -> None:
    """Say that it is done, and how to take it back: no case, no kind."""
    desk.host.say(series_words.done(made.planned, made.words, room), undoable=True)
