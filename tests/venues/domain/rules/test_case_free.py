"""R20: a case has one appointment at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from venues.domain.circumstances import CaseTime
from venues.domain.proposal import Proposal
from venues.domain.rules.case_free import CaseFree


def at(hour: int) -> datetime:
    return datetime(2026, 11, 26, hour)


def test_twice_at_once_is_refused_once(propose: Callable[..., Proposal]) -> None:
    times = (CaseTime(1, at(15), at(16)), CaseTime(2, at(14), at(17)))

    (found,) = CaseFree().examine(propose(case_times=times))

    assert found.refuses
    assert found.message == "This case already has an appointment then."


def test_before_and_after_pass(propose: Callable[..., Proposal]) -> None:
    times = (CaseTime(1, at(14), at(15)), CaseTime(1, at(16), at(17)))

    assert not list(CaseFree().examine(propose(case_times=times)))
