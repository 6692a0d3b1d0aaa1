"""What is done in the background."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.world import NOW, World
from ui import loading
from venues.errors import CannotOpen, NotFound, VenuesError
from venues.gazetteer import Gazetteer
from venues.postcode_list import missing
from venues.services import backups


def test_the_database_comes_with_whoever_sits_here(world: World) -> None:
    database, viewer = loading.database(
        world.database.path, "manager.01", lambda: NOW, "schedule"
    )

    assert viewer == world.manager
    database.close()


FIRST = """
import sys
from datetime import datetime, timedelta
from pathlib import Path
from ui import loading
from venues.database.models import Base
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.services import cases, finding
now = datetime.fromisoformat(sys.argv[2])
path = Path(sys.argv[1])
database, viewer = loading.database(path, "practitioner.04", lambda: now, "find")
period = Period.lasting(now + timedelta(days=1), 60)
wish = finding.Wish(audience=Audience.CHILD, kind="SUP", period=period, people=2,
                    worker_ids=(viewer.staff_id,))
with database.read() as session:
    cases.mine(session, viewer, now.date())
    found = finding.rooms(session, wish, viewer, today=now)
ready = sum(mapper.configured for mapper in Base.registry.mappers)
print(len(found.judged.rooms), ready)
"""


def test_the_first_search_reads_tables_and_makes_no_class_ready(world: World) -> None:
    """In a process of its own: getting 50 classes ready takes as long as reading."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST, world.database.path, NOW.isoformat()],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    rooms, ready = map(int, done.stdout.split())
    assert rooms
    assert ready == 0


def test_a_database_without_anybody_is_let_go_of_again(
    template: Path, tmp_path: Path
) -> None:
    path = tmp_path / "Venues.sqlite"
    shutil.copy(template, path)

    with pytest.raises(NotFound):
        loading.database(path, "", lambda: NOW)

    assert not path.with_name("Venues.sqlite-wal").exists()


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        loading.database(tmp_path / "Venues.sqlite", "", lambda: NOW)


def test_a_backup_is_restored(world: World, tmp_path: Path) -> None:
    copy = backups.back_up(world.database, tmp_path / "copy.sqlite")
    path = tmp_path / "Another.sqlite"

    assert loading.restored(path, copy, NOW, lambda *_: None).kept is None

    assert path.exists()


def test_postcodes_that_did_not_come_with_the_program_are_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(**_known: object) -> Gazetteer:
        raise missing()

    monkeypatch.setattr(Gazetteer, "open", gone)

    with pytest.raises(VenuesError, match="list of postcodes"):
        loading.postcodes(lambda *_: None)


def test_the_other_pages_are_loaded_too() -> None:
    assert loading.pages() is None
