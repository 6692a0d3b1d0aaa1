"""A room that was wanted and not had, as it is asked for again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from venues.database.catalogue import Catalogue
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.places import Point
from venues.domain.proposal import Appointment, Kind
from venues.services.asking import KINDS_FOR, USUAL

FOR = {"RD": Audience.VICTIM}
"""Sets for which several may come → for whom most is asked."""


class Source(StrEnum):
    """Where it comes from that somebody wanted a room."""

    NEED = "need"
    SEARCH = "search"
    DATE = "date"
    BOOKING = "booking"

    @property
    def words(self) -> str:
        """As it stands at the head of a row."""
        return _WORDS[self]


_WORDS = {
    Source.NEED: "Needs that were recorded",
    Source.SEARCH: "Searches that ended without a booking",
    Source.DATE: "Dates of a series that were left out",
    Source.BOOKING: "Appointments at a venue that closes",
}
ORDER = tuple(Source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """A room that was wanted; ``starts`` are the moments that would do.

    ``near`` and ``limit`` (metres) say how far off it may be; without ``near`` it may
    be anywhere in its authority. ``dear`` says that what there was cost too much.
    """

    source: Source
    id: int
    since: date
    kind: Kind
    audience: Audience
    minutes: int
    people: int
    needs: tuple[str, ...]
    authority_id: int | None
    near: Point | None
    limit: float
    starts: tuple[datetime, ...]
    dear: bool = False
    room_id: int | None = None
    """Where it is now, of an appointment that has to go."""

    @property
    def alike(self) -> tuple[object, ...]:
        """What tells it from another one, but for its time."""
        return self.kind.id, self.minutes, self.people, self.needs

    def asked(self, start: datetime) -> Appointment:
        """The appointment at one of its starts, with as many workers as usual."""
        return Appointment(
            kind=self.kind,
            audience=self.audience,
            period=Period.lasting(start, self.minutes),
            people=self.people,
            layout=self.kind.layout,
            needs=self.needs,
            worker_ids=tuple(range(-self.kind.workers, 0)),
            victim=self.audience is Audience.VICTIM,
        )


def in_order(wants: Iterator[Want] | Sequence[Want]) -> list[Want]:
    """The oldest first."""
    return sorted(
        wants, key=lambda each: (each.since, ORDER.index(each.source), each.id)
    )


def usual_kind(catalogue: Catalogue, code: str) -> tuple[Kind | None, Audience]:
    """The kind of appointment that stands for a set, and for whom it is."""
    audience = FOR.get(code) or next(
        (who for who, sets in KINDS_FOR.items() if code in sets), Audience.STAFF
    )
    kinds = [kind for kind in catalogue.kinds.values() if kind.set == code]
    usual = [kind for kind in kinds if kind.code == USUAL[audience]]
    return next(iter(usual or kinds), None), audience
