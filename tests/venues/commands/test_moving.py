"""``shared import`` and ``shared export``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.server import Server
from tests.world import World
from venues.address import Address


@pytest.fixture
def address(server: Server) -> Iterator[Address]:
    address = server.address("office")
    yield address
    server.drop(address)


def test_a_file_moves_in_and_out_again(
    command: Callable[..., Any], address: Address, world: World, tmp_path: Path
) -> None:
    def ask(*words: str, **given: Any) -> Any:
        return command(*words, data=address.words, **given)

    world.database.close()
    path, back = world.database.path, tmp_path / "back.sqlite"
    ask("shared", "create")

    moved = ask("shared", "import", str(path))
    again = ask("shared", "import", str(path), "--json")
    out = ask("shared", "export", str(back))

    assert moved.out.startswith(
        "Venues.sqlite was put into office: 3 venues, 6 rooms, "
    )
    assert "compared." in moved.out
    assert (again.code, again.json["already"]) == (0, True)
    assert out.out.startswith(f"office was put into {back}: 3 venues, 6 rooms, ")
    assert command("check", data=back).code == 0


def test_a_file_is_not_a_server(command: Callable[..., Any], tmp_path: Path) -> None:
    said = command("shared", "import", str(tmp_path / "a.sqlite"))

    assert said.code == 2
