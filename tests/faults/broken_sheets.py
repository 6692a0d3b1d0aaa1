"""Spreadsheets as they should not be, from a seed."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Callable
from random import Random

from tests import spreadsheets
from venues.domain.words import DAYS
from venues.services.spreadsheets import shape

Rows = list[list[str]]
Sheets = dict[str, Rows]

NAMES = ("Old Mill", "New Hall", "Weir House", "Lock Centre", "Hub", "Far Barn")
WORDS = (
    *("", " ", "0", "-1", "1e9", "12.5", "NaN", "yes", "no", "closed", "9-5", "25:00"),
    *("22:00-02:00", "00:00-00:00", "WA2 9AA", "ZZ99 9ZZ", "LL11 1AA", "Halton"),
    *("=1+1", "+44 1632 960000", "-cmd", "@SUM(A1)", "'=x", "\t=x", "#REF!"),
    *("Mr Bloggs", "dob 1/2/2010", "x@example.org", "£", "£14.50", "free"),
    *("2027-01-01", "1/1/1927", "31/2/2027", "In term", "Open", "Retired", "Active"),
    *("Mon-Fri 9-5", "é\u0301\u200b", "\U0001f600", "a;b;c", "a\nb", '"', "_x0041_"),
    *("nobody", "x" * 121, "x" * 600, "x" * 6_000, "x" * 40_000, "\x00", "\x07bell"),
    *("\ufeff", "\ufffd", "\u202egnirts", "1" * 400, "00000000-0000-4000-8000-0" * 2),
)
FOREIGN = ["Library", "LA", "Address", "Postcode", "Phone", "Price", "Room", "Seats"]


def make(dice: Random) -> bytes:
    """One broken spreadsheet."""
    kind = dice.random()
    if kind < 0.04:
        return dice.choice(HUGE)
    sheets = _own(dice) if kind < 0.5 else {"List": _foreign(dice)}
    for _ in range(dice.randrange(1, 5)):
        dice.choice(SPOIL)(dice, sheets)
    content = dice.choice(WRITE)(dice, sheets)
    return dice.choice(HARM)(dice, content) if dice.random() < 0.3 else content


def _own(dice: Random) -> Sheets:
    sheets = {}
    for kind in shape.KINDS:
        rows = [[column.title for column in kind.columns]]
        rows += [
            [_cell(dice, column) for column in kind.columns]
            for _ in range(dice.randrange(8))
        ]
        sheets[kind.name] = rows
    return sheets


def _cell(dice: Random, column: shape.Column) -> str:
    if column.key in {"name", "venue", "room", "entrance"}:
        return dice.choice(NAMES)
    if column.key == "postcode":
        return dice.choice(("WA2 9AA", "WA7 5EA", ""))
    if column.key.startswith("seats"):
        return str(dice.randrange(1, 30))
    if column.key.startswith("day"):
        return dice.choice(("9-5", "closed", "10:00 to 12:30", ""))
    return dice.choice(column.choices) if column.choices else ""


def _foreign(dice: Random) -> Rows:
    head = [*FOREIGN, *(day[:3] for day in DAYS)]
    return [head, *(_library(dice, n) for n in range(dice.randrange(1, 15)))]


def _library(dice: Random, number: int) -> list[str]:
    return [
        f"{dice.choice(NAMES)} {number % 7}",
        dice.choice(("Halton", "Warrington", "")),
        "1 The Lane",
        dice.choice(("WA2 9AA", "WA7 5EA", "WA10 1AA")),
        "01632 960000",
        "£12",
        dice.choice(("", "Red", "Blue")),
        str(dice.randrange(0, 20)),
        *(dice.choice(("9-5", "closed", "10-1")) for _ in DAYS),
    ]


def _words(dice: Random, sheets: Sheets) -> None:
    """Other things in the cells than belong there."""
    for rows in sheets.values():
        for row in filter(None, rows[1:]):
            for _ in range(dice.randrange(3)):
                row[dice.randrange(len(row))] = dice.choice(WORDS)


def _headings(dice: Random, sheets: Sheets) -> None:
    for rows in sheets.values():
        if rows and rows[0] and dice.random() < 0.5:
            rows[0][dice.randrange(len(rows[0]))] = dice.choice(WORDS)


def _shuffle(dice: Random, sheets: Sheets) -> None:
    for rows in sheets.values():
        order = list(range(max(map(len, rows), default=0)))
        dice.shuffle(order)
        rows[:] = [[row[place] for place in order if place < len(row)] for row in rows]


def _ragged(dice: Random, sheets: Sheets) -> None:
    """Rows that are too short or too long, and rows between that are empty."""
    for rows in sheets.values():
        for row in rows[1:]:
            del row[dice.randrange(len(row) + 1) :]
            row.extend([dice.choice(WORDS)] * dice.randrange(3))
        rows.insert(dice.randrange(len(rows) + 1), [])


def _twice(dice: Random, sheets: Sheets) -> None:
    for rows in sheets.values():
        rows += [list(row) for row in rows if dice.random() < 0.4]


def _lose(dice: Random, sheets: Sheets) -> None:
    name = dice.choice(list(sheets))
    if len(sheets) > 1 and dice.random() < 0.5:
        del sheets[name]
    else:
        sheets[name] = sheets[name][: dice.randrange(3)] or [["x"]]


def _xlsx(dice: Random, sheets: Sheets) -> bytes:
    options = {"strings_to_numbers": dice.random() < 0.5}
    return spreadsheets.xlsx(
        {
            name: [[cell[:32_000] for cell in row] for row in rows]
            for name, rows in sheets.items()
        },
        **options,
    )


def _ods(_dice: Random, sheets: Sheets) -> bytes:
    return spreadsheets.ods(sheets)


def _xls(dice: Random, sheets: Sheets) -> bytes:
    rows = dice.choice(list(sheets.values()))[:12]
    cells = [
        (line, place, cell[:60])
        for line, row in enumerate(rows)
        for place, cell in enumerate(row[:12])
        if cell
    ]
    return spreadsheets.xls(cells[:40])


def _csv(dice: Random, sheets: Sheets) -> bytes:
    words = io.StringIO(newline="")
    writer = csv.writer(words, delimiter=dice.choice(",;\t"))
    writer.writerows(dice.choice(list(sheets.values())))
    encoding = dice.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"))
    return words.getvalue().encode(encoding, "replace")


def _cut(dice: Random, content: bytes) -> bytes:
    return content[: dice.randrange(len(content) + 1)]


def _flip(dice: Random, content: bytes) -> bytes:
    spoilt = bytearray(content)
    for _ in range(dice.randrange(1, 30)):
        if spoilt:
            spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def _fill(dice: Random, content: bytes) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.randbytes(dice.randrange(200)) + content[at:]


def _grow(_dice: Random, content: bytes) -> bytes:
    return content.replace(struct.pack("<H", 20), struct.pack("<H", 0xFFFF), 3)


def _million() -> bytes:
    rows = "".join(f"<row><c><v>{number}</v></c></row>" for number in range(60_000))
    return spreadsheets.packed(
        {
            "[Content_Types].xml": "<a/>",
            "xl/workbook.xml": "<a/>",
            "xl/worksheets/sheet1.xml": f"<worksheet>{rows}</worksheet>",
        }
    )


SPOIL: tuple[Callable[[Random, Sheets], None], ...] = (
    _words,
    _words,
    _headings,
    _shuffle,
    _ragged,
    _twice,
    _lose,
)
WRITE = (_xlsx, _ods, _xls, _csv)
HARM = (_cut, _flip, _fill, _grow)
HUGE = (
    _million(),
    spreadsheets.packed({"xl/worksheets/sheet1.xml": b"\0" * 140_000_000}),
    b"Name\n" + b"Mill\n" * 1_000_000,
    spreadsheets.xls([(0, 0, "x"), (65_535, 255, "x")]),
    b"Name,Notes\nMill," + b"x" * 3_000_000,
)
