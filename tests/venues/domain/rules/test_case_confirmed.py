"""A booking stays provisional until its new reference has been confirmed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from venues.domain.circumstances import CaseFacts
from venues.domain.findings import Severity
from venues.domain.proposal import Proposal
from venues.domain.rules.case_confirmed import CaseConfirmed

UNCONFIRMED = CaseFacts(unconfirmed=True)


@pytest.mark.parametrize("said", [{"fresh": True}, {"case": UNCONFIRMED}])
def test_a_new_reference_leaves_it_provisional(
    propose: Callable[..., Proposal], said: dict[str, Any]
) -> None:
    (found,) = CaseConfirmed().examine(propose(booking=True, **said))

    assert (found.severity, found.condition) == (Severity.PROVISIONAL, "reference")


def test_one_that_was_confirmed_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(CaseConfirmed().examine(propose(booking=True)))


def test_a_search_does_not_ask(propose: Callable[..., Proposal]) -> None:
    assert not list(CaseConfirmed().examine(propose(case=UNCONFIRMED)))
