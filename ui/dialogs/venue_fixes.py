"""What would open most rooms: one thing to put right a line, over all venues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.table import Column, TableModel, Weight
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty import EmptyState
from ui.widgets.text import Words, muted
from ui.widgets.wrapped import WrappedTable
from venues.domain.words import count
from venues.services import suitability
from venues.services.catalogue_list import VenueRow
from venues.services.suitability import Fix, VenueStanding

ABOUT = (
    "A room counts once for each kind of appointment for which nothing else keeps it "
    "shut. What opens most comes first."
)
NAMED = 3
"""Venues that are named in a line; the others are counted."""

LETTERS, LINES = 120, 30


class FixesDialog(QDialog):
    """The things to put right, for whoever keeps the catalogue.

    Signals:
        wanted: a venue is to be shown; carries its id.
    """

    wanted = Signal(int)

    def __init__(
        self,
        rows: Sequence[VenueRow],
        standing: Mapping[int, VenueStanding],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("What would help most")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        used = [row for row in rows if row.status != "retired"]
        self._names = {row.id: row.name for row in used}
        found = suitability.fixes(
            standing[row.id] for row in used if row.id in standing
        )
        self._model: TableModel[Fix] = TableModel(self._columns(), self)
        self._model.show(list(found))
        self.table = WrappedTable("What to put right", self._model, grows=False)
        self.table.setVisible(bool(found))
        self._empty = EmptyState(
            "check",
            "Nothing to put right",
            "Every room is suitable for every kind of appointment, or there are none.",
        )
        self._empty.setVisible(not found)
        self.show_venue = Button("Show venue")
        self.show_venue.setVisible(bool(found))
        self.back = PrimaryButton("Close")
        self._lay_out()
        self.table.opened.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        self.show_venue.clicked.connect(self._show)
        self.back.clicked.connect(self.accept)
        self.table.select(self.table.ordered.index(0, 0))
        self._follow()

    def chosen(self) -> Fix | None:
        """The line that the button is for."""
        picked = self.table.picked()
        return picked[0] if picked and isinstance(picked[0], Fix) else None

    def _columns(self) -> tuple[Column[Fix], ...]:
        return (
            Column(
                "What to do",
                lambda fix: fix.words,
                lambda fix: fix.words,
                weight=Weight.STRONG,
            ),
            Column("What it opens", _opens, lambda fix: fix.opens),
            Column("Where", self._where, self._where),
        )

    def _where(self, fix: Fix) -> str:
        names = [self._names[id_] for id_ in fix.venues]
        rest = len(names) - NAMED
        said = ", ".join(names[:NAMED])
        return f"{said} and {count(rest, 'other venue')}" if rest > 0 else said

    @Slot()
    def _follow(self) -> None:
        self.show_venue.setEnabled(self.chosen() is not None)

    @Slot()
    def _show(self) -> None:
        """Go to the first of its venues."""
        if (fix := self.chosen()) is not None:
            self.accept()
            self.wanted.emit(fix.venues[0])

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        title = "What would open most rooms"
        layout.addWidget(Words(title, size=Size.TITLE, strong=True, wrap=True))
        layout.addWidget(muted(ABOUT, wrap=True))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.show_venue)
        line.addStretch(1)
        line.addWidget(self.back)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * LETTERS)
        wanted.setHeight(metrics.height() * LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))
        self.table.setFocus()


def _opens(fix: Fix) -> str:
    """How much it opens by itself; a room counts once for each kind of appointment."""
    rooms = count(len(fix.rooms), "room")
    if not fix.opens:
        return f"Not enough alone: {rooms} need something else as well"
    return f"{count(fix.opens, 'more kind')} of appointment, in {rooms}"
