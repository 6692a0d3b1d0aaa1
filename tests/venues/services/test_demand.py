"""The one row that a search leaves behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy import select

from venues.database.models import Search
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import WrongInput
from venues.services import demand
from venues.services.demand import Band, Ended
from venues.services.finding import Wish

WISH = Wish(
    audience=Audience.CHILD,
    kind="SUP",
    period=Period.lasting(datetime(2026, 11, 26, 15, 30), 60),
    people=3,
    needs=("step-free", "quiet-space"),
    references=("WA-20417",),
    worker_ids=(1,),
    district="WA2",
    authority_ids=frozenset({1}),
)


def recorded(world: Any, wish: Wish = WISH, ended: Ended = Ended.LEFT) -> Search:
    with world.database.write() as session:
        demand.record(session, wish, 4, ended)
    with world.database.read() as session:
        return session.scalars(select(Search)).one()


def test_a_search_is_kept_by_its_week_and_part_of_the_day(world: Any) -> None:
    row = recorded(world)

    assert (row.week, row.set, row.band) == (date(2026, 11, 23), "CH", "14-16")
    assert (row.people, row.results, row.ended) == (3, 4, "left")
    assert row.needs == ["quiet-space", "step-free"]
    assert (row.authority_id, row.district) == (1, "WA2")


def test_neither_case_nor_person_nor_day_is_in_it(world: Any) -> None:
    row = recorded(world, ended=Ended.BOOKED)

    kept = {column.name: getattr(row, column.name) for column in Search.__table__.c}
    assert "20417" not in str(kept)
    assert "2026, 11, 26" not in str(kept)
    assert not {"case_id", "staff_id", "made_by"} & kept.keys()


def test_no_authority_stands_for_several(world: Any) -> None:
    row = recorded(world, wish=replace(WISH, authority_ids=frozenset({1, 2})))

    assert row.authority_id is None


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (time(7), Band.MORNING),
        (time(10, 55), Band.MORNING),
        (time(11), Band.MIDDAY),
        (time(14), Band.AFTERNOON),
        (time(16), Band.AFTER_SCHOOL),
        (time(18), Band.EVENING),
        (time(20, 30), Band.EVENING),
    ],
)
def test_each_start_falls_into_one_band(starts: time, expected: Band) -> None:
    assert demand.band(starts) is expected


def test_an_unknown_kind_is_said_so(world: Any) -> None:
    with pytest.raises(WrongInput, match="kind of appointment"):
        recorded(world, wish=replace(WISH, kind="XYZ"))
