"""Rooms that do not fit, one line for each reason, with the change that helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.kinds import Kind, badge_font, badge_tone
from ui.paint import panel, ring
from ui.theme import XS, L, M, S
from ui.widgets.buttons import LinkButton
from ui.widgets.text import MUTED, Words

LONGEST = "Not suitable"  # so that all the words begin at one line
LEAST = 50  # characters' widths of a line that has its link beside it
ASK = "Ask for this room…"
TALL = 16  # how much taller a line is than its text


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, its words, the rooms it keeps out with all theirs, and a way out.

    ``key`` is what a line is known by from one search to the next, and ``tag`` what
    it is called; ``action`` is the word on its link, empty when nothing helps. ``ask``
    holds the ids of the rooms that can be asked for, in their order, 0 for the others.
    """

    key: str
    tag: str
    kind: Kind
    words: str
    rooms: tuple[tuple[str, str], ...] = ()
    action: str = ""
    ask: tuple[int, ...] = ()


class Line(QAbstractButton):
    """The reason and its words; pressed, it shows the rooms beneath."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = Kind.QUIET
        self._tag = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, reason: Reason) -> None:
        """Show another reason."""
        self._kind, self._tag = reason.kind, reason.tag
        self.setText(reason.words)
        self.setAccessibleName(f"{reason.tag}. {reason.words}")
        self.setToolTip("Show why, room by room" if reason.rooms else "")
        self.setEnabled(bool(reason.rooms))
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self.toggle()
        elif event.key() in (keys.Key_Right, keys.Key_Left):
            self.setChecked(event.key() == keys.Key_Right)
        else:
            super().keyPressEvent(event)

    def _arrow(self) -> int:
        """The side of the little arrow that says there is more."""
        return round(self.fontMetrics().height() * 0.85)

    def _words(self, wide: int) -> QRect:
        """The words in a line of that width, wrapped where it is too short."""
        left = XS + _tag_width(self.font()) + M
        room = max(wide - left - self._arrow() - 2 * S, 1)
        box = QRect(left, 0, room, 0)
        flags = Qt.TextFlag.TextWordWrap
        box.setHeight(self.fontMetrics().boundingRect(box, flags, self.text()).height())
        return box

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words(width).height() + TALL

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 60, metrics.height() + TALL)

    def minimumSizeHint(self) -> QSize:
        return QSize(_tag_width(self.font()) + M, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        if self.hasFocus():
            ring(painter, self.rect(), c.focus)
        font = badge_font(self.font())
        metrics = QFontMetrics(font)
        tone = badge_tone(self._kind, c)
        tag = QRect(XS, 0, _tag_width(self.font()), metrics.height() + XS)
        tag.moveTop((self.height() - tag.height()) // 2)
        panel(painter, tag, tone.fill, c.text if c.high_contrast else None, radius=4)
        painter.setFont(font)
        painter.setPen(tone.ink)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, self._tag)
        words = self._words(self.width())
        side = self._arrow()
        painter.setFont(self.font())
        painter.setPen(c.text)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        box = QRect(words.x(), 0, words.width(), self.height())
        painter.drawText(box, flags, self.text())
        if self.isEnabled():
            taken = self.fontMetrics().boundingRect(box, flags, self.text())
            place = QRect(taken.right() + S, 0, side, side)
            place.moveTop((self.height() - side) // 2)
            name = "chevron-down" if self.isChecked() else "chevron-right"
            icons.draw(painter, place, name, c.muted)


class ReasonRow(QWidget):
    """A line, the link at its right, and the rooms while it is open.

    Signals:
        taken: the link was pressed; carries the key of the reason.
        asked: a room is to be asked for; carries its id.
    """

    taken = Signal(str)
    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.reason = Reason("", "", Kind.QUIET, "")
        self.line = Line()
        self.line.toggled.connect(self._unfold)
        self.link = LinkButton("")
        self.link.clicked.connect(self._take)
        self._rooms = QWidget()
        self._texts = QVBoxLayout(self._rooms)
        self._texts.setContentsMargins(L, 0, 0, S)
        self._texts.setSpacing(XS)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(0)
        self._head.addWidget(self.line, 1)
        self._head.addWidget(self.link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self._rooms)
        self._rooms.hide()

    def say(self, reason: Reason) -> None:
        """Show another reason; a line that is open stays open for the same one."""
        if reason == self.reason:
            return
        same = reason.key == self.reason.key
        self.reason = reason
        self.line.say(reason)
        self.link.setText(reason.action)
        self.link.setVisible(bool(reason.action))
        self.link.setAccessibleName(f"{reason.action}: {reason.words}")
        if not same:
            self.line.setChecked(False)
        self._unfold()

    @Slot()
    def _unfold(self) -> None:
        """Fill in the rooms only when somebody looks: there may be hundreds."""
        while (item := self._texts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self.line.isChecked()
        asks = self.reason.ask or (0,) * len(self.reason.rooms)
        for (room, why), id_ in zip(self.reason.rooms, asks, strict=True):
            if shown:
                self._texts.addWidget(self._room(room, why, id_))
        self._rooms.setVisible(shown)

    def _room(self, room: str, why: str, id_: int) -> QWidget:
        """One room with all that keeps it out, and a link where it can be asked for."""
        words = Words(f"{room}. {why}", ink=MUTED, wrap=True)
        if not id_:
            return words
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        link = LinkButton(ASK)
        link.setAccessibleName(f"{ASK} {room}")
        link.clicked.connect(partial(self._ask, id_))
        line.addWidget(words, 1)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return both

    def _ask(self, room_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.asked.emit(room_id)

    def _arrange(self) -> None:
        """Put the link under its line where there is no room beside it."""
        beside = QBoxLayout.Direction.LeftToRight
        words = self.fontMetrics().averageCharWidth() * LEAST
        least = words + self.link.sizeHint().width()
        under = QBoxLayout.Direction.TopToBottom
        self._head.setDirection(beside if self.width() >= least else under)
        self._head.setAlignment(self.link, Qt.AlignmentFlag.AlignRight)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self.reason.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class Reasons(QWidget):
    """All reasons, one under the other.

    Signals:
        taken: a link was pressed; carries the key of its reason.
        asked: a room is to be asked for; carries its id.
    """

    taken = Signal(str)
    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ReasonRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_reasons(self, reasons: Sequence[Reason]) -> None:
        """Show these; rows are used again, so that what is open stays so."""
        while len(self._rows) < len(reasons):
            row = ReasonRow()
            row.taken.connect(self.taken)
            row.asked.connect(self.asked)
            self._rows.append(row)
            self._layout.addWidget(row)
        for row, reason in zip(self._rows, reasons, strict=False):
            row.say(reason)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(reasons))

    def rows(self) -> list[ReasonRow]:
        """The rows that are shown."""
        return [row for row in self._rows if not row.isHidden()]


def _tag_width(font: QFont) -> int:
    return QFontMetrics(badge_font(font)).horizontalAdvance(LONGEST) + 2 * S
