"""What a change of the checklist would do to rooms, and who changed it before."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Criterion, History, Staff
from venues.domain.checklist import SETS, Checklist, read_demand
from venues.domain.clocks import to_local
from venues.domain.judgement import Asked, State
from venues.domain.record import Part, Record
from venues.domain.suitability import judge
from venues.domain.words import count
from venues.services.checklist import CriterionDraft
from venues.services.venue_history import HistoryRow

WORDS = {
    "group": "Group",
    "level": "Asked of",
    "words": "Question",
    "why": "Why",
    "answers": "Answers",
    "passes": "What passes",
    "satisfies_need": "Need that it meets",
    "evidence": "Evidence",
    "retired_on": "Retired",
} | {code.lower(): f"For {words}" for code, words in SETS.items()}
VERBS = {"added": "Added", "removed": "Taken away"}
MOST = 500


class Effect(NamedTuple):
    """So many rooms would stand otherwise for a set."""

    set: str
    state: State
    rooms: int

    @property
    def words(self) -> str:
        """The effect as a sentence."""
        which = count(self.rooms, "room")
        return f"{which} would become {self.state.value} for {SETS[self.set]}."


def effects(
    session: Session, draft: CriterionDraft, *, today: date
) -> tuple[Effect, ...]:
    """What changing or adding this question would do, the most rooms first.

    Nothing is written; the draft is taken as it would be saved, a retired one as asked
    no more.
    """
    catalogue = catalogues.read(session)
    assessed = catalogue.assessed
    changed = _with(assessed.checklist, draft)
    demands = {code: changed.demands(code) for code in SETS}
    fresh: dict[int, Part] = {}

    def again(part: Part) -> Part:
        """The same answers, without what was worked out under the old questions."""
        return fresh.setdefault(id(part), Part(part.visit, part.replies))

    asked = Asked(today)
    found: Counter[tuple[str, State]] = Counter()
    for room in catalogue.rooms.values():
        if room.status != "active":
            continue
        record = Record(
            again(room.record.venue),
            again(room.record.room),
            room.record.happenings,
            assessed.limits,
        )
        for code in SETS:
            now = judge(room.record, assessed.demands[code], asked).state
            then = judge(record, demands[code], asked).state
            if now is not then:
                found[code, then] += 1
    order = list(SETS)
    ranked = sorted(found.items(), key=lambda each: (-each[1], order.index(each[0][0])))
    return tuple(Effect(code, state, rooms) for (code, state), rooms in ranked)


def history(session: Session) -> tuple[HistoryRow, ...]:
    """The changes of the checklist, the newest first."""
    asked = session.execute(select(Criterion.id, Criterion.code))
    codes = {id_: code for id_, code in asked}  # noqa: C416 - typed rows, not tuples
    people = session.execute(select(Staff.id, Staff.name))
    names = {id_: name for id_, name in people}  # noqa: C416 - as above
    rows = session.execute(
        select(History.__table__)
        .where(History.table == Criterion.__tablename__)
        .order_by(History.id.desc())
        .limit(MOST)
    )
    return tuple(
        HistoryRow(
            row.id,
            to_local(row.at),
            names.get(row.staff_id or 0, "The program"),
            codes.get(row.row_id or 0, "A question"),
            said,
        )
        for row in rows
        if (said := _said(row))
    )


def _said(row: Any) -> str:
    if row.action in VERBS:
        return VERBS[row.action]
    return "; ".join(
        f"{words} {_value(row.changes[name][0])} → {_value(row.changes[name][1])}"
        for name, words in WORDS.items()
        if name in row.changes
    )


def _value(value: Any) -> str:
    return str(value) if value not in {None, "", "-"} else "nothing"


def _with(asked: Checklist, draft: CriterionDraft) -> Checklist:
    """The checklist as it would be with that question."""
    questions = {key: one for key, one in asked.questions.items() if key != draft.code}
    columns = {
        code: {key: one for key, one in column.items() if key != draft.code}
        for code, column in asked.columns.items()
    }
    if draft.retired_on is None:
        questions[draft.code] = draft.question()
        for code in SETS:
            columns[code][draft.code] = read_demand(draft.asks.get(code, "-"))
    return Checklist(questions, columns)
