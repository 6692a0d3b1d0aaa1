"""A table described by its columns, in any order, ready to be copied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NOWHERE = QModelIndex()
ROW_ROLE = Role.UserRole + 1  # the row itself
SORT_ROLE = Role.UserRole + 2  # what the column sorts by
KIND_ROLE = Role.UserRole + 3  # "good", "warn", "bad" or "quiet": drawn as a badge
WEIGHT_ROLE = Role.UserRole + 4  # a Weight

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Weight(Enum):
    """How much a column's words stand out."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its title, the words it shows and what it sorts by.

    ``kind`` makes a cell a badge; ``tip`` is for words that say more than the cell,
    and most columns have none.
    """

    title: str
    text: Callable[[Row], str]
    key: Callable[[Row], Any]
    kind: Callable[[Row], str | None] | None = None
    tip: Callable[[Row], str | None] | None = None
    weight: Weight = Weight.PLAIN
    right: bool = False


# What a cell answers to each question that a view asks.
ANSWERS: dict[int, Callable[[Any, Column[Any]], Any]] = {
    Role.DisplayRole: lambda row, column: column.text(row),
    SORT_ROLE: lambda row, column: column.key(row),
    ROW_ROLE: lambda row, _column: row,
    KIND_ROLE: lambda row, column: column.kind(row) if column.kind else None,
    WEIGHT_ROLE: lambda _row, column: column.weight,
    Role.TextAlignmentRole: lambda _row, column: RIGHT if column.right else LEFT,
    Role.ToolTipRole: lambda row, column: column.tip(row) if column.tip else None,
}


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind, shown through a fixed set of columns."""

    def __init__(
        self, columns: Sequence[Column[Row]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in the order it was given."""
        return self._rows

    def place(self, sought: Callable[[Row], bool]) -> int:
        """The number of the first such row, or -1."""
        found = (number for number, row in enumerate(self._rows) if sought(row))
        return next(found, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        answer = ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._rows[index.row()], self._columns[index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.TextAlignmentRole:
            return RIGHT if column.right else LEFT
        return None


class SortedTable(QSortFilterProxyModel):
    """Puts rows in order by their keys, compared in Python, and keeps some of them.

    Left to itself, Qt leaves keys it does not know in any order, and says nothing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeps: Callable[[Any], bool] | None = None

    def keep(self, keeps: Callable[[Any], bool] | None) -> None:
        """Show only the rows for which this is true; None shows all."""
        self._keeps = keeps
        # WORKAROUND PySide6 6.11: endFilterChange() is not there, the others are old
        self.invalidate()

    def row(self, index: Index) -> Any:
        """The row at the index, or None."""
        return index.data(ROW_ROLE)

    def find(self, sought: Callable[[Any], bool]) -> QModelIndex:
        """Where the first such row is shown now, or nowhere."""
        for number in range(self.rowCount()):
            index = self.index(number, 0)
            if sought(index.data(ROW_ROLE)):
                return index
        return QModelIndex()

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if one is None or other is None:
            return one is None and other is not None
        return bool(one < other)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._keeps is None:
            return True
        index = self.sourceModel().index(source_row, 0, source_parent)
        return self._keeps(index.data(ROW_ROLE))


def as_text(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table as lines of cells with tabs between them."""
    lines = [titles, *rows]
    return "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)


def as_html(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table for a letter or a spreadsheet."""
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _one_line(cell: str) -> str:
    return " ".join(cell.split())
