"""What is said of outings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.venues.domain.test_outings import DUE, SIX, late, out
from ui import outing_words as words
from ui.kinds import Kind
from venues.domain.outings import Out

FIVE = SIX - timedelta(hours=1)


def test_the_badge_says_how_it_stands() -> None:
    assert words.badge(out(checked_in=FIVE), FIVE) == (Kind.GOOD, "In")
    assert words.badge(out(), FIVE) == (Kind.WARN, "Not checked in")
    assert words.badge(out(), DUE) == (Kind.WARN, "Check-out due")


@pytest.mark.parametrize(
    ("changed", "minutes", "said"),
    [
        ({}, -60, "check out with Practitioner 01 by 6:15pm"),
        ({"buddy": "", "buddy_id": None}, -60, "check out by 6:15pm"),
        ({}, 5, "check-out with Practitioner 01 was due at 6:15pm"),
        ({"checked_out": SIX}, 5, "checked out"),
    ],
)
def test_ones_own_says_when_and_with_whom(
    changed: dict[str, object], minutes: int, said: str
) -> None:
    assert words.own(out(**changed), late(minutes)) == f"5:00pm to 6:00pm · {said}"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (-90, "from 5:00pm, out by 6:15pm"),
        (-60, "out by 6:15pm"),
        (5, "check-out was due at 6:15pm"),
        (24 * 60, "check-out was due at 6:15pm on 26 November"),
    ],
)
def test_a_buddy_reads_where_somebody_is_and_until_when(
    minutes: int, said: str
) -> None:
    expected = f"Practitioner 05, Home visit, Runcorn, {said}"

    assert words.buddy(out(), late(minutes)) == expected


def test_the_alert_says_whom_to_ring() -> None:
    rung = out(phone="01925 000 505", rung="Practitioner 01", rung_at=late(20))

    assert words.alert(out(), late(15)) == (
        "Check-out was due at 6:15pm. Ring Practitioner 05."
    )
    assert words.alert(rung, late(40)) == (
        "Check-out was due at 6:15pm. Ring Practitioner 05: 01925 000 505. "
        "Practitioner 01 rang at 6:35pm."
    )


@pytest.mark.parametrize(
    ("outings", "said"),
    [
        ((), "Nobody is out."),
        ((out(checked_out=SIX),), "Nobody is out."),
        ((out(), out(check_out=FIVE)), "2 out now, 1 check-out due."),
        ((out(starts=late(90)), out()), "1 out now, 1 later today."),
        ((out(starts=late(90)),), "Nobody is out now, 1 later today."),
    ],
)
def test_how_many_are_out_is_a_sentence(outings: tuple[Out, ...], said: str) -> None:
    assert words.tally(outings, SIX) == said
