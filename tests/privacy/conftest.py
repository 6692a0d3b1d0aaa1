"""What each person gets out of each variant, gathered once for all tests."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.privacy import roll, scene, seat
from tests.privacy.clerk import Clerk
from tests.privacy.scene import Variant
from tests.privacy.ways import Out, Said
from tests.ui.program_scene import EMPTY
from venues.database.session import Database
from venues.domain.places import Point
from venues.gazetteer import Gazetteer

SECTORS = [("WA2 9", Point(360_100, 388_000), 2), ("WA8 6", Point(351_000, 386_000), 1)]
"""All the postcode sectors that there are in the trial."""

DRAWN = re.compile(
    "K-[2-9A-Z]{6}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r'|"newest": "[-0-9: ]*"|"(done|history|search)": [0-9]+'
)
"""The code of a refusal, the identity of a booking, when a row was written, and how
many: what goes on in the background writes some sooner or later."""

Gather = Callable[[int, Variant], dict[str, Said]]


@pytest.fixture(scope="session")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file with the canaries in it."""
    path = tmp_path_factory.mktemp("canaries") / "filled.db"
    shutil.copy(template, path)
    database = Database.open(path)
    scene.fill(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def gather(
    filled: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> Gather:
    """All that comes out for that person; the folder is the same for each of them."""
    folder = tmp_path_factory.mktemp("at") / "desk"
    known: dict[tuple[int, Variant], dict[str, Said]] = {}

    def gathered(who: int, variant: Variant) -> dict[str, Said]:
        if (who, variant) not in known:
            known[who, variant] = _taken(who, scene.copied(filled, folder, variant))
        return known[who, variant]

    return gathered


def _taken(who: int, path: Path) -> dict[str, Said]:
    found: dict[str, Said] = {}
    with pytest.MonkeyPatch.context() as patch:
        # The list of postcodes tells nothing of bookings and takes a second to read.
        patch.setattr(Gazetteer, "open", lambda **_: Gazetteer(EMPTY))
        patch.setattr(Gazetteer, "sectors", lambda _: iter(SECTORS))
        patch.setattr(Gazetteer, "sector_points", lambda *_: [])
        patch.setattr(Gazetteer, "outcode_centre", lambda *_: None)
        with seat.taken(who, path) as here:
            for way in roll.SEATED:
                _add(found, way.take(here))
        clerk = Clerk(who, path)
        for alone in roll.ALONE:
            _add(found, alone.take(clerk))
    return found


def _add(found: dict[str, Said], out: Out) -> None:
    for name, said in out:
        assert name not in found, name
        found[name] = said if isinstance(said, bytes) else _plain(said)


def _plain(said: list[str]) -> list[str]:
    """Without what is drawn by lot."""
    return [DRAWN.sub("DRAWN", line) for line in said]
