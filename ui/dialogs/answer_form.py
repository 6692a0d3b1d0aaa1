"""Notes what a venue has said: yes or no, by which role, for what price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs import entries
from ui.dialogs.editor import Editor
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.domain.typed import NotUnderstood
from venues.domain.words import count, money
from venues.errors import WrongInput
from venues.services import venue_noting
from venues.services.venue_answers import NO, YES, Answer
from venues.services.venue_asking import Item

NAME = "answer of a venue"
SAID = ((YES, "Yes, the room is ours"), (NO, "No"))


class AnswerForm(Editor):
    """One answer, for one booking or for several at once.

    ``saved`` carries how many they are.
    """

    def __init__(
        self,
        desk: Desk,
        items: Sequence[Item],
        roles: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "What the venue said", parent)
        self._items = tuple(items)
        self.said = QComboBox()
        for key, words in SAID:
            self.said.addItem(words, key)
        self.on = DateField(self._today(), self._today)
        self.by = QComboBox()
        self.by.setEditable(True)
        self.by.addItems(list(roles))
        self.by.setCurrentText(roles[0] if roles else "")
        self.reference = QLineEdit()
        self.cost = QLineEdit()
        self._lay_out_form()
        if len(items) == 1:
            self._show(items[0].answer)
        self._follow()
        self.said.currentIndexChanged.connect(self._follow)
        self.begin()
        self.said.setFocus()

    def draft(self) -> dict[int, Answer]:
        """The answer of each booking.

        Raises:
            WrongInput: the date or the cost cannot be read.
        """
        said = self.said.currentData()
        try:
            on = self.on.value()
        except NotUnderstood as reason:
            raise WrongInput(str(reason), "answered_on") from reason
        cost = entries.pence(self.cost, "cost") if said == YES else None
        return {
            each.booking_id: replace(
                each.answer,
                said=said,
                answered_on=on,
                by=self.by.currentText(),
                reference=self.reference.text() if said == YES else "",
                cost=each.answer.cost if cost is None else cost,
            )
            for each in self._items
        }

    def store(self, draft: Any) -> object:
        """Note it; gives back for how many."""
        desk = self.desk
        venue_noting.write(
            desk.database,
            draft,
            desk.viewer,
            NAME,
            now=desk.now(),
            versions={each.booking_id: each.version for each in self._items},
        )
        return len(self._items)

    def _today(self) -> date:
        return self.desk.now().date()

    def _show(self, answer: Answer) -> None:
        self.said.setCurrentIndex(max(0, self.said.findData(answer.said)))
        if answer.answered_on is not None:
            self.on.choose(answer.answered_on)
        if answer.by:
            self.by.setCurrentText(answer.by)
        self.reference.setText(answer.reference)
        if answer.cost is not None:
            self.cost.setText(money(answer.cost))

    @Slot()
    def _follow(self) -> None:
        """A no has neither a reference nor a price."""
        yes = self.said.currentData() == YES
        for name in ("reference", "cost"):
            self.fields[name].setEnabled(yes)

    def _lay_out_form(self) -> None:
        if len(self._items) > 1:
            many = count(len(self._items), "booking")
            self.body.addWidget(muted(f"The same answer for {many}.", wrap=True))
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [
                    Entry("said", "Answer", self.said, 3),
                    Entry("answered_on", "Answered on", self.on, 2),
                ],
                [Entry("by", "Who answered, by role", self.by)],
                [
                    Entry("reference", "Their reference", self.reference, 3),
                    Entry("cost", "Cost of each", self.cost, 2),
                ],
            ],
        )
        self.fields["by"].hint("Such as caretaker or bookings desk, never a name.")
        self.fields["cost"].hint("A cost like £36; empty keeps what the rate comes to.")
        self.body.addWidget(form)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
