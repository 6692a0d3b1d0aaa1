"""What a report is made of."""

from __future__ import annotations

from datetime import date

from venues.domain.reporting import Dates
from venues.services.report.content import Grid, Heading, Report, Words

GRID = Grid("Reviews", ("", "All"), (("Current", "225"),))
REPORT = Report(
    title="Safe, confidential and accessible places",
    dates=Dates(date(2026, 8, 1), date(2026, 8, 31)),
    as_of="As of 31 August 2026",
    blocks=(Heading("Safe"), Words("All <of> it & more."), GRID),
)


def test_its_tables_come_in_their_order() -> None:
    assert REPORT.grids == (GRID,)


def test_the_name_of_its_file_is_neutral() -> None:
    assert REPORT.name == "Rooms evidence 2026-08 to 2026-08"
