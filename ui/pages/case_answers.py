"""What may be said of the case references somebody types, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot

from ui.desk import Desk
from ui.kinds import Kind
from ui.widgets.casefield import CaseField, Shown
from ui.widgets.field import Field
from venues.errors import WrongInput
from venues.services import cases
from venues.services.cases import Answer, Standing

KINDS = {
    Standing.MINE: Kind.GOOD,
    Standing.NEW: Kind.QUIET,
    Standing.NOT_MINE: Kind.BAD,
}
NOT_ON_LIST = "Not on your list"


class CaseAnswers(QObject):
    """Looks references up while they are typed; nothing is written.

    A reference of the wrong shape is complained of once somebody has done with it;
    one that may not be used, at once.

    Signals:
        changed: other references are known.
    """

    changed = Signal()

    def __init__(self, desk: Desk, entry: CaseField, field: Field) -> None:
        super().__init__(field)
        self._desk = desk
        self._entry = entry
        self._field = field
        self._kept: frozenset[str] = frozenset()
        self._malformed = ""
        self.answers: tuple[Answer, ...] = ()
        entry.changed.connect(self.look_up)
        entry.left.connect(self.leave)
        self.offer()

    def offer(self) -> None:
        """Let the references on the user's list be chosen from while typing."""
        with self._desk.database.read() as session:
            mine = cases.mine(session, self._desk.viewer, self._desk.now().date())
        self._entry.offer(mine)

    def keep(self, references: Iterable[str]) -> None:
        """Take these as they are: they stand in the booking that is being changed."""
        self._kept = frozenset(references)

    def usable(self) -> tuple[Answer, ...]:
        """What is known of the references so far, those of the wrong shape left out.

        Raises:
            WrongInput: one may not be used.
        """
        if any(one.standing is Standing.NOT_MINE for one in self.answers):
            raise WrongInput(cases.NOT_YOURS, cases.FIELD)
        return self.answers

    def needs(self) -> frozenset[str]:
        """What the cases on the user's list need of a place."""
        return frozenset(need for answer in self.answers for need in answer.needs)

    @Slot()
    def look_up(self) -> None:
        """See how each of the references stands now."""
        self._malformed = ""
        found = []
        viewer, today = self._desk.viewer, self._desk.now().date()
        with self._desk.database.read() as session:
            for text in self._entry.references():
                if text.upper() in self._kept:
                    found.append(Answer(text.upper(), Standing.MINE))
                    continue
                try:
                    found.append(cases.look_up(session, text, viewer, today))
                except WrongInput as trouble:
                    self._malformed = str(trouble)
        self._entry.show_standing(
            [Shown(one.reference, KINDS[one.standing], _words(one)) for one in found]
        )
        barred = any(one.standing is Standing.NOT_MINE for one in found)
        self._field.complain(cases.NOT_YOURS if barred else "")
        if tuple(found) != self.answers:
            self.answers = tuple(found)
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Somebody has done with the field: say what has the wrong shape."""
        if self._malformed:
            self._field.complain(self._malformed)


def _words(answer: Answer) -> str:
    """The standing in the few words that a badge has room for."""
    if answer.standing is Standing.NOT_MINE:
        return NOT_ON_LIST
    return answer.standing.value
