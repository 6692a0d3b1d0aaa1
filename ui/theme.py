"""The colours, fonts and distances of the product, all from the palette.

Nothing is drawn in a colour that was not asked for here, so that light, dark and
high-contrast palettes work everywhere at once.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

from ui.contrast import READABLE, VISIBLE, contrast, luminance, mix, readable

Role = QPalette.ColorRole

# Distances in device-independent pixels.
XS, S, M, L, XL = 4, 8, 12, 16, 24
RADIUS = 6  # of cards
CONTROL_RADIUS = 5  # of buttons and fields
TALL = 14  # how much taller a control is than its text


class Tone(NamedTuple):
    """A ground, the ink that can be read on it, and a bar that stands out."""

    fill: QColor
    ink: QColor
    bar: QColor


class Colours(NamedTuple):
    """Every colour that the product draws with, for one palette.

    A tuple, because making a data class of so many fields costs a hundredth of a
    second before the window is seen.
    """

    dark: bool
    high_contrast: bool
    page: QColor
    surface: QColor
    raised: QColor  # table headings and bands
    hover: QColor
    hairline: QColor
    outline: QColor  # round buttons and chips
    border: QColor  # round fields: 3:1 against the surface
    text: QColor
    muted: QColor
    disabled: QColor
    accent: QColor
    on_accent: QColor
    accent_hover: QColor
    accent_ink: QColor  # links, and words on a selected ground
    selected: QColor
    on_selected: QColor
    muted_on_selected: QColor
    focus: QColor
    good: Tone
    warn: Tone
    bad: Tone
    quiet: Tone
    own: Tone  # blocks in the schedule
    panel: Tone
    masked: Tone
    alert: QColor  # the count in the rail
    on_alert: QColor
    free: QColor
    busy: QColor
    hatch: QColor
    hatch_ground: QColor
    now: QColor


class _Hues(NamedTuple):
    """Where a scheme's tones start: a hue for the ground, a hue for the ink."""

    good: tuple[str, str]
    warn: tuple[str, str]
    bad: tuple[str, str]
    quiet: tuple[str, str]
    own: tuple[str, str]
    panel: tuple[str, str]
    wash: float = 0.12  # how much of the hue is in the ground


_LIGHT = _Hues(
    good=("#148048", "#12683B"),
    warn=("#F0A020", "#7C4F00"),
    bad=("#D4281E", "#A3201A"),
    quiet=("#5B6472", "#4E5663"),
    own=("#1C64B0", "#22568F"),
    panel=("#C87820", "#824508"),
)
_DARK = _Hues(
    good=("#3CC27E", "#7ED3A5"),
    warn=("#E0A030", "#F0BE62"),
    bad=("#F0584C", "#F8A49C"),
    quiet=("#98A2B0", "#B9C0CA"),
    own=("#3C94E0", "#8CC4F2"),
    panel=("#D08A3C", "#F0BC84"),
    wash=0.16,
)

_READ = (
    Role.Window,
    Role.Base,
    Role.Text,
    Role.PlaceholderText,
    Role.Midlight,
    Role.Mid,
    Role.Highlight,
    Role.HighlightedText,
    Role.Accent,
    Role.Link,
)


def colours(palette: QPalette) -> Colours:
    """All colours for a palette; the same palette gives the same object."""
    active = QPalette.ColorGroup.Active
    return _colours(*(palette.color(active, role).rgb() for role in _READ))


@lru_cache(maxsize=16)
def _colours(*values: int) -> Colours:
    (
        page,
        surface,
        text,
        muted,
        hairline,
        border,
        selected,
        on_selected,
        accent,
        link,
    ) = (QColor.fromRgb(value) for value in values)
    strong = hairline == text
    dark = luminance(surface) < luminance(text)
    hues = _DARK if dark else _LIGHT

    def tone(pair: tuple[str, str]) -> Tone:
        if strong:
            return Tone(surface, text, text)
        fill = mix(surface, QColor(pair[0]), hues.wash)
        ink = readable(QColor(pair[1]), fill)
        return Tone(fill, ink, readable(QColor(pair[0]), fill, least=VISIBLE))

    good, warn, bad, quiet, own, panel = (
        tone(pair)
        for pair in (hues.good, hues.warn, hues.bad, hues.quiet, hues.own, hues.panel)
    )
    grounds = (page, surface, own.fill, panel.fill, quiet.fill)
    hover = surface if strong else mix(surface, text, 0.04)
    alert = text if strong else readable(QColor(hues.bad[1]), page)
    return Colours(
        dark=dark,
        high_contrast=strong,
        page=page,
        surface=surface,
        raised=mix(surface, page, 0.5),
        hover=hover,
        hairline=hairline,
        outline=mix(hairline, border, 0.35),
        border=readable(border, surface, least=VISIBLE),
        text=text,
        muted=readable(muted, hover, *grounds),
        disabled=mix(surface, text, 0.45),
        accent=accent,
        on_accent=_on(accent),
        accent_hover=mix(accent, readable(accent, _on(accent), least=21), 0.14),
        # In a contrast palette the selected ground takes no accent (see on_selected).
        accent_ink=readable(link, surface, page, *(() if strong else (selected,))),
        selected=selected,
        on_selected=readable(on_selected, selected),
        muted_on_selected=readable(muted, selected),
        focus=readable(accent, surface, page, least=VISIBLE),
        good=good,
        warn=warn,
        bad=bad,
        quiet=quiet,
        own=own,
        panel=panel,
        masked=quiet,
        alert=alert,
        on_alert=_on(alert),
        free=surface if strong else mix(surface, good.bar, 0.08),
        busy=text
        if strong
        else readable(mix(surface, muted, 0.7), surface, least=VISIBLE + 0.2),
        hatch=mix(surface, text, 0.6 if strong else 0.13),
        hatch_ground=surface if strong else mix(surface, text, 0.03),
        now=accent if strong else bad.bar,
    )


def _on(ground: QColor) -> QColor:
    """White or black, whichever can be read better on the ground."""
    white, black = QColor("white"), QColor("black")
    # White is kept as long as it can be read, since both schemes use it on accent.
    return white if contrast(white, ground) >= READABLE else black


class Size(StrEnum):
    """The three sizes of text."""

    SMALL = "small"
    BODY = "body"
    TITLE = "title"


_SHARES = {Size.SMALL: 0.9, Size.BODY: 1.0, Size.TITLE: 1.5}


def body_points(system: float) -> float:
    """Points of ordinary text at 100 %: the system's, but no smaller than 13 px."""
    return max(system, 13.0 if sys.platform == "darwin" else 10.0)


def sized(base: QFont, size: Size, *, strong: bool = False) -> QFont:
    """A font of one of the three sizes, given the font of ordinary text."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * _SHARES[size])
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font
