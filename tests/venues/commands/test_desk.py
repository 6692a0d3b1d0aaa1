"""On whose behalf a command acts."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import Any

import pytest

from venues.database.models import Setting

Command = Callable[..., Any]
FIND = (
    *("find", "--on", "2026-11-26", "--from", "15:00", "--to", "16:00"),
    *("--for", "staff"),
)


def test_an_unknown_login_is_said(command: Command) -> None:
    said = command(*FIND, login="nobody")

    assert said.code == 1
    assert "Nobody here signs in as “nobody”" in said.err


def test_nobody_named_asks_who_it_is(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "stranger")

    said = command(*FIND, login=None)

    assert said.code == 1
    assert "--as LOGIN" in said.err


def test_the_computers_own_login_will_do(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "practitioner.05")

    assert command(*FIND, login=None).code == 0


def test_sample_data_is_acted_on_as_practitioner_04(
    command: Command, world: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "stranger")
    with world.database.write() as session:
        session.add(Setting(name="sample", value="yes"))

    assert command(*FIND, login=None).code == 0
