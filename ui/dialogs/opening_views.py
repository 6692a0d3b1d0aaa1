"""What the opening dialog shows, one at a time: each says what is, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.dialogs.person_form import PersonForm
from ui.theme import XS, L, M, S, Size
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.text import COMPLAINT, MUTED, Words, strong
from venues.address import Address, Place
from venues.errors import VenuesError, WrongInput
from venues.services import starting
from venues.services.staffing import FIRST_ROLES, StaffDraft

EMPTY = (
    "For real work. The bank holidays, the school terms and the kinds of appointment "
    "are there; you add venues and colleagues."
)
SAMPLE = (
    "About 60 invented venues and eight weeks of bookings, to look around in. "
    "You sit there as Practitioner 04."
)
OTHER = "A database that is somewhere else on this PC."
JOIN = "One that several offices use together, on a server."
NEW = "Venues shows people what is theirs, so it has to know who sits here."
NOBODY = "Nobody is entered as staff in this database yet. Start with yourself."


class View(QWidget):
    """A heading, a sentence or two, what there is to do, and buttons below.

    ``begins`` is what gets the keyboard when it is shown.
    """

    begins: QWidget | None = None

    def __init__(self, heading: str, sentence: str = "") -> None:
        super().__init__()
        self.heading = Words(heading, size=Size.TITLE, strong=True, wrap=True)
        self.sentence = Words(sentence, ink=MUTED, wrap=True)
        self.complaint = Words(ink=COMPLAINT, wrap=True)
        self.complaint.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(M)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.sentence)

    def end(self, *buttons: QWidget) -> None:
        """Put the buttons below; a complaint stands right above them."""
        self.column.addStretch(1)
        self.column.addWidget(self.complaint)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addStretch(1)
        for button in buttons:
            line.addWidget(button)
        self.column.addLayout(line)

    def complain(self, trouble: VenuesError) -> None:
        """Say what is wrong."""
        self.complaint.setText(str(trouble))
        self.complaint.show()


class Choice(Card):
    """One of the ways to begin: what it is, what it does, and its button."""

    def __init__(self, title: str, sentence: str, button: Button) -> None:
        super().__init__(padding=M)
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(strong(title, wrap=True))
        words.addWidget(Words(sentence, ink=MUTED, wrap=True))
        line = QHBoxLayout()
        line.setSpacing(L)
        line.addLayout(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)


class StartView(View):
    """There is no database yet: four ways to begin."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Welcome to Venues",
            f"There is no database at {path} yet. How do you want to begin?",
        )
        self.empty = PrimaryButton("Start empty")
        self.sample = Button("Try it out")
        self.join = Button("Join…")
        self.join.setAccessibleName("Join a shared database")
        self.other = Button("Open…")
        self.other.setAccessibleName("Open another file")
        self.quit = Button("Quit")
        for title, sentence, button in (
            ("Start empty", EMPTY, self.empty),
            ("Try with sample data", SAMPLE, self.sample),
            ("Join a shared database", JOIN, self.join),
            ("Open another file", OTHER, self.other),
        ):
            self.column.addWidget(Choice(title, sentence, button))
        self.end(self.quit)
        self.begins = self.empty


class TroubleView(View):
    """The database is there but cannot be used."""

    def __init__(self, place: Place, trouble: Exception, *, fallback: bool) -> None:
        """``fallback``: another database stays open when this is put away."""
        super().__init__("The database cannot be opened", str(trouble))
        self.sentence.setForegroundRole(self.foregroundRole())
        self.column.addWidget(Words(str(place), size=Size.SMALL, ink=MUTED, wrap=True))
        self.again = PrimaryButton("Try again")
        self.other = Button("Open another file…")
        self.restore = Button("Restore a backup…")
        self.weeks = Button("My next two weeks…")
        self.join = Button("Change the connection…")
        self.join.setHidden(isinstance(place, Path))
        self.quit = Button("Close" if fallback else "Quit")
        self.restore.setHidden(isinstance(place, Address))
        self.weeks.setHidden(isinstance(place, Path))
        self.end(self.quit, self.weeks, self.restore, self.other, self.join, self.again)
        self.begins = self.again


class PersonView(View):
    """Who sits here, for a database that nobody is entered in.

    Signals:
        given: all of it is typed; carries a ``StaffDraft``.
    """

    given = Signal(StaffDraft)

    def __init__(self, *, new: bool) -> None:
        """``new``: the database is still to be made."""
        super().__init__("Who are you?", NEW if new else NOBODY)
        self.new = new
        self.form = PersonForm(FIRST_ROLES, starting.authorities(), own=True)
        self.column.addWidget(self.form)
        self.back = LinkButton("Back")
        self.start = PrimaryButton("Start")
        self.end(self.back, self.start)
        self.begins = self.form.name
        self.start.clicked.connect(self._give)
        for box in (self.form.name, self.form.login, self.form.ask_for):
            box.returnPressed.connect(self._give)

    @Slot()
    def _give(self) -> None:
        self.complaint.hide()
        self.given.emit(self.form.draft())

    def complain(self, trouble: VenuesError) -> None:
        if not (isinstance(trouble, WrongInput) and self.form.complain(trouble)):
            super().complain(trouble)


class WorkView(View):
    """Something is being made; how far it is, and a way to stop it."""

    def __init__(self) -> None:
        super().__init__("One moment")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.stop = Button("Cancel")
        self.column.addWidget(self.bar)
        self.end(self.stop)
        self.begins = self.stop

    def begin(self, heading: str, sentence: str) -> None:
        """Something else is being made from now on."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.bar.setRange(0, 0)

    @Slot(int, int)
    def report(self, done: int, total: int) -> None:
        """So many of so many are done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
