"""Makes spreadsheets of every kind for tests, and takes them in."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

from tests.venues.services.millbrook import COORDINATOR, NOW, POSTCODES
from venues.database.session import Database
from venues.domain.people import Viewer
from venues.services.spreadsheets import applying, planning, stored
from venues.services.spreadsheets.applying import Imported
from venues.services.spreadsheets.book import Book, Sheet
from venues.services.spreadsheets.plan import Item, Plan
from venues.services.spreadsheets.planning import Wish
from venues.services.spreadsheets.stored import Stored

Rows = Sequence[Sequence[Any]]
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
SECTOR = 512


def xlsx(sheets: Mapping[str, Rows], **options: Any) -> bytes:
    """A workbook as Excel writes it."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(
        content,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        | options,
    )
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell not in {None, ""}:
                    sheet.write(line, place, cell)
    book.close()
    return content.getvalue()


def ods(sheets: Mapping[str, Rows], *, manifest: str = "<manifest/>") -> bytes:
    """A workbook as LibreOffice writes it, with text in all cells."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">'
        + "".join(
            "<table:table-row>"
            + "".join(
                '<table:table-cell office:value-type="string">'
                f"<text:p>{escape(str(cell))}</text:p></table:table-cell>"
                if cell
                else "<table:table-cell/>"
                for cell in row
            )
            + "</table:table-row>"
            for row in rows
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    return ods_of(tables, manifest=manifest)


def ods_of(tables: str, *, manifest: str = "<manifest/>") -> bytes:
    """A workbook with these tables in it."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": (
                '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
                f'xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0" '
                f'xmlns:table="{OFFICE}:table:1.0"><office:body><office:spreadsheet>'
                f"{tables}</office:spreadsheet></office:body>"
                "</office:document-content>"
            ),
        }
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def record(kind: int, content: bytes) -> bytes:
    """One record of an old workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def xls(
    cells: Sequence[tuple[int, int, str]],
    *,
    first: bytes = b"",
    stream: str = "Workbook",
) -> bytes:
    """A workbook as Excel wrote it before 2007: cells by row and column."""
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    name = b"List"
    bound = struct.pack("<IHBB", 0, 0, len(name), 0) + name
    globals_ = len(begin) + len(first) + len(record(0x0085, bound)) + 4
    bound = struct.pack("<IHBB", globals_, 0, len(name), 0) + name
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))
    for row, column, text in cells:
        coded = text.encode("utf-16-le")
        label = struct.pack("<HHHHB", row, column, 0, len(text), 1) + coded
        sheet += record(0x0204, label)
    sheet += record(0x000A, b"")
    content = begin + first + record(0x0085, bound) + record(0x000A, b"") + sheet
    return compound({stream: content.ljust(8 * SECTOR, b"\0")})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A file of files: a header, the table of sectors, the directory, the streams."""
    table = [0xFFFF_FFFD, 0xFFFF_FFFE]
    entries = [_entry("Root Entry", 5, 0xFFFF_FFFE, 0)]
    body = b""
    for name, content in streams.items():
        whole = content + b"\0" * (-len(content) % SECTOR)
        start, sectors = len(table), len(whole) // SECTOR
        table += [*range(start + 1, start + sectors), 0xFFFF_FFFE]
        entries.append(_entry(name, 2, start, len(content)))
        body += whole
    entries += [b"\0" * 128] * (-len(entries) % 4)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIII", 0, 1, 1, 0) + struct.pack("<I", 4096)
    head += struct.pack("<IIII", 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFF_FFFF] * 108)
    room = [*table, *[0xFFFF_FFFF] * (SECTOR // 4 - len(table))]
    sectors = struct.pack(f"<{len(room)}I", *room)
    return head + sectors + b"".join(entries[:4]) + body


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    head = coded.ljust(64, b"\0") + struct.pack("<HBB", len(coded), kind, 1)
    links = struct.pack(
        "<III", 0xFFFF_FFFF, 0xFFFF_FFFF, 1 if kind == 5 else 0xFFFF_FFFF
    )
    return (head + links + b"\0" * 36 + struct.pack("<III", start, size, 0))[:128]


def book(rows: Rows, name: str = "List") -> Book:
    """One sheet as it was read."""
    return books({name: rows})


def books(sheets: Mapping[str, Rows]) -> Book:
    """Several sheets as they were read."""
    return Book(
        "list.xlsx",
        tuple(
            Sheet(name, [[str(cell) for cell in row] for row in rows])
            for name, rows in sheets.items()
        ),
    )


def plan(
    database: Database,
    read: Book,
    wish: Wish | None = None,
    *,
    viewer: Viewer = COORDINATOR,
    gazetteer: Any = POSTCODES,
) -> Plan:
    """What an import would do."""
    with database.read() as session:
        return planning.make(
            session, read, viewer, now=NOW, gazetteer=gazetteer, wish=wish
        )


def take_in(database: Database, read: Book, wish: Wish | None = None) -> Imported:
    """Import it."""
    made = plan(database, read, wish)
    with database.write() as session:
        return applying.apply(session, made, COORDINATOR, now=NOW)


def now(database: Database) -> Stored:
    """The whole catalogue."""
    with database.read() as session:
        return stored.read(session)


def item(made: Plan, name: str, kind: str = "Venue") -> Item:
    """What the plan says about a row."""
    return next(each for each in made.items if (each.name, each.kind) == (name, kind))


def said(made: Plan) -> list[tuple[str, str]]:
    """Every problem: where, and what."""
    return [(each.where, each.sentence) for each in made.troubles]
