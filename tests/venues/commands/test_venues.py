"""``venues list``, ``venues import`` and ``venues export``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.world import World
from venues.commands import venues as commands
from venues.database.models import Venue
from venues.database.session import Database
from venues.gazetteer import Gazetteer
from venues.postcode_list import ListMissing
from venues.services import catalogue_list

Command = Callable[..., Any]


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(
        "Name,Authority,Mon\nOld Mill,Halton,9-5\nNew Hall,Wales,9-5\n", "utf-8"
    )
    return path


def names(database: Database) -> list[str]:
    with database.read() as session:
        rows = catalogue_list.venues(session, today=date(2026, 11, 23))
    return [row.name for row in rows]


def test_the_venues_are_listed(command: Command, world: World) -> None:
    said = command("venues", "list")
    facts = command("venues", "list", "--json").json["venues"]

    assert said.code == 0
    assert len(said.out.splitlines()) == len(facts) == 3
    assert set(facts[0]) == {
        "venue",
        "name",
        "town",
        "postcode",
        "authority",
        "kind",
        "rooms",
        "status",
    }


def test_a_venue_that_is_not_active_says_so(command: Command, world: World) -> None:
    with world.database.write() as session:
        session.get_one(Venue, 1).status = "suspended"

    assert "(suspended)" in command("venues", "list").out


def test_a_board_reader_does_not_look_at_venues(command: Command) -> None:
    said = command("venues", "list", login="board.01")

    assert (said.code, said.err) == (1, "Your role does not look at venues.\n")


def test_a_dry_run_says_what_would_happen_and_writes_nothing(
    command: Command, world: World, typed: Path
) -> None:
    before = names(world.database)

    said = command("venues", "import", str(typed), "--dry-run", login="coordinator.01")

    assert said.code == 1
    assert said.out.startswith("1 new, 0 changed, 0 unchanged, 1 left out (nothing")
    assert "list, row 3, Authority (B): “Wales” is not one of our" in said.out
    assert names(world.database) == before


def test_good_rows_are_imported_and_the_others_named(
    command: Command, world: World, typed: Path
) -> None:
    said = command("venues", "import", str(typed), "--json", login="coordinator.01")

    assert said.code == 1
    assert "Old Mill" in names(world.database)
    facts = said.json
    assert (facts["imported"], facts["new"], facts["problem"]) == (True, 1, 1)
    assert facts["rows"][1]["problems"][0]["column"] == "Authority (B)"
    assert facts["rows"][1]["problems"][0]["row"] == 3


def test_only_the_cell_may_be_left_out(
    command: Command, world: World, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Authority,Price\nOld Mill,Halton,dear\n", "utf-8")

    said = command(
        "venues", "import", str(path), "--leave-out", "cell", login="coordinator.01"
    )

    assert said.code == 0
    assert "Old Mill" in names(world.database)


def test_what_is_exported_changes_nothing_when_it_is_imported(
    command: Command, world: World, tmp_path: Path
) -> None:
    path = tmp_path / "Venues.xlsx"

    written = command("venues", "export", str(path), login="coordinator.01")
    read = command("venues", "import", str(path), login="coordinator.01")

    assert written.out == "Wrote 3 venues to Venues.xlsx.\n"
    assert read.code == 0
    assert read.out.startswith("0 new, 0 changed, ")


def test_one_sheet_or_the_template_is_written(
    command: Command, world: World, tmp_path: Path
) -> None:
    hours, empty = tmp_path / "Hours.csv", tmp_path / "Template.xlsx"

    one = command(
        "venues",
        "export",
        str(hours),
        "--sheet",
        "Hours",
        "--json",
        login="coordinator.01",
    )
    other = command(
        "venues", "export", str(empty), "--template", login="coordinator.01"
    )

    assert one.json == {"file": str(hours), "venues": 3}
    assert hours.read_bytes().startswith(b"\xef\xbb\xbfVenue,Room,Hours")
    assert other.out == "Wrote the template to Template.xlsx.\n"
    assert empty.exists()


@pytest.mark.parametrize("word", ["import", "export"])
def test_only_those_who_keep_the_catalogue_may(
    command: Command, typed: Path, word: str
) -> None:
    said = command("venues", word, str(typed))

    assert said.code == 1
    assert "Only a coordinator or a manager" in said.err


def test_a_file_of_no_use_is_a_wrong_argument(command: Command, tmp_path: Path) -> None:
    said = command(
        "venues", "import", str(tmp_path / "gone.csv"), login="coordinator.01"
    )

    assert (said.code, said.err.startswith("There is no file gone.csv")) == (2, True)


def test_without_the_list_of_postcodes_it_works_all_the_same(
    command: Command, world: World, typed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Gazetteer:
        raise ListMissing("There is no list of postcodes here.")

    monkeypatch.setattr(commands.Gazetteer, "open", missing)

    command("venues", "import", str(typed), login="coordinator.01")

    assert "Old Mill" in names(world.database)
