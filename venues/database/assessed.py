"""From the checklist and the assessments on record to what rooms are judged by."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from venues.database.models import Answer, Assessment, Criterion, Incident
from venues.domain import checklist
from venues.domain.checklist import SETS, Checklist, Demands
from venues.domain.numbers import Numbers
from venues.domain.record import Happening, Limits, Part, Record, Reply, Visit


@dataclass(frozen=True, slots=True)
class Assessed:
    """The checklist in use, and what was found at each venue and room."""

    checklist: Checklist
    limits: Limits
    parts: dict[tuple[int, int | None], Part] = field(default_factory=dict)
    happenings: dict[int, tuple[Happening, ...]] = field(default_factory=dict)
    unseen: Part = field(default_factory=Part)
    """What is on record where nobody has been; it too keeps what follows from that."""
    demands: dict[str, Demands] = field(default_factory=dict)
    """Appointment set → what it asks, before any kind asks for more."""

    def record(self, venue_id: int, room_id: int) -> Record:
        """All that the room is judged by."""
        return Record(
            self.parts.get((venue_id, None), self.unseen),
            self.parts.get((venue_id, room_id), self.unseen),
            tuple(
                each
                for each in self.happenings.get(venue_id, ())
                if each.room_id in {None, room_id}
            ),
            self.limits,
        )


def read(session: Session, numbers: Numbers) -> Assessed:
    """The last assessment of each venue and room, in four statements."""
    rows = session.execute(select(Criterion.__table__)).mappings().all()
    used = [row for row in rows if row["retired_on"] is None]
    questions = {row["code"]: checklist.question(dict(row), row["id"]) for row in used}
    columns = {
        code: {row["code"]: checklist.read_demand(row[code.lower()]) for row in used}
        for code in SETS
    }
    asks = Checklist(questions, columns)
    return Assessed(
        asks,
        Limits(numbers.review_months, numbers.block_months, numbers.area_months),
        _parts(session, {row["id"]: row["code"] for row in rows}),
        _happenings(session),
        demands={code: asks.demands(code) for code in SETS},
    )


def _parts(
    session: Session, codes: dict[int, str]
) -> dict[tuple[int, int | None], Part]:
    visits: dict[int, tuple[tuple[int, int | None], Visit]] = {}
    for id_, venue_id, room_id, made_on, review_by, trigger in session.execute(_last()):
        visits[id_] = (venue_id, room_id), Visit(made_on, review_by, trigger)
    replies: dict[int, dict[str, tuple[Reply, ...]]] = defaultdict(dict)
    for row in session.execute(_answers()):
        assessment_id, criterion_id, entrance, waiting, accepted = row[:5]
        code, found = codes[criterion_id], replies[assessment_id]
        place = entrance or -(waiting or 0)
        reply = Reply(*row[5:], accepted is not None, place)  # type: ignore[call-arg]
        found[code] = (*found.get(code, ()), reply)
    return {
        where: Part(visit, replies.get(id_, {}))
        for id_, (where, visit) in visits.items()
    }


@cache
def _last() -> Select[*tuple[Any, ...]]:
    """The newest assessment of each venue and of each room."""
    made = Assessment.__table__.c
    rank = func.row_number().over(
        partition_by=(made.venue_id, made.room_id),
        order_by=(made.made_on.desc(), made.id.desc()),
    )
    ranked = select(Assessment.__table__, rank.label("place")).subquery()
    return select(
        ranked.c.id,
        ranked.c.venue_id,
        ranked.c.room_id,
        ranked.c.made_on,
        ranked.c.review_by,
        ranked.c.trigger,
    ).where(ranked.c.place == 1)


@cache
def _answers() -> Select[*tuple[Any, ...]]:
    last = select(_last().subquery().c.id)
    said = Answer.__table__.c
    return (
        select(
            said.assessment_id,
            said.criterion_id,
            said.entrance_id,
            said.waiting_space_id,
            said.accepted_by,
            said.value,
            said.weekdays,
            said.opens,
            said.closes,
            said.control,
            said.control_until,
            said.found_on,
        )
        .where(said.assessment_id.in_(last), said.value != "")
        .order_by(said.id)
    )


def _happenings(session: Session) -> dict[int, tuple[Happening, ...]]:
    found: dict[int, tuple[Happening, ...]] = {}
    noted = Incident.__table__.c
    for venue_id, happened_on, closed_on, suspends, room_id in session.execute(
        select(
            noted.venue_id,
            noted.happened_on,
            noted.closed_on,
            noted.suspends,
            noted.room_id,
        ).order_by(noted.happened_on, noted.id)
    ):
        happening = Happening(happened_on, closed_on, suspends, room_id)
        found[venue_id] = (*found.get(venue_id, ()), happening)
    return found
