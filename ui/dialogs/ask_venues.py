"""Asks venues for their rooms: what to say, that it was said, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ui import clipboard
from ui.desk import Desk
from ui.dialogs.answer_form import AnswerForm
from ui.jobs import Lane, Progress
from ui.models import asking
from ui.preferences import TWENTY_FOUR
from ui.theme import L, M, S
from ui.widgets.asking_view import AskingView
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.unused_hires import UnusedHires
from venues.errors import VenuesError
from venues.services import block_hires, venue_asking, venue_noting
from venues.services.venue_answers import NO, TO_ASK, Answer
from venues.services.venue_asking import Asking

SHOWS = frozenset({"booking", "booking_room", "worker", "venue", "contact", "room"})
HIRES = SHOWS | {"block_hire", "hold", "closure", "closed_day", "hours"}
LETTERS, LINES = 150, 38
MARKED, ANSWERED = "marked as asked", "answered"
NAME = "asking of a venue"


class AskVenuesDialog(QDialog):
    """The queue by venue; with ``booking_id`` the one booking and nothing else."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, booking_id: int = 0
    ) -> None:
        super().__init__(parent)
        self._desk, self._booking_id = desk, booking_id
        self.setWindowTitle("The venue's answer" if booking_id else "To ask the venue")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = AskingView(self._twenty_four, single=bool(booking_id))
        self.notice = Notice()
        self.copy = Button("Copy words")
        self.mark = Button("Mark as asked")
        self.note = PrimaryButton("Note the answer…")
        self.elsewhere = Button("Find another room")
        self.back = Button("Close")
        self.unused = UnusedHires(self._twenty_four)
        self.tabs = QTabWidget()
        self._empty = EmptyState(
            "calendar-check",
            "No venue waits to be asked",
            "Bookings of rooms that are not ours stand here until their venue has "
            "said yes.",
        )
        self._lay_out()
        self.view.turned.connect(self._follow)
        self.view.opened.connect(self._answer)
        self.copy.clicked.connect(self._copy)
        self.mark.clicked.connect(self._mark)
        self.note.clicked.connect(self._answer)
        self.elsewhere.clicked.connect(self._go_elsewhere)
        self.back.clicked.connect(self.reject)
        desk.changes.committed.connect(self._reload_if_shown)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look it up again; what is chosen stays chosen."""
        desk, now = self._desk, self._desk.now()
        with desk.database.read() as session:
            if self._booking_id:
                one = venue_asking.of_booking(
                    session, desk.viewer, self._booking_id, now
                )
                asked: tuple[Asking, ...] = (one,) if one else ()
            else:
                asked = venue_asking.queue(session, desk.viewer, now)
                self.unused.show_unused(block_hires.unused(session, now))
        self._empty.setVisible(not asked)
        self.view.setVisible(bool(asked))
        self.view.show_asked(asked)
        self._follow()

    def _twenty_four(self) -> bool:
        return self._desk.preferences[TWENTY_FOUR]

    @Slot()
    def _follow(self) -> None:
        """The buttons are for what is chosen."""
        items = self.view.chosen()
        for button in (self.copy, self.note):
            button.setEnabled(bool(items))
        self.mark.setEnabled(any(each.answer.said == TO_ASK for each in items))
        refused = len(items) == 1 and items[0].answer.said == NO
        self.elsewhere.setVisible(refused)
        if refused:
            full = items[0].full
            self.elsewhere.setText("Find another room" if full else "Show in schedule")

    @Slot()
    def _copy(self) -> None:
        clipboard.copy(self.view.words.toPlainText())
        self._desk.host.say("Copied the words for the venue.")

    @Slot()
    def _mark(self) -> None:
        desk, today = self._desk, self._desk.now().date()
        items = [each for each in self.view.chosen() if each.answer.said == TO_ASK]
        answers = {
            each.booking_id: venue_noting.asked(each.answer, today) for each in items
        }
        versions = {each.booking_id: each.version for each in items}
        desk.jobs.run(
            "",
            partial(_mark, desk, answers, versions),
            partial(self._noted, MARKED, len(items)),
            failed=self._failed,
            lane=Lane.QUICK,
        )

    @Slot()
    def _answer(self) -> None:
        items, asked = self.view.chosen(), self.view.asking()
        if items and asked is not None:
            form = AnswerForm(self._desk, items, asked.roles, self)
            form.saved.connect(partial(self._noted, ANSWERED))
            form.open()

    def _noted(self, verb: str, number: int, _: object = None) -> None:
        self.notice.clear()
        self._desk.host.say(f"{asking.told(number, verb)}.", undoable=True)

    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.reload()
        self.notice.say(str(trouble))

    @Slot()
    def _go_elsewhere(self) -> None:
        """A no: on to another room, or for a coordinator to where it can be moved."""
        item, asked, host = self.view.chosen()[0], self.view.asking(), self._desk.host
        self.accept()
        if item.full:
            host.show_page("find", booking=item.booking_id, back="today")
        elif asked is not None:
            day = item.wanted.starts.date()
            host.show_page("schedule", venue=asked.venue_id, day=day, view="day")

    @Slot(frozenset)
    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & (SHOWS if self._booking_id else HIRES):
            self.reload()

    def _lay_out(self) -> None:
        first = QWidget()
        inside = QVBoxLayout(first)
        inside.setContentsMargins(0, M, 0, 0)
        inside.setSpacing(M)
        inside.addWidget(self.view, 1)
        inside.addWidget(self._empty, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self.elsewhere, self.copy, self.mark, self.note):
            buttons.addWidget(button)
        buttons.insertStretch(1)
        inside.addLayout(buttons)
        if self._booking_id:
            top: QWidget = first
        else:
            top = self.tabs
            self.tabs.addTab(first, "To ask")
            self.tabs.addTab(self.unused, "Hired and not used")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, L, L, L)
        layout.setSpacing(M)
        layout.addWidget(self.notice)
        layout.addWidget(top, 1)
        layout.addLayout(foot)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * LETTERS)
        wanted.setHeight(metrics.height() * LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))


def _mark(
    desk: Desk,
    answers: Mapping[int, Answer],
    versions: Mapping[int, int],
    _progress: Progress,
) -> None:
    venue_noting.write(
        desk.database, answers, desk.viewer, NAME, now=desk.now(), versions=versions
    )
