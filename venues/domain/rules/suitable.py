"""R8: nothing mandatory for this kind of appointment fails."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain import verdict
from venues.domain.findings import OPEN_VENUE, Finding, Reason, Severity
from venues.domain.judgement import Failure
from venues.domain.proposal import Proposal
from venues.domain.verdict import ONLY_OFFICIAL
from venues.domain.words import count


class Suitable:
    """Each mandatory criterion is met, or a manager accepted a control."""

    name: ClassVar[str] = "R8"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse with what fails, and say how many rooms near are suitable.

        What only a need of the booking asks for is told by the rule for needs, and an
        official building by the rule that asks whose choice it was.
        """
        failed = proposal.judgement.failed
        if not failed:
            return ()
        told = tuple(each for each in failed if not each.need and not _chosen(each))
        if not told:
            return ()
        words = verdict.not_suitable(proposal.appointment.kind.set, told)
        near = proposal.about.suitable_near
        if near is not None:
            words += (
                f" {count(near, 'suitable room')} {'is' if near == 1 else 'are'} near."
                if near
                else " No suitable room is near."
            )
        return (
            Finding(
                "R8",
                Severity.REFUSAL,
                words,
                reason=Reason.NOT_SUITABLE,
                field="room",
                change=OPEN_VENUE,
            ),
        )


def _chosen(failure: Failure) -> bool:
    """Whether another rule asks whose choice it was."""
    return failure.question.code == ONLY_OFFICIAL and failure.demand.starred
