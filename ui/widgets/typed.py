"""A box that takes what people type, and offers what they mostly mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy

from venues.domain.typed import NotUnderstood

Value = TypeVar("Value")


class TypedBox(QComboBox, Generic[Value]):
    """An editable list of values that are read and shown by two functions.

    Up and Down step through the values; Alt+Down opens the list; leaving the box or
    pressing Enter tidies what was typed.

    Signals:
        changed: another value holds; carries it, or None while it cannot be read.
        misunderstood: somebody left words that cannot be read; carries a sentence.
        understood: the words make sense again.
    """

    changed = Signal(object)
    misunderstood = Signal(str)
    understood = Signal()

    def __init__(
        self,
        choices: Sequence[Value],
        *,
        read: Callable[[str], Value],
        show: Callable[[Value], str],
        start: Value,
    ) -> None:
        super().__init__()
        self._choices = choices
        self._read = read
        self._show = show
        self._value: Value | None = start
        self._edit = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Completing "3" to "3:15pm" while somebody types "3:30" is no help.
        self.setCompleter(None)  # type: ignore[arg-type] # the stub forgets none
        self.setMaxVisibleItems(12)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)
        self._fill()
        self._write(show(start))
        self._edit.textEdited.connect(self._typed)
        self._edit.editingFinished.connect(self._tidy)
        self.activated.connect(self._picked)

    def value(self) -> Value:
        """The value that was typed or chosen.

        Raises:
            NotUnderstood: the words cannot be read; the text is a sentence.
        """
        return self._read(self.currentText())

    def choose(self, value: Value) -> None:
        """Let that value hold."""
        self._write(self._show(value))
        self.understood.emit()
        self._hold(value)

    def reshow(self, show: Callable[[Value], str]) -> None:
        """Write all values in another way from now on."""
        self._show = show
        self._fill()
        if self._value is not None:
            self._write(show(self._value))

    def _fill(self) -> None:
        words = self.currentText()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own way of saying it
        self.clear()
        self.addItems([self._show(choice) for choice in self._choices])
        self.setCurrentIndex(-1)
        self.setEditText(words)
        self.blockSignals(False)  # noqa: FBT003 - as above

    def _write(self, words: str) -> None:
        self.setEditText(words)
        if not self._edit.hasFocus():
            # In a narrow box the beginning says more than the end.
            self._edit.setCursorPosition(0)

    def _hold(self, value: Value | None) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    @Slot(str)
    def _typed(self, words: str) -> None:
        """Follow the typing, but complain only when somebody has done with it."""
        try:
            value = self._read(words)
        except NotUnderstood:
            self._hold(None)
        else:
            self.understood.emit()
            self._hold(value)

    @Slot()
    def _tidy(self) -> None:
        try:
            value = self._read(self.currentText())
        except NotUnderstood as reason:
            self._hold(None)
            self.misunderstood.emit(str(reason))
        else:
            self.choose(value)

    @Slot(int)
    def _picked(self, number: int) -> None:
        self.choose(self._choices[number])

    def next_after(self, value: Value, step: int) -> Value:
        """The value that an arrow key leads to; ``step`` is 1 for down, -1 for up."""
        later = [choice for choice in self._choices if _before(value, choice)]
        earlier = [choice for choice in self._choices if _before(choice, value)]
        if step > 0:
            return later[0] if later else value
        return earlier[-1] if earlier else value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step or not plain:
            super().keyPressEvent(event)
            return
        try:
            value = self.value()
        except NotUnderstood as reason:
            self.misunderstood.emit(str(reason))
        else:
            self.choose(self.next_after(value, step))
            self._edit.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the page must not change a time that is under the mouse.
        event.ignore()


def _before(one: object, other: object) -> bool:
    return bool(one < other)  # type: ignore[operator] # choices are all of one kind
