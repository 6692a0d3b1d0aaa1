"""The checklist: its questions, what passes, and what each appointment set asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Criterion
from venues.domain import checklist
from venues.domain.checklist import ANSWERED, DEMANDS, SETS, Question, Style
from venues.domain.people import Viewer
from venues.domain.verdict import BADGES, FOURTH
from venues.errors import NotFound, Stale, WrongInput
from venues.services.venue_editing import may_edit

GROUPS = (*BADGES, *FOURTH)
LEVELS = ("venue", "room", "entrance")
LONGEST = 300
"""Characters of a question, its reason, its answers and its evidence."""

TEXTS = ("words", "why", "answers", "passes", "satisfies_need", "evidence")
CODE = re.compile(r"[A-Z][A-Z0-9]{0,7}")
FIXED = frozenset({"S16", "P6"})
"""They follow from incidents and reviews; only their words and sets can change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionDraft:
    """One question as it is edited; ``asks`` is set → M, M2, M3, M*, K, D or a dash."""

    code: str
    group: str = "Safe"
    level: str = "venue"
    words: str = ""
    why: str = ""
    answers: str = "yes|no"
    passes: str = "yes"
    satisfies_need: str = ""
    evidence: str = ""
    asks: dict[str, str] = field(default_factory=dict)
    retired_on: date | None = None
    id: int | None = None
    version: int | None = None

    def question(self) -> Question:
        """The question as rooms are judged by it."""
        return checklist.question(
            {name: getattr(self, name) for name in (*TEXTS, "code", "group", "level")}
            | {"badge": _badge(self.group)}
        )


def every(session: Session) -> tuple[CriterionDraft, ...]:
    """All questions in the order of the list, retired ones included."""
    rows = session.scalars(select(Criterion).order_by(Criterion.id))
    return tuple(_stored(row) for row in rows)


def save(
    session: Session,
    draft: CriterionDraft,
    viewer: Viewer,
    *,
    opened: CriterionDraft | None = None,
) -> CriterionDraft:
    """Add a question, or change the one that was ``opened``; returned as stored.

    The code of a question never changes: answers are known by it.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: something typed cannot be used; names the field.
        Stale: somebody else changed it since it was opened.
        NotFound: it is not there any more.
    """
    may_edit(viewer)
    draft = _tidy(draft)
    if opened is None:
        _new_code(session, draft.code)
        row = Criterion(code=draft.code)
        session.add(row)
    else:
        row = _same(session, opened)
        draft = replace(draft, code=row.code)
        _keep_fixed(draft, opened)
    _check(draft)
    row.group, row.badge, row.level = draft.group, _badge(draft.group), draft.level
    for name in TEXTS:
        setattr(row, name, getattr(draft, name))
    for code in SETS:
        setattr(row, code.lower(), draft.asks.get(code, "-"))
    session.flush()
    session.refresh(row)
    return _stored(row)


def retire(
    session: Session, opened: CriterionDraft, viewer: Viewer, *, now: datetime
) -> CriterionDraft:
    """Ask it no more; its answers stay on record.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody else changed it since it was opened.
        NotFound: it is not there.
    """
    may_edit(viewer)
    row = _same(session, opened)
    row.retired_on = now.date()
    session.flush()
    session.refresh(row)
    return _stored(row)


def bring_back(
    session: Session, opened: CriterionDraft, viewer: Viewer
) -> CriterionDraft:
    """Ask it again.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody else changed it since it was opened.
        NotFound: it is not there.
    """
    may_edit(viewer)
    row = _same(session, opened)
    row.retired_on = None
    session.flush()
    session.refresh(row)
    return _stored(row)


def _tidy(draft: CriterionDraft) -> CriterionDraft:
    texts: dict[str, Any] = {
        name: " ".join(getattr(draft, name).split()) for name in TEXTS
    }
    return replace(draft, code=draft.code.strip().upper(), **texts)


def _new_code(session: Session, code: str) -> None:
    if CODE.fullmatch(code) is None:
        raise WrongInput(
            "Give it a short code of letters and figures, such as S17.", "code"
        )
    taken = select(Criterion.id).where(Criterion.code == code)
    if session.scalar(taken) is not None:
        raise WrongInput(f"{code} is taken. Choose another code.", "code")


def _keep_fixed(draft: CriterionDraft, opened: CriterionDraft) -> None:
    if draft.code in FIXED and (draft.answers, draft.passes, draft.level) != (
        opened.answers,
        opened.passes,
        opened.level,
    ):
        raise WrongInput(
            f"{draft.code} follows from what is recorded. Its answers cannot change.",
            "answers",
        )


def _check(draft: CriterionDraft) -> None:
    if not draft.words:
        raise WrongInput("Write the question.", "words")
    for name in TEXTS:
        if len(getattr(draft, name)) > LONGEST:
            raise WrongInput(f"Shorten it to {LONGEST} characters.", name)
    if draft.group not in GROUPS:
        raise WrongInput(f"Choose one of: {', '.join(GROUPS)}.", "group")
    if draft.level not in LEVELS:
        raise WrongInput(f"Choose one of: {', '.join(LEVELS)}.", "level")
    question = draft.question()
    if question.style is Style.AUTOMATIC and draft.code not in FIXED:
        raise WrongInput("Say what may be answered, such as yes|no.", "answers")
    _check_passes(draft, question)
    for code, demand in draft.asks.items():
        if code not in SETS or demand not in DEMANDS:
            raise WrongInput(f"Choose one of: {', '.join(DEMANDS)}.", "asks")
        if demand in {"M2", "M3"} and question.style is not Style.SCORE:
            raise WrongInput(
                "M2 and M3 are for questions that are answered with a score.", "asks"
            )


def _check_passes(draft: CriterionDraft, question: Question) -> None:
    if question.style is Style.CHOICE:
        strange = question.passing - set(question.options)
        if strange or not question.passing:
            raise WrongInput(
                "Say which of the answers pass, with | between them.", "passes"
            )
    if question.style is Style.FREE and draft.passes != ANSWERED:
        raise WrongInput(
            f"Give answers to choose from, or write “{ANSWERED}” as what passes.",
            "passes",
        )


def _same(session: Session, opened: CriterionDraft) -> Criterion:
    row = session.get(Criterion, opened.id)
    if row is None:
        raise NotFound("That question is no longer there.")
    if _stored(row) != opened:
        raise Stale(
            "Somebody else changed this question since you opened it. "
            "Look at it again before you save."
        )
    return row


def _badge(group: str) -> str:
    return group if group in BADGES else ""


def _stored(row: Criterion) -> CriterionDraft:
    return CriterionDraft(
        id=row.id,
        version=row.version,
        code=row.code,
        group=row.group,
        level=row.level,
        words=row.words,
        why=row.why,
        answers=row.answers,
        passes=row.passes,
        satisfies_need=row.satisfies_need,
        evidence=row.evidence,
        asks={code: getattr(row, code.lower()) for code in SETS},
        retired_on=row.retired_on,
    )
