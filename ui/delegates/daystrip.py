"""A day of a room as a bar: free, in use, closed, and the time that is wished for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui import theme
from ui.contrast import mix
from ui.paint import hatch, panel
from ui.theme import XS, Colours, Size

Stretch = tuple[int, int]  # from, to: minutes since midnight

OPENS, CLOSES = 8 * 60, 20 * 60  # what a strip shows
MARKS = (8, 10, 12, 14, 16, 18, 20)  # hours under it


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStrip:
    """What happens in a room on a day, in minutes since midnight."""

    busy: tuple[Stretch, ...] = ()
    closed: tuple[Stretch, ...] = ()
    wish: Stretch | None = None
    opens: int = OPENS
    closes: int = CLOSES


def strip_height(base: QFont, *, marks: bool = True) -> int:
    """The height that a strip wants, in pixels."""
    body = bar_height(base)
    return body + XS + QFontMetrics(_font(base)).height() if marks else body


def bar_height(base: QFont) -> int:
    """The height of the bar alone, in pixels."""
    return QFontMetrics(base).height() + 2


def paint_strip(
    painter: QPainter,
    box: QRect,
    strip: DayStrip,
    *,
    base: QFont,
    c: Colours,
    marks: bool = True,
    twenty_four: bool = False,
) -> None:
    """Draw the strip across the top of the box, with hours under it."""
    bar = QRectF(box.x(), box.y(), box.width(), bar_height(base))
    panel(painter, bar, c.free, _rim(c), radius=3)
    inner = bar.adjusted(1, 1, -1, -1)
    painter.save()
    painter.setClipRect(inner)
    for stretch in strip.closed:
        hatch(painter, _place(inner, strip, stretch), c)
    for stretch in strip.busy:
        painter.fillRect(_place(inner, strip, stretch), c.busy)
    painter.restore()
    if strip.wish is not None:
        wish = _place(inner, strip, strip.wish).adjusted(0, -1, 0, 1)
        painter.save()
        painter.setPen(QPen(c.accent_ink, 2, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(mix(c.surface, c.accent, 0.18))
        painter.drawRect(wish.adjusted(1, 1, -1, -1))
        painter.restore()
    if marks:
        _hours(painter, box, strip, base=base, c=c, twenty_four=twenty_four)


def _hours(
    painter: QPainter,
    box: QRect,
    strip: DayStrip,
    *,
    base: QFont,
    c: Colours,
    twenty_four: bool,
) -> None:
    font = _font(base)
    metrics = QFontMetrics(font)
    top = box.y() + bar_height(base) + XS
    shown = [hour for hour in MARKS if strip.opens <= hour * 60 <= strip.closes]
    last = metrics.horizontalAdvance("00" if twenty_four else "8pm")
    each = metrics.horizontalAdvance("00") + 2 * XS
    shown = _thinned(shown, box.width() - last, each)
    painter.save()
    painter.setFont(font)
    painter.setPen(c.muted)
    for hour in shown:
        words = _mark(hour, last=hour == shown[-1], twenty_four=twenty_four)
        wide = metrics.horizontalAdvance(words)
        place = _place(QRectF(box), strip, (hour * 60, hour * 60)).x()
        # The first and last words stay inside; the others stand under their hour.
        left = place - wide / 2
        left = max(box.x(), min(left, box.right() + 1 - wide))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(left, top, wide + 1, metrics.height()), flags, words)
    painter.restore()


def _thinned(hours: list[int], room: int, each: int) -> list[int]:
    """As many of the hours as can be told apart; the first and the last stay."""
    for step in (1, 2, 3, 6):
        if step == 1 or (len(hours) - 1) % step == 0:
            kept = hours[::step]
            if (len(kept) - 1) * each <= room:
                return kept
    return [*hours[:1], *hours[-1:]]


def _mark(hour: int, *, last: bool, twenty_four: bool) -> str:
    if twenty_four:
        return f"{hour:02}"
    short = str(hour - 12 if hour > 12 else hour)  # noqa: PLR2004 - noon
    return f"{short}pm" if last else short


def _place(bar: QRectF, strip: DayStrip, stretch: Stretch) -> QRectF:
    """Where a stretch of time is on the bar."""
    minute = bar.width() / (strip.closes - strip.opens)
    begins = min(max(stretch[0], strip.opens), strip.closes) - strip.opens
    ends = min(max(stretch[1], strip.opens), strip.closes) - strip.opens
    left = bar.x() + begins * minute
    return QRectF(left, bar.y(), (ends - begins) * minute, bar.height())


def _rim(c: Colours) -> QColor:
    return c.text if c.high_contrast else mix(c.surface, c.good.bar, 0.3)


def _font(base: QFont) -> QFont:
    return theme.sized(base, Size.SMALL)
