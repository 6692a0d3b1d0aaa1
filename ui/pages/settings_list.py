"""Settings: what is put down for a year, with a form that adds to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.desk import Desk
from ui.saving import Saving
from ui.theme import M, S
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.dayrows import DayRows
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from ui.widgets.text import muted
from venues.services import calendar_days

Kept = TypeVar("Kept")


Done = Callable[[Kept], str]
"""Called with what was written or erased; gives the sentence that tells of it."""


@dataclass(slots=True)
class Steps(Generic[Kept]):
    """Something that is put down or taken off.

    ``write`` and ``erase`` do so in a unit of work; ``write`` gives what it wrote.
    """

    kept: Kept
    write: Callable[[Any, Kept], Kept]
    erase: Callable[[Any, Kept], object]

    def put(self, session: Any) -> None:
        """Put it down."""
        self.kept = self.write(session, self.kept)

    def take(self, session: Any) -> None:
        """Take it off."""
        self.erase(session, self.kept)


class YearList(Card):
    """Rows of one year; those who keep the list can add to it and remove from it."""

    def __init__(self, desk: Desk, title: str, empty: str, verb: str) -> None:
        """``empty`` is said when there is nothing, ``verb`` on the button that adds."""
        super().__init__(title)
        self._desk = desk
        self._keeps = desk.viewer.edits_venues
        self._year = desk.now().year
        self.rows = DayRows(empty)
        self.notice = Notice()
        self.name = QLineEdit()
        self.name.setMaxLength(calendar_days.LONGEST_NAME)
        self.plus = Button(verb)
        self.body.setSpacing(M)

    def show_year(self, year: int) -> None:
        """Show what touches that year."""
        self._year = year
        self.reload()

    def reload(self) -> None:
        """Look everything up again."""
        raise NotImplementedError

    def take_form(self, fields: Mapping[str, tuple[Field, int]]) -> None:
        """Put the form below the rows: each field and its share of the width."""
        self.fields = {key: field for key, (field, _) in fields.items()}
        self.saving = Saving(self._desk, self, self.notice, self.fields)
        form = QHBoxLayout()
        form.setSpacing(S)
        for field, share in fields.values():
            form.addWidget(field, share)
        self.body.addLayout(form)
        self.add(self.plus)
        self.add(self.notice)
        if not self._keeps:
            for widget in (*self.fields.values(), self.plus):
                widget.hide()
            self.add(muted("Coordinators and managers keep these.", wrap=True))
        self.name.textEdited.connect(self.fields["name"].clear)

    def put_down(self, steps: Steps[Kept], what: str, done: Done[Kept]) -> None:
        """Add it; ``done`` then gives the words for it. ``what`` can be undone."""
        self.saving.start(steps.put, partial(self._told, steps, done), what)

    def take_off(self, steps: Steps[Kept], what: str, done: Done[Kept]) -> None:
        """Remove it, otherwise as ``put_down``."""
        self.saving.start(steps.take, partial(self._told, steps, done), what)

    def _told(self, steps: Steps[Kept], done: Done[Kept], _result: object) -> None:
        said = done(steps.kept)
        self.reload()
        self._desk.host.say(said, undoable=True)

    def _today(self) -> date:
        return self._desk.now().date()
