"""R18: school hours, for a child who has school that day."""

from __future__ import annotations

import pytest

from tests.venues.domain.rules.conftest import Propose, at
from venues.domain.circumstances import CaseFacts
from venues.domain.period import Period
from venues.domain.rules.school import FINDING, School

PUPIL = CaseFacts(at_school=True)


@pytest.mark.parametrize(
    ("starts", "asks"), [((8, 0), True), ((15, 0), True), ((15, 15), False)]
)
def test_lessons_are_asked_about(
    propose: Propose, starts: tuple[int, int], *, asks: bool
) -> None:
    proposal = propose(case=PUPIL, period=Period.lasting(at(*starts), 60))

    assert School().examine(proposal) == ((FINDING,) if asks else ())


def test_before_school_and_without_school_nothing_is_said(propose: Propose) -> None:
    early = Period.lasting(at(8), 45)

    assert not School().examine(propose(case=PUPIL, period=early))
    assert not School().examine(propose())
