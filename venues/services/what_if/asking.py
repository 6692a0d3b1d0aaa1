"""What somebody is told of a replay: in words, with what they may not know banded.

Needs and searches name nobody, so whoever has the page is told their numbers. What is
said of appointments and series depends on their kinds, which only a manager is told: a
coordinator gets those numbers rounded, of whole quarters that are over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from venues.database.catalogue import Catalogue
from venues.domain import banding, what_if
from venues.domain.figures import pounds
from venues.domain.people import Role, Viewer
from venues.domain.what_if import Change, FixCriterion
from venues.errors import NotAllowed
from venues.services.evidence.shown import SEVERAL
from venues.services.what_if.replaying import Replay
from venues.services.what_if.wanted import Source

NOT_CHECKED = (
    "Nobody is kept apart here: needs and searches keep no case and nobody, only the "
    "week, the part of the day, the postcode district, the kind of appointment, how "
    "many came and what they need. Each is asked again from Monday to Friday of its "
    "week, at any start in that part of the day, of rooms as they stand today. "
    "Bookings stay where they were. What could have been solved without the change is "
    "not counted."
)
COST = "Hire at the price by the hour, the minimum hire counted, for what is solved."
TO_50 = 50_00
BOARD = "What if is for coordinators and managers."


class Line(NamedTuple):
    """A row of a table: what it is of, what was solved, and what was asked."""

    label: str
    solved: str
    asked: str
    order: int = 0


class Ranked(NamedTuple):
    """A single change in words, what it would have solved, and what it costs."""

    change: Change
    words: str
    solved: str
    cost: str
    place: int
    pence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A replay in words; ``authorities`` and ``sources`` are tables beside it."""

    headline: str
    cost: str
    more: tuple[str, ...] = ()
    authorities: tuple[Line, ...] = ()
    sources: tuple[Line, ...] = ()
    number: int = 0


def check(viewer: Viewer) -> None:
    """Refuse whoever asks no "what if".

    Raises:
        NotAllowed: it is for coordinators and managers.
    """
    if viewer.role not in {Role.COORDINATOR, Role.MANAGER}:
        raise NotAllowed(BOARD)


def tell(
    replay: Replay,
    changes: tuple[Change, ...],
    viewer: Viewer,
    catalogue: Catalogue,
) -> Told:
    """What the viewer is told of it.

    Raises:
        NotAllowed: as ``check``.
    """
    check(viewer)
    exact = viewer.role is Role.MANAGER
    number, of = replay.number, replay.of
    solved = f"{number:,} of {of:,} needs and searches solved"
    return Told(
        headline=f"{solved}."
        if of
        else "Nothing was wanted and not had in those days.",
        cost=f"{_cost(replay, exact=exact)}{_once(changes)}",
        more=_more(replay, exact=exact),
        authorities=_authorities(replay, catalogue),
        sources=_sources(replay, exact=exact),
        number=number,
    )


def ranked(
    best: Iterable[tuple[Change, Replay]], viewer: Viewer, catalogue: Catalogue
) -> tuple[Ranked, ...]:
    """Single changes in their order, as the viewer is told them.

    Raises:
        NotAllowed: as ``check``.
    """
    check(viewer)
    return tuple(
        Ranked(
            change,
            words(change, catalogue),
            f"{replay.number:,} of {replay.of:,}",
            tell(replay, (change,), viewer, catalogue).cost,
            place,
            replay.pence,
        )
        for place, (change, replay) in enumerate(best, 1)
    )


def words(change: Change, catalogue: Catalogue) -> str:
    """The change in words."""
    venues = {id_: venue.name for id_, venue in catalogue.venues.items()}
    questions = catalogue.assessed.checklist.questions
    return what_if.words(
        change, venues, {code: one.words for code, one in questions.items()}
    )


def _cost(replay: Replay, *, exact: bool) -> str:
    pence = replay.pence
    if not exact and (replay.asked.get(Source.DATE) or replay.asked[Source.BOOKING]):
        pence = round(pence / TO_50) * TO_50
    if not pence:
        return "No hire cost."
    saved = f"Saves about {pounds(-pence)} of hire a year."
    return saved if pence < 0 else f"About {pounds(pence)} of hire a year."


def _once(changes: tuple[Change, ...]) -> str:
    fixes = [each for each in changes if isinstance(each, FixCriterion)]
    if not fixes:
        return ""
    known = [each.once for each in fixes if each.once is not None]
    if len(known) < len(fixes):
        return " What it costs once is not known."
    return f" {pounds(sum(known))} once."


def _more(replay: Replay, *, exact: bool) -> tuple[str, ...]:
    found = []
    if dates := replay.asked[Source.DATE]:
        solved, of = _pair(replay, Source.DATE, exact=exact)
        what = "date of a series" if dates == 1 and exact else "dates of series"
        found.append(
            f"{solved} of {of} {what} that had been left out would have fitted."
        )
    if replay.asked[Source.BOOKING]:
        solved, of = _pair(replay, Source.BOOKING, exact=exact)
        found.append(
            f"Appointments at what closes: {of}. With another room within reach at the "
            f"same time: {solved}."
        )
    return tuple(found)


def _pair(replay: Replay, source: Source, *, exact: bool) -> tuple[str, str]:
    solved, of = replay.solved.get(source, 0), replay.asked[source]
    if exact:
        return f"{solved:,}", f"{of:,}"
    if not replay.over:
        return banding.WITHHELD.words, banding.WITHHELD.words
    told = banding.tell_parts(of, {True: solved, False: of - solved})
    return told[True].words, banding.tell(of).words


def _authorities(replay: Replay, catalogue: Catalogue) -> tuple[Line, ...]:
    names = {id_: each.name for id_, each in catalogue.authorities.items()}
    known: Mapping[int, str] = names | {0: SEVERAL}
    return tuple(
        Line(known.get(id_, SEVERAL), f"{solved:,}", f"{asked:,}", order)
        for order, (id_, (solved, asked)) in enumerate(replay.by_authority.items())
    )


def _sources(replay: Replay, *, exact: bool) -> tuple[Line, ...]:
    open_ = {Source.NEED, Source.SEARCH}
    return tuple(
        Line(
            source.words, *_pair(replay, source, exact=exact or source in open_), order
        )
        for order, source in enumerate(Source)
        if replay.asked[source]
    )
