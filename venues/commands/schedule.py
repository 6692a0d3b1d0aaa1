"""``schedule``: a week of rooms on paper or as text."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from venues.commands import options
from venues.commands.desk import Desk
from venues.database.catalogue import Catalogue, read
from venues.errors import WrongInput
from venues.services import printing


def schedule(desk: Desk) -> int:
    """Write the week's sheets to a PDF, or say them in text."""
    given = desk.options
    if not given.pdf and not given.text:
        raise WrongInput("Say where to: --pdf FILE, or --text.")
    day = options.day(given.week, desk.now.date()) if given.week else desk.now.date()
    monday = day - timedelta(days=day.weekday())
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
            sheets = printing.gather(
                session,
                viewer,
                monday=monday,
                venue_ids=venue_ids(read(session), given.venue),
                sheet=given.sheet,
                now=desk.now,
            )
    finally:
        database.close()
    if given.text:
        desk.output.write(printing.text(sheets))
    if given.pdf:
        pages = desk.write_pdf(sheets, Path(given.pdf))
        desk.answer(
            {"pdf": given.pdf, "pages": pages, "week": monday.isoformat()},
            [f"Wrote {given.pdf}: {pages} pages."],
        )
    return 0


def venue_ids(catalogue: Catalogue, names: list[str]) -> tuple[int, ...]:
    """The venues of those names, or of unmistakable parts of names.

    Raises:
        WrongInput: there is none, or more than one.
    """
    found = []
    for name in names:
        tidy = name.strip().casefold()
        exact = [v for v in catalogue.venues.values() if v.name.casefold() == tidy]
        like = [v for v in catalogue.venues.values() if tidy in v.name.casefold()]
        match = exact or like
        if len(match) != 1:
            what = "There is no venue" if not match else "More than one venue is"
            raise WrongInput(f"{what} “{name}”. Give its name in full.", "venue")
        found.append(match[0].id)
    return tuple(found)
