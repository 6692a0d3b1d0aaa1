"""``series change``, ``extend`` and ``hand-over``: what is to come, changed."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from venues.commands import options
from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.commands.series import about_rule, planned, rule, where
from venues.domain import typed, words
from venues.domain.people import Viewer
from venues.domain.typed import NotUnderstood
from venues.errors import NotFound, WrongInput
from venues.services import attempts, booking_changes, people
from venues.services.series import changing, extending, opened, outlook
from venues.services.series.booking import DatesRefused
from venues.services.series.change import Change, Fate, Step, Way
from venues.services.series.changing import Changed
from venues.services.series.extending import More
from venues.services.series.opened import Opened, Scope
from venues.services.series.outlook import Outlook

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class _Task:
    """How to look at what would come of it, and how to do it."""

    look: Callable[[Session, Opened], Outlook]
    do: Callable[[Session, int], Changed]


_Make = Callable[[Desk, Session, Viewer], _Task]


def add(under: _SubParsersAction[Parser]) -> None:
    """Add the commands beside ``series show`` and ``series end``."""
    one = _command(under, "change", change, "change one date, or all to come")
    _about_scope(one)
    say = one.add_argument
    say("--on", metavar="DATE", help="where this date goes; the others go along")
    say("--from", dest="starts", metavar="TIME", help="15:00, 3pm")
    say("--minutes", type=int, metavar="N", help="how long it is")
    say("--room", type=int, action="append", default=[], metavar="ID")
    say("--people", type=int, metavar="N")
    say("--note", metavar="TEXT")
    say("--second", metavar="LOGIN", help=f"the second worker, or {NOBODY}")
    about_rule(one)
    one = _command(under, "extend", extend, "book further dates like those before")
    one.add_argument("--until", metavar="DATE", help="the new last date")
    one.add_argument("--times", type=int, metavar="N", help="so many more")
    one = _command(under, "hand-over", hand_over, "let a colleague take it")
    _about_scope(one)
    one.add_argument("--to", required=True, metavar="LOGIN")


def change(desk: Desk) -> int:
    """Change a date, or it and those to come."""
    return _run(desk, _changed)


def hand_over(desk: Desk) -> int:
    """Let a colleague lead it."""
    return _run(desk, _handed_over)


def extend(desk: Desk) -> int:
    """Book further dates."""
    return _run(desk, _extended)


def _changed(desk: Desk, session: Session, viewer: Viewer) -> _Task:
    given, today = desk.options, desk.now.date()
    second = None
    if given.second is not None:
        named = given.second != NOBODY
        second = _colleague(session, given.second, today) if named else 0
    wanted = Change(
        scope=Scope(given.scope),
        first=options.day(given.on, today) if given.on else None,
        starts=_time(given.starts) if given.starts else None,
        minutes=_some(given.minutes, "minutes"),
        room_ids=tuple(given.room) or None,
        people=_some(given.people, "people"),
        note=given.note,
        second=second,
        repeat=rule(given, today) if given.repeat else None,
        **_ways(desk),
    )
    return _changing(desk, wanted, viewer)


def _handed_over(desk: Desk, session: Session, viewer: Viewer) -> _Task:
    taker = _colleague(session, desk.options.to, desk.now.date())
    scope = Scope(desk.options.scope)
    return _changing(desk, Change(scope=scope, lead=taker, **_ways(desk)), viewer)


def _changing(desk: Desk, wanted: Change, viewer: Viewer) -> _Task:
    now = desk.now
    return _Task(
        lambda session, here: outlook.look(session, here, wanted, viewer, now=now),
        lambda session, id_: changing.change(session, id_, wanted, viewer, now=now),
    )


def _extended(desk: Desk, _session: Session, viewer: Viewer) -> _Task:
    given, now = desk.options, desk.now
    until = options.day(given.until, now.date()) if given.until else None
    more = More(until=until, times=_some(given.times, "times"), **_ways(desk))
    return _Task(
        lambda session, here: extending.look(session, here, more, viewer, now=now),
        lambda session, id_: extending.extend(session, id_, more, viewer, now=now),
    )


def _run(desk: Desk, make: _Make) -> int:
    """Do it, or with ``--dry-run`` only say what would come of it."""
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
            task = make(desk, session, viewer)
            booking = booking_changes.by_reference(
                session, desk.options.reference, viewer
            )
            here = opened.of_booking(session, booking.id, viewer, now=desk.now)
            if desk.options.dry_run:
                return _said(desk, task.look(session, here).steps, here.words, here.id)
        database.actor = viewer.staff_id
        done = attempts.change_series(
            database,
            viewer,
            here.usual.room_ids[0],
            lambda session: task.do(session, here.chosen.booking_id),
        )
    except DatesRefused as refused:
        desk.answer(
            {"refused": [planned(each) for each in refused.planned]},
            [
                f"  {words.day(each.day)}: {each.why or 'fits'}"
                for each in refused.planned
            ],
        )
        desk.complain(str(refused))
        return 1
    finally:
        database.close()
    return _said(desk, done.steps, done.words, done.series_id, done.tells)


def _said(
    desk: Desk,
    steps: tuple[Step, ...],
    rule_words: str,
    number: int,
    tells: tuple[str, ...] = (),
) -> int:
    would = "Would change" if desk.options.dry_run else "Changed"
    changed = sum(each.fate is not Fate.STAYS for each in steps)
    desk.answer(
        {
            "series": number,
            "words": rule_words,
            "dry_run": desk.options.dry_run,
            "dates": [_step(each) for each in steps],
            "tell": list(tells),
        },
        [
            f"{would} {words.count(changed, 'date')}: {rule_words}. Series {number}.",
            *(_line(each) for each in steps),
            *tells,
        ],
    )
    return 0


def _step(step: Step) -> dict[str, Any]:
    room = starts = None
    if step.planned is not None and step.planned.judged is not None:
        judged = step.planned.judged
        room, starts = judged.rooms[0].id, judged.asked.period.starts
    return {
        "date": step.day.isoformat(),
        "outcome": _outcome(step),
        "room": room,
        "starts": starts.isoformat(timespec="minutes") if starts else None,
        "why": step.why,
    }


def _line(step: Step) -> str:
    why = f": {step.why}" if step.why else ""
    place = where(step.planned) if step.planned else ""
    return f"  {words.day(step.day)}{place}: {_outcome(step)}{why}"


def _outcome(step: Step) -> str:
    """What becomes of it; of what was judged and does not stay, how that went."""
    if step.planned is None or step.fate is Fate.STAYS:
        return step.fate.value
    other = step.planned.outcome.value
    return step.fate.value if other == "booked" else other


def _command(
    under: _SubParsersAction[Parser],
    name: str,
    work: Callable[[Desk], int],
    help_: str,
) -> ArgumentParser:
    one = under.add_parser(name, help=help_, description=help_)
    one.add_argument("--json", action="store_true", help="answer as JSON")
    one.add_argument("--dry-run", action="store_true", help="only say what it would do")
    one.add_argument("reference", metavar="REFERENCE", help="of any date to come")
    one.add_argument(
        "--otherwise",
        action="append",
        default=[],
        choices=[each.value for each in Way],
        help="what to do about a date that does not fit",
    )
    one.add_argument("--accept", action="append", default=[], metavar="RULE=REASON")
    one.set_defaults(work=work)
    return one


def _about_scope(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--scope",
        required=True,
        choices=[each.value for each in Scope],
        help="this date alone, this and later, or all to come",
    )


def _ways(desk: Desk) -> dict[str, Any]:
    given = desk.options
    return {
        "otherwise": tuple(Way(each) for each in given.otherwise),
        "accepted": options.reasons(given.accept),
    }


def _colleague(session: Session, login: str, today: date) -> int:
    tidy = login.strip().lower()
    for person in people.staff(session, today):
        if person.login == tidy:
            return person.id
    raise NotFound(f"Nobody here has the login “{login}”. Check it.")


def _time(text: str) -> time:
    try:
        return typed.read_time(text)
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), "starts") from trouble


def _some(number: int | None, field: str) -> int | None:
    if number is not None and number < 1:
        raise WrongInput("Say how many, from 1 up.", field)
    return number
