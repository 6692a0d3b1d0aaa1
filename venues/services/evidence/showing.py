"""All measures of some days, as the viewer may be told them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain.figures import NOT_KNOWN, Definition, Said, Tally
from venues.domain.people import Role, Viewer
from venues.domain.reporting import DAY, QUARTER, Dates, months, quarter_of, quarters
from venues.errors import NotFound, WrongInput
from venues.services.evidence import banded, exact, measures
from venues.services.evidence.scope import Scope
from venues.services.evidence.shown import ALL, SEVERAL, Evidence, Shown
from venues.services.progress import Progress, quiet

CHOOSE = (
    "Choose one whole month or one whole quarter, of a quarter that is over, to see "
    "this: of fewer days it would say what single bookings were for, or what came of "
    "them."
)
BOARD = "Choose one whole month or one whole quarter, of a quarter that is over."


def offered(viewer: Viewer, today: date) -> tuple[Dates, ...]:
    """The periods to choose from, the one that is shown first at the head.

    A board reader gets quarters that are over and their months; others the present
    ones too, and any two dates besides.
    """
    if viewer.role is not Role.BOARD:
        return (*quarters(today), *months(today))
    last = quarter_of(today).first - DAY
    return (*quarters(last), *months(last))


OF_BOOKINGS = (
    "On a shared database this is told by managers, who can export it for you: your "
    "sign-in reads no bookings."
)
"""In the place of a figure that a server does not let a board reader add up."""


def read(
    session: Session,
    scope: Scope,
    viewer: Viewer,
    authority_id: int | None = None,
    progress: Progress = quiet,
) -> Evidence:
    """Every measure, with the same of the days before.

    Raises:
        NotAllowed: their role has no evidence.
        WrongInput: a board reader asks for other days than they get.
        NotFound: there is no such authority.
    """
    measures.check(viewer)
    told = tellable(scope)
    if viewer.role is Role.BOARD and not told:
        raise WrongInput(BOARD, "dates")
    names = named(session, authority_id)
    steps = 2 + 4 * (scope.dates.months == 1 and told)

    def part(number: int) -> Progress:
        return lambda done, of: progress(number * of + done, steps * of)

    now = measures.tallies(session, scope, progress=part(0))
    earlier = scope.over(scope.dates.before)
    was = measures.tallies(session, earlier, dated=True, progress=part(1))
    reading = _Reading(session, scope, names, now, was)
    if scope.dates.months == 1 and told:
        reading.read_months(part)
    shown = {
        key: _shown(reading, viewer, key, measure.definition, told=told)
        for key, measure in measures.MEASURES.items()
    }
    return Evidence(
        dates=scope.dates,
        as_of=scope.as_of,
        authority=ALL if authority_id is None else names[authority_id],
        authority_id=authority_id,
        measures=shown,
    )


def _shown(
    reading: _Reading, viewer: Viewer, key: str, definition: Definition, *, told: bool
) -> Shown:
    """One measure as the viewer is told it; ``told``: those days may be banded."""
    if not reading.has(key):
        return Shown(
            definition=definition, headline=Said(NOT_KNOWN), notice=OF_BOOKINGS
        )
    if not measures.banded(viewer, definition):
        return reading.exact(key, definition)
    if told:
        return reading.banded(key, definition)
    return Shown(definition=definition, headline=Said(NOT_KNOWN), notice=CHOOSE)


def tellable(scope: Scope) -> bool:
    """Whether those days may be told with small counts banded."""
    return scope.dates.plain and quarter_of(scope.dates.first).last < scope.today


def named(session: Session, authority_id: int | None) -> dict[int, str]:
    """The authorities asked about, by name; what belongs to no single one comes last.

    Raises:
        NotFound: there is no such authority.
    """
    known = catalogues.read(session).authorities
    if authority_id is not None:
        if authority_id not in known:
            raise NotFound("There is no such authority.")
        return {authority_id: known[authority_id].name}
    return {id_: known[id_].name for id_ in sorted(known)} | {0: SEVERAL}


class _Reading:
    """What was counted, to be told banded."""

    def __init__(
        self,
        session: Session,
        scope: Scope,
        names: Mapping[int, str],
        now: measures.Tallies,
        was: measures.Tallies,
    ) -> None:
        self._session, self._scope, self._names = session, scope, names
        self._now, self._was = now, was
        self._months: list[list[measures.Tallies]] = []

    def read_months(self, part: Callable[[int], Progress]) -> None:
        """The months of the quarter, and of the quarter of the month before."""
        dates = self._scope.dates
        ends = [quarter_of(dates.first), quarter_of(dates.before.first)]
        known: dict[Dates, measures.Tallies] = {
            dates: self._now,
            dates.before: self._was,
        }
        number = 2
        for quarter in ends:
            found = []
            for month in quarter.each_month():
                if month not in known:
                    known[month] = measures.tallies(
                        self._session,
                        self._scope.over(month),
                        dated=True,
                        progress=part(min(number, 5)),
                    )
                    number += 1
                found.append(known[month])
            self._months.append(found)

    def has(self, key: str) -> bool:
        """Whether the measure was added up."""
        return key in self._now

    def exact(self, key: str, definition: Definition) -> Shown:
        """One measure with its numbers as they are."""
        names = {
            id_: name
            for id_, name in self._names.items()
            if id_ or any(0 in found.get(key, {}) for found in (self._now, self._was))
        }
        here, *earlier = (
            {id_: found[key].get(id_, Tally()) for id_ in names}
            for found in (self._now, self._was)
            if key in found
        )
        return exact.show(definition, here, next(iter(earlier), None), names)

    def banded(self, key: str, definition: Definition) -> Shown:
        """One measure."""
        names = _of_one(definition, self._names)
        if not self._months:
            now, was = self._now[key], self._was[key]
            return banded.show(definition, now, was, names)
        dates = self._scope.dates
        which = _place(dates), _place(dates.before)
        here, before = ([each[key] for each in found] for found in self._months)
        return banded.show_month(definition, here, before, which, names)


def _place(month: Dates) -> int:
    """Which of the three months of its quarter it is."""
    return (month.first.month - 1) % QUARTER


def _of_one(definition: Definition, names: Mapping[int, str]) -> dict[int, str]:
    """The authorities to which some of a measure may belong."""
    return {id_: name for id_, name in names.items() if id_ or definition.anywhere}
