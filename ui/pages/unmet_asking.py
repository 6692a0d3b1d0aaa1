"""None of these work: what is missing is written down, in a click or when asked."""

from __future__ import annotations

# Imported in the functions here: forms that the first search does not wait for.
# ruff: noqa: PLC0415
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.jobs import Lane, Progress
from ui.pages.search_record import SearchRecord
from ui.widgets.buttons import Button, LinkButton
from venues.database import catalogue as catalogues
from venues.errors import VenuesError
from venues.services.evidence import needs
from venues.services.evidence.needs import Need
from venues.services.finding import Found, Wish

if TYPE_CHECKING:
    from ui.dialogs.unmet_need import Choices

QUESTION = "No room fitted what you looked for."
VERB = "Record what was missing…"
RECORDED = "Recorded what was missing. It counts as evidence, without the case."


class Asked(NamedTuple):
    """What the form begins with."""

    need: Need
    choices: Choices


class UnmetAsking(QObject):
    """A button that opens the form over what was found, and one question on leaving."""

    def __init__(self, desk: Desk, page: QWidget, record: SearchRecord) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._found: Found | None = None
        self._asked_about: Wish | None = None
        self.button = Button("None of these work…")
        self.button.setToolTip("Record what was missing, as evidence for more rooms")
        self.button.setEnabled(False)
        self.button.clicked.connect(self._press)
        record.left.connect(self.leave)

    def follow(self, found: Found | None) -> None:
        """What is on the page now; nothing while nothing can be looked for."""
        self._found = found
        self.button.setEnabled(found is not None)

    def open(self, found: Found) -> None:
        """Ask what was missing in what was found."""
        from ui.dialogs.unmet_need import Choices

        desk = self._desk

        def work(_progress: Progress) -> Asked:
            with desk.database.read() as session:
                need = needs.of_search(session, found, desk.viewer)
                catalogue = catalogues.read(session)
            questions = catalogue.assessed.checklist.questions
            codes = needs.lacking(found)
            return Asked(
                need,
                Choices(
                    [(each.id, each.name) for each in catalogue.authorities.values()],
                    [(code, questions[code].words) for code in codes],
                ),
            )

        desk.jobs.run(
            "", work, partial(self._show, found), failed=self._fail, lane=Lane.QUICK
        )

    @Slot(object)
    def leave(self, found: Found) -> None:
        """Ask once whether to record a search that ended without any room."""
        fresh = found.wish != self._asked_about
        if fresh and not found.matches and found.judged.rooms:
            self._asked_about = found.wish
            self._desk.host.say(QUESTION, offer=(VERB, partial(self.open, found)))

    @Slot()
    def _press(self) -> None:
        if self._found is not None:
            self.open(self._found)

    def _show(self, found: Found, asked: Asked) -> None:
        from ui.dialogs.unmet_need import UnmetNeedEditor

        window = self._page.window()
        editor = UnmetNeedEditor(self._desk, *asked, window)
        earlier = LinkButton("What you recorded…")
        earlier.clicked.connect(editor.reject)
        earlier.clicked.connect(partial(_list, self._desk, window))
        editor.body.addWidget(earlier, 0, Qt.AlignmentFlag.AlignLeft)
        editor.saved.connect(partial(self._saved, found))
        editor.open()

    def _saved(self, found: Found, _result: object) -> None:
        self._asked_about = found.wish
        self._desk.host.say(RECORDED, undoable=True)

    @Slot(object)
    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self._desk.host.say(str(trouble))


def _list(desk: Desk, window: QWidget, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
    from ui.dialogs.own_needs import OwnNeedsDialog

    OwnNeedsDialog(desk, window).open()
