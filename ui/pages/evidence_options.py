"""Which places were asked about, for which gap, and what came of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.option_editor import Choices, OptionEditor
from ui.jobs import Lane, Progress
from ui.models.option_rows import columns
from ui.models.table import TableModel
from ui.theme import M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import FlushCard
from ui.widgets.empty import EmptyState
from ui.widgets.table import Table
from ui.widgets.tallwords import TallWords
from ui.widgets.text import muted
from venues.database import catalogue as catalogues
from venues.domain import ladder
from venues.domain.ladder import Answer
from venues.domain.words import count
from venues.errors import VenuesError
from venues.services.evidence import options
from venues.services.evidence.options import Option

WHAT = (
    "A request for money shows that existing places were tried first: re-time what we "
    "have, a partner's room, a family hub, a library, a block hire, adapt a room, a "
    "lease, and only then a new place."
)
WITHDRAWN = "Withdrawn. It is listed no more."


class EvidenceOptions(QWidget):
    """The log: New, Change and Withdraw for keepers, to read for a board reader.

    Signals:
        failed: carries why something was not done.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._authority_id: int | None = None
        self._choices = Choices((), (), ())
        keeps = options.keeps(desk.viewer)
        self._criteria: dict[str, str] = {}
        self._model: TableModel[Option] = TableModel(
            columns(self._criteria, lambda: desk.now().date()), self
        )
        self.table = Table("Options explored", self._model)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.new = PrimaryButton("New option…")
        self.change = Button("Change…")
        self.withdraw = Button("Withdraw")
        for button in (self.new, self.change, self.withdraw):
            button.setVisible(keeps)
        self.words = muted(wrap=True)
        self.about = TallWords("")
        self.empty = EmptyState(
            "building-2",
            "No option has been explored yet",
            "Write down which place was asked, and what its owner said.",
        )
        self._lay_out()
        self.new.clicked.connect(self.add)
        self.change.clicked.connect(self._change)
        self.withdraw.clicked.connect(self._withdraw)
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._follow)
        if keeps:
            QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.add)

    def show_of(self, authority_id: int | None) -> None:
        """Read the list again, for an authority or for all."""
        self._authority_id = authority_id
        desk = self._desk

        def work(_progress: Progress) -> tuple[tuple[Option, ...], Choices]:
            with desk.database.read() as session:
                catalogue = catalogues.read(session)
                found = options.read(session, desk.viewer, authority_id)
            questions = catalogue.assessed.checklist.questions.values()
            return found, Choices(
                [(each.id, each.name) for each in catalogue.authorities.values()],
                sorted({each.town for each in catalogue.venues.values() if each.town}),
                [(each.code, each.words) for each in questions],
            )

        desk.jobs.latest("options", work, self._show, failed=self.failed.emit)

    @Slot()
    def add(self) -> None:
        """Write another one down."""
        only = self._authority_id or self._desk.viewer.authority_id
        today = self._desk.now().date()
        self._edit(Option(authority_id=only, town="", set="CH", asked_on=today))

    def _show(self, found: tuple[tuple[Option, ...], Choices]) -> None:
        rows, self._choices = found
        self._criteria.update(self._choices.criteria)
        before = self.table.current()
        kept = before.id if isinstance(before, Option) else None
        self._model.show(rows)
        self.table.fit()
        self.empty.setVisible(not rows)
        self._card.setVisible(bool(rows))
        self.words.setText(self._counted(rows))
        if rows:
            place = max(self._model.place(lambda row: row.id == kept), 0)
            source = self._model.index(place, 0)
            self.table.select(self.table.ordered.mapFromSource(source))
        self._follow()

    def _counted(self, rows: tuple[Option, ...]) -> str:
        if not rows:
            return WHAT
        gaps = len({(row.town, row.set) for row in rows})
        said = sum(row.answer is Answer.YES for row in rows)
        today = self._desk.now().date()
        again = sum(options.due(row, today) for row in rows)
        words = (
            f"{count(len(rows), 'place')} for {count(gaps, 'gap')}, {said} said yes."
        )
        return f"{words} {again} to ask again." if again else words

    @Slot(QModelIndex)
    def _follow(self, _index: object = None) -> None:
        option = self.table.current()
        self.change.setEnabled(isinstance(option, Option))
        self.withdraw.setEnabled(isinstance(option, Option))
        if isinstance(option, Option):
            tried = ladder.tried(option.step, option.criterion, self._criteria)
            why = f" {option.why_not}." if option.why_not else ""
            words = f"{option.building}, {option.town}: {tried}. "
            self.about.say(f"{words}{option.answer.words}.{why}")
        else:
            self.about.say("")

    @Slot()
    def _change(self) -> None:
        self._open(self.table.current())

    @Slot(object)
    def _open(self, option: object) -> None:
        if isinstance(option, Option) and options.keeps(self._desk.viewer):
            self._edit(option)

    def _edit(self, option: Option) -> None:
        editor = OptionEditor(self._desk, option, self._choices, self.window())
        editor.saved.connect(partial(self._saved, option.id is None))
        editor.open()

    def _saved(self, new: bool, _option: object) -> None:  # noqa: FBT001 - bound above
        said = "Written down." if new else "Changed."
        self._desk.host.say(said, undoable=True)

    @Slot()
    def _withdraw(self) -> None:
        option, desk = self.table.current(), self._desk
        if not isinstance(option, Option):
            return

        def work(_progress: Progress) -> None:
            with desk.database.write("withdrawal of an option explored") as session:
                options.withdraw(session, option, desk.viewer)

        def done(_: object) -> None:
            desk.host.say(WITHDRAWN, undoable=True)

        desk.jobs.run("", work, done, failed=self._refused, lane=Lane.SAVE)

    def _refused(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.failed.emit(trouble)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.words, 1)
        for button in (self.withdraw, self.change, self.new):
            line.addWidget(button)
        self._card = FlushCard()
        self._card.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(line)
        column.addWidget(self._card, 1)
        column.addWidget(self.about)
        column.addWidget(self.empty, 1)
