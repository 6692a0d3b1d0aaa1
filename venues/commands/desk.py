"""What every command is handed: the database, on whose behalf, and how to answer."""

from __future__ import annotations

import getpass
import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from sqlalchemy.orm import Session

from venues import paths
from venues.address import Address, Place
from venues.database import catalogue
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import people, reviews

SAMPLE_LOGIN = "practitioner.04"
"""Who acts in sample data when nobody is named."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One command's surroundings; ``now`` is local time."""

    options: Namespace
    now: datetime
    input: TextIO
    output: TextIO
    write_pdf: Callable[..., int]

    @property
    def place(self) -> Place:
        """The database meant: a file, or an address.

        Raises:
            WrongInput: it is an address with a password in it, or without a database.
        """
        return paths.place(self.options.data or "")

    @property
    def path(self) -> Path:
        """The file meant.

        Raises:
            NotAllowed: it is a shared database.
        """
        place = self.place
        if isinstance(place, Path):
            return place
        raise NotAllowed(
            "That is done with a file, and not with a shared database. Ask whoever "
            "looks after the server."
        )

    @property
    def address(self) -> Address:
        """The shared database meant.

        Raises:
            WrongInput: it is a file.
        """
        place = self.place
        if isinstance(place, Address):
            return place
        raise WrongInput(
            "Say on which server: --data postgresql://server/database.", "data"
        )

    def open(self) -> Database:
        """The database, which must be there; what a change hits is put down with it."""
        database = Database.open(self.place)
        reviews.watch(database, lambda: self.now)
        return database

    def viewer(self, session: Session) -> Viewer:
        """Whoever the command acts for.

        Without a name: whoever signed in at the server, else the computer's own login
        if somebody here has it, and on sample data Practitioner 04.

        Raises:
            NotFound: nobody has that login, or nobody was named.
            NotAllowed: a server lets only oneself, and whom one acts for.
        """
        today = self.now.date()
        if self.options.login:
            return people.sign_in(session, self.options.login, today)
        if (own := people.signed_in(session, today)) is not None:
            return own
        try:
            return people.viewer(session, getpass.getuser(), today)
        except (NotFound, OSError, KeyError):
            if catalogue.read(session).settings.get("sample"):
                return people.viewer(session, SAMPLE_LOGIN, today)
        raise NotFound("Say who you are: --as LOGIN, such as --as coordinator.01.")

    @contextmanager
    def writing(self, name: str = "") -> Iterator[tuple[Session, Viewer]]:
        """A unit of work of its own, and on whose behalf; the file is let go after.

        What has a name can be undone in the window.

        For what is written down while it is read, too.
        """
        database = self.open()
        try:
            with database.read() as session:
                viewer = self.viewer(session)
            database.actor = viewer.staff_id
            with database.write(name) as session:
                yield session, viewer
        finally:
            database.close()

    def answer(self, facts: dict[str, Any], lines: list[str]) -> None:
        """Say it as JSON when asked, else in lines."""
        if self.options.json:
            json.dump(facts, self.output, ensure_ascii=False, indent=2, default=str)
            self.output.write("\n")
        else:
            self.output.writelines(f"{line}\n" for line in lines)

    def typed(self, value: str | None) -> str | None:
        """The value, or a line of standard input where it is a dash."""
        if value != "-":
            return value
        return self.input.readline().strip()

    def complain(self, sentence: str) -> None:
        """One sentence on standard error."""
        sys.stderr.write(f"{' '.join(sentence.split())}\n")


def keeper(viewer: Viewer) -> bool:
    """Whether they may do what touches everybody's data."""
    return viewer.role in {Role.COORDINATOR, Role.MANAGER}
