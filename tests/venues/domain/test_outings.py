"""R16: who is out, and when somebody has to ask after them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from venues.domain.numbers import Numbers
from venues.domain.outings import Out, Standing, looks_like_address

SIX = datetime(2026, 11, 26, 18)
DUE = SIX + timedelta(minutes=15)
ME, OTHER = 1, 2


def out(**changed: Any) -> Out:
    usual: dict[str, Any] = {
        "id": 1,
        "staff_id": 5,
        "name": "Practitioner 05",
        "phone": "",
        "authority_id": 1,
        "place": "Home visit, Runcorn",
        "starts": SIX - timedelta(hours=1),
        "ends": SIX,
        "check_out": DUE,
        "buddy_id": ME,
        "buddy": "Practitioner 01",
        "mine": False,
        "buddy_of": True,
        "watched": False,
        "booking_id": None,
        "checked_in": None,
        "checked_out": None,
        "rung_at": None,
        "rung_by": None,
        "rung": "",
        "heard": False,
    }
    return Out(**{**usual, **changed})


def late(minutes: int) -> datetime:
    return DUE + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("changed", "minutes", "standing"),
    [
        ({}, -90, Standing.PLANNED),
        ({}, -75, Standing.NOT_IN),
        ({"checked_in": SIX}, -15, Standing.IN),
        ({"checked_in": SIX}, 0, Standing.DUE),
        ({"checked_out": SIX}, 30, Standing.OUT),
    ],
)
def test_an_outing_goes_from_planned_to_checked_out(
    changed: dict[str, Any], minutes: int, standing: Standing
) -> None:
    assert out(**changed).standing(late(minutes)) is standing


def test_somebody_is_out_from_the_start_or_their_check_in_to_their_check_out() -> None:
    early = late(-90)

    assert not out().out_now(early)
    assert out().out_now(SIX)
    assert out(checked_in=early).out_now(early)
    assert not out(checked_out=SIX).out_now(SIX)


def test_the_buddy_hears_15_minutes_after_the_end_and_managers_at_30() -> None:
    buddy, manager = out(), out(buddy_of=False, watched=True)
    numbers = Numbers()

    heard = [
        (
            buddy.overdue(ME, late(after), numbers),
            manager.overdue(OTHER, late(after), numbers),
        )
        for after in (-1, 0, 14, 15)
    ]

    assert heard == [(False, False), (True, False), (True, False), (True, True)]


def test_who_checks_out_later_than_that_is_waited_for_until_then() -> None:
    buddy = out(check_out=late(45))
    manager = out(check_out=late(45), buddy_of=False, watched=True)

    assert not buddy.overdue(ME, late(44), Numbers())
    assert buddy.overdue(ME, late(45), Numbers())
    assert not manager.overdue(OTHER, late(59), Numbers())
    assert manager.overdue(OTHER, late(60), Numbers())


def test_a_manager_who_is_the_buddy_hears_of_it_like_a_buddy() -> None:
    assert out(watched=True).overdue(ME, late(15), Numbers())


def test_the_minutes_are_settings() -> None:
    assert out().overdue(ME, late(5), Numbers(overdue_buddy=5))


def test_nobody_else_hears_of_it_nor_of_one_who_is_back() -> None:
    stranger = out(buddy_of=False)

    assert not stranger.overdue(OTHER, late(600), Numbers())
    assert not out(checked_out=DUE).overdue(ME, late(600), Numbers())


def test_whoever_rang_is_left_alone_for_a_quarter_of_an_hour() -> None:
    rung = out(rung_at=late(20), rung_by=ME)

    assert not rung.overdue(ME, late(34), Numbers())
    assert rung.overdue(ME, late(35), Numbers())


def test_a_buddys_call_does_not_keep_it_from_managers() -> None:
    watched = out(buddy_of=False, watched=True, rung_at=late(29), rung_by=ME)

    assert watched.overdue(OTHER, late(30), Numbers())


def test_a_managers_call_answers_for_everybody() -> None:
    rung = {"rung_at": late(31), "rung_by": OTHER, "heard": True}

    assert not out(**rung).overdue(ME, late(32), Numbers())
    assert not out(buddy_of=False, watched=True, **rung).overdue(9, late(32), Numbers())


@pytest.mark.parametrize(
    "text", ["12 Acacia Road", "visit at 3a Long Mill Lane, Runcorn", "7 High St"]
)
def test_a_house_in_a_street_looks_like_an_address(text: str) -> None:
    assert looks_like_address(text)


@pytest.mark.parametrize(
    "text", ["Home visit, Runcorn", "Station Road School", "Year 9 group, Crewe"]
)
def test_a_kind_of_visit_and_a_town_do_not(text: str) -> None:
    assert not looks_like_address(text)
