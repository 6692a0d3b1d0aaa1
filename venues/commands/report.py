"""``report``: the board's report of a month or a quarter, as a PDF or a workbook."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from venues import whole_file
from venues.commands import options
from venues.commands.desk import Desk
from venues.database import catalogue as catalogues
from venues.domain.people import Role
from venues.domain.reporting import Dates
from venues.errors import WrongInput
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing
from venues.services.evidence import sectors
from venues.services.evidence.scope import Scope
from venues.services.report import gathering, workbook
from venues.services.report.content import Report
from venues.services.what_if import suggesting
from venues.services.what_if.reading import Where
from venues.services.what_if.replaying import Ground


def add(parser: ArgumentParser) -> None:
    """The command's arguments."""
    day = {"required": True, "metavar": "DATE"}
    parser.add_argument("--from", dest="first", help="the first day", **day)  # type: ignore[arg-type]
    parser.add_argument("--until", dest="last", help="the last day", **day)  # type: ignore[arg-type]
    parser.add_argument("--authority", metavar="NAME", help="of one authority alone")
    parser.add_argument("--pdf", metavar="FILE", help="where the PDF goes")
    parser.add_argument("--xlsx", metavar="FILE", help="where the workbook goes")
    parser.add_argument(
        "--what-if", action="store_true", help="with the ten changes that help most"
    )


def report(desk: Desk) -> int:
    """Write the report, banded as for a board reader whoever asks."""
    given = desk.options
    if not given.pdf and not given.xlsx:
        raise WrongInput("Say where to: --pdf FILE, or --xlsx FILE.")
    today = desk.now.date()
    first, last = options.day(given.first, today), options.day(given.last, today)
    if last < first:
        raise WrongInput("The last day comes before the first.", "last")
    database = desk.open()
    try:
        with database.read() as session:
            made = _made(desk, session, Dates(first, last), today)
    finally:
        database.close()
    if given.pdf:
        desk.write_pdf((made,), Path(given.pdf))
    if given.xlsx:
        whole_file.write(Path(given.xlsx), workbook.made(made))
    written = [each for each in (given.pdf, given.xlsx) if each]
    desk.answer(
        {"written": written, "title": made.title, "as_of": made.as_of},
        [f"Wrote {name}: {made.title}." for name in written],
    )
    return 0


def _made(desk: Desk, session: Session, dates: Dates, today: date) -> Report:
    viewer = desk.viewer(session)
    try:
        gazetteer = Gazetteer.open()
    except ListMissing:
        gazetteer = None
    known = sectors.read(session, gazetteer) if gazetteer is not None else {}
    scope = Scope(dates=dates, today=today, sectors=known)
    authority_id = _authority(session, desk.options.authority)
    best = None
    if desk.options.what_if and viewer.role in {Role.COORDINATOR, Role.MANAGER}:
        where: Where = _nowhere if gazetteer is None else gazetteer.outcode_centre
        ground = Ground(session, dates, today, where, authority_id=authority_id)
        best = suggesting.best(ground)
    return gathering.gather(session, scope, viewer, authority_id, best=best)


def _authority(session: Session, name: str | None) -> int | None:
    if not name:
        return None
    known = catalogues.read(session).authorities.values()
    tidy = name.strip().casefold()
    found = [
        each.id
        for each in known
        if tidy in {each.name.casefold(), each.code.casefold()}
    ]
    if not found:
        names = ", ".join(each.name for each in known)
        raise WrongInput(f"There is no authority “{name}”. Choose one of {names}.")
    return found[0]


def _nowhere(_district: str) -> None:
    """Without the list of postcodes nobody knows where a district is."""
