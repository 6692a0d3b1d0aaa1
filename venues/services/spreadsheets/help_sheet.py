"""The last sheet of what is exported: how the others are filled in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from venues.domain import needs
from venues.services.spreadsheets.shape import KINDS

NAME = "Help"
NO_DATE = datetime(2000, 1, 1)
"""Stands as the day on which a workbook was made, so that equal ones are equal."""

LONGEST_LIST = 255
"""Characters that a drop-down holds by itself."""

CHOICES_FROM = 60
"""The row below which the choices of a long drop-down stand."""

WORDS = """
Fill in the sheets and import the file on the page Venues. You see what would change \
before anything does, and one Undo takes it all back.
A row is recognised by its ID, or else by its name: a venue in the whole catalogue, a \
room within its venue. Leave the ID of a new row empty.
An empty cell means that there is nothing: what was in the catalogue there is emptied. \
A column or a sheet that you delete is left as it is in the catalogue.
Nothing is removed because its row is missing. Retire a venue or a room instead. But \
the hours, contacts, entrances, waiting spaces and features of a venue are taken \
together: where a venue has rows on one of those sheets, they replace what it had.
Hours may be typed as you say them: 9-5, 09:00 to 17:00, 9-12, 1-5, closed.
Never write anybody's name, phone number or date of birth. Contacts go by role.
Closures and assessments are not in this file and are left as they are.
""".strip().splitlines()


def write(book: Any) -> None:
    """Add the help to a workbook."""
    sheet = book.add_worksheet(NAME)
    strong = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26, wrapped)
    sheet.set_column(1, 1, 90, wrapped)
    sheet.write_string(0, 0, "How to fill this in", strong)
    line = 0
    for line, words in enumerate(WORDS, start=1):
        sheet.write_string(line, 1, words, wrapped)
    for kind in KINDS:
        line += 1
        sheet.write_string(line, 0, kind.name, strong)
        sheet.write_string(line, 1, kind.about, wrapped)
        for column in kind.columns:
            if column.hint and column.title != "ID":
                line += 1
                sheet.write_string(line, 0, column.title, wrapped)
                sheet.write_string(line, 1, column.hint, wrapped)
    for number, words in enumerate(needs.NEEDS.values()):
        sheet.write_string(CHOICES_FROM + number, 0, words, wrapped)


def feature_list() -> str:
    """Where the choices of the sheet Features stand."""
    first, last = CHOICES_FROM + 1, CHOICES_FROM + len(needs.NEEDS)
    return f"={NAME}!$A${first}:$A${last}"
