"""``find`` and ``book``."""

from __future__ import annotations

from functools import partial
from typing import Any

from venues.commands import options, questions, series
from venues.commands.desk import Desk
from venues.database import catalogue as catalogues
from venues.domain import verdict, words
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.places import METRES_PER_MILE
from venues.domain.rules import no_go
from venues.errors import NotAllowed, Refused
from venues.services import alternatives, asking, attempts, finding, people
from venues.services.alternatives import Alternative
from venues.services.asking import Request
from venues.services.finding import Match, Misfit, Wish
from venues.services.sign_offs import asking as sign_offs


def find(desk: Desk) -> int:
    """Say which rooms fit, and why the others do not."""
    database = desk.open()
    with database.read() as session:
        viewer = desk.viewer(session)
        if not viewer.books:
            raise NotAllowed("Your role does not look for rooms. Ask a coordinator.")
        asked = options.asked(desk, session, viewer)
        asking.check_time(asked["period"], desk.now)
        wish = Wish(
            **asked,
            worker_ids=(viewer.staff_id,),
            within=options.within(desk.options),
            authority_ids=options.authorities(
                catalogues.read(session), desk.options.authority
            ),
        )
        found = finding.rooms(session, wish, viewer, today=desk.now)
    database.close()
    desk.answer(
        {
            "rooms": [_match(match) for match in found.matches],
            "others": [_misfit(misfit) for misfit in found.misfits],
        },
        [
            f"{words.count(len(found.matches), 'room')} fit.",
            *(_match_line(match) for match in found.matches),
            f"{words.count(len(found.misfits), 'room')} do not fit.",
            *(
                f"  {words.count(len(group.misfits), 'room')}: {group.words}"
                for group in found.groups
            ),
        ],
    )
    return 0


def book(desk: Desk) -> int:
    """Make the booking, or say why not and what else would do."""
    database = desk.open()
    with database.read() as session:
        viewer = desk.viewer(session)
        request = _request(desk, session, viewer)
    database.actor = viewer.staff_id
    if desk.options.repeat:
        return series.book(desk, database, request, viewer)
    try:
        booked = attempts.book(database, request, viewer, now=desk.now)
    except Refused as refused:
        ask = partial(_ask, desk, request, viewer)
        if questions.of_manager(desk, database, refused, ask):
            return 0
        others = _alternatives(desk, database, request, viewer)
        desk.answer(
            {
                "refused": [say(found) for found in refused.findings],
                "alternatives": [_alternative(other) for other in others],
            },
            [f"Instead: {_alternative_line(other)}" for other in others],
        )
        desk.complain(_refusal(refused))
        return 1
    finally:
        database.close()
    with database.read() as session:
        room = catalogues.read(session).rooms[request.room_ids[0]]
    database.close()
    desk.answer(
        {
            "booking": booked.reference,
            "status": booked.status,
            "conditions": list(booked.conditions),
            "rooms": list(request.room_ids),
            "starts": request.period.starts.isoformat(timespec="minutes"),
            "ends": request.period.ends.isoformat(timespec="minutes"),
        },
        [
            (
                f"Booked {booked.reference}: {room.name}, {room.venue.name}, "
                f"{words.day(request.period.day)}, "
                f"{words.span(request.period.starts, request.period.ends)} "
                f"({booked.status})."
            )
        ],
    )
    return 0


def _ask(
    desk: Desk, request: Request, viewer: Viewer, session: Any, code: str | None
) -> int:
    return sign_offs.ask(
        session,
        request,
        viewer,
        now=desk.now,
        code=code,
        why=desk.options.ask_manager,
    )


def _request(desk: Desk, session: Any, viewer: Viewer) -> Request:
    given = desk.options
    today = desk.now.date()
    asked = options.asked(desk, session, viewer)
    worker = viewer.staff_id
    if given.worker:
        worker = people.staff_id(session, given.worker, today)
    seconds = tuple(people.staff_id(session, each, today) for each in given.second)
    return Request(
        **asked,
        room_ids=(*given.room, *given.wait),
        worker_ids=(worker, *seconds),
        buddy_id=people.staff_id(session, given.buddy, today) if given.buddy else None,
        check_out=(
            options.moment(given.check_out, asked["period"].day, "check_out").time()
            if given.check_out
            else None
        ),
        arrival=given.arrival,
        note=given.note,
        meeting=options.meeting(given, today),
        accepted=options.reasons(given.accept),
    )


def _alternatives(
    desk: Desk, database: Any, request: Request, viewer: Viewer
) -> tuple[Alternative, ...]:
    with database.read() as session:
        return alternatives.nearest(
            session,
            alternatives.wish_of(request),
            viewer,
            request.room_ids[0],
            now=desk.now,
        )


def say(found: Finding) -> dict[str, str]:
    """A finding as scripts read it."""
    return {
        "rule": found.rule,
        "severity": found.severity.words,
        "message": found.message,
    }


def _refusal(refused: Refused) -> str:
    warnings = [found.rule for found in refused.findings if found.acceptable]
    if warnings and len(warnings) == len(refused.findings):
        return f"{refused} Say why with --accept {warnings[0]}=reason."
    return str(refused)


def _miles(metres: float | None) -> float | None:
    return None if metres is None else round(metres / METRES_PER_MILE, 1)


def _match(match: Match) -> dict[str, Any]:
    return {
        "room": match.room.id,
        "name": match.room.name,
        "venue": match.room.venue.name,
        "authority": match.room.venue.authority,
        "starts": match.period.starts.isoformat(timespec="minutes"),
        "ends": match.period.ends.isoformat(timespec="minutes"),
        "miles": _miles(match.metres),
        "suitability": match.standing.state.value,
        "badges": [badge.said for badge in verdict.badges(match.standing)],
        "findings": [say(found) for found in match.findings],
    }


def _match_line(match: Match) -> str:
    far = f", {words.miles(match.metres)}" if match.metres is not None else ""
    warnings = "".join(f" {found.message}" for found in match.warnings)
    return (
        f"  {match.room.id:>4}  {match.room.name}, {match.room.venue.name}"
        f"{far}, seats {match.room.capacity}.{warnings}"
    )


def _misfit(misfit: Misfit) -> dict[str, Any]:
    change = misfit.gravest.change
    return {
        "room": misfit.room.id,
        "name": misfit.room.name,
        "venue": misfit.room.venue.name,
        "findings": [say(found) for found in no_go.tellable(misfit.findings)],
        "change": change.words if change else None,
    }


def _alternative(other: Alternative) -> dict[str, Any]:
    return {
        "room": other.room.id,
        "name": other.room.name,
        "venue": other.room.venue.name,
        "starts": other.period.starts.isoformat(timespec="minutes"),
        "ends": other.period.ends.isoformat(timespec="minutes"),
        "words": other.words,
    }


def _alternative_line(other: Alternative) -> str:
    return (
        f"{other.room.name}, {other.room.venue.name} (room {other.room.id}), "
        f"{words.day(other.period.day)}, "
        f"{words.span(other.period.starts, other.period.ends)}: {other.words}."
    )
