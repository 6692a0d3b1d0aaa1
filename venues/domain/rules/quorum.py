"""R25: a panel has its members, and a first one is in time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Severity
from venues.domain.meeting import PANELS, SERVICE_MEMBERS
from venues.domain.proposal import Visit
from venues.domain.words import count, day_month


class Quorum:
    """As many sit as the law asks for, within the working days of the order."""

    name: ClassVar[str] = "R25"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Provisional while somebody is missing; warn when it is too late."""
        asked, numbers = visit.appointment, visit.about.numbers
        if asked.kind.set not in PANELS or not asked.booking:
            return
        members = asked.meeting.panel_members
        if len(asked.worker_ids) < SERVICE_MEMBERS or members < numbers.panel_members:
            wanted = count(numbers.panel_members, "panel member")
            yield Finding(
                "R25",
                Severity.PROVISIONAL,
                f"A panel needs {count(SERVICE_MEMBERS, 'service member')} and "
                f"{wanted}.",
                field="panel_members",
                condition="quorum",
            )
        if asked.due_by is not None and asked.period.day > asked.due_by:
            yield Finding(
                "R25 DUE",
                Severity.WARNING,
                f"The first panel is due by {day_month(asked.due_by)}, "
                f"{count(numbers.panel_days, 'working day')} after the order.",
                field="order_on",
            )
