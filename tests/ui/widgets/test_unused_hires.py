"""Hired time that nobody uses, as a table or in words."""

from __future__ import annotations

from datetime import datetime

from pytestqt.qtbot import QtBot

from tests.ui.sitting import MILLBROOK
from ui.widgets.empty import EmptyState
from ui.widgets.unused_hires import UnusedHires
from venues.services.block_hires import Unused

FOUND = Unused(
    MILLBROOK, "Hall", datetime(2026, 12, 8, 15), datetime(2026, 12, 8, 16), "Billed"
)


def test_it_is_listed_or_said_that_all_is_used(qtbot: QtBot) -> None:
    widget = UnusedHires(lambda: False)
    qtbot.addWidget(widget)

    widget.show_unused([FOUND])
    rows = widget.table.ordered.rowCount()
    listed = widget.currentWidget().findChild(EmptyState)
    widget.show_unused([])

    assert rows == 1
    assert listed is None
    assert isinstance(widget.currentWidget(), EmptyState)
