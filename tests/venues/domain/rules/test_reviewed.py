"""R11: a late review warns, and one far too late refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.venues.domain.assessing import TODAY, demands, full, record
from venues.domain.findings import Severity
from venues.domain.proposal import Proposal
from venues.domain.record import Visit
from venues.domain.rules.reviewed import Reviewed

ASKS = demands((full().questions["P6"], "M"))


def seen(day: date) -> Visit:
    return Visit(day, day.replace(year=day.year + 1))


@pytest.mark.parametrize(
    ("made_on", "severity"),
    [
        (date(2026, 6, 4), None),
        (date(2025, 11, 3), Severity.WARNING),
        (date(2025, 8, 3), Severity.REFUSAL),
    ],
)
def test_the_age_of_the_last_visit_decides(
    propose: Callable[..., Proposal], made_on: date, severity: Severity | None
) -> None:
    proposal = propose(standing=(ASKS, record(seen(made_on))), today=TODAY)

    found = tuple(Reviewed().examine(proposal))

    assert [each.severity for each in found] == ([] if severity is None else [severity])
    for each in found:
        day = "3 November 2026" if made_on.month == 11 else "3 August 2026"
        assert each.message == f"Review overdue since {day}."
        assert (each.change is None) is (severity is Severity.WARNING)


def test_an_appointment_far_ahead_is_judged_by_the_day_of_asking(
    propose: Callable[..., Proposal],
) -> None:
    found = record(seen(date(2025, 12, 1)))

    assert tuple(Reviewed().examine(propose(standing=(ASKS, found), today=TODAY))) == ()
    later = propose(standing=(ASKS, found), today=date(2026, 12, 2))
    assert len(tuple(Reviewed().examine(later))) == 1
