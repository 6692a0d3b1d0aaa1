"""How an appointment repeats, as one sentence that opens into everything behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.theme import M, S
from ui.widgets.repeateditor import RepeatEditor
from ui.widgets.text import small
from venues.domain import recurrence
from venues.domain.recurrence import Repeat
from venues.domain.typed import NotUnderstood

ONCE = "Does not repeat"
LEAST = 12  # characters of the sentence that are in view
OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SentenceBox(QComboBox):
    """Looks and is read like a list to choose from, and opens what is below it.

    Signals:
        pressed: it is to open, or to close.
    """

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(LEAST)
        self.addItem(ONCE)

    def say(self, sentence: str) -> None:
        """Show that sentence."""
        self.setItemText(0, sentence)
        self.setToolTip(sentence)

    def showPopup(self) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # there is nothing to turn to; the page scrolls


class RepeatField(QWidget):
    """Closed it is one sentence: "Every week on Thursday, 12 times".

    Down, Space or Enter opens it, Escape closes it again.

    Signals:
        changed: it repeats in another way.
        misunderstood: a date cannot be read; carries a sentence.
        understood: it can again.
    """

    changed = Signal()
    misunderstood = Signal(str)
    understood = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._first = today()
        self.box = SentenceBox()
        self.box.setAccessibleName("Repeat")
        self.editor = RepeatEditor(today)
        self.note = small(wrap=True)
        self._panel = QWidget()
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(M, 0, 0, S)
        inside.addWidget(self.editor)
        inside.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.box)
        column.addWidget(self._panel)
        self.setFocusProxy(self.box)
        self._panel.hide()
        self.box.pressed.connect(self._turn)
        self.editor.changed.connect(self._follow)
        self.editor.misunderstood.connect(self.misunderstood)
        self.editor.understood.connect(self.understood)
        self._say()

    def value(self) -> Repeat | None:
        """How it repeats, or None when it does not.

        Raises:
            NotUnderstood: the last date cannot be read.
        """
        return self.editor.value()

    def start_on(self, first: date) -> None:
        """Let the first date be that one."""
        if first != self._first:
            self._first = first
            self.editor.start_on(first)

    def never(self) -> None:
        """It does not repeat, and is closed."""
        self.editor.never()
        self.open(on=False)

    @property
    def is_open(self) -> bool:
        """Whether everything behind the sentence is shown."""
        return not self._panel.isHidden()

    def open(self, *, on: bool) -> None:
        """Show everything behind the sentence, or the sentence alone."""
        self._panel.setVisible(on)

    @Slot()
    def _turn(self) -> None:
        self.open(on=not self.is_open)
        if self.is_open:
            self.editor.how.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _follow(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """The rule in a sentence, and what it does with months that lack its date."""
        try:
            repeat = self.value()
            if repeat is not None:
                recurrence.check(repeat, self._first)
        except NotUnderstood as trouble:
            self.box.say(str(trouble))
            self.note.hide()
            return
        note = recurrence.missing(repeat, self._first) if repeat else ""
        self.box.say(recurrence.words(repeat, self._first) if repeat else ONCE)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def event(self, event: QEvent) -> bool:
        """Take Escape before the page does, while there is something to close."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and self.is_open:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.open(on=False)
                self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().event(event)
