"""The paper that sheets are laid out for: its size, which way round, its margins."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, Qt, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.theme import L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field

PAPERS = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}
WAYS = {
    "Landscape": QPageLayout.Orientation.Landscape,
    "Portrait": QPageLayout.Orientation.Portrait,
}
NARROWEST, WIDEST = 5, 40  # millimetres; few printers reach nearer to the edge


class PageSetUpDialog(QDialog):
    """Asks for a page layout, without any printer.

    Signals:
        chosen: a layout was chosen; carries it.
    """

    chosen = Signal(QPageLayout)

    def __init__(self, layout: QPageLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Page set-up")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.paper = QComboBox()
        self.paper.addItems(list(PAPERS))
        self.paper.setCurrentText(layout.pageSize().key())
        self.way = QComboBox()
        self.way.addItems(list(WAYS))
        ways = {way: name for name, way in WAYS.items()}
        self.way.setCurrentText(ways[layout.orientation()])
        self.margin = QSpinBox()
        self.margin.setRange(NARROWEST, WIDEST)
        self.margin.setSuffix(" mm")
        millimetres = layout.margins(QPageLayout.Unit.Millimeter)
        self.margin.setValue(round(millimetres.left()))
        use = PrimaryButton("Use this page")
        use.setDefault(True)
        use.clicked.connect(self._use)
        keep = Button("Cancel")
        keep.clicked.connect(self.reject)
        fields = QVBoxLayout(self)
        fields.setContentsMargins(L, L, L, L)
        fields.setSpacing(M)
        for name, entry in (
            ("Paper", self.paper),
            ("Direction", self.way),
            ("Margins", self.margin),
        ):
            fields.addWidget(Field(name, entry))
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch(1)
        foot.addWidget(keep)
        foot.addWidget(use)
        fields.addLayout(foot)

    def page_layout(self) -> QPageLayout:
        """What is chosen now."""
        margin = self.margin.value()
        return QPageLayout(
            QPageSize(PAPERS[self.paper.currentText()]),
            WAYS[self.way.currentText()],
            QMarginsF(margin, margin, margin, margin),
            QPageLayout.Unit.Millimeter,
        )

    @Slot()
    def _use(self) -> None:
        self.chosen.emit(self.page_layout())
        self.accept()
