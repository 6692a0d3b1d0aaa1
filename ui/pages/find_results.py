"""What was found: the rooms that fit, and why the others do not."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.models import matches
from ui.pages import find_words
from ui.preferences import TWENTY_FOUR, Setting
from ui.theme import XS, S
from ui.widgets.alternatives import Alternatives
from ui.widgets.buttons import LinkButton
from ui.widgets.card import FlushCard, Scroller
from ui.widgets.empty import EmptyState
from ui.widgets.matchview import MatchView
from ui.widgets.reasons import Reasons
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED, announce, strong
from venues.database import catalogue as catalogues
from venues.domain.findings import Reason, Step
from venues.domain.period import Period
from venues.domain.words import count
from venues.services import ways_out
from venues.services.finding import Found, Match, Order
from venues.services.second_look import Second
from venues.services.ways_out import Offer

ORDER = Setting("find_order", Order.NEAREST.value)

LEAST_LINES = 9  # of text beneath the list that are in view


class _Below(Scroller):
    """What stands under the rooms: a few lines of it are always in view."""

    def __init__(self, content: QWidget) -> None:
        self._content = content
        super().__init__(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().height() * LEAST_LINES
        return QSize(200, min(self._content.sizeHint().height(), least))

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()


class FindResults(QWidget):
    """The right side of Find a room.

    Signals:
        opened: a room is to be booked; carries its match.
        alternative: another room or time is to be booked; carries it.
        taken: a change of the wish was chosen; carries the wish as it is to be.
        ordered: another order was chosen; carries it.
        venues_wanted: there are none yet, and somebody wants to add one.
    """

    opened = Signal(object)
    alternative = Signal(object)
    taken = Signal(object)
    ordered = Signal(object)
    venues_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: Found | None = None
        self._offers: dict[str, Offer] = {}
        self._hidden: set[Reason] = set()
        self._shown: tuple[object, ...] = ()
        self._second = Second()
        self._number = strong()
        self.sentence = TallWords()
        self.sort = LinkButton("", icon="chevron-down")
        self._make_menu()
        self.list = MatchView()
        self.list.opened.connect(self.opened)
        self._card = FlushCard()
        self._card.add(self.list)
        self.empty = EmptyState("search", "")
        self.empty.pressed.connect(self.venues_wanted)
        self.alternatives = Alternatives()
        self.alternatives.chosen.connect(self.alternative)
        self._others = strong()
        self._help = TallWords("one change would free some of them", ink=MUTED)
        self.reasons = Reasons()
        self.reasons.taken.connect(self._take)
        self.reasons.asked.connect(self._ask_for)
        self._lay_out()
        self.say("", "")

    @property
    def shown(self) -> list[Match]:
        """The rooms that are shown, in their order."""
        return [row.match for row in self.list.rooms.rows]

    def say(self, heading: str, sentence: str, *, action: str = "") -> None:
        """Show words instead of rooms: there is nothing to look through."""
        self._found = None
        self._shown = ()
        self.list.show_rows([])
        self._number.setText("")
        self.sentence.say("")
        self.sort.hide()
        self.empty.say(heading, sentence, action=action)
        self.empty.setVisible(bool(heading))
        self._card.hide()
        self.alternatives.hide()
        self._show_ways(Second())

    def show_found(self, found: Found) -> None:
        """Show the first look: what fits the very start asked for."""
        if self._found is None or self._found.wish != found.wish:
            self._hidden.clear()
        self._found = found
        self._show(found, Second(ways=ways_out.first(found)))

    def show_second(self, second: Second) -> None:
        """Add what the second look brought."""
        if self._found is not None:
            self._show(self._found, second)
            asked = self._found.wish.period
            self.alternatives.show_ways(
                second.alternatives, asked, twenty_four=self._twenty_four
            )
            # They are new, and would come after all that stands below them.
            for before, after in pairwise([self.list, *self.alternatives.buttons]):
                QWidget.setTabOrder(before, after)
            announce(self.list, f"{self._number.text()} {self.sentence.text()}")

    def choose_first(self) -> None:
        """Put the keyboard on the rooms, or on the first way out when none fits."""
        buttons = self.alternatives.buttons if self.alternatives.isVisible() else []
        rows = self.reasons.rows()
        target: QWidget | None = None
        if self.list.rooms.rowCount():
            target = self.list
        elif buttons:
            target = buttons[0]
        elif rows:
            target = rows[0].line
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _twenty_four(self) -> bool:
        return self._desk.preferences[TWENTY_FOUR]

    def _show(self, found: Found, second: Second) -> None:
        number, sentence = find_words.heading(
            len(found.matches),
            len(second.moved),
            found.wish,
            twenty_four=self._twenty_four,
        )
        self._number.setText(number)
        self.sentence.say(sentence)
        self.list.drawn.twenty_four = self._twenty_four
        shown = (found, second.moved, self._twenty_four)
        if shown != self._shown:
            self._shown = shown
            self.list.show_rows(matches.rows(found, second.moved, self._twenty_four))
        rooms = bool(self.list.rooms.rowCount())
        self._card.setVisible(rooms)
        self.sort.setVisible(rooms)
        self.empty.hide()
        self.alternatives.hide()
        self._show_ways(second)

    def _show_ways(self, second: Second) -> None:
        self._second = second
        left = [way for way in second.ways if way.group.reason not in self._hidden]
        self._offers = {
            way.group.reason.name: way.offer for way in left if way.offer is not None
        }
        self._offers |= {area.name: area.offer for area in second.areas}
        rooms = sum(len(way.group.misfits) for way in left)
        self._others.setText(
            f"{count(rooms, 'room')} {'does' if rooms == 1 else 'do'} not fit"
        )
        self._others.setVisible(rooms > 0)
        self._help.setVisible(rooms > 0 and bool(self._offers))
        self.reasons.show_reasons(find_words.lines(left, second.areas))

    @Slot(str)
    def _take(self, key: str) -> None:
        offer = self._offers.get(key)
        if offer is None:
            return
        if offer.wish is not None:
            self.taken.emit(offer.wish)
        elif offer.venue_id is not None:
            self._desk.host.show_page("venues", venue=offer.venue_id)
        elif offer.step is Step.OTHER_PLACES:
            self._hidden.add(Reason.CASE)
            self._show_ways(self._second)
            self.choose_first()

    @Slot(int)
    def _ask_for(self, room_id: int) -> None:
        """Ask for a room that is in use, for as long as it would be held."""
        found = self._found
        if found is None:
            return
        with self._desk.database.read() as session:
            catalogue = catalogues.read(session)
        room, kind = catalogue.rooms[room_id], catalogue.kinds[found.wish.kind]
        before = timedelta(minutes=kind.set_up)
        after = timedelta(minutes=max(kind.clear_down, room.turnaround))
        period = found.wish.period
        asked = Period(period.starts - before, period.ends + after)
        # Imported here, since whoever looks for a room waits for this page's code.
        from ui.pages.room_asking import RoomAsking  # noqa: PLC0415

        RoomAsking(self._desk, self).open(room, asked)

    def _make_menu(self) -> None:
        menu = self.menu = QMenu(self)
        group = QActionGroup(menu)
        kept = self._desk.preferences[ORDER]
        for order in Order:
            action = menu.addAction(order.value)
            action.setCheckable(True)
            action.setChecked(order.value == kept)
            action.triggered.connect(partial(self._order, order))
            group.addAction(action)
        self.sort.clicked.connect(self._open_menu)
        self.sort.setText(kept)
        self.sort.setAccessibleName("Order of the rooms")

    @Slot()
    def _open_menu(self) -> None:
        self.menu.popup(self.sort.mapToGlobal(QPoint(0, self.sort.height())))

    def _order(self, order: Order, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what triggered carries
        self._desk.preferences[ORDER] = order.value
        self.sort.setText(order.value)
        self.ordered.emit(order)

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(XS + 2)
        for words in (self._number, self.sentence):
            words.setContentsMargins(0, XS + 2, 0, 0)
        head.addWidget(self._number, 0, top)
        head.addWidget(self.sentence, 1, top)
        head.addWidget(self.sort, 0, top)
        others = QHBoxLayout()
        others.setSpacing(S)
        others.addWidget(self._others, 0, top)
        others.addWidget(self._help, 1, top)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.empty, 1)
        column.addWidget(self.alternatives)
        column.addLayout(others)
        column.addWidget(self.reasons)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addLayout(head)
        layout.addWidget(self._card)
        layout.addWidget(_Below(below), 1)
