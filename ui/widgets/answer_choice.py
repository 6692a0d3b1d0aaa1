"""An answer to one question: a choice, scores, or words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import M, S
from ui.widgets.flow import Flow
from ui.widgets.text import muted
from venues.domain import answering
from venues.domain.checklist import Question, Style

CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class AnswerChoice(QWidget):
    """Radio buttons, lists of scores or a line, as the question asks for.

    A number key chooses the answer that begins with it, or else that of its place.
    Delete leaves the question unanswered.

    Signals:
        changed: another answer holds.
    """

    changed = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self._stored = ""
        self.buttons: dict[str, QRadioButton] = {}
        self.scores: dict[str, QComboBox] = {}
        self.line: QLineEdit | None = None
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._made())
        self._group.buttonToggled.connect(self._tell)

    def value(self) -> str:
        """The answer in words; nothing where there is none."""
        if self.line is not None:
            return self.line.text().strip()
        if self.scores:
            found = {name: box.currentText() for name, box in self.scores.items()}
            kept = answering.read_parts(self.question, self._stored)
            if found == {name: kept.get(name, "") for name in found}:
                return self._stored
            return answering.write_parts(found)
        chosen = next((key for key, one in self.buttons.items() if one.isChecked()), "")
        if chosen and self.question.option(self._stored) == chosen:
            return self._stored  # with all that was said with it
        return chosen

    def show_value(self, value: str) -> None:
        """Show that answer; nothing leaves the question open."""
        self._stored = value
        if self.line is not None:
            self.line.setText(value)
        elif self.scores:
            found = answering.read_parts(self.question, value)
            for name, box in self.scores.items():
                box.setCurrentText(found.get(name, ""))
        else:
            self._choose(self.question.option(value) if value else "")
        self._tell()

    def entry(self) -> QWidget:
        """Where the keyboard goes."""
        if self.line is not None:
            return self.line
        if self.scores:
            return next(iter(self.scores.values()))
        chosen = [one for one in self.buttons.values() if one.isChecked()]
        return (chosen or list(self.buttons.values()))[0]

    def _choose(self, option: str) -> None:
        self._group.setExclusive(False)
        for key, one in self.buttons.items():
            one.setChecked(key == option)
        self._group.setExclusive(True)

    def _made(self) -> QWidget:
        question = self.question
        if question.style is Style.FREE:
            self.line = QLineEdit()
            self.line.setPlaceholderText(question.hint)
            self.line.setAccessibleName(f"{question.code}: {question.words}")
            self.line.textChanged.connect(self._tell)
            return self.line
        row = Flow(gap=M)
        for name in answering.parts(question):
            box = QComboBox()
            box.addItems(["", *question.options])
            box.setAccessibleName(f"{question.code}: {name}")
            box.currentTextChanged.connect(self._tell)
            self.scores[name] = box
            row.add(beside(name, box))
        if not self.scores:
            for option in question.options:
                one = QRadioButton(option[:1].upper() + option[1:])
                one.setAccessibleName(f"{question.code}, {question.words}: {option}")
                self._group.addButton(one)
                self.buttons[option] = one
                row.add(one)
        return row

    def _tell(self, *_what: object) -> None:
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        options = list(self.buttons)
        if options and event.key() in CLEARING:
            self._choose("")
            self._tell()
        elif options and event.text().isdecimal():
            if sought := _sought(options, event.text()):
                self._choose(sought)
                self.buttons[sought].setFocus()
                self._tell()
        else:
            super().keyPressEvent(event)


def beside(name: str, box: QWidget) -> QWidget:
    """A name and its input, which stay together when a line is full."""
    pair = QWidget()
    line = QHBoxLayout(pair)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(S)
    line.addWidget(muted(name))
    line.addWidget(box)
    return pair


def _sought(options: list[str], figure: str) -> str:
    """The option that a number key means: its figure, or else its place."""
    begins = [each for each in options if each.startswith(figure)]
    if begins:
        return begins[0]
    if any(each[:1].isdecimal() for each in options):
        first = options[0]
        return first if figure == "0" and not first[:1].isdecimal() else ""
    place = int(figure) - 1
    return options[place] if 0 <= place < len(options) else ""
