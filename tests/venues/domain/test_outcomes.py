"""Words for what came of an appointment."""

from __future__ import annotations

import pytest

from venues.domain.outcomes import Outcome, words


def test_each_outcome_is_said_in_words_that_a_worker_uses() -> None:
    assert [each.words for each in Outcome] == [
        "Attended",
        "Did not attend",
        "Was not brought",
        "Cancelled by us",
        "Cancelled by the venue",
    ]


@pytest.mark.parametrize(
    ("stored", "said"),
    [("cancelled by venue", "Cancelled by the venue"), ("left early", "Left early")],
)
def test_what_is_stored_is_said_also_when_it_is_asked_no_more(
    stored: str, said: str
) -> None:
    assert words(stored) == said
