"""What was looked for in the sample, and what was missing."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.venues.services.sample.world import AUTHORITIES, TODAY
from venues.database.models import OptionExplored, Search, UnmetNeed
from venues.domain.needs import NEEDS
from venues.services.demand import Band, Ended
from venues.services.sample import demand as sample_demand
from venues.services.sample.rows import Rows


@cache
def demand() -> Rows:
    rows = Rows(1)
    sample_demand.add(rows, AUTHORITIES, 9, TODAY, weeks=13)
    return rows


def test_a_quarter_of_searches_ends_this_week() -> None:
    weeks = {row["week"] for row in demand().of(Search)}

    assert len(weeks) == 13
    assert max(weeks) == date(2026, 11, 23)
    assert all(week.weekday() == 0 for week in weeks)


def test_a_search_says_when_and_what_but_not_who() -> None:
    for row in demand().of(Search):
        assert row["band"] in set(Band)
        assert row["ended"] in set(Ended)
        assert set(row["needs"]) <= set(NEEDS)
        assert len(row["district"]) <= 4
        assert row["results"] or row["ended"] == "left"


def test_some_searches_that_were_left_are_recorded_as_needs() -> None:
    left = sum(row["ended"] == "left" for row in demand().of(Search))
    needs = demand().of(UnmetNeed)

    assert 0 < len(needs) < left
    assert all(row["reasons"] for row in needs)


def test_options_explored_have_an_answer_and_a_date_to_ask_again() -> None:
    rows = demand().of(OptionExplored)

    assert {row["answer"] for row in rows} == {"no", "yes", "waiting"}
    for row in rows:
        assert (row["ask_again_on"] is not None) is (row["answer"] == "no")
        assert row["asked_on"] < TODAY
    assert {row["authority_id"] for row in rows} == {1, 2, 3, 4}
