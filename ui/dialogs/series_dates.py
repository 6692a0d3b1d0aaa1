"""A series with all of its dates, and what became of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.jobs import Progress
from ui.models import series_dates
from ui.models.series_dates import Line
from ui.models.table import TableModel
from ui.putting_back import PUT_BACK, PuttingBack
from ui.theme import L, M, S, Size
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice
from ui.widgets.text import MUTED, Words
from ui.widgets.wrapped import WrappedTable
from venues.errors import NotFound
from venues.services.series import putting_back, reading
from venues.services.series.putting_back import Free

KEY = "series-free"
LETTERS, LINES = 110, 30


class SeriesDatesDialog(QDialog):
    """Every date as it is now; one that was left out and is free can be put back."""

    def __init__(
        self, desk: Desk, series_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._series_id = series_id
        self._free: tuple[Free, ...] = ()
        self.setWindowTitle("Repeating booking")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = Words(size=Size.TITLE, strong=True, wrap=True)
        self.summary = Words(ink=MUTED)
        self.notice = Notice()
        self._model: TableModel[Line] = TableModel(series_dates.columns(), self)
        self.table = WrappedTable("Dates", self._model, narrow=(0, 1), grows=False)
        self.put_back = Button(PUT_BACK)
        self.close_button = Button("Close")
        self._work = PuttingBack(desk, self)
        self._lay_out()
        self.table.chosen.connect(self._follow)
        self.put_back.clicked.connect(self._put_back)
        self.close_button.clicked.connect(self.reject)
        self._work.ended.connect(self._ended)
        desk.changes.committed.connect(self._changed)
        self.reload()
        self.table.setFocus()

    @Slot()
    def reload(self) -> None:
        """Look again, also at what is free now; which date is chosen stays."""
        self._show()
        self._desk.jobs.latest(
            KEY, partial(_read, self._desk, self._series_id), self._found
        )

    def _show(self) -> bool:
        """Show it as it is; false, and closed, when it is not theirs any more."""
        chosen = self.table.current()
        with self._desk.database.read() as session:
            try:
                found = reading.show(session, self._series_id, self._desk.viewer)
            except NotFound:
                self.reject()
                return False
        free = {each.period.day for each in self._free}
        lines = series_dates.lines(found.dates, free)
        self.heading.setText(found.words)
        out = sum(each.outcome == "left out" for each in found.dates)
        left = f", {out} left out" if out else ""
        self.summary.setText(f"{len(lines)} dates{left}")
        self._model.show(lines)
        if isinstance(chosen, Line):
            day = chosen.day
            self.table.select(self.table.ordered.find(lambda line: line.day == day))
        self._follow()
        return True

    def _found(self, free: tuple[Free, ...]) -> None:
        if free != self._free:
            self._free = free
            self._show()

    def _chosen(self) -> Free | None:
        line = self.table.current()
        if not isinstance(line, Line):
            return None
        found = (each for each in self._free if each.period.day == line.day)
        return next(found, None)

    @Slot()
    def _follow(self) -> None:
        self.put_back.setVisible(bool(self._free))
        self.put_back.setEnabled(self._chosen() is not None and not self._work.busy)

    @Slot()
    def _put_back(self) -> None:
        free = self._chosen()
        if free is not None:
            self.notice.clear()
            self._work.start(free)
            self._follow()

    @Slot(str)
    def _ended(self, refusal: str) -> None:
        if refusal:
            self.notice.say(refusal)
        self.reload()

    @Slot(frozenset)
    def _changed(self, _tables: frozenset[str]) -> None:
        self.reload()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.put_back)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, L, L, L)
        layout.setSpacing(M)
        layout.addWidget(self.heading)
        layout.addWidget(self.summary)
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * LETTERS)
        wanted.setHeight(metrics.height() * LINES)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))


def _read(desk: Desk, series_id: int, progress: Progress) -> tuple[Free, ...]:
    with desk.database.read() as session:
        return putting_back.free(
            session, desk.viewer, desk.now(), series_id=series_id, progress=progress
        )
