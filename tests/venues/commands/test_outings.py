"""``outings``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from tests.venues.services.out_scene import PLACE, plan
from tests.world import NOW, World

Command = Callable[..., Any]


def today(world: World) -> None:
    starts = NOW + timedelta(hours=1)
    plan(world, starts=starts, ends=starts + timedelta(hours=1), now=NOW)


def test_nobody_is_out(command: Command) -> None:
    assert command("outings").out == "Nobody is out.\n"


def test_who_is_out_is_said_to_whom_it_concerns(command: Command, world: World) -> None:
    today(world)

    told = {
        login: command("outings", login=login).out
        for login in ("practitioner.05", "manager.01", "victim.01")
    }

    line = f"Practitioner 04  {PLACE}  9:00am to 10:00am  10:15am  Practitioner 05"
    assert told["practitioner.05"] == f"{line}  Planned\n"
    assert told["manager.01"] == told["practitioner.05"]
    assert told["victim.01"] == "Nobody is out.\n"


def test_as_json(command: Command, world: World) -> None:
    today(world)

    (out,) = command("outings", "--json").json["outings"]

    assert (out["worker"], out["place"], out["state"]) == (
        "Practitioner 04",
        PLACE,
        "Planned",
    )
    assert out["check_out"] == "2026-11-23 10:15"
