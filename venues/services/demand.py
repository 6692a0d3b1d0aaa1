"""What was looked for, kept without saying for whom: the evidence for more rooms."""

from __future__ import annotations

from datetime import time, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Search
from venues.errors import WrongInput
from venues.services.finding import Wish


class Band(StrEnum):
    """The part of the day a search was about: school hours, after school, evening."""

    MORNING = "8-11"
    MIDDAY = "11-14"
    AFTERNOON = "14-16"
    AFTER_SCHOOL = "16-18"
    EVENING = "18-20"

    @property
    def words(self) -> str:
        """As it stands above a column."""
        return _WORDS[self]


_WORDS = {
    Band.MORNING: "8\N{EN DASH}11am",
    Band.MIDDAY: "11am\N{EN DASH}2pm",
    Band.AFTERNOON: "2\N{EN DASH}4pm",
    Band.AFTER_SCHOOL: "4\N{EN DASH}6pm",
    Band.EVENING: "6\N{EN DASH}8pm",
}

_FROM = (
    (time(18), Band.EVENING),
    (time(16), Band.AFTER_SCHOOL),
    (time(14), Band.AFTERNOON),
    (time(11), Band.MIDDAY),
)


class Ended(StrEnum):
    """How a search ended."""

    BOOKED = "booked"
    LEFT = "left"


def band(starts: time) -> Band:
    """The band of a start; before 8am counts as morning and after 8pm as evening."""
    return next((name for since, name in _FROM if starts >= since), Band.MORNING)


def record(session: Session, wish: Wish, results: int, ended: Ended) -> None:
    """Write the one row of a search that is over.

    It holds the week, the kind's set, the part of the day, the authority when one
    alone was searched, the postcode district, needs, people and the number of rooms
    that fitted. No case, no person, no postcode.

    Raises:
        WrongInput: there is no such kind of appointment.
    """
    kind = catalogues.read(session).kinds.get(wish.kind)
    if kind is None:
        raise WrongInput("Choose the kind of appointment.", "kind")
    day = wish.period.day
    session.add(
        Search(
            week=day - timedelta(days=day.weekday()),
            set=kind.set,
            band=band(wish.period.starts.time()),
            authority_id=_only(wish.authority_ids),
            district=wish.district,
            needs=sorted(wish.needs),
            people=wish.people,
            results=results,
            ended=ended,
        )
    )


def _only(ids: frozenset[int]) -> int | None:
    return next(iter(ids)) if len(ids) == 1 else None
