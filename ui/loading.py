"""What is done in the background before there is a page to show.

Importing this module loads the database's library, so it is imported there too.
"""

from __future__ import annotations

# Imported in the functions here: what the first page does not need.
# ruff: noqa: PLC0415
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ui import entries
from ui.jobs import Progress
from venues.address import Place
from venues.database import catalogue
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.errors import VenuesError
from venues.services import people, reviews

if TYPE_CHECKING:
    from venues.gazetteer import Gazetteer
    from venues.services.restoring import Restored


def database(
    place: Place,
    login: str,
    now: Callable[[], datetime],
    last: str = "",
    _progress: Progress | None = None,
) -> tuple[Database, Viewer]:
    """The database, its catalogue read, who sits here, and the first page's code.

    From then on each change of it is followed by the question which bookings it hits.
    ``last`` is the key of the page that was in front last time.

    Raises:
        CannotOpen: it cannot be used.
        NotFound: nobody works there yet.
    """
    opened = Database.open(place)
    try:
        with opened.read() as session:
            catalogue.read(session)
            viewer = people.at_this_pc(session, login, now().date())
    except BaseException:
        opened.close()
        raise
    reviews.watch(opened, now)
    entries.load(entries.first(viewer.role, last))
    return opened, viewer


def pages(_progress: Progress | None = None) -> None:
    """The code of all other pages, so that going there takes no time."""
    entries.load()


def restored(path: Path, backup: Path, now: datetime, progress: Progress) -> Restored:
    """The backup in the place of the database; returns what that is kept as."""
    from venues.services import restoring

    return restoring.restore(path, backup, now=now, progress=progress)


def anew(path: Path, now: datetime, _progress: Progress) -> Path | None:
    """An empty database in the place of sample data; returns what that is kept as."""
    from venues.services import starting

    return starting.without_sample(path, now=now)


def postcodes(progress: Progress) -> Gazetteer:
    """The list of postcodes, made ready on the first start.

    Raises:
        VenuesError: it did not come with the program.
    """
    from venues.gazetteer import Gazetteer
    from venues.postcode_list import ListMissing

    try:
        return Gazetteer.open(progress=progress)
    except ListMissing as trouble:
        raise VenuesError(str(trouble)) from trouble
