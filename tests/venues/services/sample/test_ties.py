"""Who is kept from whom in the sample."""

from __future__ import annotations

from collections import Counter

from tests.venues.services.sample.world import TODAY, shared
from venues.database.models import Separation
from venues.services.sample.ties import Ties

KINDS = {
    *("same offence", "co-defendants", "group conflict"),
    *("no contact", "family", "same person"),
}


def test_there_are_links_of_all_six_kinds() -> None:
    rows = shared().rows.of(Separation)
    current = [row for row in rows if row["closed_on"] is None]

    assert {row["kind"] for row in current} == KINDS
    assert len(current) == 61
    assert len(rows) - len(current) == 4
    assert Counter(row["court_condition"] for row in rows)[True] > 3


def test_two_cases_stand_in_order_and_once() -> None:
    pairs = [
        (row["first_id"], row["second_id"]) for row in shared().rows.of(Separation)
    ]

    assert all(first < second for first, second in pairs)
    assert len(pairs[:61]) == len(set(pairs[:61]))


def test_links_end_after_they_start_and_are_reviewed_within_six_months() -> None:
    for row in shared().rows.of(Separation):
        assert row["until"] is None or row["since"] <= row["until"]
        assert (row["review_on"] - row["since"]).days <= 183
        assert row["since"] < TODAY


def test_the_pictured_pair_is_kept_apart() -> None:
    cases = {case.reference: case.id for case in shared().world.cases}
    ties = shared().world.ties

    assert ties.apart(cases["WA-20391"], cases["WA-20466"])
    assert ties.apart(cases["WA-20466"], cases["WA-20391"])


def test_what_holds_for_one_reference_holds_for_the_persons_other_one() -> None:
    ties = Ties()
    ties.join(3, 9)

    ties.part(9, 5)

    assert ties.person(9) == 3
    assert ties.apart(3, 5)
    assert ties.apart(5, 9)
    assert not ties.apart(3, 9)


def test_nobody_is_kept_from_themselves() -> None:
    world = shared().world

    for case in world.cases:
        assert not world.ties.apart(case.id, case.id)
