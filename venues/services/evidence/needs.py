"""Unmet need: a room that was wanted and not there, without saying for whom.

No case and no person is kept, only the week, the part of the day and the district.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import UnmetNeed
from venues.domain import unmet
from venues.domain.checklist import SETS
from venues.domain.people import Role, Viewer
from venues.domain.proposal import suitability
from venues.domain.unmet import Instead, Missing
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services.asking import MOST_PEOPLE
from venues.services.demand import Band, band
from venues.services.finding import Found, Wish

FEW = 3
"""Criteria that are proposed by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """An unmet need as it is typed or stored.

    ``week`` is a Monday, ``set`` an appointment set, ``band`` a part of the day,
    ``district`` the first half of a postcode or empty, ``criteria`` codes of the
    checklist that were not met.
    """

    id: int | None = field(default=None, compare=False)
    version: int = field(default=1, compare=False)
    week: date
    set: str
    band: str
    authority_id: int | None = None
    district: str = ""
    needs: tuple[str, ...] = ()
    people: int = 1
    missing: tuple[Missing, ...] = ()
    criteria: tuple[str, ...] = ()
    instead: Instead = Instead.UNDECIDED


def of_wish(session: Session, wish: Wish, viewer: Viewer) -> Need:
    """What is kept of something that was looked for: never its case, day or postcode.

    Without one authority in the wish it is the viewer's own.

    Raises:
        WrongInput: there is no such kind of appointment.
    """
    kind = catalogues.read(session).kinds.get(wish.kind)
    if kind is None:
        raise WrongInput("Choose the kind of appointment.", "kind")
    day, asked = wish.period.day, wish.authority_ids
    one = next(iter(asked)) if len(asked) == 1 else viewer.authority_id
    return Need(
        week=day - timedelta(days=day.weekday()),
        set=kind.set,
        band=band(wish.period.starts.time()).value,
        authority_id=one,
        district=wish.district,
        needs=tuple(sorted(wish.needs)),
        people=wish.people,
    )


def of_search(session: Session, found: Found, viewer: Viewer) -> Need:
    """The need behind a search, with what kept its rooms out as its first reasons.

    Where rooms fit all the same, only the person knows why none works: no reason is
    proposed.
    """
    need = of_wish(session, found.wish, viewer)
    if found.matches:
        return need
    missing = unmet.proposed(each.gravest.reason for each in found.misfits)
    failed = lacking(found) if Missing.CRITERION in missing else ()
    return replace(need, missing=missing, criteria=failed[:1])


def lacking(found: Found) -> tuple[str, ...]:
    """Codes of the criteria that keep most rooms out, the commonest first."""
    about, asked = found.judged.about, found.judged.asked
    tally = Counter(
        failure.question.code
        for misfit in found.misfits
        for failure in suitability(asked, misfit.room, about).failed
    )
    ranked = sorted(tally, key=lambda code: (-tally[code], code))
    return tuple(ranked[:FEW])


def save(
    session: Session, need: Need, viewer: Viewer, *, opened: Need | None = None
) -> Need:
    """Record a need, or change the one that was ``opened``; returns it as stored.

    Raises:
        NotAllowed: the viewer books nothing, or somebody else made it.
        WrongInput: something is missing or cannot be; names the field.
        Stale: it was changed or withdrawn since it was opened.
        NotFound: it is not there.
    """
    if not viewer.books:
        raise NotAllowed("Your role does not record needs.")
    _check(session, need)
    if opened is None:
        row = UnmetNeed(made_by=viewer.staff_id)
    else:
        row = _own(session, opened, viewer)
    row.week, row.set, row.band = need.week, need.set, need.band
    row.authority_id, row.district = need.authority_id, need.district
    row.needs, row.people = list(need.needs), need.people
    row.reasons = unmet.stored(need.missing, need.criteria)
    row.instead = need.instead.value
    session.add(row)
    session.flush()
    return _need(row)


def withdraw(session: Session, need: Need, viewer: Viewer, today: date) -> Need:
    """Take a need back: it stays on record and is counted no more.

    Raises:
        NotAllowed: somebody else made it.
        Stale: it was changed or withdrawn meanwhile.
        NotFound: it is not there.
    """
    row = _own(session, need, viewer)
    row.withdrawn_on = today
    session.flush()
    return _need(row)


def put_back(session: Session, need: Need, viewer: Viewer) -> Need:
    """Count a need again that was withdrawn.

    Raises:
        NotAllowed: somebody else made it.
        Stale: it was changed meanwhile.
        NotFound: it is not there.
    """
    row = _own(session, need, viewer, withdrawn=True)
    row.withdrawn_on = None
    session.flush()
    return _need(row)


def mine(session: Session, viewer: Viewer) -> tuple[Need, ...]:
    """The needs that the viewer recorded and did not withdraw, the newest first."""
    rows = session.scalars(
        select(UnmetNeed)
        .where(
            UnmetNeed.made_by == viewer.staff_id,
            UnmetNeed.withdrawn_on.is_(None),
        )
        .order_by(UnmetNeed.week.desc(), UnmetNeed.id.desc())
    )
    return tuple(_need(row) for row in rows)


def _own(
    session: Session, opened: Need, viewer: Viewer, *, withdrawn: bool = False
) -> UnmetNeed:
    row = session.get(UnmetNeed, opened.id)
    if row is None:
        raise NotFound("That need is no longer there.")
    if row.made_by != viewer.staff_id and viewer.role is not Role.MANAGER:
        raise NotAllowed("Whoever recorded a need changes it.")
    if row.version != opened.version or (row.withdrawn_on is not None) != withdrawn:
        raise Stale(
            "This need was changed since you opened it. "
            "Look at it again before you save."
        )
    return row


def _check(session: Session, need: Need) -> None:
    if need.set not in SETS:
        raise WrongInput("Choose the kind of appointment.", "set")
    if need.band not in set(Band):
        raise WrongInput("Choose the part of the day.", "band")
    if need.week.weekday():
        raise WrongInput("Choose a week by its Monday.", "week")
    if need.authority_id not in catalogues.read(session).authorities:
        raise WrongInput("Choose the authority.", "authority_id")
    if not 1 <= need.people <= MOST_PEOPLE:
        raise WrongInput(f"Between 1 and {MOST_PEOPLE} people.", "people")
    if not need.missing:
        raise WrongInput("Tick what was missing.", "missing")


def _need(row: UnmetNeed) -> Need:
    known = {each.value for each in Instead}
    return Need(
        id=row.id,
        version=row.version,
        week=row.week,
        set=row.set,
        band=row.band,
        authority_id=row.authority_id,
        district=row.district,
        needs=tuple(row.needs),
        people=row.people,
        missing=unmet.missing_of(row.reasons),
        criteria=unmet.criteria_of(row.reasons),
        instead=Instead(row.instead) if row.instead in known else Instead.UNDECIDED,
    )
