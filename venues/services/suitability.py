"""How rooms and venues stand, for lists and pages: from the catalogue alone.

Everything here is one statement when the catalogue has not changed: the revision.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import models
from venues.database.catalogue import Catalogue
from venues.database.session import MEMO
from venues.domain.checklist import COUNTED, SETS, Question
from venues.domain.judgement import Asked, Judgement, State
from venues.domain.proposal import Room
from venues.domain.suitability import judge
from venues.errors import NotFound

_KEPT = "venues' standing"

FEW = 60
"""Rooms that are read and judged in a few hundredths of a second."""

Standing = Mapping[str, Judgement]
"""Appointment set → how a room stands for it."""

BEST = (
    State.SUITABLE,
    State.CONDITIONS,
    State.OVERDUE,
    State.NOT_ASSESSED,
    State.NOT_SUITABLE,
)
"""The states, the best for whoever looks for a room first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueStanding:
    """How a venue stands: its rooms by id, and the best of them for each set.

    ``fits`` are the counted sets for which some room is suitable, ``of`` how many are
    counted. ``due`` is the first review that is due, ``overdue_since`` a late one.
    """

    venue_id: int
    rooms: Mapping[int, Standing]
    best: Mapping[str, State]
    due: date | None = None
    overdue_since: date | None = None
    assessed: bool = False
    suspended: bool = False
    incident: bool = False

    @property
    def fits(self) -> tuple[str, ...]:
        """The counted sets for which it has a suitable room."""
        return tuple(code for code in COUNTED if self.best[code].fits)

    @property
    def of(self) -> int:
        """How many sets are counted."""
        return len(COUNTED)

    @property
    def conditional(self) -> bool:
        """Whether some set has no better room than one with conditions."""
        return any(self.best[code] is State.CONDITIONS for code in COUNTED)

    @property
    def words(self) -> str:
        """What stands in a list: "7 of 7", "Not assessed"."""
        if not self.assessed:
            return "Not assessed"
        return f"{len(self.fits)} of {self.of}"


class Fix(NamedTuple):
    """One thing to put right, and what it opens.

    ``question`` is None for a review that is due. ``opens`` counts pairs of room and
    set that nothing else keeps shut, ``touches`` all that it has a part in.
    """

    question: Question | None
    opens: int
    touches: int
    rooms: tuple[int, ...]
    venues: tuple[int, ...]
    answered: bool = True

    @property
    def words(self) -> str:
        """What to do, for a list."""
        if self.question is None:
            return "Review the assessment"
        what = "Put right" if self.answered else "Find out"
        return f"{what}: {self.question.words}"


def of_room(session: Session, room_id: int, *, today: date) -> Standing:
    """How one room stands for each set, whatever the time.

    Raises:
        NotFound: there is no such room.
    """
    catalogue = catalogues.read(session)
    room = catalogue.rooms.get(room_id)
    if room is None:
        raise NotFound(f"There is no room {room_id}.")
    return standing(catalogue, room, today)


def of_venue(session: Session, venue_id: int, *, today: date) -> VenueStanding:
    """How a venue stands with all its rooms in use.

    Raises:
        NotFound: there is no such venue.
    """
    catalogue = catalogues.read(session)
    if venue_id not in catalogue.venues:
        raise NotFound(f"There is no venue {venue_id}.")
    rooms = [room for room in catalogue.rooms.values() if room.venue.id == venue_id]
    return _venue(catalogue, venue_id, rooms, today)


def of_all(session: Session, *, today: date) -> Mapping[int, VenueStanding]:
    """How every venue stands, by id; worked out once until the catalogue changes."""
    catalogue = catalogues.read(session)
    memo = session.info.setdefault(MEMO, {})
    mark = (catalogue.revision, today)
    kept: tuple[object, Mapping[int, VenueStanding]] | None = memo.get(_KEPT)
    if kept is None or kept[0] != mark:
        kept = (mark, _all(catalogue, today))
        memo[_KEPT] = kept
    return kept[1]


def at_hand(session: Session, *, today: date) -> bool:
    """Whether ``of_all`` answers at once: it is kept, or there are few rooms.

    Nothing but the catalogue's revision is read for it.
    """
    kept: tuple[object, object] | None = session.info.setdefault(MEMO, {}).get(_KEPT)
    if kept and kept[0] == (session.scalar(catalogues.REVISION) or 0, today):
        return True
    rooms = session.scalar(select(func.count()).select_from(models.Room)) or 0
    return rooms <= FEW


def _all(catalogue: Catalogue, today: date) -> dict[int, VenueStanding]:
    by_venue: dict[int, list[Room]] = defaultdict(list)
    for room in catalogue.rooms.values():
        by_venue[room.venue.id].append(room)
    return {
        id_: _venue(catalogue, id_, by_venue[id_], today) for id_ in catalogue.venues
    }


def standing(catalogue: Catalogue, room: Room, today: date) -> Standing:
    """How one room stands for each set, whatever the time."""
    asked = Asked(today)
    return {
        code: judge(room.record, demands, asked)
        for code, demands in catalogue.assessed.demands.items()
    }


def _venue(
    catalogue: Catalogue, venue_id: int, rooms: Iterable[Room], today: date
) -> VenueStanding:
    found = {
        room.id: standing(catalogue, room, today)
        for room in rooms
        if room.status == "active"
    }
    best = {
        code: min(
            (each[code].state for each in found.values()),
            key=BEST.index,
            default=State.NOT_ASSESSED,
        )
        for code in SETS
    }
    judged = [each for standing in found.values() for each in standing.values()]
    due = [each.due for each in judged if each.due]
    late = [each.overdue_since for each in judged if each.overdue_since]
    part = catalogue.assessed.parts.get((venue_id, None))
    return VenueStanding(
        venue_id=venue_id,
        rooms=found,
        best=best,
        due=min(due, default=None),
        overdue_since=min(late, default=None),
        assessed=part is not None
        and any((venue_id, id_) in catalogue.assessed.parts for id_ in found),
        suspended=catalogue.venues[venue_id].status == "suspended"
        or any(each.suspended for each in judged),
        incident=any(each.incident for each in judged),
    )


def fixes(venues: Iterable[VenueStanding]) -> tuple[Fix, ...]:
    """What would open most rooms, for one venue or for several together.

    Each criterion that fails or is unanswered counts the pairs of room and set that it
    alone keeps shut; a late review counts where nothing else does.
    """
    opens: Counter[tuple[str, bool]] = Counter()
    touches: Counter[tuple[str, bool]] = Counter()
    where: dict[tuple[str, bool], set[tuple[int, int]]] = defaultdict(set)
    questions: dict[str, Question] = {}
    for venue in venues:
        for room_id, room in venue.rooms.items():
            for code in COUNTED:
                if room[code].state.fits:
                    continue
                found = _obstacles(room[code], questions)
                for key in found:
                    touches[key] += 1
                    where[key].add((venue.venue_id, room_id))
                if len(found) == 1:
                    opens[found.pop()] += 1
    ranked = sorted(touches, key=lambda key: (-opens[key], -touches[key], key))
    return tuple(
        Fix(
            questions.get(key[0]),
            opens[key],
            touches[key],
            tuple(sorted({room for _, room in where[key]})),
            tuple(sorted({venue for venue, _ in where[key]})),
            key[1],
        )
        for key in ranked
    )


def _obstacles(
    judged: Judgement, questions: dict[str, Question]
) -> set[tuple[str, bool]]:
    """What keeps a room from a set: criterion, and whether it has an answer."""
    told: Sequence[tuple[Question, bool]] = [
        *((each.question, True) for each in judged.failed),
        *((each, False) for each in judged.unanswered),
    ]
    for question, _ in told:
        questions[question.code] = question
    found = {(question.code, answered) for question, answered in told}
    if judged.overdue_since is not None:
        found.add(("", True))
    return found
