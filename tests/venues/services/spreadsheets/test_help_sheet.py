"""The sheet that says how the others are filled in."""

from __future__ import annotations

from io import BytesIO

import python_calamine
import xlsxwriter

from venues.domain import needs
from venues.services.spreadsheets import help_sheet, shape


def rows() -> list[list[object]]:
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    help_sheet.write(book)
    book.close()
    content.seek(0)
    sheets = python_calamine.load_workbook(content)
    return sheets.get_sheet_by_name("Help").to_python(skip_empty_area=False)


def test_it_tells_of_every_sheet() -> None:
    first = [row[0] for row in rows()]

    assert {kind.name for kind in shape.KINDS} <= set(first)


def test_the_choices_of_the_features_stand_where_the_drop_down_looks() -> None:
    top, last = (
        int(place.rpartition("$")[2])
        for place in help_sheet.feature_list().split("!")[1].split(":")
    )

    found = [row[0] for row in rows()[top - 1 : last]]

    assert found == list(needs.NEEDS.values())


def test_the_help_ends_before_the_choices_begin() -> None:
    above = [row[0] or row[1] for row in rows()[: help_sheet.CHOICES_FROM]]

    assert above[-1] == ""
