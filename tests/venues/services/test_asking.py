"""What somebody asks for, made fit for the rules."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from venues.database import catalogue
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import NotAllowed, WrongInput
from venues.services import asking

NOW = datetime(2026, 11, 23, 8)


def test_a_time_asked_for_is_a_period() -> None:
    assert asking.period(datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16)) == (
        Period.lasting(datetime(2026, 11, 26, 15), 60)
    )


@pytest.mark.parametrize(
    ("starts", "ends", "field", "words"),
    [
        ((26, 16), (26, 15), "ends", "ends before it starts"),
        ((26, 15), (26, 15), "ends", "ends before it starts"),
        ((26, 23), (27, 1), "ends", "past midnight"),
    ],
)
def test_a_time_that_cannot_be_is_said_beside_its_field(
    starts: tuple[int, int], ends: tuple[int, int], field: str, words: str
) -> None:
    with pytest.raises(WrongInput, match=words) as trouble:
        asking.period(datetime(2026, 11, *starts), datetime(2026, 11, *ends))

    assert trouble.value.field == field


def test_a_time_the_clocks_skip_is_refused_with_the_reason() -> None:
    with pytest.raises(WrongInput, match="clocks go forward"):
        asking.period(datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 3))


def test_the_kinds_for_an_audience_are_those_of_its_sets(world: Any) -> None:
    with world.database.read() as session:
        found = catalogue.read(session)

    children = [kind.code for kind in asking.kinds_for(found, Audience.CHILD)]
    staff = [kind.code for kind in asking.kinds_for(found, Audience.STAFF)]

    assert (children, staff) == (["SUP", "GRP"], ["PRO"])


def test_yesterday_is_over_and_a_far_year_is_a_slip() -> None:
    with pytest.raises(WrongInput, match="Choose today or later"):
        asking.check_time(Period.lasting(datetime(2026, 11, 22, 15), 60), NOW)
    with pytest.raises(WrongInput, match="Check the year"):
        asking.check_time(Period.lasting(datetime(2062, 11, 22, 15), 60), NOW)


def test_an_appointment_under_way_may_still_be_asked_for() -> None:
    under_way = Period.lasting(datetime(2026, 11, 23, 7, 30), 60)

    asking.check_time(under_way, NOW)

    assert under_way.starts < NOW < under_way.ends


def test_a_role_that_may_not_is_told_who_may(world: Any) -> None:
    with pytest.raises(NotAllowed, match="victim workers and managers"):
        asking.check_role(world.practitioner, Audience.VICTIM)
    with pytest.raises(NotAllowed, match="A board reader does not book"):
        asking.check_role(world.board, Audience.STAFF)


def test_every_text_that_is_written_down_is_looked_at(world: Any) -> None:
    request = world.request(note="4 chairs", arrival=" ", accepted={"R21": "Car"})
    with world.database.read() as session:
        asked = asking.appointment(catalogue.read(session), request)

    assert asked.texts == (("note", "4 chairs"), ("accepted", "Car"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 November", date(2026, 11, 2)),
        ("28 November", date(2025, 11, 28)),
        ("2 November 2026", date(2026, 11, 2)),
        ("today", date(2026, 11, 23)),
    ],
)
def test_an_order_was_made_on_a_day_that_is_over(text: str, day: date) -> None:
    assert asking.order_day(text, date(2026, 11, 23)) == day


@pytest.mark.parametrize("text", ["2 November 2027", "32 November"])
def test_an_order_of_no_day_or_one_to_come_is_told_so(text: str) -> None:
    with pytest.raises(WrongInput) as trouble:
        asking.order_day(text, date(2026, 11, 23))

    assert trouble.value.field == "order_on"
