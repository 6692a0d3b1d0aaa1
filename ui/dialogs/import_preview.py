"""What an import would do, row by row, and what is wrong in which cell."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit

from ui import clipboard
from ui.dialogs.import_views import Step
from ui.kinds import Kind
from ui.models.table import Column, TableModel, Weight, as_html, as_text
from ui.theme import S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.segmented import Segmented
from ui.widgets.table import Table
from ui.widgets.text import Words
from venues.domain.words import count
from venues.services.spreadsheets.lines import Trouble
from venues.services.spreadsheets.plan import Item, Leave, Plan, State

ORDER = (State.PROBLEM, State.NEW, State.CHANGED, State.UNCHANGED)
WORDS = {
    State.NEW: "New",
    State.CHANGED: "Changed",
    State.UNCHANGED: "Unchanged",
    State.PROBLEM: "Problem",
}
KINDS = {
    State.NEW: Kind.GOOD,
    State.CHANGED: Kind.GOOD,
    State.UNCHANGED: Kind.QUIET,
    State.PROBLEM: Kind.BAD,
}
ALL = "all"
CHECK = "check"
NOTHING = "Nothing would change: everything in the file is in the catalogue already."
ALL_WRONG = "None of the rows can be imported as they are. Mend them in the file."


def state_words(item: Item) -> str:
    """How a row stands, in words."""
    look = any(item.troubles) and item.state is not State.PROBLEM
    return f"{WORDS[item.state]}, check" if look else WORDS[item.state]


def _kind(item: Item) -> Kind:
    look = any(item.troubles) and item.state is not State.PROBLEM
    return Kind.WARN if look else KINDS[item.state]


def trouble_words(item: Item) -> str:
    """What is wrong in a row, in a line."""
    return " ".join(
        f"{each.column}: {each.sentence}" if each.column else each.sentence
        for each in item.troubles
    )


def details(item: Item) -> str:
    """Everything about a row, line by line."""
    lines = [f"{each.where}: {each.sentence}" for each in item.troubles]
    lines += [change.words for change in item.changes]
    if item.about:
        lines.append(item.about)
    return "\n".join(lines) or "Nothing would change."


COLUMNS: tuple[Column[Item], ...] = (
    Column(
        "State",
        state_words,
        lambda item: (ORDER.index(item.state), not item.troubles, item.row),
        kind=_kind,
    ),
    Column(
        "Name",
        lambda item: item.name,
        lambda item: item.name.casefold(),
        weight=Weight.STRONG,
    ),
    Column("What", lambda item: item.kind, lambda item: item.kind),
    Column(
        "Row",
        lambda item: str(item.row or ""),
        lambda item: (item.sheet, item.row),
        right=True,
    ),
    Column(
        "What is wrong, or what would change",
        lambda item: trouble_words(item) or item.words,
        lambda item: (not item.troubles, trouble_words(item) or item.words),
        tip=details,
    ),
)


class PreviewStep(Step):
    """The rows of the file by what becomes of them.

    Signals:
        leave_changed: something else is to be done with rows that have a problem.
    """

    leave_changed = Signal()

    def __init__(self) -> None:
        super().__init__("What would change")
        self.filter = Segmented(
            "Rows shown",
            [
                (ALL, "All"),
                *((state.value, WORDS[state]) for state in ORDER),
                (CHECK, "To check"),
            ],
        )
        self.model = TableModel[Item](COLUMNS)
        self.table = Table("Rows of the file", self.model)
        self.about = QPlainTextEdit()
        self.about.setReadOnly(True)
        self.about.setTabChangesFocus(True)
        self.about.setAccessibleName("About the chosen row")
        self.leave = Segmented(
            "Where something is wrong",
            [
                (Leave.ROW.value, "Leave the row out"),
                (Leave.CELL.value, "Leave only the cell out"),
            ],
        )
        self.copy = Button("Copy the problems", icon="copy")
        self.back = Button("Back")
        self.go = PrimaryButton("Import")
        self.troubles: list[Trouble] = []
        self._question = Words("Where something is wrong")
        self._lay_out()
        self.filter.changed.connect(self._keep)
        self.leave.changed.connect(self._tell_leave)
        self.table.chosen.connect(self._show_row)
        self.copy.clicked.connect(self.copy_troubles)

    def show_plan(self, plan: Plan) -> None:
        """Show what would be done."""
        self.notice.clear()
        self.troubles = plan.troubles
        shown = self.filter.value()
        counts = {state: plan.count(state) for state in ORDER}
        to_check = sum(
            bool(item.troubles) and item.state is not State.PROBLEM
            for item in plan.items
        )
        self.filter.segment(ALL).setText(f"All {len(plan.items)}")
        self.filter.segment(CHECK).setText(f"To check {to_check}")
        for state in ORDER:
            words = "Problems" if state is State.PROBLEM else WORDS[state]
            self.filter.segment(state.value).setText(f"{words} {counts[state]}")
        grave = any(not each.note for each in plan.troubles)
        self.leave.setVisible(grave)
        self._question.setVisible(grave)
        self.copy.setVisible(bool(plan.troubles))
        self.go.setEnabled(plan.does_something)
        steps = counts[State.NEW] + counts[State.CHANGED]
        self.go.setText(f"Import {count(steps, 'row')}" if steps else "Import")
        sentences = list(plan.notes)
        if not plan.does_something:
            sentences.insert(0, ALL_WRONG if counts[State.PROBLEM] else NOTHING)
        self.say(" ".join(sentences))
        self.model.show(plan.items)
        self.filter.choose(shown)
        self._keep(shown)

    def chosen_leave(self) -> Leave:
        """What is to be done with rows that have a problem."""
        return Leave(self.leave.value())

    @Slot()
    def copy_troubles(self) -> None:
        """Put the list of problems on the clipboard."""
        titles = ["Sheet", "Row", "Column", "What is wrong and what to do"]
        rows = [
            [each.sheet, str(each.row), each.column, each.sentence]
            for each in self.troubles
        ]
        clipboard.copy(as_text(titles, rows), as_html(titles, rows))
        self.copy.setText("Copied")

    def _lay_out(self) -> None:
        self.about.setFixedHeight(self.fontMetrics().height() * 5)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.about)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self._question)
        line.addWidget(self.leave)
        line.addStretch(1)
        self.column.addLayout(line)
        self.buttons.addWidget(self.copy)
        self.end(self.back, self.go)

    @Slot(str)
    def _keep(self, which: str) -> None:
        self.copy.setText("Copy the problems")
        if which == ALL:
            self.table.ordered.keep(None)
        elif which == CHECK:
            self.table.ordered.keep(_to_check)
        else:
            state = State(which)
            self.table.ordered.keep(lambda item: item.state is state)
        self.table.fit()
        self.table.select(self.table.ordered.index(0, 0))
        if not self.table.ordered.rowCount():
            self.about.setPlainText("There are no such rows.")

    @Slot(object)
    def _show_row(self, item: Item | None) -> None:
        self.about.setPlainText("" if item is None else details(item))

    @Slot(str)
    def _tell_leave(self, _which: str) -> None:
        self.leave_changed.emit()


def _to_check(item: Item) -> bool:
    return bool(item.troubles) and item.state is not State.PROBLEM
