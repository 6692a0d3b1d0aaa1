"""What follows from the links is written down whenever one of them changes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update

from venues.database.engines import ties
from venues.database.models import Case, Separation, Tie

CHILD, VICTIM, OTHER, FOURTH = 1, 2, 3, 4
SINCE = date(2026, 1, 1)
FIRST, LAST = (date.fromisoformat(day) for day in ties.ALWAYS)

Row = tuple[int, str, int, date, date]


def link(world: Any, first: int, second: int, kind: str, **more: Any) -> int:
    with world.database.write() as session:
        made = Separation(
            first_id=first, second_id=second, kind=kind, **({"since": SINCE} | more)
        )
        session.add(made)
        session.flush()
        return made.id


def written(world: Any, case_id: int) -> set[Row]:
    with world.database.read() as session:
        rows = session.scalars(select(Tie).where(Tie.case_id == case_id))
        return {
            (row.case_id, row.kind, row.other_id, row.since, row.until) for row in rows
        }


def test_a_link_is_written_down_for_both_its_ends(world: Any) -> None:
    link(world, CHILD, VICTIM, "family", until=date(2027, 1, 1))

    for one, other in ((CHILD, VICTIM), (VICTIM, CHILD)):
        assert written(world, one) == {
            (one, "family", other, SINCE, date(2027, 1, 1)),
        }


def test_a_reference_has_what_the_persons_other_reference_has(world: Any) -> None:
    link(world, CHILD, VICTIM, "family")
    link(world, VICTIM, OTHER, "same person")

    assert written(world, OTHER) == {
        (OTHER, "same person", OTHER, FIRST, LAST),
        (OTHER, "same person", VICTIM, SINCE, LAST),
        (OTHER, "family", CHILD, SINCE, LAST),
    }
    assert {row[2] for row in written(world, CHILD)} == {VICTIM, OTHER}


def test_what_holds_on_different_days_does_not_hold_together(world: Any) -> None:
    link(world, CHILD, VICTIM, "family", until=date(2026, 3, 31))
    link(world, VICTIM, OTHER, "same person", since=date(2026, 4, 1))

    assert "family" not in {row[1] for row in written(world, OTHER)}


def test_it_goes_when_the_link_is_closed_and_comes_back_with_it(world: Any) -> None:
    number = link(world, CHILD, VICTIM, "family")
    for closed, expected in ((SINCE, set()), (None, {VICTIM})):
        with world.database.write() as session:
            session.get_one(Separation, number).closed_on = closed

        assert {row[2] for row in written(world, CHILD)} == expected


def test_it_goes_with_a_link_that_is_let_go_of(world: Any) -> None:
    number = link(world, CHILD, VICTIM, "family", until=SINCE + timedelta(1))

    with world.database.write() as session:
        session.execute(delete(Separation).where(Separation.id == number))

    assert written(world, CHILD) == set()


LINKS = st.lists(
    st.tuples(
        st.sampled_from([*combinations((CHILD, VICTIM, OTHER, FOURTH), 2)]),
        st.sampled_from(["same person", "family", "no contact"]),
        st.integers(0, 5),
        st.one_of(st.none(), st.integers(0, 5)),
    ),
    max_size=5,
)


@given(links=LINKS, day=st.integers(0, 10))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_on_each_day_it_says_what_following_the_links_by_hand_does(
    world: Any, links: list[Any], day: int
) -> None:
    today = SINCE + timedelta(day)
    with world.database.write() as session:
        session.merge(Case(id=FOURTH, reference="WA-20419", kind="child"))
        session.execute(update(Separation).values(closed_on=SINCE))
    now = []
    for (first, second), kind, starts, days in links:
        since = SINCE + timedelta(starts)
        until = None if days is None else since + timedelta(days)
        link(world, first, second, kind, since=since, until=until)
        if since <= today and (until is None or today <= until):
            now.append((first, second, kind))

    def person(case_id: int) -> set[int]:
        found = {case_id}
        for _ in range(4):
            for first, second, kind in now:
                if kind == ties.SAME and found & {first, second}:
                    found |= {first, second}
        return found

    for asked in (CHILD, VICTIM, OTHER, FOURTH):
        mine = person(asked)
        expected = {
            (kind, one)
            for first, second, kind in now
            if kind != ties.SAME
            for here, there in ((first, second), (second, first))
            if here in mine
            for one in person(there)
        }
        expected |= {(ties.SAME, one) for one in mine} if len(mine) > 1 else set()
        found = {
            (kind, other)
            for _, kind, other, since, until in written(world, asked)
            if since <= today <= until and (kind, other) != (ties.SAME, asked)
        }

        assert found == expected - {(ties.SAME, asked)}
    with world.database.read() as session:
        assert session.scalar(text(ties.STALE)) == 0
