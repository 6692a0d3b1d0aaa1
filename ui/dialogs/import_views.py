"""The first and the last step of an import, and the waiting between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme import M, S, Size
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.text import MUTED, Words, muted

ABOUT = (
    "Take in venues, rooms, hours and contacts from a spreadsheet: one that was "
    "exported here, the filled-in template, or any other list with a row for each "
    "venue. You see what would change before anything does."
)
KINDS = ".xlsx, .xls, .ods or .csv, up to 50,000 rows."


class Step(QWidget):
    """One step: a heading, words about it, a notice, what it shows, and its buttons."""

    def __init__(self, heading: str, sentence: str = "") -> None:
        super().__init__()
        self.heading = Words(heading, size=Size.TITLE, strong=True, wrap=True)
        self.sentence = Words(sentence, ink=MUTED, wrap=True)
        self.sentence.setVisible(bool(sentence))
        self.notice = Notice()
        self.column = QVBoxLayout()
        self.column.setSpacing(M)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(self.heading)
        layout.addWidget(self.sentence)
        layout.addWidget(self.notice)
        layout.addLayout(self.column, 1)
        layout.addLayout(self.buttons)

    def say(self, sentence: str) -> None:
        """Show other words under the heading."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def end(self, *buttons: QWidget) -> None:
        """Put buttons at the right of the foot."""
        self.buttons.addStretch(1)
        for button in buttons:
            self.buttons.addWidget(button)


class ChooseStep(Step):
    """Which file, or the template first."""

    def __init__(self) -> None:
        super().__init__("Import venues")
        self.offer = EmptyState("file-spreadsheet", "Choose a spreadsheet", ABOUT)
        self.choose = PrimaryButton("Choose a file…", icon="folder-open")
        self.template = LinkButton("Save the template…", icon="download")
        self.cancel = Button("Close")
        middle = Qt.AlignmentFlag.AlignHCenter
        self.column.addStretch(1)
        self.column.addWidget(self.offer)
        self.column.addWidget(self.choose, 0, middle)
        self.column.addWidget(muted(KINDS), 0, middle)
        self.column.addWidget(self.template, 0, middle)
        self.column.addStretch(2)
        self.end(self.cancel)


class WaitStep(Step):
    """Something is being read or written; how far it is, and a way to stop it."""

    def __init__(self) -> None:
        super().__init__("One moment")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.stop = Button("Cancel")
        self.column.addWidget(self.bar)
        self.column.addStretch(1)
        self.end(self.stop)

    def begin(self, heading: str, sentence: str = "") -> None:
        """Something else is being done from now on."""
        self.heading.setText(heading)
        self.say(sentence)
        self.bar.setRange(0, 0)

    @Slot(int, int)
    def report(self, done: int, total: int) -> None:
        """So many of so many are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)


class DoneStep(Step):
    """What was imported and what was left out."""

    def __init__(self) -> None:
        super().__init__("Import venues")
        self.words = EmptyState("circle-check", "Imported")
        self.copy = Button("Copy what was left out", icon="copy")
        self.close_button = PrimaryButton("Done")
        self.column.addWidget(self.words, 1)
        self.buttons.addWidget(self.copy)
        self.end(self.close_button)

    def show_words(self, sentence: str, *, left_out: bool) -> None:
        """Say what came of it."""
        self.words.say("Imported", sentence)
        self.copy.setVisible(left_out)
