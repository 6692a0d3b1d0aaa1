"""What the rules may say to somebody who is not told what a booking is about.

A coordinator moves anybody's booking and knows neither its kind nor its case. Rules
that look at either would tell them by how they refuse, so all that such rules say is
one sentence, the same for every kind. A rule that is new says no more than that until
its name stands in ``PLAIN``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from venues.domain.findings import Finding, Reason, Severity

PLAIN = frozenset({"R1", "R2", "R12", "R17", "R19", "R29", "R30", "R34", "person"})
"""Rules that look at times, rooms, workers, people and set-up, and at the venue; and
the one sentence about a person, which says nothing by itself."""

NAME = "appointment"

REFUSED = Finding(
    NAME,
    Severity.REFUSAL,
    "This does not suit the appointment. Choose another room or time, or ask its "
    "worker.",
    reason=Reason.NOT_SUITABLE,
    field="room",
)
WARNED = Finding(
    NAME,
    Severity.WARNING,
    "Something has to be agreed for this appointment there. Ask its worker first.",
    reason=Reason.NOT_SUITABLE,
    field="room",
)


def to_a_keeper(
    findings: Iterable[Finding], accepted: Collection[str]
) -> tuple[Finding, ...]:
    """The findings as a coordinator may have them; ``accepted`` rules were passed.

    What only decides how the booking stands is left in, and is shown to nobody.
    """
    found = tuple(findings)
    plain = tuple(
        each
        for each in found
        if each.rule.partition(" ")[0] in PLAIN
        or each.severity in {Severity.NOTE, Severity.PROVISIONAL}
    )
    hidden = [each for each in found if each not in plain and each.rule not in accepted]
    if any(each.refuses for each in hidden):
        return (REFUSED, *plain)
    return (WARNED, *plain) if hidden else plain
