"""Saves what is on the booking page, and holds the page still meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.jobs import Work
from ui.pages.booking_form import BookingForm
from ui.pages.booking_overtaken import Overtaken
from ui.pages.checks_card import ChecksCard
from ui.widgets.overlay import WaitOverlay
from venues.errors import Stale, VenuesError, WrongInput
from venues.services.booking_edits import Edit


class BookingSaving(QObject):
    """One attempt at a time, off the interface's thread; nothing typed is lost.

    Signals:
        stale: somebody else saved the booking meanwhile.
    """

    stale = Signal()

    def __init__(
        self, desk: Desk, page: QWidget, form: BookingForm, card: ChecksCard
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._form = form
        self.card = card
        self._overtaken = Overtaken(desk, card)
        self._wait = WaitOverlay(page)

    def start(self, work: Work, done: Callable[[Any], object]) -> None:
        """Do the work, then call ``done`` with what came of it."""
        self.card.forget()
        self._enable(on=False)
        self._desk.jobs.run("", work, partial(self._done, done), failed=self._failed)

    def look_again(self, edit: Edit | None, tables: frozenset[str]) -> None:
        """Say at once if what is being changed was changed by somebody else."""
        self._overtaken.look(edit, tables)

    def cannot(self, trouble: Exception) -> None:
        """Say why it cannot be booked as it is typed, beside the field or the button.

        Nobody tried to, so the keyboard stays where it is.
        """
        if isinstance(trouble, WrongInput):
            self._form.complain(trouble)
            self.card.say_why("See beside the field what is missing.")
        elif isinstance(trouble, VenuesError):
            self.card.say_why(str(trouble))
        else:
            self._desk.jobs.unexpected.emit(trouble)

    def _done(self, done: Callable[[Any], object], outcome: object) -> None:
        self._enable(on=True)
        done(outcome)

    def _failed(self, trouble: Exception) -> None:
        self._enable(on=True)
        if isinstance(trouble, WrongInput) and trouble.field in self._form.fields:
            self._form.complain(trouble)
            self._form.go_to_wrong()
        elif isinstance(trouble, Stale):
            self.card.fail(str(trouble), stale=True)
            self.stale.emit()
        elif isinstance(trouble, VenuesError):
            self.card.fail(str(trouble))
        else:
            self._desk.jobs.unexpected.emit(trouble)

    def _enable(self, *, on: bool) -> None:
        self._form.setEnabled(on)
        self.card.enable(on=on)
        if on:
            self._wait.stop()
        else:
            self._wait.start("Saving…")
