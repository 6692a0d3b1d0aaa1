"""``find`` and ``book``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from tests.venues.services.conditional import prepare
from tests.world import World
from venues.commands import options
from venues.database.models import Case
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing

WHEN = ("--on", "2026-11-26", "--from", "15:00", "--to", "16:00")
CHILD = (*WHEN, "--for", "child", "--case", "WA-20417", "--people", "3")
Command = Callable[..., Any]


def test_find_lists_rooms_that_fit_and_those_that_do_not_with_why(
    command: Command,
) -> None:
    command("book", *CHILD, "--room", "1")

    said = command("find", *WHEN, "--for", "staff", "--people", "3", "--json")

    rooms, others = said.json["rooms"], said.json["others"]
    assert said.code == 0
    assert {room["room"] for room in rooms} == set()
    assert {tuple(sorted(each)) for each in others} == {
        ("change", "findings", "name", "room", "venue")
    }


def test_a_room_says_all_a_script_needs(command: Command) -> None:
    said = command("find", *CHILD, "--json")

    room = next(each for each in said.json["rooms"] if each["room"] == 1)
    assert room == {
        "room": 1,
        "name": "Willow Room",
        "venue": "Millbrook",
        "authority": "Warrington",
        "starts": "2026-11-26T15:00",
        "ends": "2026-11-26T16:00",
        "miles": None,
        "suitability": "suitable",
        "badges": ["Safe", "Confidential", "Accessible"],
        "findings": [],
    }


def test_find_can_be_kept_to_an_authority(command: Command) -> None:
    said = command("find", *CHILD, "--authority", "HAL", "--json")

    assert {room["venue"] for room in said.json["rooms"]} == {"Railside"}


def test_book_answers_with_a_reference_and_its_conditions(command: Command) -> None:
    said = command("book", *CHILD, "--room", "1", "--json")

    assert said.code == 0
    assert said.json["booking"] == "B-10001"
    assert (said.json["status"], said.json["conditions"]) == ("confirmed", [])


def test_without_a_case_it_is_provisional(command: Command) -> None:
    said = command("book", *WHEN, "--for", "child", "--room", "1", "--json")

    assert (said.json["status"], said.json["conditions"]) == ("provisional", ["case"])


def test_a_refusal_is_exit_1_with_findings_and_alternatives(command: Command) -> None:
    command("book", *CHILD, "--room", "1")

    said = command(
        "book",
        *WHEN,
        *("--for", "child", "--case", "WA-20418", "--room", "1", "--json"),
        login="practitioner.05",
    )

    assert said.code == 1
    assert said.json["refused"][0]["rule"] == "R1"
    assert said.json["refused"][0]["severity"] == "refusal"
    assert said.json["alternatives"][0]["name"] == "Oak Room"
    assert said.err.count("\n") == 1
    assert "Willow Room is in use from 3pm to 4pm." in said.err


def test_a_warning_says_how_to_accept_it(command: Command) -> None:
    command("book", *CHILD, "--room", "1")
    later = ("--on", "2026-11-26", "--from", "16:05", "--to", "17:00")
    asked = (*later, "--for", "child", "--case", "WA-20417", "--room", "5")

    refused = command("book", *asked)
    done = command("book", *asked, "--accept", "R19=Going by car")

    assert (refused.code, done.code) == (1, 0)
    assert "Say why with --accept R19=reason" in refused.err


def test_a_sector_without_the_list_of_postcodes_leaves_the_distance_out(
    command: Command, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Gazetteer:
        raise ListMissing("There is no list of postcodes here.")

    monkeypatch.setattr(options.Gazetteer, "open", missing)
    with world.database.write() as session:
        session.execute(update(Case).values(sector="WA2 9"))

    by_case = command("find", *CHILD, "--json")
    by_postcode = command("find", *CHILD, "--near", "WA2 9AA")

    assert by_case.code == 0
    assert {each["miles"] for each in by_case.json["rooms"]} == {None}
    assert (by_postcode.code, by_postcode.err) == (
        2,
        "There is no list of postcodes here.\n",
    )


def test_a_reference_and_a_postcode_can_come_by_standard_input(
    command: Command,
) -> None:
    said = command(
        "book",
        *WHEN,
        *("--for", "child", "--case", "-", "--room", "1"),
        typed="WA-20417\n",
    )

    assert said.code == 0
    assert "confirmed" in said.out


def test_a_buddy_and_check_out_go_with_it(command: Command) -> None:
    said = command(
        "book",
        *CHILD,
        *("--room", "1", "--second", "practitioner.05"),
        *("--buddy", "coordinator.01", "--check-out", "16:15", "--note", "3 chairs"),
    )

    assert said.code == 0


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--people", "0"), "how many people"),
        (("--type", "XYZ"), "no kind of appointment"),
        (("--from", "25:00"), "25:00"),
        (("--to", "14:00"), "ends before it starts"),
        (("--on", "2026-11-22"), "has passed"),
        (("--on", "32 November"), "32 November"),
        (("--case", "Jack"), "WA-20417"),
        (("--need", "trampoline"), "no need"),
        (("--authority", "Narnia"), "no local authority"),
        (("--near", "ZZ99 9ZZ"), "ZZ99 9ZZ"),
        (("--within", "-1"), "above 0"),
    ],
)
def test_bad_input_is_exit_2_and_one_plain_sentence(
    command: Command, more: tuple[str, str], words: str
) -> None:
    said = command("find", *CHILD, *more)

    assert said.code == 2
    assert words in said.err
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--room", "99"), "There is no room 99"),
        (("--room", "1", "--check-out", "15:30"), "after the end"),
        (("--room", "1", "--accept", "R21="), "Give a reason"),
        (("--room", "1", "--buddy", "practitioner.04"), "somebody else"),
    ],
)
def test_bad_input_of_book_is_exit_2_too(
    command: Command, more: tuple[str, ...], words: str
) -> None:
    said = command("book", *CHILD, *more)

    assert said.code == 2
    assert words in said.err


def test_missing_options_are_exit_2(command: Command) -> None:
    said = command("find", "--on", "2026-11-26")

    assert said.code == 2
    assert said.err.count("\n") == 1


def test_a_role_that_may_not_is_exit_1(command: Command) -> None:
    said = command(
        "book",
        *(*WHEN, "--for", "victim", "--case", "WA-31000", "--room", "1"),
    )

    assert said.code == 1
    assert "victim workers and managers" in said.err


def test_a_board_reader_looks_for_no_rooms(command: Command) -> None:
    said = command("find", *WHEN, "--for", "staff", login="board.01")

    assert said.code == 1
    assert "does not look for rooms" in said.err


def test_what_a_panel_needs_goes_with_it(world: World, command: Command) -> None:
    prepare(world)
    panel = ("--on", "2026-12-03", "--from", "17:00", "--to", "18:00", "--for", "child")
    panel = ("book", *panel, "--type", "ROP", "--case", "WA-20417", "--room", "1")

    late = command(*panel, "--panel", "2", "--order", "2026-11-02")
    short = command(*panel, "--panel", "1", "--wait", "2")

    assert "--accept R25 DUE=reason" in late.err
    assert short.code == 0
    assert "provisional" in short.out


def test_fewer_members_than_none_are_told_so(command: Command) -> None:
    said = command("book", *CHILD, "--room", "1", "--panel", "-1")

    assert (said.code, said.err) == (2, "Say how many, from 0 up.\n")
