"""``shared create``: to prepare a server, as often as one likes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.server import Server, programs
from venues.address import Address
from venues.services import server_backups


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    """Where there is no database yet."""
    address = server.address("office")
    yield address
    server.drop(address)


FIRST = ("shared", "create", "--login", "coordinator.01", "--name", "Coordinator 01")


def test_a_shared_database_is_prepared_filled_and_used(
    command: Callable[..., Any], address: Address
) -> None:
    def ask(*words: str, **given: Any) -> Any:
        return command(*words, data=address.words, **given)

    made, again = ask(*FIRST, "--authority", "war"), ask(*FIRST)

    assert (made.code, made.out) == (
        0,
        "office is ready.\ncoordinator.01 can sign in now.\n",
    )
    assert (again.code, again.out) == (0, "office is up to date.\n")
    staff = ask("staff", "list", login="coordinator.01")
    assert staff.out.startswith("coordinator.01  Coordinator 01, Coordinator.")
    assert ask("check", login="coordinator.01").out == "The database is sound.\n"


def test_one_that_is_not_prepared_says_so(
    command: Callable[..., Any], address: Address
) -> None:
    said = command("staff", "list", data=address.words)

    assert (said.code, said.err) == (
        3,
        "There is no database office. Check its name.\n",
    )


def test_sample_data_can_be_put_on_a_server(
    command: Callable[..., Any], address: Address
) -> None:
    command("shared", "create", data=address.words)

    filled = command("sample", data=address.words)

    assert filled.out.startswith("office now holds ")
    booked = command("find", *ASKED, data=address.words)
    assert booked.code == 0
    assert command("check", data=address.words).code == 0


ASKED = ("--on", "2026-11-26", "--from", "15:00", "--to", "16:00", "--for", "child")


def test_the_server_says_when_it_was_backed_up(
    command: Callable[..., Any], address: Address
) -> None:
    def ask(*words: str, **given: Any) -> Any:
        return command(*words, data=address.words, **given)

    ask(*FIRST)
    said = ask("shared", "backed-up", "--at", "02:00", login="coordinator.01")
    late = ask("shared", "backed-up", "--at", "23:00", login="coordinator.01")

    assert said.out == "Noted: office was backed up on Monday 23 November 2026, 2am.\n"
    assert (late.code, late.err) == (
        2,
        "That is still to come. Say when it was last done.\n",
    )


def test_a_dump_is_left_to_the_servers_own_program(
    command: Callable[..., Any],
    address: Address,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command(*FIRST, data=address.words)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(server_backups, "PLACES", ())
    target = tmp_path / "office.dump"

    without = command("shared", "dump", str(target), data=address.words)
    monkeypatch.setenv("PATH", str(programs()))
    done = command("shared", "dump", str(target), data=address.words)
    before = target.read_bytes()
    (tmp_path / "pg_dump").write_text("#!/bin/sh\nexit 1")
    (tmp_path / "pg_dump").chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = command("shared", "dump", str(target), data=address.words)

    assert (without.code, without.err[:32]) == (3, "pg_dump is not on this PC, and o")
    assert (done.code, done.out) == (0, f"office was written to {target}.\n")
    assert before.startswith(b"PGDMP")
    assert target.stat().st_mode & 0o777 == 0o600
    assert refused.code == 3
    assert target.read_bytes() == before
    assert sorted(each.name for each in tmp_path.glob("*office*")) == ["office.dump"]


@pytest.mark.parametrize("words", [("backup", "copy.db"), ("restore", "copy.db")])
def test_what_is_done_with_a_file_is_not_done_with_a_server(
    command: Callable[..., Any], address: Address, words: tuple[str, ...]
) -> None:
    command("shared", "create", data=address.words)

    said = command(*words, data=address.words)

    assert said.code == 1
    assert "Ask whoever looks after the server." in said.err


def test_a_file_is_not_shared(command: Callable[..., Any]) -> None:
    said = command("shared", "create")

    assert (said.code, said.err) == (
        2,
        "Say on which server: --data postgresql://server/database.\n",
    )


def test_a_password_on_the_command_line_is_refused(
    command: Callable[..., Any],
) -> None:
    said = command("staff", "list", data="postgresql://me:secret@db1/venues")

    assert said.code == 2
    assert "Leave the password out" in said.err
    assert "secret" not in said.err
