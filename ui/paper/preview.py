"""The pages as they will be printed, one at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.paint import panel
from ui.paper.document import Document
from ui.theme import M, S
from ui.widgets.buttons import Button, IconButton
from ui.widgets.text import muted

LARGER = 1.75  # times the width of the view
PAPER = QColor("white")  # paper is white in the dark as well


class Sheet(QWidget):
    """One page, as large as it is told to be.

    Signals:
        stepped: a key asks for another page; carries by how many.
    """

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._number = 0
        self.setAccessibleName("Preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_page(self, document: Document | None, number: int) -> None:
        """Show that page of the document (from 0), or an empty place."""
        self._document = document
        self._number = number
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._document is None:
            return
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        panel(painter, box, PAPER, c.focus if self.hasFocus() else c.outline, radius=0)
        self._document.paint(painter, self._number, box.adjusted(1, 1, -1, -1))


class Preview(QWidget):
    """A document to leaf through.

    Signals:
        turned: another page is shown; carries its number from 0.
    """

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._number = 0
        self._larger = False
        self.sheet = Sheet()
        self._view = QScrollArea()
        self._view.setFrameShape(QScrollArea.Shape.NoFrame)
        self._view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.viewport().setAutoFillBackground(False)
        self._view.setWidget(self.sheet)
        self._view.viewport().installEventFilter(self)
        self.back = IconButton("chevron-left", "Page before")
        self.on = IconButton("chevron-right", "Next page")
        self.zoom = Button("Larger", icon="zoom-in")
        self._words = muted()
        self.back.clicked.connect(partial(self._step, -1))
        self.on.clicked.connect(partial(self._step, 1))
        self.sheet.stepped.connect(self._step)
        self.zoom.clicked.connect(self._change_size)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.back)
        line.addWidget(self._words)
        line.addWidget(self.on)
        line.addStretch(1)
        line.addWidget(self.zoom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addLayout(line)
        layout.addWidget(self._view, 1)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        self.show_document(None)

    @property
    def document(self) -> Document | None:
        """What is shown."""
        return self._document

    @property
    def number(self) -> int:
        """The number of the page that is shown, from 0."""
        return self._number

    def show_document(self, document: Document | None) -> None:
        """Show it at the same page as before, as far as it has one."""
        self._document = document
        self.sheet.setVisible(document is not None)
        self.turn_to(self._number)
        self._fit()

    def turn_to(self, number: int) -> None:
        """Show that page (from 0), or the nearest there is."""
        last = len(self._document.pages) - 1 if self._document else 0
        self._number = max(0, min(number, last))
        self.sheet.show_page(self._document, self._number)
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < last)
        shown = f"Page {self._number + 1} of {last + 1}" if self._document else ""
        self._words.setText(shown)
        self.sheet.setAccessibleDescription(shown)
        self.zoom.setEnabled(self._document is not None)
        self.turned.emit(self._number)

    def _step(self, by: int, _checked: object = None) -> None:
        self.turn_to(self._number + by)

    @Slot()
    def _change_size(self) -> None:
        self._larger = not self._larger
        self.zoom.setText("Whole page" if self._larger else "Larger")
        self._fit()

    def _fit(self) -> None:
        """As large as the view lets the whole page be, or larger than that."""
        if self._document is None:
            return
        room = self._view.viewport().size()
        size = self._document.paper.size.scaled(
            room.toSizeF(), Qt.AspectRatioMode.KeepAspectRatio
        )
        if self._larger:
            size *= LARGER
        self.sheet.setFixedSize(size.toSize())

    def sizeHint(self) -> QSize:
        return QSize(640, 520)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
