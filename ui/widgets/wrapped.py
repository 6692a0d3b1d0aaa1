"""A table for a narrow place: words wrap, and rows are as high as they need to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView

from ui.models.table import Row, TableModel
from ui.widgets.table import AIR, Table

Mode = QHeaderView.ResizeMode


class WrappedTable(Table):
    """Columns share the width; one that ``grows`` is as high as all of its rows.

    The rows stand in the order in which they are given.
    """

    def __init__(
        self,
        name: str,
        model: TableModel[Row],
        *,
        narrow: Sequence[int] = (),
        grows: bool = True,
    ) -> None:
        """``narrow`` columns take only the width of their words."""
        super().__init__(name, model)
        self._grows = grows
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setSortingEnabled(False)
        self.ordered.sort(-1)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(never)
        if grows:
            self.setVerticalScrollBarPolicy(never)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSectionResizeMode(Mode.Stretch)
        for column in narrow:
            header.setSectionResizeMode(column, Mode.ResizeToContents)
        # Once for all columns, when they have the widths that they share.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fit_rows)
        header.sectionResized.connect(self._later.start)
        self.ordered.modelReset.connect(self.fit_rows)

    @Slot()
    def fit_rows(self) -> None:
        """Make each row as high as its words are."""
        tall = self.horizontalHeader().sizeHint().height() + 2
        for row in range(self.ordered.rowCount()):
            self.setRowHeight(row, self.sizeHintForRow(row) + AIR // 2)
            tall += self.rowHeight(row)
        if self._grows and tall != self.height():
            self.setFixedHeight(tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._later.start()
