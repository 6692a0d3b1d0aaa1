"""For managers: who looked, and who was refused for whom again and again."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.models.table import Column, TableModel, Weight
from ui.theme import XL, L, M, Size
from ui.widgets.buttons import PrimaryButton
from ui.widgets.empty import EmptyState
from ui.widgets.table import Table
from ui.widgets.text import Words, muted
from venues.domain.apart import column_date
from venues.domain.words import clock
from venues.services.apart import counting, watching
from venues.services.apart.counting import Questions
from venues.services.apart.watching import LookRow, Probe

WIDE, HIGH = 100, 32  # letters and lines, as far as the screen goes
WHAT = (
    f"The last {watching.DAYS} days. A try counts once for each venue and half-day, "
    "however often it was made."
)
COUNTED = (
    "Questions are what somebody's Venues, or another program, asked the server about "
    "cases and colleagues. A few hundred in a day is usual; thousands are not."
)


def _at(row: LookRow) -> str:
    return f"{column_date(row.at.date())}, {clock(row.at)}"


def _last(row: Probe) -> str:
    return f"{column_date(row.last.date())}, {clock(row.last)}"


def _tries(row: Probe) -> str:
    return str(row.tries)


def _venues(row: Probe) -> str:
    return str(row.venues)


def _most(row: Questions) -> str:
    return f"{row.most:,}"


def _most_on(row: Questions) -> str:
    return column_date(row.most_on)


def _asked(row: Questions) -> str:
    return f"{row.asked:,}"


def _asked_on(row: Questions) -> str:
    return column_date(row.last)


LOOKS: tuple[Column[LookRow], ...] = (
    Column("When", _at, attrgetter("at")),
    Column("Who", attrgetter("who"), attrgetter("who"), weight=Weight.STRONG),
    Column("What", attrgetter("what"), attrgetter("what")),
    Column("About", attrgetter("about"), attrgetter("about")),
)
PROBES: tuple[Column[Probe], ...] = (
    Column("Who", attrgetter("who"), attrgetter("who"), weight=Weight.STRONG),
    Column("Case", attrgetter("case"), attrgetter("case")),
    Column("Tries", _tries, attrgetter("tries"), right=True),
    Column("Venues", _venues, attrgetter("venues"), right=True),
    Column("Last", _last, attrgetter("last")),
)


QUESTIONS: tuple[Column[Questions], ...] = (
    Column("Who", attrgetter("who"), attrgetter("who"), weight=Weight.STRONG),
    Column("Most in a day", _most, attrgetter("most"), right=True),
    Column("On", _most_on, attrgetter("most_on")),
    Column("Last day", _asked, attrgetter("asked"), right=True),
    Column("On", _asked_on, attrgetter("last")),
)


class WatchingDialog(QDialog):
    """Lists to read and copy; on a server, what people asked it about others too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Looks and refusals")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Which list")
        self.shut = PrimaryButton("Close")
        self.shut.clicked.connect(self.reject)
        with desk.database.read() as session:
            looks = watching.looks(session, desk.viewer, now=desk.now())
            probes = watching.probes(session, desk.viewer, now=desk.now())
            asked = counting.questions(session, desk.viewer)
        self._looks: TableModel[LookRow] = TableModel(LOOKS, self)
        self._probes: TableModel[Probe] = TableModel(PROBES, self)
        self.looks = Table("Who looked", self._looks)
        self.probes = Table("Who was refused", self._probes)
        self._looks.show(looks)
        self._probes.show(probes)
        lists = [
            (self.looks, f"Looks {len(looks)}", "Nobody looked"),
            (self.probes, f"Refused {len(probes)}", "Nobody was refused"),
        ]
        if asked is not None:
            self._questions: TableModel[Questions] = TableModel(QUESTIONS, self)
            self.questions = Table("Questions to the server", self._questions)
            self._questions.show(asked)
            title = f"Questions {len(asked)}"
            lists.append((self.questions, title, "Nobody asked anything"))
        for table, title, nothing in lists:
            table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            table.fit()
            filled = table.ordered.rowCount()
            empty = EmptyState("eye", nothing, "In the last months, that is.")
            self.tabs.addTab(table if filled else empty, title)
        self._lay_out(WHAT if asked is None else f"{WHAT} {COUNTED}")

    def _lay_out(self, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words("Looks and refusals", size=Size.TITLE, strong=True))
        layout.addWidget(muted(words, wrap=True))
        layout.addWidget(self.tabs, 1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.shut)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        wide, high = WIDE * metrics.averageCharWidth(), HIGH * metrics.height()
        room = self.screen().availableSize() * 0.94
        self.resize(min(wide, room.width()), min(high, room.height()))
