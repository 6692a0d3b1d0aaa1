"""A first look at a file: is it ours, and if not, which column seems to be which?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.services.spreadsheets import lines, matching, stored
from venues.services.spreadsheets.book import Book, Sheet
from venues.services.venue_editing import may_edit

LOOKED_AT = 200
"""Rows from which examples are taken."""

EXAMPLES = 3


def is_own(book: Book) -> bool:
    """Whether the file has the shape of what the program exports."""
    return any(lines.own(sheet) is not None for sheet in book.sheets)


def foreign_sheet(book: Book, name: str = "") -> Sheet:
    """The sheet of a foreign file that has the list: the one named, or the longest."""
    named = [sheet for sheet in book.sheets if sheet.name == name]
    return (named or [max(book.sheets, key=lambda each: len(each.rows))])[0]


@dataclass(frozen=True, slots=True)
class Look:
    """What a foreign file seems to be.

    ``headings`` are as in the file, ``titles`` as people find the columns; ``match``
    says what each column is, as somebody chose it before or as it looks.
    """

    sheets: tuple[str, ...]
    sheet: str
    headings: tuple[str, ...]
    titles: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    match: Mapping[int, str]
    remembered: bool


def look(session: Session, book: Book, viewer: Viewer, sheet: str = "") -> Look:
    """What is in a foreign file, for somebody to say which column is which.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
    """
    may_edit(viewer)
    chosen = foreign_sheet(book, sheet)
    top = matching.top_of(chosen)
    below = chosen.rows[top + 1 :]
    wide = max((len(row) for row in chosen.rows[top : top + LOOKED_AT]), default=0)
    heads = chosen.rows[top] if chosen.rows else []
    titles = tuple(lines.heading(heads, place) for place in range(wide))
    kept = matching.recall(session, heads)
    return Look(
        tuple(each.name for each in book.sheets if each.rows),
        chosen.name,
        tuple(heads),
        titles,
        tuple(_examples(below, place) for place in range(wide)),
        matching.guess(chosen, top, stored.read(session)) if kept is None else kept,
        kept is not None,
    )


def _examples(rows: list[list[str]], place: int) -> tuple[str, ...]:
    cells = (row[place] for row in rows[:LOOKED_AT] if place < len(row))
    return tuple(islice((cell for cell in dict.fromkeys(cells) if cell), EXAMPLES))
