"""The tools above the schedule: which view, which day, whose rooms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import theme
from ui.look.controls import chevron
from ui.models.table import Index
from ui.paint import panel
from ui.theme import TALL, XL, XS, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.segmented import Segmented
from ui.widgets.text import Words
from ui.widgets.toolbar import Toolbar

DAY, WEEK, ROOM = "day", "week", "room"
ALL, MINE = "all", "mine"
DEPTH = Qt.ItemDataRole.UserRole + 1  # how far an entry of a list stands in

Entry = tuple[int | str | None, str, int]
"""The key of a choice, its words, and how far it stands in."""


class _Step(Button):
    """A square button with an arrow."""

    def __init__(self, icon: str) -> None:
        super().__init__("", icon=icon)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + TALL
        return QSize(side, side)


class DateTitle(QPushButton):
    """The date that is shown; pressing it asks for another."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("Go to a date (Ctrl+G)")

    def say(self, words: str) -> None:
        """Show another date."""
        self.setText(words)
        self.setAccessibleName(f"{words}, go to another date")
        self.updateGeometry()

    def _words(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.08)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._words())
        wide = metrics.horizontalAdvance(self.text()) + metrics.height() + 2 * S
        return QSize(wide, self.fontMetrics().height() + TALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        if self.underMouse():
            panel(painter, self.rect(), c.hover, c.hairline)
        if self.hasFocus():
            panel(painter, self.rect(), None, c.focus, width=2)
        font = self._words()
        painter.setFont(font)
        painter.setPen(c.text)
        box = self.rect().adjusted(S, 0, -S, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        side = QFontMetrics(font).height()
        box.setLeft(box.right() - side + XS)
        chevron(painter, box, "down", c.muted, round(side * 0.8))


class ScheduleBar(Toolbar):
    """Says what somebody wants to see; it reads nothing itself.

    Signals:
        view_changed: Day, Week or Room; carries its key.
        stepped: -1 for earlier, 1 for later, 0 for today.
        date_asked: the date was pressed.
        scope_changed: other rooms; carries "all", "mine", "authority:2" or "venue:7".
        room_changed: another room of the Room view; carries its id.
        print_asked, booking_asked: a button was pressed.
    """

    view_changed = Signal(str)
    stepped = Signal(int)
    date_asked = Signal()
    scope_changed = Signal(str)
    room_changed = Signal(int)
    print_asked = Signal()
    booking_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Words("Schedule", size=Size.TITLE, strong=True)
        views = ((DAY, "Day"), (WEEK, "Week"), (ROOM, "Room"))
        self.view = Segmented("View", views)
        self.earlier, self.later = _Step("chevron-left"), _Step("chevron-right")
        self.today = Button("Today")
        self.date = DateTitle()
        self.scope = _combo("Whose rooms", 15)
        self.room = _combo("Room", 15)
        self.print = Button("Print week…")
        self.new = PrimaryButton("New booking")
        self.add(self.title, self.view, self.earlier, self.today, self.later, self.date)
        self.push(self.scope, self.room, self.print, self.new)
        self._connect()

    def say(self, title: str, view: str) -> None:
        """Show the title of what is in view, and name the buttons accordingly."""
        unit = "day" if view == DAY else "week"
        self.date.say(title)
        self.today.setText("Today" if view == DAY else "This week")
        for button, name in ((self.earlier, "Earlier"), (self.later, "Later")):
            keys = "PageUp" if name == "Earlier" else "PageDown"
            button.setAccessibleName(f"{name} {unit}")
            button.setToolTip(f"{name} {unit} ({keys})")
        self.scope.setVisible(view != ROOM)
        self.room.setVisible(view == ROOM)
        self.flow.invalidate()

    def choose_view(self, key: str) -> None:
        """Let that view hold, without saying that it changed."""
        self.view.blockSignals(True)  # noqa: FBT003 - Qt's own way of saying it
        self.view.choose(key)
        self.view.blockSignals(False)  # noqa: FBT003 - as above

    def offer_scopes(self, scopes: Sequence[Entry], chosen: str) -> None:
        """Whose rooms may be chosen."""
        _fill(self.scope, scopes, chosen)

    def offer_rooms(self, rooms: Sequence[Entry], chosen: int) -> None:
        """Which rooms the Room view may show; one without a key is a heading."""
        _fill(self.room, rooms, chosen)

    def _connect(self) -> None:
        self.view.changed.connect(self.view_changed)
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.today.clicked.connect(self._today)
        self.date.clicked.connect(self.date_asked)
        self.scope.activated.connect(self._scope)
        self.room.activated.connect(self._room)
        self.print.clicked.connect(self.print_asked)
        self.new.clicked.connect(self.booking_asked)

    @Slot()
    def _earlier(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _later(self) -> None:
        self.stepped.emit(1)

    @Slot()
    def _today(self) -> None:
        self.stepped.emit(0)

    @Slot()
    def _scope(self) -> None:
        self.scope_changed.emit(str(self.scope.currentData()))

    @Slot()
    def _room(self) -> None:
        self.room_changed.emit(int(self.room.currentData()))


def _combo(name: str, letters: int) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(
        QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    )
    combo.setMinimumContentsLength(letters)
    combo.setMaxVisibleItems(24)
    combo.setItemDelegate(_StoodIn(combo))
    return combo


def _fill(combo: QComboBox, entries: Sequence[Entry], chosen: int | str) -> None:
    known = [(combo.itemData(n), combo.itemText(n)) for n in range(combo.count())]
    if known == [(key, words) for key, words, _ in entries]:
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        return
    combo.clear()
    for key, words, depth in entries:
        combo.addItem(words, key)
        number = combo.count() - 1
        combo.setItemData(number, depth, DEPTH)
        if key is None:
            combo.setItemData(number, 0, Qt.ItemDataRole.UserRole - 1)  # not to choose
    combo.setCurrentIndex(max(combo.findData(chosen), 0))
    longest = combo.view().sizeHintForColumn(0) + 2 * XL  # beside it a scroll bar
    combo.view().setMinimumWidth(longest)


class _StoodIn(QStyledItemDelegate):
    """Lets what belongs to something stand in from it, in the list only."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = "    " * (index.data(DEPTH) or 0) + option.text

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + S, option.fontMetrics.height() + S)
