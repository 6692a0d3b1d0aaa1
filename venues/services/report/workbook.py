"""The report's tables as a workbook, a sheet for each."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from venues.services.report.content import Grid, Report, Words

LONGEST_NAME = 31
"""Letters of a sheet's name, as spreadsheets have it."""

NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
WIDE, NARROW = 60, 22
NO_DATE = datetime(2000, 1, 1)


def made(report: Report) -> bytes:
    """The file's content: about this report, then table after table."""
    # Loaded only when something is exported.
    import xlsxwriter  # noqa: PLC0415

    content = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(content, options)
    book.set_properties({"title": report.title, "created": NO_DATE})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    _about(book.add_worksheet("About"), report, bold, wrapped)
    for number, grid in enumerate(report.grids, 1):
        _table(book.add_worksheet(_name(number, grid)), grid, bold, wrapped)
    book.close()
    return content.getvalue()


def _about(sheet: Any, report: Report, bold: Any, wrapped: Any) -> None:
    sheet.set_column(0, 0, WIDE * 2)
    sheet.write_string(0, 0, report.title, bold)
    sheet.write_string(1, 0, report.as_of, wrapped)
    words = [each.text for each in report.blocks if isinstance(each, Words)]
    for line, text in enumerate(dict.fromkeys(words), 3):
        sheet.write_string(line, 0, text, wrapped)


def _table(sheet: Any, grid: Grid, bold: Any, wrapped: Any) -> None:
    sheet.set_column(0, 0, WIDE)
    sheet.set_column(1, max(len(grid.heads) - 1, 1), NARROW)
    sheet.write_string(0, 0, grid.title, bold)
    sheet.freeze_panes(3, 1)
    for place, head in enumerate(grid.heads):
        sheet.write_string(2, place, head, bold)
    for line, row in enumerate(grid.rows, 3):
        for place, cell in enumerate(row):
            sheet.write_string(line, place, cell, wrapped)


def _name(number: int, grid: Grid) -> str:
    """A sheet's name that no other has, whatever the table is called."""
    said = f"{number} {grid.title.translate(NOT_IN_NAMES)}"
    return said[:LONGEST_NAME].rstrip(" '")
