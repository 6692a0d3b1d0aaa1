"""Coverage on the map, with the sectors in a list beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.jobs import Job, Jobs
from ui.models.table import Column, TableModel, Weight
from ui.theme import M, S
from ui.widgets.buttons import IconButton
from ui.widgets.card import FlushCard
from ui.widgets.field import Field
from ui.widgets.flow import FlowLayout
from ui.widgets.sector_map import SectorMap, limit, stamp
from ui.widgets.table import Table
from ui.widgets.text import Words, small
from ui.widgets.twopanes import TwoPanes
from ui.widgets.venue_map import WITHOUT, Opener, Tools, read_atlas
from venues.atlas.atlas import Atlas
from venues.domain.checklist import COUNTED
from venues.domain.words import count, miles
from venues.gazetteer import ATTRIBUTION
from venues.services.evidence.coverage import Reach, When
from venues.services.evidence.unmet_need import SETS_SAID
from venues.services.venue_pins import Pin

BESIDE = 110
"""Letters; narrower than that, the list stands under the map."""

NO_LIST = (
    "The list of postcodes is not on this PC, so nobody can say which sectors have a "
    "suitable room in reach."
)


class Covered(NamedTuple):
    """What the map shows: sectors, the venues that suit, and authorities by id."""

    reaches: tuple[Reach, ...]
    pins: tuple[Pin, ...]
    authorities: dict[int, str]


class CoverageView(QWidget):
    """A set and a time are chosen; the map and the list follow.

    Signals:
        asked: another set or time is wanted; carries both.
    """

    asked = Signal(str, str)

    def __init__(self, jobs: Jobs, opener: Opener = read_atlas) -> None:
        super().__init__()
        self._jobs, self._opener = jobs, opener
        self._drawing: Job | None = None
        self._laid = False
        self._covered = Covered((), (), {})
        self.set = QComboBox()
        for code in COUNTED:
            self.set.addItem(SETS_SAID[code], code)
        self.when = QComboBox()
        for each in When:
            self.when.addItem(each.words, each.value)
        self.words = Words(wrap=True)
        self.map = SectorMap()
        self.closer = IconButton("plus", "Zoom in")
        self.farther = IconButton("minus", "Zoom out")
        self.whole = IconButton("maximize", "Show the whole map")
        self._model: TableModel[Reach] = TableModel(self._columns(), self)
        self.table = Table("Postcode sectors", self._model)
        self.note = small(wrap=True)
        self._lay_out()
        for choice in (self.set, self.when):
            choice.currentIndexChanged.connect(self._ask)
        self.closer.clicked.connect(self.map.zoom_in)
        self.farther.clicked.connect(self.map.zoom_out)
        self.whole.clicked.connect(self.map.fit)

    def chosen(self) -> tuple[str, str]:
        """The set and the time."""
        return self.set.currentData(), self.when.currentData()

    def show_covered(self, covered: Covered) -> None:
        """Show these sectors."""
        self._covered = covered
        self.map.show_pins(covered.pins)
        self.map.show_reaches(covered.reaches)
        self._model.show(covered.reaches)
        self.table.fit()
        near = sum(each.venue_id is not None for each in covered.reaches)
        of = len(covered.reaches)
        self.words.setText(
            f"{near} of {count(of, 'sector')} have a suitable room in reach, "
            f"{of - near} have none."
            if of
            else NO_LIST
        )

    @Slot()
    def draw(self) -> None:
        """Have the ground of the map read, once."""
        if self._laid or self._drawing is not None:
            return
        self._drawing = self._jobs.run(
            "Drawing the map", self._opener, self._lay, failed=self._do_without
        )

    def _lay(self, atlas: Atlas) -> None:
        self._laid = True
        self.map.lay(atlas)

    def _do_without(self, _trouble: Exception) -> None:
        self._laid = True
        self.note.setText(WITHOUT)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(*self.chosen())

    def _columns(self) -> Sequence[Column[Reach]]:
        return (
            Column("Sector", _name, _name, weight=Weight.STRONG),
            Column("Authority", self._authority, self._authority),
            Column("Nearest suitable", self._nearest, self._nearest),
            Column("Miles", _far, _metres, right=True),
        )

    def _authority(self, reach: Reach) -> str:
        return self._covered.authorities.get(reach.sector.authority_id, "")

    def _nearest(self, reach: Reach) -> str:
        if reach.venue_id is None:
            return f"None within {limit(reach)}"
        return next(
            (pin.name for pin in self._covered.pins if pin.id == reach.venue_id), ""
        )

    def _lay_out(self) -> None:
        tops = QHBoxLayout()
        tops.setSpacing(M)
        tops.addWidget(Field("Suitable for", self.set))
        tops.addWidget(Field("At what time", self.when))
        tops.addWidget(self.words, 1, Qt.AlignmentFlag.AlignBottom)
        over = QVBoxLayout(self.map)
        over.setContentsMargins(S, S, S, S)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        over.addWidget(Tools(self.closer, self.farther, self.whole), 0, corner)
        left, right = FlushCard(), FlushCard()
        left.add(self.map, 1)
        under = QWidget()
        foot = QVBoxLayout(under)
        foot.setContentsMargins(M, S, M, S)
        legend = QWidget()
        flow = FlowLayout(legend, gap=M, lines=2)
        for near, words in ((1, "A suitable room in reach"), (None, "None in reach")):
            flow.addWidget(_Entry(words, near=near))
        for widget in (legend, self.note, small(ATTRIBUTION, wrap=True)):
            foot.addWidget(widget)
        left.add(under)
        right.add(self.table, 1)
        panes = TwoPanes(left, right, letters=BESIDE, shares=(6, 4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addLayout(tops)
        column.addWidget(panes, 1)


class _Entry(QWidget):
    """A mark as it stands on the map, and its words."""

    def __init__(self, words: str, *, near: int | None) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(_Mark(near))
        line.addWidget(small(words))


class _Mark(QWidget):
    def __init__(self, near: int | None) -> None:
        super().__init__()
        self._near = near
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.fontMetrics().height() * 0.36
        c = theme.colours(self.palette())
        stamp(painter, self.rect().toRectF().center(), size, c, near=self._near)


def _name(reach: Reach) -> str:
    return reach.sector.name


def _far(reach: Reach) -> str:
    return "" if reach.metres is None else miles(reach.metres)


def _metres(reach: Reach) -> int:
    return reach.limit * 100 if reach.metres is None else reach.metres
