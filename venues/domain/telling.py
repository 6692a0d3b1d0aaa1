"""What the rules may say to somebody who is not told what a booking is about.

A coordinator moves anybody's booking and knows neither its kind nor its case. Rules
that look at either would tell them by whether they speak, so none of them does. In
their place stands one question, the same for every booking and every place: whether its
worker has agreed. The worker, who sees all of it, finds the booking on the review list
afterwards. A rule that is new is silent until its name stands in ``PLAIN``.

Nobody is brought beside somebody they are kept from on the word of a worker who is not
there: what a court has set, and a place to wait apart, stand in the way all the same,
in the one sentence that is said of everything about a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.rules import no_go

PLAIN = frozenset({"R1", "R2", "R12", "R17", "R19", "R29", "R30", "R34", "person"})
"""Rules that look at times, rooms, workers, people and set-up, and at the venue; and
the one sentence about a person, which says nothing by itself."""

APART = frozenset({("R7", "starts"), ("R26", "waiting")})
"""Refusals that hold for whoever moves a booking, by their rule and field."""

NAME = "appointment"

ASKED = Finding(
    NAME,
    Severity.WARNING,
    "Has its worker agreed to this place and time? They are asked to look at it again.",
    reason=Reason.WORKER,
    field="room",
)


def to_a_keeper(
    findings: Iterable[Finding], accepted: Collection[str]
) -> tuple[Finding, ...]:
    """The findings as a coordinator may have them; ``accepted`` rules were passed.

    What only decides how the booking stands is left in, and is shown to nobody.
    """
    plain = tuple(
        dict.fromkeys(
            no_go.FINDING if _apart(each) else each
            for each in findings
            if each.rule.partition(" ")[0] in PLAIN
            or each.severity in {Severity.NOTE, Severity.PROVISIONAL}
            or _apart(each)
        )
    )
    return plain if NAME in accepted else (ASKED, *plain)


def _apart(found: Finding) -> bool:
    """Whether it keeps people apart, by a court's hours or by places to wait."""
    return found.refuses and (found.rule, found.field) in APART
