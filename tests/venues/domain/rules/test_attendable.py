"""R7: hours recorded for a case, a court's or not, in the same words."""

from __future__ import annotations

from tests.venues.domain.rules.conftest import Propose, at
from venues.domain.circumstances import Attendable, CaseFacts
from venues.domain.findings import Severity
from venues.domain.rules.attendable import OUTSIDE
from venues.domain.rules.attendable import Attendable as Rule

MORNING = ((at(9), at(12)),)
AFTERNOON = ((at(14), at(16)),)


def facts(*hours: Attendable) -> CaseFacts:
    return CaseFacts(hours=hours)


def test_outside_its_hours_is_warned_of_and_refused_under_a_court(
    propose: Propose,
) -> None:
    said = []
    for court in (False, True):
        hours = facts(Attendable(1, court, MORNING))
        (found,) = Rule().examine(propose(case=hours))
        said.append((found.severity, found.message))

    assert said == [(Severity.WARNING, OUTSIDE), (Severity.REFUSAL, OUTSIDE)]


def test_however_many_cases_cannot_come_it_is_said_once(propose: Propose) -> None:
    hours = facts(Attendable(1, court=False), Attendable(2, court=True))

    (found,) = Rule().examine(propose(case=hours))

    assert found.refuses


def test_within_one_of_the_stretches_nothing_is_said(propose: Propose) -> None:
    hours = facts(Attendable(1, court=True, spans=MORNING + AFTERNOON))

    assert not [*Rule().examine(propose(case=hours))]
    assert not [*Rule().examine(propose())]
