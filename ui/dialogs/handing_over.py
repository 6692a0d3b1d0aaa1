"""Hands on what somebody has in hand: all of it to one colleague, or one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.preferences import TWENTY_FOUR
from ui.theme import L, S
from ui.widgets.field import Field
from ui.widgets.modest import ModestBox
from ui.widgets.text import COMPLAINT, Words, muted
from venues.domain.words import count, short_day, span
from venues.errors import VenuesError, WrongInput
from venues.services.team import handing_over, in_hand
from venues.services.team.handing_over import CannotTake
from venues.services.team.in_hand import Item, Key
from venues.services.team.members import Member

STAYS = "Stays for now"
CHOOSE = "Choose…"
ABOUT = (
    "Each is checked before anything is handed over. A booking takes its cases to the "
    "colleague's list; the line at the end hands over the whole list."
)


class HandingOver(Editor):
    """What one has, and who takes it; ``saved`` carries the moves."""

    def __init__(
        self,
        desk: Desk,
        giver: Member,
        items: Sequence[Item],
        takers: Sequence[Member],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, f"Hand over from {giver.draft.name}", parent)
        self._giver, self._takers = giver, takers
        self.all = self._box(CHOOSE)
        self.boxes: dict[Key, ModestBox] = {}
        self.said: dict[Key, Words] = {}
        self.body.addWidget(muted(ABOUT, wrap=True))
        self.body.addWidget(Field("All of it to", self.all))
        self.body.addWidget(self._list(items), 1)
        self.save.setText("Hand over")
        self.all.activated.connect(self._choose_all)
        self.take_size(96, 34)
        self.begin()
        self.all.setFocus()

    def draft(self) -> dict[Key, int]:
        """What goes to whom.

        Raises:
            WrongInput: nobody is chosen yet.
        """
        for words in self.said.values():
            words.hide()
        plan = {
            key: int(box.currentData())
            for key, box in self.boxes.items()
            if box.currentData() is not None
        }
        if not plan:
            raise WrongInput("Choose a colleague for at least one of these.")
        return plan

    def store(self, draft: Any) -> object:
        """Hand it over, all of what is chosen or nothing."""
        desk = self.desk
        with desk.database.write("handing over of work") as session:
            return handing_over.hand_over(
                session, desk.viewer, self._giver.id, draft, now=desk.now()
            )

    def complain(self, trouble: VenuesError) -> None:
        """Say beside each thing why it cannot go there."""
        super().complain(trouble)
        if isinstance(trouble, CannotTake):
            for key, sentence in trouble.troubles.items():
                self.said[key].setText(sentence)
                self.said[key].show()
            self.boxes[next(iter(trouble.troubles))].setFocus()

    def _box(self, first: str) -> ModestBox:
        box = ModestBox()
        box.addItem(first, None)
        for each in self._takers:
            box.addItem(f"{each.draft.name}, {each.draft.role.words}", each.id)
        return box

    def _list(self, items: Sequence[Item]) -> QScrollArea:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, S, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for row, item in enumerate(items):
            said = words_of(item, twenty_four=self.desk.preferences[TWENTY_FOUR])
            box = self._box(STAYS)
            box.setAccessibleName(f"Who takes: {said}")
            complaint = Words(ink=COMPLAINT, wrap=True)
            complaint.hide()
            self.boxes[item.key], self.said[item.key] = box, complaint
            grid.addWidget(Words(said, wrap=True), 2 * row, 0)
            grid.addWidget(box, 2 * row, 1)
            grid.addWidget(complaint, 2 * row + 1, 0, 1, 2)
        grid.setRowStretch(2 * len(items), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    @Slot()
    def _choose_all(self) -> None:
        for box in self.boxes.values():
            box.setCurrentIndex(box.findData(self.all.currentData()))


def words_of(item: Item, *, twenty_four: bool) -> str:
    """One thing in words, without a word of what it is about."""
    if item.starts is None or item.ends is None:
        return count(item.many, "case on their list", "cases on their list")
    hours = span(item.starts, item.ends, twenty_four=twenty_four)
    when = f"{short_day(item.starts)}, {hours}"
    named: dict[str, Callable[[], str]] = {
        in_hand.BOOKING: lambda: f"{when}, {item.place} ({item.reference})",
        in_hand.OUTING: lambda: f"Out alone on {when}",
        in_hand.BUDDY: lambda: f"Waits to hear from somebody on {when}",
    }
    return named[item.key[0]]()
