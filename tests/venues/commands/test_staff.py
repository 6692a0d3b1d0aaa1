"""``staff list``, ``staff add`` and ``staff leave``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Command = Callable[..., Any]
KEEPER = "coordinator.01"
ADD = ("staff", "add", "practitioner.17", "--name", "Practitioner 17", "--role")


def test_the_list_is_for_those_who_keep_staff(command: Command) -> None:
    said = command("staff", "list", "--json", login=KEEPER)
    refused = command("staff", "list")

    assert [each["login"] for each in said.json["staff"]][:2] == [
        "board.01",
        "coordinator.01",
    ]
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Staff are entered by coordinators and managers.")


def test_somebody_is_entered_with_all_that_is_known(command: Command) -> None:
    said = command(
        *ADD,
        "practitioner",
        *("--authority", "war", "--agency", "Health", "--phone", "01925 000000"),
        *("--ask-for", "Bridge Team", "--json"),
        login=KEEPER,
    )

    assert said.code == 0
    assert said.json["authority"] == "WAR"
    assert said.json["agency"] == "Health"
    assert command(*ADD, "manager", login=KEEPER).code == 1


def test_whoever_leaves_is_off_the_list_and_their_work_is_listed(
    command: Command,
) -> None:
    command(
        "book",
        *("--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
        *("--for", "child", "--case", "WA-20417", "--room", "1"),
    )

    said = command("staff", "leave", "practitioner.04", login=KEEPER)

    assert said.code == 0
    assert said.out.splitlines() == [
        "Practitioner 04 does not sign in from Mon 23 Nov 2026 on.",
        (
            "Still to hand over: B-10001 Thu 26 Nov 2026, 3pm to 4pm "
            "Willow Room, Millbrook."
        ),
        "Still to hand over: 1 case on the list.",
    ]
    assert "WA-20417" not in said.out
    assert command("find", login="practitioner.04").code != 0
    listed = command("staff", "list", login=KEEPER).out
    assert "practitioner.04" not in listed
    everybody = command("staff", "list", "--left", login=KEEPER).out
    assert "practitioner.04  Practitioner 04, Practitioner. Left 23 Nov" in everybody


def test_a_colleague_takes_all_of_it(command: Command) -> None:
    command(
        "book",
        *("--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
        *("--for", "child", "--case", "WA-20417", "--room", "1"),
    )
    leave = ("staff", "leave", "practitioner.04", "--on", "2026-11-25", "--json")

    refused = command(*leave, "--to", "coordinator.01", login="manager.01")
    said = command(*leave, "--to", "practitioner.05", login="manager.01")

    assert refused.code == 2
    assert said.code == 0
    assert said.json["handed_to"] == "practitioner.05"
    assert len(said.json["in_hand"]) == 2
    shown = command("show", "B-10001", "--json", login="practitioner.05")
    assert shown.code == 0
