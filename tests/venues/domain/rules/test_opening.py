"""R2: a room is used only in the hours we may use it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from venues.domain.findings import Step
from venues.domain.proposal import Proposal, Span
from venues.domain.rules.opening import Opening


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute)


def test_inside_the_hours_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(Opening().examine(propose()))


def test_outside_the_hours_says_when_it_is_open_and_the_nearest_start(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(usable=(Span(at(9), at(15, 30)),))

    (found,) = Opening().examine(proposal)

    assert found.refuses
    assert found.message.startswith(
        "Weaver Hall is closed then. It is open on Thursday from 9am to 3:30pm."
    )
    assert found.change is not None
    assert found.change.starts == at(14, 30)


def test_a_day_without_hours_offers_another_day(
    propose: Callable[..., Proposal],
) -> None:
    (found,) = Opening().examine(propose(usable=()))

    assert found.message == "Weaver Hall is closed on Thursdays."
    assert found.change is not None
    assert found.change.step is Step.ANOTHER_DAY


def test_a_closure_says_its_reason(propose: Callable[..., Proposal]) -> None:
    proposal = propose(
        usable=(Span(at(9), at(13)),),
        usual=(Span(at(9), at(17)),),
        closed="heating repairs",
    )

    (found,) = Opening().examine(proposal)

    assert found.message.startswith("Weaver Hall is closed then: heating repairs.")
    assert "from 9am to 1pm" in found.message


def test_a_closure_is_no_reason_at_a_time_that_is_never_open(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(
        usable=(Span(at(9), at(10)), Span(at(11), at(14))),
        usual=(Span(at(9), at(14)),),
        closed="heating repairs",
    )

    (found,) = Opening().examine(proposal)

    assert found.message == (
        "Weaver Hall is closed then. "
        "It is open on Thursday from 9am to 10am and from 11am to 2pm."
    )


def test_the_day_is_named_in_english_whatever_the_pc_speaks(
    propose: Callable[..., Proposal],
) -> None:
    class Donnerstag(date):
        def __format__(self, _shape: str) -> str:
            return "Donnerstag"

    proposal = propose(usable=(), day=Donnerstag(2026, 11, 26))

    (found,) = Opening().examine(proposal)

    assert found.message == "Weaver Hall is closed on Thursdays."


def test_a_whole_day_closed_says_only_why(propose: Callable[..., Proposal]) -> None:
    (found,) = Opening().examine(propose(usable=(), closed="bank holiday"))

    assert found.message == "Weaver Hall is closed then: bank holiday."


def test_it_is_the_hold_that_must_fit_not_the_appointment(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(clear_down=15, usable=(Span(at(9), at(16)),))

    (found,) = Opening().examine(proposal)

    assert "held from 3pm to 4:15pm" in found.message
