"""How long the list of 2,000 venues takes to follow each letter of a search.

The runner of the benchmarks calls ``key_ms()``, with an application running. A key
press is measured until the list has been painted: question, rows, order and paint.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import insert

from venues.database.models import Hours, Venue
from venues.database.session import Database
from venues.services import catalogue_list, reference_rows
from venues.services.catalogue_list import VenueRow, Wanted

VENUES = 2000
TODAY = date(2026, 11, 26)
TOWNS = ("Crewe", "Chester", "Widnes", "Runcorn", "Warrington", "Lymm", "Neston")
KINDS = ("family hub", "library", "school", "community centre", "health centre")
TYPED = ("community", "hub 1", "wa2 9", "lib", "chester hall")


def key_ms() -> tuple[float, float]:
    """The median and the slowest key press, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "venues.sqlite", create=True)
        _fill(database)
        taken = _typed(database)
        database.close()
    return median(taken) * 1000, max(taken) * 1000


def _fill(database: Database) -> None:
    with database.write() as session:
        reference_rows.fill(session, TODAY)
        session.execute(
            insert(Venue),
            [
                {
                    "name": f"{TOWNS[n % 7]} {KINDS[n % 5]} {n}".title(),
                    "town": TOWNS[n % 7],
                    "postcode": f"WA{n % 16 + 1} {n % 9 + 1}AA",
                    "kind": KINDS[n % 5],
                    "authority_id": n % 4 + 1,
                }
                for n in range(VENUES)
            ],
        )
        session.execute(
            insert(Hours),
            [
                {"venue_id": n + 1, "weekday": 3, "use": "open"}
                | {"opens": time(9), "closes": time(17)}
                for n in range(VENUES)
            ],
        )


def _typed(database: Database) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from ui.widgets.venue_list import VenueList

    def ask(wanted: Wanted) -> Sequence[VenueRow]:
        with database.read() as session:
            return catalogue_list.find(session, wanted, today=TODAY)

    areas = [(1, "Halton"), (2, "Warrington")]
    found = VenueList(ask, lambda: False, areas, may_add=True)
    found.resize(734, 690)
    found.show()
    found.reload()
    QApplication.processEvents()
    taken = []
    for words in TYPED:
        for length in range(len(words) + 1):
            began = perf_counter()
            found.search.setText(words[:length])
            QApplication.processEvents()
            taken.append(perf_counter() - began)
    found.close()
    return taken
