"""The report's numbers as a workbook."""

from __future__ import annotations

import io

from python_calamine import CalamineWorkbook

from tests.venues.services.report.scene import SECRETS, gathered, summer
from tests.venues.services.report.test_content import REPORT
from tests.world import World
from venues.services.report import workbook


def read(content: bytes) -> dict[str, list[list[str]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {
        name: [[str(cell) for cell in row] for row in rows]
        for name in book.sheet_names
        if (rows := book.get_sheet_by_name(name).to_python()) is not None
    }


def test_every_table_has_a_sheet_with_its_title_and_heads() -> None:
    sheets = read(workbook.made(REPORT))

    assert list(sheets) == ["About", "1 Reviews"]
    assert sheets["About"][0] == [REPORT.title]
    assert sheets["About"][1] == [REPORT.as_of]
    assert sheets["1 Reviews"][0][0] == "Reviews"
    assert [row for row in sheets["1 Reviews"] if row[-1] == "225"] == [
        ["Current", "225"]
    ]


def test_the_whole_report_fits_and_names_nobody(world: World) -> None:
    summer(world)
    report = gathered(world, world.manager)

    sheets = read(workbook.made(report))

    assert len(sheets) == 1 + len(report.grids)
    said = "\n".join(cell for rows in sheets.values() for row in rows for cell in row)
    assert [each for each in SECRETS if each in said] == []


def test_the_same_report_makes_the_same_file() -> None:
    assert workbook.made(REPORT) == workbook.made(REPORT)
