"""R1: a space is held by one booking at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from venues.domain.findings import Step
from venues.domain.proposal import Proposal, Span
from venues.domain.rules.double_booking import DoubleBooking


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute)


def test_a_free_room_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(DoubleBooking().examine(propose()))


def test_a_held_room_is_refused_with_when_it_is_free_again(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(busy=(Span(at(15, 15), at(16, 45)),))

    (found,) = DoubleBooking().examine(proposal)

    assert found.refuses
    assert found.message == (
        "Willow Room is in use from 3:15pm to 4:45pm. It is free again at 4:45pm."
    )
    assert found.change is not None
    assert (found.change.step, found.change.starts) == (Step.TRY_TIME, at(16, 45))


def test_bookings_back_to_back_are_said_as_one_stretch(
    propose: Callable[..., Proposal],
) -> None:
    busy = (Span(at(14), at(15, 30)), Span(at(15, 30), at(17)), Span(at(18), at(19)))

    (found,) = DoubleBooking().examine(propose(busy=busy))

    assert found.message.startswith("Willow Room is in use from 2pm to 5pm.")


def test_back_to_back_with_another_booking_is_no_clash(
    propose: Callable[..., Proposal],
) -> None:
    busy = (Span(at(14), at(15)), Span(at(16), at(17)))

    assert not list(DoubleBooking().examine(propose(busy=busy)))


def test_the_time_to_clear_the_room_counts(propose: Callable[..., Proposal]) -> None:
    proposal = propose(turnaround=10, busy=(Span(at(16, 5), at(17)),))

    assert list(DoubleBooking().examine(proposal))


def test_the_start_proposed_leaves_time_to_set_up(
    propose: Callable[..., Proposal],
) -> None:
    proposal = propose(set_up=15, busy=(Span(at(15), at(16)),))

    (found,) = DoubleBooking().examine(proposal)

    assert found.change is not None
    assert found.change.starts == at(16, 15)
