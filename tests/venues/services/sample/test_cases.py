"""The sample's case references."""

from __future__ import annotations

import re
from collections import Counter

from tests.venues.services.sample.world import AUTHORITIES, TODAY, shared
from venues.database.models import Case, CaseHours, CaseStaff, CaseVenue
from venues.domain.needs import NEEDS
from venues.domain.people import Role
from venues.domain.reference import read
from venues.resources import table


def test_references_share_one_pattern_and_are_all_different() -> None:
    references = [
        row["reference"] for row in shared().rows.of(Case) if row["reference"]
    ]

    assert all(read(reference) == reference for reference in references)
    assert len(set(references)) == len(references) == 125


def test_the_kind_cannot_be_told_from_the_reference() -> None:
    kinds = Counter((case.reference[:2], case.kind) for case in shared().world.cases)

    assert len(kinds) == 8


def test_the_pictured_cases_are_on_the_pictured_list() -> None:
    mine = {
        case.reference
        for case in shared().world.cases
        if case.worker.login == "practitioner.04"
    }

    assert {"WA-20417", "WA-20391", "WA-20355", "WA-20288"} <= mine


def test_a_child_is_on_a_practitioners_list_and_a_victim_on_a_victim_workers() -> None:
    for case in shared().world.cases:
        victim = case.kind == "victim"
        assert case.worker.role is (Role.VICTIM_WORKER if victim else Role.PRACTITIONER)
        assert not case.worker.agency


def test_every_case_in_use_is_on_exactly_one_list_today() -> None:
    today = Counter(
        row["case_id"]
        for row in shared().rows.of(CaseStaff)
        if row["since"] <= TODAY and (row.get("until") or TODAY) >= TODAY
    )

    assert set(today) == {case.id for case in shared().world.cases}
    assert set(today.values()) == {1}


def test_a_home_is_a_sector_of_the_same_authority_and_no_more() -> None:
    codes = {id_: code for code, id_ in AUTHORITIES.items()}
    sectors = {row["sector"]: row["authority"] for row in table("sample/sectors")}

    for case in shared().world.cases:
        assert re.fullmatch(r"[A-Z]{2}\d{1,2} \d", case.sector)
        assert sectors[case.sector] == codes[case.authority_id]


def test_needs_are_those_of_the_checklist() -> None:
    needs = {need for case in shared().world.cases for need in case.needs}

    assert needs <= set(NEEDS)
    assert {"quiet-space", "step-free"} <= needs


def test_some_can_come_at_some_hours_only_and_not_to_some_venues() -> None:
    hours = shared().rows.of(CaseHours)
    places = shared().rows.of(CaseVenue)

    assert len({row["case_id"] for row in hours}) > 3
    assert all(row["opens"] < row["closes"] for row in hours)
    assert len(places) > 3
    assert {row["court_condition"] for row in hours} == {True, False}


def test_cases_that_are_over_are_on_nobodys_list() -> None:
    rows = shared().rows.of(Case)
    over = [row for row in rows if row["ends_on"] < TODAY]

    assert len(over) == 6
    assert sum(row["reference"] is None for row in over) == 1
    assert sum(row["on_hold"] for row in over) == 2
    assert sum(row["merged_into"] is not None for row in over) == 1
    listed = {row["case_id"] for row in shared().rows.of(CaseStaff)}
    assert not listed & {row["id"] for row in over}


def test_some_references_are_new_and_not_confirmed() -> None:
    confirmed = Counter(row["confirmed"] for row in shared().rows.of(Case))

    assert 0 < confirmed[False] < 15
