"""The unmet needs that somebody recorded: to be changed, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.queue import QueueDialog
from ui.dialogs.unmet_need import Choices, UnmetNeedEditor, said
from ui.jobs import Lane, Progress
from ui.models.table import Column, Weight
from ui.widgets.buttons import Button, PrimaryButton
from venues.database import catalogue as catalogues
from venues.domain import unmet
from venues.domain.checklist import SETS
from venues.domain.unmet import Instead
from venues.domain.words import day_month
from venues.services.demand import Band
from venues.services.evidence import needs
from venues.services.evidence.needs import Need

NONE = (
    "You have recorded no unmet need",
    "When no room works, choose “None of these work…” on Find a room.",
)
WITHDRAWN = "Withdrawn. It no longer counts."


class OwnNeedsDialog(QueueDialog):
    """The list, the newest first; it never holds anybody else's."""

    shows = frozenset({"unmet_need", "criterion", "authority"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._authorities: tuple[tuple[int, str], ...] = ()
        self._criteria: dict[str, str] = {}
        super().__init__(desk, "What you recorded", NONE, parent)

    def columns(self) -> Sequence[Column[Need]]:
        """The week, for what, why, and what happens instead."""
        return (
            Column("Week of", _week, attrgetter("week")),
            Column("Time of day", _band, attrgetter("band")),
            Column("For", _set, _set),
            Column("What was missing", self._why, self._why, tip=self._why),
            Column("Instead", _instead, _instead, weight=Weight.MUTED),
        )

    def buttons(self) -> Sequence[Button]:
        """What can be done with the need in front."""
        self.change = PrimaryButton("Change…")
        self.withdraw = Button("Withdraw")
        self.change.clicked.connect(self._change)
        self.withdraw.clicked.connect(self._withdraw)
        return self.change, self.withdraw

    def read(self) -> tuple[Need, ...]:
        """The list, and the words it is shown in."""
        with self.desk.database.read() as session:
            catalogue = catalogues.read(session)
            found = needs.mine(session, self.desk.viewer)
        named = catalogue.authorities.values()
        questions = catalogue.assessed.checklist.questions
        self._authorities = tuple((each.id, each.name) for each in named)
        self._criteria = {code: each.words for code, each in questions.items()}
        return found

    def key(self, item: Need) -> object:
        """Its row."""
        return item.id

    def follow(self, item: Need | None) -> None:
        """Say the need whole."""
        self.change.setEnabled(item is not None)
        self.withdraw.setEnabled(item is not None)
        self.say(said(item) if item else "")

    def open_row(self, item: object) -> None:
        """Change it."""
        if isinstance(item, Need):
            self._open(item)

    def _why(self, need: Need) -> str:
        words = unmet.said(unmet.stored(need.missing, need.criteria), self._criteria)
        return "; ".join(words)

    @Slot()
    def _change(self) -> None:
        if (need := self.current()) is not None:
            self._open(need)

    def _open(self, need: Need) -> None:
        named = [(code, self._criteria.get(code, code)) for code in need.criteria]
        choices = Choices(self._authorities, named)
        editor = UnmetNeedEditor(self.desk, need, choices, self)
        editor.saved.connect(self._changed)
        editor.open()

    @Slot(object)
    def _changed(self, _result: object) -> None:
        self.desk.host.say("The need is changed.", undoable=True)

    @Slot()
    def _withdraw(self) -> None:
        need, desk = self.current(), self.desk
        if need is None:
            return

        def work(_progress: Progress) -> None:
            with desk.database.write("withdrawal of an unmet need") as session:
                needs.withdraw(session, need, desk.viewer, desk.now().date())

        def done(_: object) -> None:
            desk.host.say(WITHDRAWN, undoable=True)

        desk.jobs.run("", work, done, failed=self.fail, lane=Lane.SAVE)


def _week(need: Need) -> str:
    return f"{day_month(need.week)} {need.week.year}"


def _band(need: Need) -> str:
    return Band(need.band).words


def _set(need: Need) -> str:
    words = SETS.get(need.set, need.set)
    return words[:1].upper() + words[1:]


def _instead(need: Need) -> str:
    return "" if need.instead is Instead.UNDECIDED else need.instead.words
