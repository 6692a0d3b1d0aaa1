"""R19: a worker is in one place at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from venues.domain.circumstances import Engagement
from venues.domain.places import Point
from venues.domain.proposal import Proposal
from venues.domain.rules.worker_free import WorkerFree

FAR = Point(20_000, 0)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 26, hour, minute)


def mine(starts: datetime, ends: datetime, point: Point | None = FAR) -> Engagement:
    return Engagement(4, starts, ends, "Railside", point, "You are")


def theirs(starts: datetime, ends: datetime) -> Engagement:
    return Engagement(5, starts, ends, "", None, "")


def test_an_empty_diary_passes(propose: Callable[..., Proposal]) -> None:
    assert not list(WorkerFree().examine(propose()))


def test_ones_own_clash_says_where_one_is(propose: Callable[..., Proposal]) -> None:
    proposal = propose(engagements=(mine(at(15, 30), at(16, 30)),))

    (found,) = WorkerFree().examine(proposal)

    assert found.refuses
    assert found.message == "You are at Railside from 3:30pm to 4:30pm."


def test_anybody_elses_clash_says_no_more_than_not_free(
    propose: Callable[..., Proposal],
) -> None:
    (found,) = WorkerFree().examine(
        propose(engagements=(theirs(at(15, 30), at(16, 30)),))
    )

    assert found.refuses
    assert found.message == "Not free then."


def test_too_short_a_journey_warns_before_and_after(
    propose: Callable[..., Proposal],
) -> None:
    engagements = (mine(at(14), at(14, 45)), mine(at(16, 10), at(17)))

    before, after = WorkerFree().examine(propose(engagements=engagements))

    assert before.acceptable
    assert after.acceptable
    assert before.message.startswith(
        "You are at Railside until 2:45pm; the journey takes about "
    )
    assert after.message.startswith("You are at Railside from 4:10pm; the journey")


def test_time_enough_or_the_same_place_passes(
    propose: Callable[..., Proposal],
) -> None:
    engagements = (
        mine(at(10), at(11)),
        mine(at(14), at(15), Point(10, 0)),
        mine(at(14), at(15), None),
    )

    assert not list(WorkerFree().examine(propose(engagements=engagements)))


def test_nothing_is_said_of_somebody_elses_journeys(
    propose: Callable[..., Proposal],
) -> None:
    assert not list(
        WorkerFree().examine(propose(engagements=(theirs(at(14), at(15)),)))
    )


def test_only_the_last_place_before_and_the_next_after_count(
    propose: Callable[..., Proposal],
) -> None:
    here = Point(0, 0)
    engagements = (
        mine(at(13), at(14, 45)),  # one could not come from here by 3pm
        mine(at(14, 50), at(14, 55), here),  # but is here already
        mine(at(16, 5), at(16, 10), here),
        mine(at(16, 15), at(17)),
    )

    forwards = WorkerFree().examine(propose(engagements=engagements))
    backwards = WorkerFree().examine(propose(engagements=engagements[::-1]))

    assert (list(forwards), list(backwards)) == ([], [])


def test_each_worker_makes_their_own_journey(propose: Callable[..., Proposal]) -> None:
    colleague = mine(at(14, 50), at(14, 55), Point(0, 0))._replace(
        staff_id=5, who="Practitioner 05 is"
    )

    found = WorkerFree().examine(
        propose(engagements=(mine(at(13), at(14, 45)), colleague))
    )

    assert [each.message.partition(" at ")[0] for each in found] == ["You are"]
