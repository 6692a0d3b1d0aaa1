"""What both schedules draw: blocks, hatches with their word, headings, quick words."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from ui import icons, paint, theme
from ui.models.grid import Band
from ui.theme import Colours, M, S, Size, Tone
from venues.domain.privacy import Seen, Sight

CAP = 6  # pixels at each end of a block that are kept as a picture
BESIDE = 4  # pixels between what is moved and the words about it
MOST = 800  # words kept as pictures; a screen full of blocks needs fewer
PANEL = "ROP"  # the code of the appointment that is a panel


class Scribe:
    """Writes words that come again and again: each is drawn once and then stamped.

    A screen full of blocks says "In use" hundreds of times, and setting a text costs
    ten times as much as stamping it.
    """

    def __init__(self, font: QFont, ratio: float = 1.0) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.height = self.metrics.height()
        self.ratio = ratio
        self._kept: dict[tuple[str, int, int], QPixmap] = {}
        self._widths: dict[str, int] = {}

    def wide(self, text: str) -> int:
        """How wide the words are, in pixels."""
        wide = self._widths.get(text)
        if wide is None:
            wide = self._widths[text] = self.metrics.horizontalAdvance(text) + 1
        return wide

    def write(
        self, painter: QPainter, x: int, y: int, text: str, ink: QColor, room: int
    ) -> int:
        """Write the words with their top left at that place, and say how wide they are.

        Words wider than ``room`` end in "…".
        """
        wide = min(self.wide(text), room)
        if wide <= 0:
            return 0
        key = (text, ink.rgba(), wide)
        stamp = self._kept.get(key)
        if stamp is None:
            if len(self._kept) > MOST:
                self._kept.clear()
            stamp = self._kept[key] = self._stamp(*key)
        painter.drawPixmap(x, y, stamp)
        return wide

    def shortened(self, text: str, room: int) -> str:
        """As many of the words as there is room for, one at least."""
        while self.wide(text) > room and " " in text:
            text = text.rpartition(" ")[0].rstrip(" ,·")
        return text

    def _stamp(self, text: str, rgba: int, wide: int) -> QPixmap:
        stamp = _clear(wide, self.height, self.ratio)
        painter = QPainter(stamp)
        painter.setFont(self.font)
        painter.setPen(QColor.fromRgba(rgba))
        shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(0, self.metrics.ascent(), shown)
        painter.end()
        return stamp


class Pens:
    """The fonts of the schedule, each with what it has written before.

    ``ratio`` is how many pixels of the screen are one of ours.
    """

    def __init__(self, base: QFont, ratio: float = 1.0) -> None:
        self.ratio = ratio
        self.strong = Scribe(theme.sized(base, Size.BODY, strong=True), ratio)
        self.body = Scribe(base, ratio)
        self.small = Scribe(theme.sized(base, Size.SMALL), ratio)
        self.title = Scribe(theme.sized(base, Size.SMALL, strong=True), ratio)
        self.blocks: dict[tuple[object, ...], QPixmap] = {}


def waits(row: Seen) -> str:
    """What a booking still waits for, in a word or two; a masked one for nothing."""
    if row.masked:
        return ""
    if row.status == "provisional":
        return "provisional"
    return "not confirmed" if row.not_confirmed else ""


def tone_of(row: Seen, c: Colours) -> Tone:
    """The colours of a booking; only who sees all of it sees what it is.

    A coordinator sees the arrangements of all bookings alike, so all look alike.
    """
    if row.sight is not Sight.FULL or row.audience == "staff":
        return c.masked
    return c.panel if row.kind_code == PANEL else c.own


def ground(painter: QPainter, box: QRect, tone: Tone, c: Colours, ratio: float) -> None:
    """The ground of a block and the bar where it begins."""
    if box.width() <= 2 * CAP or c.high_contrast:
        line = c.text if c.high_contrast else None
        paint.block(painter, QRectF(box), tone, line=line)
        return
    left, right = _caps(tone.fill.rgba(), tone.bar.rgba(), box.height(), ratio)
    painter.drawPixmap(box.left(), box.top(), left)
    painter.fillRect(box.adjusted(CAP, 0, -CAP, 0), tone.fill)
    painter.drawPixmap(box.right() - CAP + 1, box.top(), right)


def stamped(
    painter: QPainter,
    box: QRect,
    pens: Pens,
    key: tuple[object, ...],
    draw: Callable[[QPainter, QRect], None],
) -> None:
    """Draw a masked block: all of a size and a time are one and the same picture."""
    key = (box.width(), box.height(), *key)
    picture = pens.blocks.get(key)
    if picture is None:
        if len(pens.blocks) > MOST:
            pens.blocks.clear()
        picture = _clear(box.width(), box.height(), pens.ratio)
        first = QPainter(picture)
        draw(first, QRect(0, 0, box.width(), box.height()))
        first.end()
        pens.blocks[key] = picture
    painter.drawPixmap(box.topLeft(), picture)


def _clear(wide: int, tall: int, ratio: float) -> QPixmap:
    """A picture with nothing on it."""
    picture = QPixmap(max(round(wide * ratio), 1), max(round(tall * ratio), 1))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


@lru_cache(maxsize=64)
def _caps(fill: int, bar: int, tall: int, ratio: float) -> tuple[QPixmap, QPixmap]:
    """The two ends of a block, with their round corners."""
    tone = Tone(QColor.fromRgba(fill), QColor(), QColor.fromRgba(bar))
    ends = []
    for left in (0, -3 * CAP):
        end = _clear(CAP, tall, ratio)
        painter = QPainter(end)
        paint.block(painter, QRectF(left, 0, 4 * CAP, tall), tone)
        painter.end()
        ends.append(end)
    return ends[0], ends[1]


def closed(painter: QPainter, box: QRect, word: str, pens: Pens, c: Colours) -> None:
    """Closed time, and its word where there is room for it."""
    paint.hatch(painter, box, c)
    wide = pens.small.wide(word) + S if word else 0
    tall = pens.small.height + 2
    if not word or box.width() < min(wide, 3 * pens.small.height) + S:
        return
    place = QRect(box.x() + 4, box.y() + 5, min(wide, box.width() - S), tall)
    painter.fillRect(place, c.surface)
    pens.small.write(
        painter, place.x() + 4, place.y() + 1, word, c.muted, place.width() - S + 2
    )


def heading(painter: QPainter, box: QRect, band: Band, pens: Pens, c: Colours) -> None:
    """The strip above the rooms of a venue; the arrow says whether they are shown."""
    painter.fillRect(box, c.raised)
    painter.fillRect(box.x(), box.bottom(), box.width(), 1, c.hairline)
    side = round(pens.strong.height * 0.8)
    middle = box.y() + (box.height() - side) // 2
    arrow = QRect(box.x() + S, middle, side, side)
    name = "chevron-right" if band.folded else "chevron-down"
    icons.draw(painter, arrow, name, c.text)
    left = arrow.right() + 1 + theme.XS
    top = box.y() + (box.height() - pens.strong.height) // 2
    left += pens.strong.write(painter, left, top, band.name, c.text, box.right() - left)
    drop = pens.strong.metrics.ascent() - pens.small.metrics.ascent()
    pens.small.write(
        painter, left + S, top + drop, band.about, c.muted, box.right() - left - M
    )


def ring(painter: QPainter, box: QRect, c: Colours) -> None:
    """The mark of the cell that has the keyboard."""
    paint.panel(painter, box, None, c.focus, radius=4, width=2)


def ghost(
    painter: QPainter, box: QRect, words: str, pens: Pens, c: Colours, *, refused: bool
) -> None:
    """Where something would go: an outline, dashed where it may not."""
    tone = c.bad if refused else c.own
    fill = QColor(tone.fill)
    fill.setAlphaF(0.9)
    paint.panel(painter, box, fill, tone.bar, radius=4, width=2)
    left, room = box.x() + S, box.width() - S - 4
    if refused:
        side = min(pens.small.height, room)
        icons.draw(painter, QRect(left, box.y() + 5, side, side), "ban", tone.ink)
        left, room = left + side + 4, room - side - 4
    if pens.title.wide(words) <= room:
        pens.title.write(painter, left, box.y() + 5, words, c.text, room)


def lifted(painter: QPainter, box: QRect, c: Colours) -> None:
    """Where something was taken from: it stands back until it is put down."""
    veil = QColor(c.surface)
    veil.setAlphaF(0.6)
    painter.fillRect(box, veil)


def balloon(
    painter: QPainter,
    about: QRect,
    view: QRect,
    text: str,
    pens: Pens,
    c: Colours,
    *,
    refused: bool,
) -> None:
    """Words below what is being moved, or above it at the foot of the view."""
    metrics = pens.small.metrics
    widest = min(metrics.averageCharWidth() * 44, view.width() - 2 * M)
    flags = Qt.TextFlag.TextWordWrap
    words = metrics.boundingRect(QRect(0, 0, widest, 10_000), flags, text)
    box = QRect(about.bottomLeft(), words.size()).adjusted(0, 0, 2 * S + 4, 2 * S - 4)
    box.translate(0, BESIDE)
    if box.bottom() > view.bottom() - S:
        box.moveBottom(about.top() - BESIDE)
    box.moveTop(max(view.top() + S, min(box.top(), view.bottom() - S - box.height())))
    box.moveLeft(max(view.left() + S, min(box.left(), view.right() - S - box.width())))
    tone = c.bad if refused else c.quiet
    line = tone.bar if refused else c.outline
    paint.panel(painter, box, c.surface, line, radius=4, width=2 if refused else 1)
    painter.setFont(pens.small.font)
    painter.setPen(tone.ink if refused else c.text)
    painter.drawText(box.adjusted(S + 2, S - 2, -S, 0), flags, text)
