"""The catalogue is written, and comes back without a change."""

from __future__ import annotations

import os
import stat
import zipfile
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import WEEK
from tests.venues.services.millbrook import COORDINATOR, PRACTITIONER
from venues.database.models import Venue
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.domain.words import count
from venues.errors import NotAllowed, WrongInput
from venues.services import hours_editing
from venues.services.spreadsheets import reading, shape, writing
from venues.services.spreadsheets.plan import State


@pytest.fixture
def hub(database: Database) -> int:
    """The hub, with hours of a room, for the holidays and for the summer."""
    hub = scene.fill(database)
    room = scene.room_id(database, hub, "Oak")
    summer = (date(2027, 7, 1), date(2027, 8, 31))
    more = [
        Stretch(0, "staffed", time(9), time(12), "term"),
        Stretch(0, "staffed", time(13), time(17), "term"),
        Stretch(5, "open", time(0), time(23, 59), "holiday"),
        Stretch(1, "open", time(10), time(14), "always", *summer),
    ]
    with database.write() as session:
        hours_editing.save(
            session, hub, [*WEEK, *more], COORDINATOR, opened=WEEK, dated_too=True
        )
        hours_editing.save(
            session,
            hub,
            [Stretch(2, "usable", time(12, 30), time(13))],
            COORDINATOR,
            opened=(),
            room_id=room,
        )
    return hub


def export(database: Database, path: Path, sheet: str = "Venues") -> Path:
    with database.read() as session:
        writing.export(session, path, COORDINATOR, sheet=sheet)
    return path


def test_what_is_exported_is_unchanged_when_it_comes_back(
    database: Database, hub: int, tmp_path: Path
) -> None:
    read = reading.read(export(database, tmp_path / "Venues.xlsx"))

    made = spreadsheets.plan(database, read)

    assert not made.does_something
    assert {item.state for item in made.items} == {State.UNCHANGED}
    assert made.notes == []
    assert [item.kind for item in made.items].count("Room") == 4


@pytest.mark.parametrize("kind", shape.KINDS, ids=lambda kind: kind.name)
def test_so_is_each_sheet_as_a_list_with_commas(
    database: Database, hub: int, tmp_path: Path, kind: shape.Kind
) -> None:
    read = reading.read(export(database, tmp_path / "Venues.csv", kind.name))

    made = spreadsheets.plan(database, read)

    assert not made.does_something
    assert made.troubles == []
    assert [column.title for column in kind.columns] == read.sheets[0].rows[0]


def test_what_looks_like_a_formula_stays_text(
    database: Database, hub: int, tmp_path: Path
) -> None:
    with database.write() as session:
        session.get_one(Venue, hub).notes = '=HYPERLINK("x")'
        session.get_one(Venue, hub).terms = "@SUM(1)"

    for name in ("Venues.xlsx", "Venues.csv"):
        path = export(database, tmp_path / name)
        read = reading.read(path)
        cells = read.sheets[0].rows[1]
        assert '=HYPERLINK("x")' in cells
        assert "@SUM(1)" in cells
        assert not spreadsheets.plan(database, read).does_something
    assert b"'@SUM(1)" in (tmp_path / "Venues.csv").read_bytes()


def test_no_cell_of_a_workbook_is_a_formula(
    database: Database, hub: int, tmp_path: Path
) -> None:
    with database.write() as session:
        session.get_one(Venue, hub).notes = "=1+1"
    content = export(database, tmp_path / "Venues.xlsx").read_bytes()

    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if "worksheets/" in name]
        assert not any(b"<f>" in archive.read(name) for name in sheets)


def test_the_template_has_headings_choices_and_help_but_no_rows(
    database: Database, tmp_path: Path
) -> None:
    with database.read() as session:
        writing.template(session, tmp_path / "Template.xlsx", COORDINATOR)

    read = reading.read(tmp_path / "Template.xlsx")

    assert [sheet.name for sheet in read.sheets] == [
        *(kind.name for kind in shape.KINDS),
        "Help",
    ]
    assert [len(sheet.rows) for sheet in read.sheets[:-1]] == [1] * len(shape.KINDS)
    assert not spreadsheets.plan(database, read).does_something


def test_it_is_written_for_its_owner_alone_and_nothing_is_left_beside_it(
    database: Database, hub: int, tmp_path: Path
) -> None:
    path = export(database, tmp_path / "Venues.xlsx")
    export(database, path)

    assert [each.name for each in tmp_path.iterdir() if "db" not in each.name] == [
        "Venues.xlsx"
    ]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_equal_catalogues_make_equal_files(
    database: Database, hub: int, tmp_path: Path
) -> None:
    one = export(database, tmp_path / "One.xlsx").read_bytes()

    assert export(database, tmp_path / "Two.xlsx").read_bytes() == one


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Venues.pdf", "can be written as .xlsx"),
        ("missing/Venues.xlsx", "could not be saved as"),
        ("folder.xlsx", "is a folder"),
    ],
)
def test_where_it_cannot_be_written_is_said(
    database: Database, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "folder.xlsx").mkdir()

    with pytest.raises(WrongInput, match=words):
        export(database, tmp_path / name)


def test_a_text_too_long_for_a_cell_is_named_and_not_cut(
    database: Database, hub: int, tmp_path: Path
) -> None:
    with database.write() as session:
        session.get_one(Venue, hub).notes = "x" * 33_000

    with pytest.raises(WrongInput, match="A text of Millbrook Family Hub is longer"):
        export(database, tmp_path / "Venues.xlsx")


def test_only_those_who_keep_the_catalogue_may_write_it(
    database: Database, tmp_path: Path
) -> None:
    with database.read() as session, pytest.raises(NotAllowed):
        writing.export(session, tmp_path / "Venues.xlsx", PRACTITIONER)
    with database.read() as session, pytest.raises(NotAllowed):
        writing.template(session, tmp_path / "Venues.xlsx", PRACTITIONER)


def test_it_says_how_far_it_is(database: Database, hub: int, tmp_path: Path) -> None:
    told: list[int] = []

    with database.read() as session:
        venues = writing.export(
            session,
            tmp_path / "Venues.xlsx",
            COORDINATOR,
            progress=lambda done, _total: told.append(done),
        )

    assert count(venues, "venue") == "1 venue"
    assert told == list(range(len(shape.KINDS) + 1))


def test_a_place_by_hand_keeps_its_numbers(
    database: Database, hub: int, tmp_path: Path
) -> None:
    with database.write() as session:
        venue = session.get_one(Venue, hub)
        venue.placed_by_hand = True
        venue.easting, venue.northing = 360_000, 390_000
    read = reading.read(export(database, tmp_path / "Venues.xlsx"))

    assert "360000" in read.sheets[0].rows[1]
    assert not spreadsheets.plan(database, read).does_something
    assert replace(spreadsheets.now(database).venues[hub], id=None).placed_by_hand
