"""What was tried where rooms are missing, and what came of it."""

from __future__ import annotations

import pytest

from venues.domain import ladder
from venues.domain.ladder import GIVEN, Answer, Step


@pytest.mark.parametrize("step", list(Step))
def test_a_step_is_kept_with_the_criterion_that_it_would_meet(step: Step) -> None:
    kept = ladder.stored(step, "A2")

    assert ladder.step_of(kept) is step
    assert ladder.criterion_of(kept) == ("A2" if step is Step.ADAPT else "")


def test_a_room_to_adapt_need_not_name_a_criterion() -> None:
    assert ladder.step_of(ladder.stored(Step.ADAPT)) is Step.ADAPT
    assert ladder.criterion_of("adapt") == ""


def test_what_another_version_wrote_is_no_known_step() -> None:
    assert ladder.step_of("Asked the owner") is None
    assert ladder.criterion_of("Asked the owner") == ""
    assert ladder.answer_of("perhaps") is Answer.WAITING


def test_the_ladder_goes_from_what_there_is_to_something_new() -> None:
    words = [each.words for each in Step]

    assert (words[0], words[-1]) == ("Re-time what we have", "A new place")
    assert Answer.WITHDRAWN not in GIVEN
    assert {each.words for each in Answer} >= {"Yes", "No", "No answer yet"}
