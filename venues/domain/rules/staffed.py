"""R13: nobody works alone in a building without anybody else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.meeting import ALONE
from venues.domain.needs import STAFFED_AFTER
from venues.domain.proposal import Proposal
from venues.domain.rules.base import refusal
from venues.domain.words import clock

PLAN = "A manager has still to approve the plan for working alone."


class Staffed:
    """The building is staffed until a while after, or a colleague comes, or a plan.

    Where nobody recorded when it is staffed there is nothing to go by.
    """

    name: ClassVar[str] = "R13"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse one alone; provisional while a manager is asked for the plan."""
        asked, day = proposal.appointment, proposal.day
        if len(asked.worker_ids) != 1 or not day.staffing_known:
            return ()
        if asked.kind.set in ALONE:
            return ()
        starts = asked.period.starts
        until = asked.period.ends + timedelta(minutes=STAFFED_AFTER)
        if any(each.starts <= starts and until <= each.ends for each in day.staffed):
            return ()
        if asked.meeting.lone_plan:
            return () if proposal.about.signed_off else (_provisional(),)
        return (
            Finding(
                "R13",
                refusal(asked),
                f"Nobody else is in the building {_when(proposal)}. "
                "Add a second worker.",
                reason=Reason.WORKER,
                field="second",
            ),
        )


def _provisional() -> Finding:
    return Finding(
        "R13",
        Severity.PROVISIONAL,
        PLAN,
        reason=Reason.WORKER,
        field="lone_plan",
        condition="sign-off",
    )


def _when(proposal: Proposal) -> str:
    """From or until when, where staff are there for a part of it."""
    starts, ends = proposal.appointment.period.starts, proposal.appointment.period.ends
    for each in proposal.day.staffed:
        if each.starts <= starts <= each.ends:
            return f"after {clock(each.ends)}"
        if starts < each.starts <= ends:
            return f"before {clock(each.starts)}"
    return "then"
