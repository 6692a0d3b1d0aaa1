"""The assessment of a venue and its rooms as it is shown, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Staff
from venues.domain.answering import hours_words, value_words
from venues.domain.checklist import MUST, Question, Style
from venues.domain.failing import said as failing_words
from venues.domain.marking import GRAVEST, Mark, Marked, mark
from venues.domain.suitability import INCIDENTS
from venues.domain.verdict import full
from venues.domain.words import listing
from venues.services import assessments, incidents, suitability
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft
from venues.services.assessment_questions import GROUPS, questions
from venues.services.incidents import Recorded
from venues.services.suitability import Fix, VenueStanding


@dataclass(frozen=True, slots=True)
class Line:
    """One question: its badge in words, and what stands at the right."""

    code: str
    group: str
    mark: Mark
    words: str
    said: str = ""


class Visit(NamedTuple):
    """The last assessment of the venue (no room) or of a room; None before the first.

    ``unanswered`` is how many of its questions have no answer.
    """

    room_id: int | None
    name: str
    draft: AssessmentDraft | None
    unanswered: int = 0


class Control(NamedTuple):
    """A control that is written for an answer, and whether a manager accepted it."""

    answer_id: int
    code: str
    place: str
    failing: str
    words: str
    until: date | None
    by: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody accepted it yet."""
        return not self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that the Assessment tab shows of one venue.

    ``visits`` begin with the venue's own; ``rooms`` are the names of those in use.
    """

    venue_id: int
    standing: VenueStanding
    visits: tuple[Visit, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    rooms: dict[int, str]
    fixes: tuple[Fix, ...]
    incidents: tuple[Recorded, ...]
    controls: tuple[Control, ...]
    status: str

    @property
    def venue(self) -> Visit:
        """The last assessment of the venue itself."""
        return self.visits[0]


def read(session: Session, venue_id: int, *, today: date) -> Sheet:
    """The assessment of a venue and of its rooms in use.

    Raises:
        NotFound: there is no such venue.
    """
    catalogue = catalogues.read(session)
    standing = suitability.of_venue(session, venue_id, today=today)
    rooms = {
        room.id: room.name
        for room in sorted(catalogue.rooms.values(), key=lambda one: one.name)
        if room.id in standing.rooms
    }
    visits = tuple(
        _visit(session, catalogue, venue_id, room_id, name)
        for room_id, name in ((None, "The venue"), *rooms.items())
    )
    return Sheet(
        venue_id=venue_id,
        standing=standing,
        visits=visits,
        groups=_groups(catalogue, venue_id, visits, standing, today),
        rooms=rooms,
        fixes=suitability.fixes([standing]),
        incidents=incidents.of_venue(session, venue_id),
        controls=_controls(session, catalogue, visits),
        status=catalogue.venues[venue_id].status,
    )


def _visit(
    session: Session,
    catalogue: Catalogue,
    venue_id: int,
    room_id: int | None,
    name: str,
) -> Visit:
    draft = assessments.current(session, venue_id, room_id)
    answered = {each.code for each in draft.answers} if draft else set()
    asked = [
        each.code for group in questions(catalogue, room_id).values() for each in group
    ]
    return Visit(room_id, name, draft, sum(code not in answered for code in asked))


def _groups(
    catalogue: Catalogue,
    venue_id: int,
    visits: tuple[Visit, ...],
    standing: VenueStanding,
    today: date,
) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    found: dict[str, list[Line]] = {group: [] for group in GROUPS}
    for question in catalogue.assessed.checklist.questions.values():
        if question.style is Style.AUTOMATIC:
            line = _automatic(question, standing)
        else:
            of_room = question.level == "room"
            about = [each for each in visits if (each.room_id is not None) is of_room]
            line = _line(catalogue, venue_id, question, about, today)
        found[question.group].append(line)
    return tuple((group, tuple(lines)) for group, lines in found.items() if lines)


def _automatic(question: Question, standing: VenueStanding) -> Line:
    """What nobody answers: it follows from incidents and from reviews."""
    if question.code == INCIDENTS:
        good, said = not standing.incident, "An incident is open"
    else:
        since = standing.overdue_since
        good = standing.assessed and since is None
        said = f"Overdue since {full(since)}" if since else "Not assessed yet"
    mark = Mark.MET if good else Mark.FAILS
    return Line(
        question.code, question.group, mark, question.words, "" if good else said
    )


def _line(
    catalogue: Catalogue,
    venue_id: int,
    question: Question,
    visits: Iterable[Visit],
    today: date,
) -> Line:
    assessed = catalogue.assessed
    marked: dict[str, Marked] = {}
    told: dict[str, str] = {}
    for visit in visits:
        part = assessed.parts.get((venue_id, visit.room_id), assessed.unseen)
        found = mark(part, question, assessed.checklist, today, assessed.limits.check)
        marked[visit.name] = found
        told[visit.name] = _said(question, visit, found)
    gravest = min(
        (each.mark for each in marked.values()), key=GRAVEST.index, default=Mark.OPEN
    )
    marks = {each.mark for each in marked.values()}
    differ = len(marks) > 1 or len({*told.values()}) > 1
    return Line(
        question.code,
        question.group,
        gravest,
        question.words,
        _per_room(told, marked) if differ else next(iter(told.values()), ""),
    )


def _per_room(told: dict[str, str], marked: dict[str, Marked]) -> str:
    """What differs from room to room: "Willow Room: blinds must be down"."""
    names: dict[str, list[str]] = {}
    several = len({each.mark for each in marked.values()}) > 1
    for name, words in told.items():
        mark = marked[name].mark.value if several or not words else ""
        said = ". ".join(filter(None, (mark, words)))
        names.setdefault(said, []).append(name)
    return "\n".join(f"{listing(each)}: {words}" for words, each in names.items())


def _said(question: Question, visit: Visit, found: Marked) -> str:
    """What was found, with its evidence, its hours and its control."""
    answers = visit.draft.answers if visit.draft else ()
    mine = [each for each in answers if each.code == question.code]
    lines = [". ".join(_answer(question, each)) for each in mine]
    if found.mark is Mark.PARTLY:
        lines.append(f"Not enough for {found.against}")
    return "\n".join(dict.fromkeys(filter(None, lines)))


def _answer(question: Question, answer: AnswerDraft) -> Iterator[str]:
    hours = hours_words(answer.weekdays, answer.opens, answer.closes)
    value = value_words(question, answer.value) if not hours else answer.value
    if hours and answer.value == "yes":
        value = ""
    found = ": ".join(filter(None, (hours, value)))
    if found:
        yield _capital(found)
    if answer.evidence:
        yield answer.evidence
    if answer.found_on is not None:
        yield f"Found {full(answer.found_on)}"
    if answer.control:
        yield answer.control.rstrip(".")


def _controls(
    session: Session, catalogue: Catalogue, visits: tuple[Visit, ...]
) -> tuple[Control, ...]:
    """Every control of the last assessments, those that wait first."""
    known = catalogue.assessed.checklist.questions
    written = [
        (visit, each)
        for visit in visits
        if visit.draft
        for each in visit.draft.answers
        if each.control and each.code in known
    ]
    ids = {each.accepted_by for _, each in written if each.accepted_by}
    people = session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(ids)))
    names = {id_: name for id_, name in people}  # noqa: C416 - typed rows, not tuples
    found = [
        Control(
            each.id or 0,
            each.code,
            visit.name if visit.room_id else "",
            _capital(failing_words(known[each.code], each.value, MUST)),
            each.control,
            each.control_until,
            names.get(each.accepted_by or 0, ""),
        )
        for visit, each in written
    ]
    return tuple(sorted(found, key=lambda one: not one.waits))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
