"""One finding, whatever lies behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from venues.domain.circumstances import Window
from venues.domain.proposal import Proposal
from venues.domain.rules import no_go
from venues.domain.rules.no_go import NoGo


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute)


def test_nothing_recorded_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(NoGo().examine(propose()))


@pytest.mark.parametrize(
    "windows",
    [
        (Window(1, at(13), at(17)),),
        (Window(None, at(0), at(23, 59)),),
        (
            Window(1, at(13), at(17)),
            Window(1, at(13), at(17)),
            Window(None, at(9), at(16)),
        ),
    ],
)
def test_every_refusal_is_the_same_one(
    propose: Callable[..., Proposal], windows: tuple[Window, ...]
) -> None:
    assert list(NoGo().examine(propose(no_go=windows))) == [no_go.FINDING]


@pytest.mark.parametrize(
    "window",
    [Window(2, at(13), at(17)), Window(1, at(9), at(13)), Window(1, at(16), at(17))],
)
def test_another_venue_or_time_passes(
    propose: Callable[..., Proposal], window: Window
) -> None:
    assert not list(NoGo().examine(propose(no_go=(window,))))


def test_the_sentence_quotes_the_code_of_a_deliberate_attempt() -> None:
    assert no_go.quoting("K-7QX2MF") == (
        "This venue is not available for this case at this time. "
        "Choose another, or ring the coordinator quoting K-7QX2MF."
    )
