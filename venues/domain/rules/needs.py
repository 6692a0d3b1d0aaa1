"""R12: what the person needs of the place is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import ClassVar

from venues.domain.findings import Change, Finding, Reason, Severity, Step
from venues.domain.needs import STAFFED, STAFFED_AFTER, words
from venues.domain.proposal import Proposal
from venues.domain.suitability import satisfied
from venues.domain.words import clock


class Needs:
    """Every must-have is met, or somebody wrote down the adjustment."""

    name: ClassVar[str] = "R12"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse each need that is not met or that nobody has recorded."""
        needs = proposal.appointment.needs
        return tuple(_unmet(proposal, needs)) if needs else ()


def _unmet(proposal: Proposal, needs: tuple[str, ...]) -> Iterator[Finding]:
    for need in needs:
        why = _staffing(proposal) if need == STAFFED else _missing(proposal, need)
        if why:
            label = words(need)
            yield Finding(
                "R12",
                Severity.REFUSAL,
                f"{_asked(need)} needed. {why}",
                reason=Reason.MUST_HAVE,
                field="needs",
                change=Change(
                    Step.DROP_NEED, f"Without {label[0].lower() + label[1:]}", need=need
                ),
                overridable=True,
            )


def _asked(need: str) -> str:
    return "Step-free access" if need == "step-free" else words(need)


def _missing(proposal: Proposal, need: str) -> str:
    """Why the need is not met: as recorded of the place, and as it was assessed."""
    room = proposal.room
    if need == "step-free" and room.reached_by == "stairs":
        return "This room is up stairs with no lift."
    provided = room.provides(need)
    if provided is not False:
        for each in proposal.judgement.failed:
            if each.need == need:
                return f"{each.words[0].upper()}{each.words[1:]}."
    if provided or (provided is None and _assessed(proposal, need)):
        return ""
    if provided is None:
        return f"Nobody has recorded yet whether {room.venue.name} has it."
    note = room.note(need)
    return f"{note}." if note else f"{room.name} does not have it."


def _assessed(proposal: Proposal, need: str) -> bool:
    """Whether the assessment says that the need is met."""
    appointment, record = proposal.appointment, proposal.room.record
    asked = appointment.asked(proposal.about.today)
    return satisfied(record, appointment.kind.demands, need, asked)


def _staffing(proposal: Proposal) -> str:
    period = proposal.appointment.period
    until = period.ends + timedelta(minutes=STAFFED_AFTER)
    for span in proposal.day.staffed:
        if span.starts <= period.starts and until <= span.ends:
            return ""
    if not proposal.day.staffed:
        return "Nobody else is in the building that day."
    last = max(span.ends for span in proposal.day.staffed)
    if last < until:
        return f"Nobody else is in the building after {clock(last)}."
    return "Nobody else is in the building for all of that time."
