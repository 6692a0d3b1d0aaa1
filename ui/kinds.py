"""How something stands: a word on a coloured ground with its icon."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui import icons, theme
from ui.paint import panel
from ui.theme import Colours, Size, Tone

RADIUS = 4
SIDE = 7  # between the edge and what is in it
TALL = 4  # how much taller a badge is than its text
GAP = 4  # between icon and words
UNLIMITED = 16_777_215


class Kind(StrEnum):
    """How something stands."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    QUIET = "quiet"


ICONS = {
    Kind.GOOD: "check",
    Kind.WARN: "triangle-alert",
    Kind.BAD: "x",
    Kind.QUIET: "",
}
# What the icon says, for those who hear the page.
SPOKEN = {
    Kind.GOOD: "in order",
    Kind.WARN: "take note",
    Kind.BAD: "not in order",
    Kind.QUIET: "",
}


def spoken(kind: Kind, text: str) -> str:
    """The badge in words alone."""
    return f"{text}, {SPOKEN[kind]}" if SPOKEN[kind] else text


def badge_tone(kind: Kind, c: Colours) -> Tone:
    """The colours of a badge."""
    tones = {
        Kind.GOOD: c.good,
        Kind.WARN: c.warn,
        Kind.BAD: c.bad,
        Kind.QUIET: c.quiet,
    }
    return tones[kind]


def badge_font(base: QFont) -> QFont:
    """The font of a badge, given that of ordinary text."""
    font = theme.sized(base, Size.SMALL)
    font.setWeight(QFont.Weight.Medium)
    return font


def badge_size(kind: Kind, text: str, base: QFont, *, widest: int = UNLIMITED) -> QSize:
    """How large a badge is; its words wrap when they are wider than ``widest``."""
    metrics = QFontMetrics(badge_font(base))
    lead = icon_room(kind, metrics)
    room = max(widest - lead - 2 * SIDE, metrics.averageCharWidth() * 4)
    flags = Qt.TextFlag.TextWordWrap
    words = metrics.boundingRect(QRect(0, 0, room, UNLIMITED), flags, text)
    wide = min(words.width(), metrics.horizontalAdvance(text)) + 1
    return QSize(wide + lead + 2 * SIDE, words.height() + TALL)


def paint_badge(
    painter: QPainter, box: QRect, kind: Kind, text: str, *, base: QFont, c: Colours
) -> None:
    """Draw a badge that fills the box."""
    tone = badge_tone(kind, c)
    panel(painter, box, tone.fill, c.text if c.high_contrast else None, radius=RADIUS)
    font = badge_font(base)
    metrics = QFontMetrics(font)
    lead = icon_room(kind, metrics)
    inner = box.adjusted(SIDE, 0, -SIDE + 1, 0)
    painter.save()
    painter.setFont(font)
    painter.setPen(tone.ink)
    if ICONS[kind]:
        side = lead - GAP
        line = min(metrics.height() + TALL, box.height())
        place = QRect(inner.x(), inner.y() + (line - side) // 2, side, side)
        icons.draw(painter, place, ICONS[kind], tone.ink)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(inner.adjusted(lead, 0, 0, 0), flags, text)
    painter.restore()


def icon_room(kind: Kind, metrics: QFontMetrics) -> int:
    """The room that the icon and its gap take."""
    return max(10, round(metrics.height() * 0.78)) + GAP if ICONS[kind] else 0
