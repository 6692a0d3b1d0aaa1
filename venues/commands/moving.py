"""``shared import`` and ``shared export``: between a file and a server, whole."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from venues.address import Address
from venues.commands.desk import Desk
from venues.database.transfer import Moved
from venues.domain.words import count
from venues.errors import WrongInput
from venues.services import moving_house

Named = Callable[..., ArgumentParser]


def add_to(commands: Any, named: Named) -> None:
    """The options of both."""
    for name, work, help_ in (
        ("import", bring_in, "put a whole file into it"),
        ("export", take_out, "put all of it into a new file, for leaving"),
    ):
        named(commands, name, work, help_).add_argument("file", metavar="FILE")


def bring_in(desk: Desk) -> int:
    """Put all that a file holds into a shared database that was only prepared."""
    address = _address(desk)
    path = Path(desk.options.file)
    moved = moving_house.bring_in(path, address)
    _tell(desk, moved, f"{path.name} was put into {address}", f"{address} holds it all")
    return 0


def take_out(desk: Desk) -> int:
    """Put all that a shared database holds into a file; for whoever looks after it."""
    address = _address(desk)
    target = Path(desk.options.file)
    moved = moving_house.take_out(address, target)
    _tell(desk, moved, f"{address} was put into {target}", f"{target} holds it all")
    return 0


def _tell(desk: Desk, moved: Moved, done: str, already: str) -> None:
    rows = sum(moved.rows.values())
    held = ", ".join(
        count(moved.rows[name], name) for name in ("venue", "room", "case", "booking")
    )
    said = f"{already} already: {held}." if moved.already else f"{done}: {held}."
    checked = f"{count(rows, 'row')} in {count(len(moved.rows), 'table')} compared."
    desk.answer({"already": moved.already, "rows": moved.rows}, [f"{said} {checked}"])


def _address(desk: Desk) -> Address:
    address = desk.place
    if not isinstance(address, Address):
        raise WrongInput(
            "Say on which server: --data postgresql://server/database.", "data"
        )
    return address
