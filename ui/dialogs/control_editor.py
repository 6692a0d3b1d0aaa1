"""A manager accepts a control until a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.datefield import DateField
from ui.widgets.facts import FactList
from ui.widgets.fieldrows import Entry, lay_out
from venues.domain.typed import NotUnderstood
from venues.domain.words import count
from venues.errors import WrongInput
from venues.services import controls, settings
from venues.services.assessment_sheet import Control


class ControlEditor(Editor):
    """What fails, what makes it acceptable, and until when that is accepted."""

    def __init__(
        self, desk: Desk, control: Control, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Accept a control", parent)
        self._control = control
        self.save.setText("Accept")
        with desk.database.read() as session:
            months = settings.read(session).control_months
        self.facts = FactList()
        self.facts.show_facts(
            [
                (
                    "",
                    [
                        ("Where", control.place),
                        ("Not met", control.failing),
                        ("Acceptable with", control.words),
                    ],
                )
            ]
        )
        self.until = DateField(control.until or self._today(), self._today)
        form = QWidget()
        self.fields |= lay_out(form, [[Entry("until", "Until", self.until)]])
        self.fields["until"].hint(f"{count(months, 'month')} from today at most.")
        self.body.addWidget(self.facts)
        self.body.addWidget(form)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self.begin()
        self.until.setFocus()

    def draft(self) -> date:
        """Until when it is accepted.

        Raises:
            WrongInput: the day cannot be read.
        """
        try:
            return self.until.value()
        except NotUnderstood as reason:
            raise WrongInput(str(reason), "until") from reason

    def store(self, draft: Any) -> object:
        """Accept it; gives back the assessment before and now."""
        answer_id = self._control.answer_id
        with self.desk.database.write("accepting of a control") as session:
            before = controls.of_answer(session, answer_id)
            after = controls.accept(
                session,
                answer_id,
                self.desk.viewer,
                until=draft,
                now=self.desk.now(),
            )
        return before, after

    def _today(self) -> date:
        return self.desk.now().date()
