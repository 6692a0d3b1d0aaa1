"""What was looked for and not found: by whom it was wanted nobody keeps."""

from __future__ import annotations

from sqlalchemy import func, select

from venues.database.models import Search, UnmetNeed
from venues.domain.checklist import SETS
from venues.domain.figures import Definition, Part, Split, Tally, Tallying
from venues.domain.unmet import MARK, Missing
from venues.services.demand import Band, Ended
from venues.services.evidence.ground import Ground

BAND, SET, REASON, DONE = "band", "set", "reason", "instead"
CRITERION = "criterion"

SETS_SAID = {
    "CH": "One-to-one sessions",
    "FA": "Family sessions",
    "GR": "Group work",
    "PA": "Panels",
    "VI": "Victim meetings",
    "RD": "Restorative meetings",
    "RM": "Professionals' meetings",
    "ST": "Staff meetings",
}
"""Appointment set → how it stands at the head of a row."""

DEFINITION = Definition(
    key="unmet",
    title="Searches with no booking",
    words=(
        "Searches for a room that ended without a booking. A search counts once, in "
        "the week it was about, which counts where its Monday lies. It belongs to an "
        "authority when that one alone was searched. What was missing is what "
        "people say when they record that none of the rooms works."
    ),
    things="searches",
    anywhere=True,
    splits=(
        Split(
            BAND,
            "Where no suitable room was found",
            tuple((each.value, each.words) for each in Band),
            heat=True,
        ),
        Split(SET, "For what", tuple((code, SETS_SAID[code]) for code in SETS)),
    ),
)
NEEDS = Definition(
    key="needs",
    title="Needs recorded",
    words=(
        "Needs that somebody recorded because no room worked, from a search, a date of "
        "a series or a closure, and did not take back. One need may have several "
        "reasons."
    ),
    things="needs",
    anywhere=True,
    splits=(
        Split(
            REASON,
            "What was missing",
            tuple((each.value, each.words) for each in Missing),
            whole=False,
        ),
        Split(CRITERION, "Which criterion was not met", whole=False),
        Split(
            BAND,
            "When a room was needed",
            tuple((each.value, each.words) for each in Band),
            heat=True,
        ),
        Split(SET, "For what", tuple((code, SETS_SAID[code]) for code in SETS)),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → searches that ended without a booking."""
    dates, made = ground.scope.dates, Tallying()
    rows = ground.session.execute(
        select(Search.authority_id, Search.set, Search.band, func.count())
        .where(
            Search.week >= dates.first,
            Search.week <= dates.last,
            Search.ended == Ended.LEFT.value,
        )
        .group_by(Search.authority_id, Search.set, Search.band)
    )
    for authority_id, set_, band, number in rows:
        part = Part(number, 0, number)
        made.add(authority_id, part, **{BAND: band, SET: set_})
    return made.made()


def read_needs(ground: Ground) -> dict[int, Tally]:
    """Authority → needs that were recorded."""
    dates, made = ground.scope.dates, Tallying()
    rows = ground.session.execute(
        select(
            UnmetNeed.authority_id, UnmetNeed.set, UnmetNeed.band, UnmetNeed.reasons
        ).where(
            UnmetNeed.week >= dates.first,
            UnmetNeed.week <= dates.last,
            UnmetNeed.withdrawn_on.is_(None),
        )
    )
    questions = ground.catalogue.assessed.checklist.questions
    one = Part(1, 0, 1)
    for authority_id, set_, band, reasons in rows:
        made.add(authority_id, one, **{BAND: band, SET: set_})
        for reason in reasons:
            code = reason.removeprefix(MARK)
            if code == reason:
                made.split(authority_id, REASON, code, one)
            else:
                words = questions[code].words if code in questions else code
                made.split(authority_id, CRITERION, words, one)
    return made.made()
