"""How well two colours can be told apart, as WCAG 2.2 reckons it."""

from __future__ import annotations

from PySide6.QtGui import QColor

READABLE = 4.5  # WCAG 2.2, 1.4.3: text against its ground
VISIBLE = 3.0  # WCAG 2.2, 1.4.11: the edge of a control against its ground


def luminance(colour: QColor) -> float:
    """How light a colour is, 0 to 1 (WCAG 2.2, relative luminance)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the standard's own numbers

    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours can be told apart, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """The ground with a share (0 to 1) of another colour in it."""
    rest = 1 - share
    return QColor(
        round(ground.red() * rest + colour.red() * share),
        round(ground.green() * rest + colour.green() * share),
        round(ground.blue() * rest + colour.blue() * share),
    )


def readable(ink: QColor, *grounds: QColor, least: float = READABLE) -> QColor:
    """The ink, taken towards black or white until it stands out on each ground."""
    far = QColor("white" if luminance(grounds[0]) < 0.18 else "black")  # noqa: PLR2004 - where black and white stand out alike
    for step in range(21):
        tried = mix(ink, far, step / 20)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return far
