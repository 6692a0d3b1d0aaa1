"""What is chosen in the schedule, and found again after everything was read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from ui.models.grid import Cell, GridModel, What
from venues.domain.privacy import Seen

Flag = QItemSelectionModel.SelectionFlag


class GridChoice:
    """The cell that has the keyboard, and the bookings that are chosen."""

    def __init__(self, view: QTableView, grid: GridModel) -> None:
        self._view, self._grid = view, grid
        self._kept: tuple[Cell | None, set[tuple[object, ...]]] = (None, set())

    def current(self) -> Cell | None:
        """The cell that has the keyboard."""
        return self._grid.at(self._view.currentIndex())

    def picked(self) -> list[Cell]:
        """The chosen bookings, from the top."""
        found = {
            cell.key: cell
            for index in self._view.selectionModel().selectedIndexes()
            if (cell := self._grid.at(index)) is not None and cell.seen is not None
        }
        return sorted(found.values(), key=lambda cell: (cell.row, cell.column))

    def make_current(self, cell: Cell, *, choose: bool = True) -> None:
        """Put the keyboard on a cell and bring it into view."""
        index = self._grid.index(cell.row, cell.column)
        command = Flag.ClearAndSelect if choose else Flag.NoUpdate
        self._view.selectionModel().setCurrentIndex(index, command)
        self._view.scrollTo(index)

    def pick(self, keeps: Callable[[Seen], bool]) -> None:
        """Choose the bookings for which this is true, and no others."""
        cells = self._grid.sheet.cells()
        self._choose(cell for cell in cells if cell.seen and keeps(cell.seen))

    def begin(self, day: date, minute: int) -> None:
        """Put the keyboard on the first room then, unless it is somewhere already."""
        if self.current() is not None:
            return
        for cell in self._grid.sheet.cells():
            then = cell.start <= minute < cell.end or cell.start == cell.end
            if cell.day == day and then and cell.what is not What.HEADING:
                self._stand_on(cell)
                return

    def keep(self) -> None:
        """Remember all of it, by what it is rather than where."""
        self._kept = (self.current(), {cell.key for cell in self.picked()})

    def restore(self) -> None:
        """Choose the same again, wherever it is now."""
        current, keys = self._kept
        if current is None:
            return
        places = {cell.key: cell for cell in self._grid.sheet.cells()}
        self._choose(places[key] for key in keys & places.keys())
        if (found := places.get(current.key) or self._near(current)) is not None:
            self._stand_on(found)

    def _choose(self, cells: Iterable[Cell]) -> None:
        chosen = QItemSelection()
        for cell in cells:
            index = self._grid.index(cell.row, cell.column)
            chosen.select(index, index)
        self._view.selectionModel().select(chosen, Flag.ClearAndSelect)

    def _stand_on(self, cell: Cell) -> None:
        index = self._grid.index(cell.row, cell.column)
        self._view.selectionModel().setCurrentIndex(index, Flag.NoUpdate)

    def _near(self, gone: Cell) -> Cell | None:
        """What stands now where a cell was."""
        week = not self._grid.sheet.marks
        for line in self._grid.sheet.grid:
            for cell in line:
                here = (cell.room_id, cell.day) == (gone.room_id, gone.day)
                then = week or cell.start <= gone.start < cell.end
                if here and then and cell.what is not What.HEADING:
                    return cell
        return None
