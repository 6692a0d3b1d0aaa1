"""The options of all commands, and how what was typed becomes a request."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date, datetime
from typing import Any, NoReturn

from sqlalchemy.orm import Session

from venues.commands.desk import Desk
from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.domain import typed
from venues.domain.meeting import Meeting
from venues.domain.needs import NEEDS
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.domain.places import METRES_PER_MILE, Point
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing
from venues.services import asking, cases

DASH = "a dash reads it from standard input"


class Parser(ArgumentParser):
    """Says what is wrong in one sentence, and leaves the usage to ``--help``."""

    def error(self, message: str) -> NoReturn:
        """Leave with 2, after one sentence."""
        self.exit(2, f"{message[:1].upper()}{message[1:]}. Try --help.\n")


def about_appointment(parser: ArgumentParser, *, needed: bool) -> None:
    """The options that find and book share."""
    add = parser.add_argument
    add("--on", required=needed, metavar="DATE", help="2026-11-26, 26 Nov, thursday")
    add("--from", dest="starts", required=needed, metavar="TIME", help="15:00, 3pm")
    add("--to", dest="ends", required=needed, metavar="TIME")
    add(
        "--for",
        dest="audience",
        required=needed,
        choices=[each.value for each in Audience],
    )
    add("--type", dest="kind", metavar="CODE", help="SUP, VIC, ROP …")
    add("--people", type=int, metavar="N")
    add("--authority", action="append", default=[], metavar="CODE", help="WAR")
    add("--near", metavar="POSTCODE", help=DASH)
    add("--within", type=float, metavar="MILES")
    add("--need", action="append", default=[], metavar="CODE", help="step-free …")
    add(
        "--case",
        action="append",
        default=[],
        metavar="REF",
        help=DASH,
    )


def about_meeting(parser: ArgumentParser) -> None:
    """The options that some kinds of appointment need to be confirmed."""
    add = parser.add_argument
    add("--police", default="", metavar="TEXT", help="a role or an agency, no name")
    add("--panel", type=int, default=0, metavar="N", help="members from outside")
    add("--order", metavar="DATE", help="the day of the order a panel follows")
    add("--agreed", action="store_true", help="child and victim have said yes")
    add("--plan", action="store_true", help="ask a manager to approve working alone")
    add("--offered", type=int, metavar="N", help="venues a victim could choose from")
    add("--wait", type=int, action="append", default=[], metavar="ID")


def meeting(options: Namespace, today: date) -> Meeting:
    """What is said of the meeting itself.

    Raises:
        WrongInput: fewer than none come, or the order has no day.
    """
    if options.panel < 0 or (options.offered or 0) < 0:
        raise WrongInput("Say how many, from 0 up.", "panel_members")
    return Meeting(
        police=options.police,
        panel_members=options.panel,
        order_on=(asking.order_day(options.order, today) if options.order else None),
        both_agreed=options.agreed,
        lone_plan=options.plan,
        venues_offered=options.offered,
        waiting_ids=tuple(options.wait),
    )


def _day(options: Namespace, today: date) -> date:
    try:
        return typed.read_date(options.on, today)
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), "date") from trouble


def moment(text: str, day: date, field: str) -> datetime:
    """That time on that day.

    Raises:
        WrongInput: it is not a time.
    """
    try:
        return datetime.combine(day, typed.read_time(text))
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), field) from trouble


def period(options: Namespace, today: date) -> Period:
    """The time asked for, from ``--on``, ``--from`` and ``--to``."""
    day = _day(options, today)
    return asking.period(
        moment(options.starts, day, "starts"), moment(options.ends, day, "ends")
    )


def day(text: str, today: date) -> date:
    """A day as typed.

    Raises:
        WrongInput: it is not a day.
    """
    return _day(Namespace(on=text), today)


def asked(desk: Desk, session: Session, viewer: Viewer) -> dict[str, Any]:
    """What ``Ask`` is made of, from the options.

    Raises:
        WrongInput: with a sentence for each thing that cannot be used.
    """
    options = desk.options
    catalogue = catalogues.read(session)
    audience = Audience(options.audience)
    kind = (options.kind or asking.USUAL[audience]).upper()
    known = catalogue.kinds.get(kind)
    references = tuple(
        text for each in options.case if (text := desk.typed(each)) is not None
    )
    near, district = _near(desk, session, viewer, references)
    people = options.people
    if people is None:
        people = known.people if known else 1
    return {
        "audience": audience,
        "kind": kind,
        "period": period(options, desk.now.date()),
        "people": people,
        "needs": _needs(options.need),
        "references": references,
        "near": near,
        "district": district,
    }


def _needs(codes: list[str]) -> tuple[str, ...]:
    for code in codes:
        if code not in NEEDS:
            raise WrongInput(
                f"There is no need “{code}”. Choose from {', '.join(NEEDS)}.", "needs"
            )
    return tuple(dict.fromkeys(codes))


def _near(
    desk: Desk, session: Session, viewer: Viewer, references: tuple[str, ...]
) -> tuple[Point | None, str]:
    """Where to measure from: the postcode typed, else the case's sector.

    Without the list of postcodes a sector gives no point, since nobody typed it; a
    postcode that was typed has to be looked up.
    """
    postcode = desk.typed(desk.options.near)
    sector = ""
    if not postcode and references:
        answer = cases.look_up(session, references[0], viewer, desk.now.date())
        sector = answer.sector
    if not postcode and not sector:
        return None, ""
    try:
        gazetteer = Gazetteer.open()
        if not postcode:
            return gazetteer.sector_centre(sector), sector.split()[0]
        place = gazetteer.look_up(postcode)
    except (NotUnderstood, ListMissing) as trouble:
        if not postcode:
            return None, sector.split()[0]
        raise WrongInput(str(trouble), "near") from trouble
    return place.point, place.postcode.outcode


def authorities(catalogue: Catalogue, names: list[str]) -> frozenset[int]:
    """Ids of the authorities meant by code, GSS code or name.

    Raises:
        WrongInput: there is no such authority.
    """
    found = set()
    for name in names:
        tidy = name.strip().casefold()
        ids = [
            each.id
            for each in catalogue.authorities.values()
            if tidy
            in {
                each.code.casefold(),
                each.gss.casefold(),
                each.name.casefold(),
                each.short.casefold(),
            }
        ]
        if not ids:
            known = ", ".join(each.code for each in catalogue.authorities.values())
            raise WrongInput(
                f"There is no local authority “{name}”. Choose from {known}.",
                "authority",
            )
        found |= set(ids)
    return frozenset(found)


def within(options: Namespace) -> float | None:
    """The distance in metres.

    Raises:
        WrongInput: it is not above 0.
    """
    if options.within is None:
        return None
    if not options.within > 0:
        raise WrongInput("Say within how many miles, above 0.", "within")
    return float(options.within) * METRES_PER_MILE


def reasons(pairs: list[str]) -> dict[str, str]:
    """Rule → reason, from ``RULE=reason``.

    Raises:
        WrongInput: there is no reason.
    """
    found = {}
    for pair in pairs:
        rule, _, why = pair.partition("=")
        if not why.strip():
            raise WrongInput(f"Give a reason: --accept {rule}=reason.", "accepted")
        name = rule.strip()
        numbered = name[1:2].isdigit()  # R9 S12; the question to coordinators is a word
        found[name.upper() if numbered else name.lower()] = why.strip()
    return found
