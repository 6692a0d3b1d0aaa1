"""``apart add``, ``close`` and ``list``, and ``reason``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.venues.services.apart import apart_scene as scene

Command = Callable[..., Any]
PAIR = ("WA-20417", "WA-20466")


@pytest.fixture
def apart(command: Command) -> Command:
    """The commands about keeping apart, as a coordinator gives them."""
    return partial(command, "apart", login="coordinator.01")


def test_two_cases_are_linked(apart: Command) -> None:
    said = apart(
        *("add", *PAIR, "--kind", "no contact", "--court", "--until", "never"), "--json"
    )

    assert said.json["kind"] == "no contact"
    assert said.json["court_condition"]
    assert (said.json["since"], said.json["until"], said.json["review_on"]) == (
        "2026-11-23",
        None,
        "2027-05-23",
    )


def test_it_is_said_until_when(apart: Command) -> None:
    said = apart(
        *("add", "-", "-", "--kind", "family", "--from", "2026-12-01"),
        *("--until", "2027-03-01", "--review", "2027-02-01"),
        typed="WA-20417\nWA-20466\n",
    )

    assert said.out == (
        "Linked WA-20417 and WA-20466: family, until 1 March 2027. "
        "Looked at again 1 Feb 2027.\n"
    )


def test_without_a_date_it_ends_when_it_is_looked_at_again(apart: Command) -> None:
    said = apart("add", *PAIR, "--kind", "family", "--json").json

    assert said["until"] == said["review_on"] == "2027-05-23"


def test_a_case_is_kept_from_a_venue(apart: Command) -> None:
    said = apart("add", "WA-20417", "--venue", "railside", "--until", "2027-03-01")

    assert said.out == (
        "WA-20417 must not use Railside, until 1 March 2027. "
        "Looked at again 23 May 2027.\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", *PAIR), "what kind"),
        (("add", "WA-20417"), "second reference, or --venue"),
        (("add", *PAIR, "--venue", "Railside"), "second reference, or --venue"),
        (("add", "WA-20417", "--venue", "Palace"), "no venue"),
        (("add", "WA-20417", "WA-29999", "--kind", "family"), "no case"),
        (("close", *PAIR), "nothing like that to close"),
        (("close", "WA-20417", "--venue", "Railside"), "nothing like that to close"),
    ],
)
def test_what_cannot_be_done_says_why(
    apart: Command, words: tuple[str, ...], said: str
) -> None:
    found = apart(*words)

    assert found.code == 2
    assert said in found.err


def test_links_are_closed_and_stay_listed(apart: Command) -> None:
    apart("add", *PAIR, "--kind", "family")
    apart("add", *PAIR, "--kind", "no contact")
    apart("add", "WA-20417", "--venue", "Railside")

    one = apart("close", *PAIR, "--kind", "family")
    venue = apart("close", "WA-20417", "--venue", "Railside", "--json")
    rest = apart("close", "WA-20466", "WA-20417")

    assert (one.out, rest.out) == ("Closed 1 record.\n", "Closed 1 record.\n")
    assert venue.json["closed"][0]["what"] == "venue"
    closed = apart("list", "--state", "closed", "--json").json["rows"]
    assert [row["state"] for row in closed] == ["Closed"] * 3


def test_the_list_holds_one_reference_a_row(world: Any, apart: Command) -> None:
    scene.link(world, court_condition=True)
    scene.bar(world, until=None)

    said = apart("list")

    assert said.out.splitlines() == [
        "  WA-20417, same offence, court condition, until 11 Jun 2027, current",
        "  WA-20417, from Railside, not to use, current",
        "2 records. What is not here may still be so.",
    ]
    assert scene.looks(world) == []


def test_partners_are_shown_on_request_and_each_look_is_recorded(
    world: Any, apart: Command
) -> None:
    link_id = scene.link(world)
    scene.bar(world)

    rows = apart("list", "--partners", "--case", "WA-20466", "--json").json["rows"]

    assert [(row["case"], row["kept_from"]) for row in rows] == [
        ("WA-20466", "WA-20417")
    ]
    assert scene.looks(world) == [(4, "link", link_id)]


def test_venues_need_no_look(world: Any, apart: Command) -> None:
    scene.bar(world)

    rows = apart("list", "--partners", "--json").json["rows"]

    assert [row["kept_from"] for row in rows] == ["Railside"]
    assert scene.looks(world) == []


def test_a_reason_is_told_by_its_code(world: Any, command: Command) -> None:
    scene.book(world, 14, **scene.victim(world))
    link_id = scene.link(world)
    code = scene.refused(world)

    facts = command("reason", code, "--json", login="manager.01").json
    with world.database.write() as session:
        session.get(scene.Separation, link_id).closed_on = scene.TODAY
    lines = command("reason", code, login="coordinator.01").out.splitlines()

    assert facts["applies"]
    assert "WA-20466" in facts["causes"][0]
    assert lines[0].startswith("Practitioner 04 asked for Millbrook")
    assert lines[1].startswith("It no longer applies.")


@pytest.mark.parametrize(
    "words",
    [
        ("apart", "list"),
        ("apart", "add", *PAIR, "--kind", "family"),
        ("apart", "close", *PAIR),
        ("reason", "K-222222"),
    ],
)
@pytest.mark.parametrize("login", ["practitioner.04", "victim.01", "board.01"])
def test_others_are_told_nothing_but_that(
    command: Command, login: str, words: tuple[str, ...]
) -> None:
    said = command(*words, login=login)

    assert (said.code, said.out) == (1, "")
    assert said.err == (
        "Only a coordinator or a manager sees and changes what keeps people apart.\n"
    )
