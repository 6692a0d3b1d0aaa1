"""Venues on the map, with what explains it round it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from ui import theme
from ui.jobs import Job, Jobs
from ui.paint import panel
from ui.theme import XS, M, S, Size
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.card import Hairline, Scroller
from ui.widgets.map_canvas import MapCanvas
from ui.widgets.map_legend import MapLegend
from ui.widgets.text import Words, small
from venues.atlas.atlas import Atlas
from venues.domain.words import count
from venues.gazetteer import ATTRIBUTION
from venues.postcode_list import ListMissing
from venues.services.venue_pins import Pin
from venues.services.venue_words import STATUS

WITHOUT = "The map has no outline, since the list of postcodes is not on this PC."
STOPPED = "The outline of the map was not drawn."
DRAWING = "The outline of the map is being drawn. It is kept for the next time."
FOOT = 0.36
"""How much of the height what stands under the map may take; more is scrolled."""

LISTED_AT_MOST = 40
"""Venues without a position that the menu names."""

Opener = Callable[[Callable[[int, int], None]], Atlas]


def described(pin: Pin) -> str:
    """A venue on the map in words: its name, kind, town and status."""
    said = [pin.name, pin.kind, pin.town]
    if pin.status != "active":
        said.append(STATUS[pin.status].lower())
    return ", ".join(each for each in said if each)


def read_atlas(progress: Callable[[int, int], None]) -> Atlas:
    """The ground of the map, from this user's cache or made now."""
    return Atlas.open(progress=progress)


class Tools(QFrame):
    """A few buttons one under the other, on a plate over the map."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        for button in buttons:
            layout.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        panel(QPainter(self), self.rect(), c.surface, c.outline)


class VenueMap(QWidget):
    """The map of the venues that the list shows.

    The ground is read when the map is shown for the first time; venues are there at
    once.

    Signals:
        chosen: somebody chose a venue here; carries its id.
        opened: the venue chosen is to be looked at.
    """

    chosen = Signal(int)
    opened = Signal()

    def __init__(
        self,
        jobs: Jobs,
        ask: Callable[[], Sequence[Pin]],
        opener: Opener = read_atlas,
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._ask = ask
        self._opener = opener
        self._job: Job | None = None
        self._laid = False
        self._shown: Collection[int] = ()
        self._unplaced: tuple[Pin, ...] = ()
        self.canvas = MapCanvas(described)
        self.closer = IconButton("plus", "Zoom in")
        self.farther = IconButton("minus", "Zoom out")
        self.whole = IconButton("maximize", "Show the whole map")
        self.legend = MapLegend()
        self.unplaced = LinkButton("")
        self.note = Words(size=Size.SMALL, wrap=True)
        self.again = Button("Draw it now")
        self._menu = QMenu(self)
        self._lay_out()

        self.closer.clicked.connect(self.canvas.zoom_in)
        self.farther.clicked.connect(self.canvas.zoom_out)
        self.whole.clicked.connect(self.canvas.fit)
        self.canvas.chosen.connect(self.chosen)
        self.canvas.opened.connect(self.opened)
        self.unplaced.setMenu(self._menu)
        self.again.clicked.connect(self.draw)
        self._menu.triggered.connect(self._pick)
        self._say("")

    def show_venues(self, ids: Collection[int]) -> None:
        """Show the venues with these ids, and count those that cannot be shown."""
        self._shown = set(ids)
        if self.isVisible():
            self.reload()

    def choose(self, venue_id: int | None) -> None:
        """Point that venue out."""
        self.canvas.choose(venue_id)

    @Slot()
    def reload(self) -> None:
        """Look up again where the venues are."""
        pins = [pin for pin in self._ask() if pin.id in self._shown]
        self._unplaced = tuple(pin for pin in pins if pin.point is None)
        self.canvas.show_pins(pins)
        self.legend.say(self.canvas.layer.pins, self.canvas.layer.letters)
        self._list_unplaced()
        number = len(self._unplaced)
        has = "has" if number == 1 else "have"
        self.unplaced.setText(f"{count(number, 'venue')} {has} no position")
        self.unplaced.setVisible(bool(number))

    @Slot()
    def draw(self) -> None:
        """Have the ground read, or made where there is none yet."""
        if self._laid or self._job is not None:
            return
        self._say(DRAWING)
        self._job = Job("Drawing the map", self._opener)
        self._job.succeeded.connect(self._lay)
        self._job.failed.connect(self._do_without)
        self._job.finished.connect(self._end)
        self._jobs.start(self._job)

    @Slot(object)
    def _lay(self, atlas: Atlas) -> None:
        self._laid = True
        self.canvas.lay(atlas)
        self._say("")

    @Slot(object)
    def _do_without(self, trouble: Exception) -> None:
        self._laid = True
        self._say(WITHOUT)
        if not isinstance(trouble, ListMissing):
            self._jobs.unexpected.emit(trouble)

    @Slot()
    def _end(self) -> None:
        self._job = None
        if not self._laid:
            self._say(STOPPED)
            self.again.show()

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        self.again.hide()

    def _list_unplaced(self) -> None:
        self._menu.clear()
        for pin in self._unplaced[:LISTED_AT_MOST]:
            self._menu.addAction(described(pin).replace("&", "&&")).setData(pin.id)
        more = len(self._unplaced) - LISTED_AT_MOST
        if more > 0:
            self._menu.addAction(f"and {more} more in the list").setEnabled(False)

    @Slot(QAction)
    def _pick(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def _lay_out(self) -> None:
        self._foot = QWidget()
        under = QVBoxLayout(self._foot)
        under.setContentsMargins(M, S, M, S)
        under.setSpacing(XS)
        self.attribution = small(ATTRIBUTION, wrap=True)
        for widget in (self.note, self.again, self.legend, self.unplaced):
            under.addWidget(widget)
        under.addWidget(self.attribution)
        self.foot = Scroller(self._foot)
        self.foot.setAccessibleName("About the map")
        over = QVBoxLayout(self.canvas)
        over.setContentsMargins(S, S, S, S)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        over.addWidget(Tools(self.closer, self.farther, self.whole), 0, corner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.foot)
        self._foot.installEventFilter(self)

    def _share(self) -> None:
        """Give the foot what it needs, but never more than its share of the height."""
        needed = self._foot.heightForWidth(self.width())
        most = round(self.height() * FOOT)
        self.foot.setFixedHeight(min(needed, most))
        policy = Qt.FocusPolicy
        self.foot.setFocusPolicy(
            policy.StrongFocus if needed > most else policy.NoFocus
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._foot and event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
        self.draw()
