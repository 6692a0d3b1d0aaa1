"""Reviews: when they are due, overdue, and too late."""

from __future__ import annotations

from datetime import date

import pytest

from tests.venues.domain.assessing import SEEN, TODAY, record
from venues.domain.record import Happening, Limits, Part, Record, Visit
from venues.domain.reviewing import Late, reviews

JUNE = date(2027, 6, 4)


@pytest.mark.parametrize(
    ("visit", "late"),
    [
        (SEEN, Late(JUNE)),
        (
            Visit(date(2025, 11, 26), date(2026, 11, 26)),
            Late(date(2026, 11, 26)),
        ),
        (
            Visit(date(2025, 11, 25), date(2026, 11, 25)),
            Late(date(2026, 11, 25), date(2026, 11, 25)),
        ),
        (
            Visit(date(2025, 8, 26), date(2026, 8, 26)),
            Late(date(2026, 8, 26), date(2026, 8, 26), "", blocked=True),
        ),
        (
            Visit(date(2026, 6, 4), TODAY, "building work"),
            Late(TODAY, TODAY, "building work"),
        ),
        (
            Visit(date(2025, 11, 25), date(2027, 11, 25)),
            Late(date(2026, 11, 25), date(2026, 11, 25)),
        ),
    ],
)
def test_a_review_is_due_a_year_after_the_visit_or_when_something_changed(
    visit: Visit, late: Late
) -> None:
    assert reviews(record(visit), TODAY) == late


def test_the_earlier_review_of_venue_and_room_counts() -> None:
    older = Visit(date(2025, 12, 1), date(2026, 12, 1))

    assert reviews(Record(Part(SEEN), Part(older)), TODAY).due == older.review_by
    assert reviews(Record(Part(older), Part(SEEN)), TODAY).due == older.review_by
    assert reviews(Record(), TODAY) == Late()


@pytest.mark.parametrize(
    ("happening", "since"),
    [
        (Happening(date(2026, 9, 1)), date(2026, 9, 1)),
        (Happening(date(2026, 9, 1), date(2026, 9, 8)), date(2026, 9, 1)),
        (Happening(date(2026, 5, 1)), None),  # it was looked at since
        (Happening(date(2026, 12, 1)), None),
    ],
)
def test_an_incident_since_the_visit_asks_for_a_review(
    happening: Happening, since: date | None
) -> None:
    late = reviews(record(happenings=(happening,)), TODAY)

    assert late.since == since
    assert late.because == ("incident" if since else "")


def test_an_incident_in_a_room_asks_for_a_review_of_the_room() -> None:
    seen_since = Visit(date(2026, 10, 1), date(2027, 10, 1))
    in_room = Happening(date(2026, 9, 1), room_id=1)
    anywhere = Happening(date(2026, 9, 1))

    assert (
        reviews(Record(Part(SEEN), Part(seen_since), (in_room,)), TODAY).since is None
    )
    assert reviews(Record(Part(seen_since), Part(SEEN), (in_room,)), TODAY).since
    assert (
        reviews(Record(Part(seen_since), Part(SEEN), (anywhere,)), TODAY).since is None
    )


def test_the_months_are_a_setting() -> None:
    found = Record(Part(SEEN), Part(SEEN), (), Limits(review=3, block=5))

    late = reviews(found, TODAY)

    assert (late.since, late.blocked) == (date(2026, 9, 4), True)
