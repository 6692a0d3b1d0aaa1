"""``case show``, ``set``, ``rename``, ``merge`` and ``everything``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene

Command = Callable[..., Any]


@pytest.fixture
def case(command: Command) -> Command:
    """The commands about cases, as a manager gives them."""
    return partial(command, "case", login="manager.01")


def test_a_case_is_shown_without_whom_it_is_kept_from(
    world: Any, case: Command
) -> None:
    link_id = scene.link(world)

    said = case("show", "wa20417", "--json")

    assert said.json["reference"] == "WA-20417"
    assert said.json["lists"] == [
        {"login": "practitioner.04", "since": "2026-01-01", "until": None}
    ]
    assert said.json["apart"] == [
        {"id": link_id, "what": "link", "kind": "Same offence"}
    ]
    assert "WA-20466" not in said.out
    assert scene.looks(world) == [(5, "case", 1)]


def test_nothing_recorded_is_not_called_safe(case: Command) -> None:
    case("set", "WA-20417", "--confirm", "practitioner")

    assert case("show", "WA-20417").out.splitlines() == [
        "WA-20417: Child, In education.",
        "On the list of practitioner.04.",
        "Nothing recorded. Last confirmed 23 November 2026 by the case manager.",
    ]


def test_a_reference_is_read_from_standard_input(case: Command) -> None:
    assert "WA-20417" in case("show", "-", typed="WA-20417\n").out


def test_a_case_is_added_with_all_that_is_known(case: Command) -> None:
    said = case(
        *("set", "WA-20999", "--kind", "victim", "--authority", "WAR"),
        *("--sector", "WA2 9", "--need", "step-free", "--two-workers", "yes"),
        *("--in-education", "no", "--ends", "2027-06-01", "--hold", "2027-09-01"),
        *("--hours", "mon=15:15-19:00", "--hours-until", "2027-03-01", "--court"),
        *("--on-list", "victim.01"),
    )

    assert said.out.splitlines() == [
        "WA-20999: Victim, Warrington, WA2 9, Step-free, Two workers.",
        ("Can attend Monday 3:15pm to 7pm, court condition, until 1 March 2027."),
        "On the list of victim.01.",
        "On hold until 1 September 2027.",
        "Nothing recorded. Not confirmed yet.",
    ]


def test_what_is_not_given_stays_as_it_is(case: Command) -> None:
    case("set", "WA-20999", "--kind", "child", "--need", "bus", "--hours", "tue=9-12")
    case("set", "WA-20999", "--ends", "2027-06-01", "--hold", "2027-09-01")

    kept = case("set", "WA-20999", "--two-workers", "yes", "--json").json
    cleared = case(
        *("set", "WA-20999", "--need", "none", "--hours", "any", "--ends", "never"),
        *("--hold", "no", "--json"),
    ).json

    assert (kept["needs"], len(kept["hours"]), kept["ends_on"]) == (
        ["bus"],
        1,
        "2027-06-01",
    )
    assert (kept["on_hold"], kept["two_workers"]) == (True, True)
    assert (cleared["needs"], cleared["hours"], cleared["ends_on"]) == ([], [], None)
    assert not cleared["on_hold"]


def test_a_case_goes_from_one_list_to_another(case: Command) -> None:
    case("set", "WA-20417", "--on-list", "practitioner.05")

    said = case("set", "WA-20417", "--off-list", "practitioner.04", "--json")

    assert said.json["lists"] == [
        {"login": "practitioner.04", "since": "2026-01-01", "until": "2026-11-23"},
        {"login": "practitioner.05", "since": "2026-11-23", "until": None},
    ]


def test_a_new_case_needs_its_kind(case: Command) -> None:
    said = case("set", "WA-20999")

    assert said.code == 2
    assert "child's or a victim's" in said.err


def test_records_are_listed_under_the_case(world: Any, case: Command) -> None:
    scene.link(world, confirmed_on=scene.day(-2))

    said = case("show", "WA-20417")

    assert said.out.splitlines()[-2:] == [
        "Same offence: Current.",
        "Not confirmed yet.",
    ]


def test_a_manager_renames_and_merges(case: Command) -> None:
    renamed = case("rename", "WA-20418", "WA-20471")
    merged = case("merge", "-", "-", typed="WA-20471\nWA-20417\n")

    assert renamed.out == "It is WA-20471 now.\n"
    assert merged.out.splitlines() == [
        "WA-20471 is part of WA-20417 now.",
        ("Moved over 0 bookings, 0 links, 0 venues not to use and 1 place on a list."),
    ]
    assert "merged into WA-20417" in case("show", "WA-20471").err
    assert "merged into WA-20417" in case("set", "WA-20471").err


def test_everything_held_is_told_to_a_manager(case: Command) -> None:
    facts = case("everything", "WA-20417", "--json").json
    lines = case("everything", "WA-20417").out

    assert facts["reference"] == "WA-20417"
    assert facts["bookings"] == []
    assert lines.startswith("Everything held on WA-20417\n")


@pytest.mark.parametrize(
    "words",
    [
        ("rename", "WA-20417", "WA-20471"),
        ("merge", "WA-20418", "WA-20417"),
        ("everything", "WA-20417"),
    ],
)
def test_a_coordinator_does_none_of_that(case: Command, words: tuple[str, ...]) -> None:
    said = case(*words, login="coordinator.01")

    assert (said.code, said.out) == (1, "")
    assert "Only a manager" in said.err


@pytest.mark.parametrize(
    "words", [("show", "WA-20417"), ("set", "WA-20417", "--sector", "WA1 1")]
)
def test_others_are_told_the_same_whether_the_case_is_there_or_not(
    case: Command, words: tuple[str, ...]
) -> None:
    login = "practitioner.04"
    there = case(*words, login=login)
    missing = case(words[0], "WA-29999", *words[2:], login=login)

    assert (there.code, there.out, there.err) == (
        missing.code,
        missing.out,
        missing.err,
    )
    assert there.code == 1
