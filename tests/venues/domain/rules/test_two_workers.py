"""R14: two workers, where a case is marked so."""

from __future__ import annotations

from tests.venues.domain.rules.conftest import Propose
from venues.domain.circumstances import CaseFacts
from venues.domain.findings import Severity
from venues.domain.rules.two_workers import TwoWorkers

MARKED = CaseFacts(two_workers=True)


def test_one_worker_is_refused_and_a_search_warns(propose: Propose) -> None:
    found = [
        finding
        for booking in (True, False)
        for finding in TwoWorkers().examine(
            propose(case=MARKED, worker_ids=(4,), booking=booking)
        )
    ]

    assert [each.message for each in found] == ["Two workers needed."] * 2
    assert [each.severity for each in found] == [Severity.REFUSAL, Severity.WARNING]


def test_two_workers_and_a_case_without_a_mark_are_passed(propose: Propose) -> None:
    rule = TwoWorkers()

    assert not rule.examine(propose(case=MARKED, worker_ids=(4, 5), booking=True))
    assert not rule.examine(propose(worker_ids=(4,), booking=True))
