"""A booking about somebody stays provisional until it names the case."""

from __future__ import annotations

from collections.abc import Callable

from venues.domain.findings import Severity
from venues.domain.proposal import Proposal
from venues.domain.rules.case_named import CaseNamed


def test_without_a_case_it_is_provisional(propose: Callable[..., Proposal]) -> None:
    (found,) = CaseNamed().examine(propose(named=False))

    assert found.severity is Severity.PROVISIONAL
    assert found.condition == "case"


def test_with_a_case_it_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(CaseNamed().examine(propose()))


def test_a_meeting_of_professionals_needs_none(
    propose: Callable[..., Proposal],
) -> None:
    assert not list(CaseNamed().examine(propose(named=False, set="RM")))
