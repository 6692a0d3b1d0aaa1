"""Sheets printed into a file and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests import pdf
from tests.pdf import PrintedPage
from ui.paper import write_pdf
from venues.domain.sheets import SheetData

Printed = Callable[..., list[PrintedPage]]


@pytest.fixture
def printed(qapp: QApplication, tmp_path: Path) -> Printed:
    """Print those sheets and give their pages."""

    def print_(*sheets: SheetData) -> list[PrintedPage]:
        path = tmp_path / "printed.pdf"
        write_pdf(sheets, path)
        return pdf.pages(path)

    return print_
