"""Saves one thing at a time from a form, and puts complaints where they belong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from ui.desk import Desk
from ui.jobs import Lane, Progress
from ui.widgets.field import Field
from ui.widgets.notice import Notice
from venues.database.session import Database
from venues.errors import VenuesError, WrongInput

Change = Callable[[Any], object]
"""What is done in the unit of work; it is handed the session."""


class Saving(QObject):
    """Keeps a form still while it is saved; nothing typed in it is lost.

    What is wrong with a field is said beside it, anything else in the notice.
    """

    def __init__(
        self,
        desk: Desk,
        form: QWidget,
        notice: Notice,
        fields: Mapping[str, Field] | None = None,
        *,
        still: Sequence[QWidget] | None = None,
        goes_back: bool = True,
    ) -> None:
        """``still`` are the widgets that wait meanwhile, the whole form if not said.

        With ``goes_back`` the keyboard is put back where something is wrong.
        """
        super().__init__(form)
        self._desk = desk
        self._notice = notice
        self._fields = fields or {}
        self._still = (form,) if still is None else tuple(still)
        self._goes_back = goes_back
        self._done: Callable[[Any], object] | None = None
        self._focused: QWidget | None = None
        self.busy = False

    def start(
        self, change: Change, done: Callable[[Any], object], name: str = ""
    ) -> None:
        """Do the change in a unit of work, then call ``done`` with what it returned.

        What has a name can be undone.
        While something is being saved, nothing else is.
        """
        if self.busy:
            return
        self._notice.clear()
        for field in self._fields.values():
            field.clear()
        self._done = done
        self._wait(on=True)
        self._desk.jobs.run(
            "Saving",
            partial(_write, self._desk.database, change, name),
            self._saved,
            failed=self._failed,
            lane=Lane.SAVE,
        )

    def complain(self, trouble: VenuesError) -> None:
        """Say what is wrong, beside its field where it has one."""
        field = None
        if isinstance(trouble, WrongInput):
            field = self._fields.get(trouble.field)
        if field is None:
            self._notice.say(str(trouble))
        else:
            field.complain(str(trouble))
            if self._goes_back:
                field.entry.setFocus()

    def _wait(self, *, on: bool) -> None:
        self.busy = on
        if on:
            self._focused = QApplication.focusWidget()
        for widget in self._still:
            widget.setDisabled(on)
        if not on and self._focused is not None:
            # A page that follows the change may have made its rows anew by now.
            if shiboken6.isValid(self._focused):
                self._focused.setFocus()
            self._focused = None

    @Slot(object)
    def _saved(self, result: object) -> None:
        self._wait(on=False)
        if self._done is not None:
            self._done(result)

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        self._wait(on=False)
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.complain(trouble)


def _write(
    database: Database, change: Change, name: str, _progress: Progress
) -> object:
    with database.write(name) as session:
        return change(session)
