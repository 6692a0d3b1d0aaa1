"""Gathers the report as a board reader is told everything, whoever has it made.

So no count in it is small, nothing can be worked out of it, and it may be handed on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain import ladder
from venues.domain.banding import SMALL, tell
from venues.domain.figures import NOT_KNOWN, pounds
from venues.domain.free_text import private_words
from venues.domain.people import Role, Viewer
from venues.domain.words import day_month
from venues.services import suitability
from venues.services.evidence import measures, options, showing
from venues.services.evidence.banded import BANDED
from venues.services.evidence.scope import Scope
from venues.services.evidence.shown import Evidence, Shown
from venues.services.evidence.unmet_need import SETS_SAID
from venues.services.progress import Progress, quiet
from venues.services.report.content import Block, Grid, Heading, Report, Words
from venues.services.what_if import asking, suggesting
from venues.services.what_if.suggesting import Suggestion

TITLE = "Safe, confidential and accessible places"
ABOUT = (
    "The joint inspection of 2021 asked for safe, confidential and accessible places "
    "to work with children. This report says what was needed in this period, what was "
    "missing, how the places there are were used, and what would have helped."
)
CHAPTERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Safe", ("suitable", "reviews", "police", "panels", "refusals")),
    ("Confidential", ("choice",)),
    ("Accessible", ("coverage", "unmet", "needs", "attendance")),
)
"""The three words of the recommendation, and the measures that stand under each."""

USE = ("use", "kept", "cost", "cost_kept")
FEW = 5
"""Criteria that are named in a chapter."""

FIXES = "fix"
NO_OPTION = "No option is on record for this period."
NO_CHANGES = (
    "Single changes were not ranked for this report. A coordinator or a manager ranks "
    "them on the Evidence page, or with the command's --what-if."
)
NOTHING_HELPS = (
    f"No single change would have solved {SMALL} needs and searches or more."
)
HEADS = ("Measure", "This period", "Before")


def gather(
    session: Session,
    scope: Scope,
    viewer: Viewer,
    authority_id: int | None = None,
    *,
    best: Sequence[Suggestion] | None = None,
    progress: Progress = quiet,
) -> Report:
    """The report of those days, one whole month or quarter of a quarter that is over.

    ``best`` are single changes that were ranked, where that was done.

    Raises:
        NotAllowed: their role has no evidence.
        WrongInput: those days are no month or quarter that is over.
        NotFound: there is no such authority.
    """
    measures.check(viewer)
    board = replace(viewer, role=Role.BOARD)
    found = showing.read(session, scope, board, authority_id, progress)
    fixes = _fixes(session, scope, authority_id)
    blocks: list[Block] = [Words(ABOUT), *_summary(found)]
    for title, keys in CHAPTERS:
        blocks.append(Heading(title))
        for key in keys:
            blocks += _measure(found.measures[key])
        blocks += fixes[title]
    blocks.append(Heading("Existing options explored"))
    blocks += _options(session, scope, authority_id)
    blocks.append(Heading("Use and cost"))
    for key in USE:
        blocks += _measure(found.measures[key])
    blocks.append(Heading("What would have helped"))
    blocks += _what_if(session, best)
    blocks += _definitions(found)
    return Report(
        title=f"{TITLE}: {found.authority}, {scope.dates.words}",
        dates=scope.dates,
        as_of=_as_of(scope),
        blocks=tuple(blocks),
    )


def _as_of(scope: Scope) -> str:
    """The last day that is counted, and the day on which places stood as they do."""
    said = f"As of {day_month(scope.as_of)} {scope.as_of.year}"
    if scope.today == scope.as_of:
        return said
    return f"{said}; places as of {day_month(scope.today)} {scope.today.year}"


def _summary(found: Evidence) -> Iterator[Block]:
    yield Heading("In short")
    yield Grid(
        "Every measure, with the period before",
        HEADS,
        tuple(
            (
                each.definition.title,
                _said(each),
                each.before.words if each.before is not None else "",
            )
            for each in found.measures.values()
        ),
        (4, 5, 2),
    )


def _said(shown: Shown) -> str:
    """A figure with what it is a share of: "87% (1,385 of 1,589 sectors)"."""
    words, detail = shown.headline.words, shown.headline.detail
    if not detail:
        return words
    plain = detail.startswith(("for ", "of "))
    return f"{words} {detail}" if plain else f"{words} ({detail})"


def _measure(shown: Shown) -> Iterator[Block]:
    """Its figure in words, and each of its tables."""
    yield Heading(shown.definition.title, 2)
    said = _said(shown)
    unknown = shown.headline.words == NOT_KNOWN
    before = f" The period before: {shown.before.words}." if shown.before else ""
    if not (unknown and shown.notice):
        yield Words(f"{said[:1].upper()}{said[1:]}.{before}")
    if shown.notice not in {"", BANDED}:
        yield Words(shown.notice)
    for table in shown.tables:
        if table.key == FIXES:  # each chapter has its own
            continue
        yield Grid(
            f"{shown.definition.title}: {table.title[:1].lower()}{table.title[1:]}",
            ("", *table.heads),
            tuple(
                (line.label, *(cell.words for cell in line.cells))
                for line in table.lines
            ),
        )


def _fixes(
    session: Session, scope: Scope, authority_id: int | None
) -> dict[str, list[Block]]:
    """Chapter → the criteria that keep most rooms shut, as they stand today."""
    venues = catalogues.read(session).venues
    standing = suitability.of_all(session, today=scope.today)
    there = [
        each
        for id_, each in standing.items()
        if venues[id_].status == "active"
        and authority_id in {None, venues[id_].authority_id}
    ]
    rows: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for fix in suitability.fixes(there):
        if fix.question is not None and len(rows[fix.question.group]) < FEW:
            numbers = (len(fix.rooms), len(fix.venues), fix.opens)
            rows[fix.question.group].append((fix.words, *map(str, numbers)))
    heads = ("What to do", "Rooms", "Venues", "Opens")
    return {
        title: [
            Grid(
                f"{title}: what keeps most rooms shut today",
                heads,
                tuple(found),
                (5, 1, 1, 1),
            ),
            Words(
                "“Opens” counts each room once for every kind of appointment that "
                "nothing else keeps it from."
            ),
        ]
        if (found := rows.get(title))
        else []
        for title, _ in CHAPTERS
    }


def _options(
    session: Session, scope: Scope, authority_id: int | None
) -> Iterator[Block]:
    """Whom we asked for a place, by the building and never by a person."""
    questions = catalogues.read(session).assessed.checklist.questions.values()
    criteria = {each.code: each.words for each in questions}
    rows = tuple(
        (
            each.town,
            SETS_SAID.get(each.set, each.set),
            ladder.tried(each.step, each.criterion, criteria),
            _neutral(each.building),
            f"{day_month(each.asked_on)} {each.asked_on.year}",
            each.answer.words,
            _neutral(each.why_not),
            "" if each.cost is None else pounds(each.cost),
        )
        for each in options.explored(session, authority_id)
        if scope.dates.first <= each.asked_on <= scope.dates.last
    )
    if not rows:
        yield Words(NO_OPTION)
        return
    heads = (
        "Town",
        "For",
        "Tried",
        "Building",
        "Asked on",
        "Answer",
        "Why not",
        "Cost",
    )
    yield Grid("Options that were explored", heads, rows, (3, 4, 4, 4, 4, 3, 4, 2))


def _neutral(text: str) -> str:
    """What was typed, unless it seems to name somebody."""
    return "withheld" if private_words(text) else text


def _what_if(session: Session, best: Sequence[Suggestion] | None) -> Iterator[Block]:
    """Single changes that solve enough to be told, with their numbers rounded."""
    if best is None:
        yield Words(NO_CHANGES)
        return
    catalogue = catalogues.read(session)
    rows = tuple(
        (
            asking.words(change, catalogue),
            f"about {tell(replay.number).words} of about {tell(replay.of).words}",
            f"about {pounds(_coarse(replay.pence))} a year",
        )
        for change, replay in best
        if replay.number >= SMALL
    )
    yield Words(f"{suggesting.FAMILY} {asking.NOT_CHECKED}")
    if not rows:
        yield Words(NOTHING_HELPS)
        return
    heads = ("Change", "Needs and searches solved", "Hire")
    title = "Single changes that would have solved most"
    yield Grid(title, heads, rows, (3, 1, 1))


def _coarse(pence: int) -> int:
    """To the nearest hundred pounds, so that no single booking can be told from it."""
    return round(pence / 100_00) * 100_00


def _definitions(found: Evidence) -> Iterator[Block]:
    yield Heading("What the measures mean")
    yield Words(BANDED)
    told: Iterable[Shown] = found.measures.values()
    yield Grid(
        "Definitions",
        ("Measure", "What it means"),
        tuple((each.definition.title, each.definition.words) for each in told),
        (1, 3),
    )
