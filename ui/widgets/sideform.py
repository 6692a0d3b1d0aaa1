"""A form with the names at the left and the inputs beside them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import M, S
from ui.widgets.buttons import LinkButton
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.text import Words, muted

DROP = 7  # by which a name stands lower than the top of its input
ACROSS = 62  # characters' widths beyond which no input grows


class SideForm(QWidget):
    """Rows of a name and what belongs to it."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: dict[str, QWidget] = {}
        self._sides: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(M - 2)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, *widgets: QWidget, drop: int = DROP) -> None:
        """Put another row at the end; several widgets share it from the left."""
        label = muted(name)
        label.setContentsMargins(0, drop, 0, 0)
        side = QWidget()
        side.setMaximumWidth(self.fontMetrics().averageCharWidth() * ACROSS)
        line = QHBoxLayout(side)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        for widget in widgets:
            if isinstance(widget, Field):
                widget.label.hide()
                label.setBuddy(widget.entry)
            else:
                widget.setContentsMargins(0, 0 if len(widgets) == 1 else drop, 0, 0)
            share = 0 if isinstance(widget, Words) else 1
            line.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(side, row, 1)
        self._labels[name] = label
        self._sides[name] = side

    def show_row(self, name: str, *, shown: bool) -> None:
        """Show or hide a row."""
        self._labels[name].setVisible(shown)
        self._sides[name].setVisible(shown)


class _Line(Words):
    """As wide as its words; too long for its place, it wraps."""

    def __init__(self, *, strong: bool) -> None:
        super().__init__(strong=strong, wrap=True)
        self.setContentsMargins(0, DROP, 0, 0)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text()) + 2, metrics.height() + DROP
        )

    def minimumSizeHint(self) -> QSize:
        longest = max(self.text().split(), key=len, default="")
        wide = self.fontMetrics().horizontalAdvance(longest) + 2
        return QSize(wide, self.sizeHint().height())


class Folded(QWidget):
    """Words with a link beside them that shows how to change them."""

    def __init__(self, editor: QWidget, *, strong: bool = False, name: str) -> None:
        super().__init__()
        self.words = _Line(strong=strong)
        self.link = LinkButton("Change")
        self.link.setAccessibleName(f"Change: {name}")
        self.link.setCheckable(True)
        self._editor = editor
        head = Flow(gap=M, lines=0)
        head.add(self.words)
        head.add(self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(head)
        layout.addWidget(editor)
        self.link.toggled.connect(self._unfold)
        self.open(on=False)

    def open(self, *, on: bool) -> None:
        """Show how to change it, or only what it is."""
        self.link.setChecked(on)
        self._editor.setVisible(on)

    @Slot()
    def _unfold(self) -> None:
        on = self.link.isChecked()
        self._editor.setVisible(on)
        self.link.setText("Done" if on else "Change")
        if on and self.link.hasFocus():
            self._editor.setFocus(Qt.FocusReason.TabFocusReason)
