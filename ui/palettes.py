"""The palettes that the product brings along: light, dark, high contrast."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QColor, QPalette

from ui import theme

Role = QPalette.ColorRole


class Look(StrEnum):
    """Which palette somebody chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


def light() -> QPalette:
    """White surfaces on pale grey, one blue."""
    return _palette(
        page="#F3F4F6",
        surface="#FFFFFF",
        text="#1B1F24",
        muted="#5A6270",
        hairline="#DFE2E6",
        border="#8D949F",
        accent="#0B5A8C",
        link="#0B5A8C",
        selected="#E2EFF7",
    )


def dark() -> QPalette:
    """The same on dark grey, with a lighter blue."""
    return _palette(
        page="#1A1D21",
        surface="#23272D",
        text="#ECEEF0",
        muted="#A6ADB8",
        hairline="#3A4048",
        border="#7A828E",
        accent="#2475AB",
        link="#67B5E8",
        selected="#1F3A4D",
    )


def high_contrast() -> QPalette:
    """White and yellow on black, lines as strong as the text."""
    return _palette(
        page="#000000",
        surface="#000000",
        text="#FFFFFF",
        muted="#FFFFFF",
        hairline="#FFFFFF",
        border="#FFFFFF",
        accent="#FFE14D",
        link="#FFE14D",
        selected="#FFE14D",
        on_selected="#000000",
    )


def strengthened(system: QPalette) -> QPalette:
    """The system's own contrast palette, with lines and hints as strong as text."""
    palette = QPalette(system)
    text = palette.color(Role.Text)
    # BrightText is for complaints, which the system's own might hide on its ground.
    for role in (Role.Midlight, Role.Mid, Role.PlaceholderText, Role.BrightText):
        palette.setColor(role, text)
    return palette


def _palette(  # noqa: PLR0913 - a palette is a list of colours
    *,
    page: str,
    surface: str,
    text: str,
    muted: str,
    hairline: str,
    border: str,
    accent: str,
    link: str,
    selected: str,
    on_selected: str | None = None,
) -> QPalette:
    palette = QPalette()
    roles = (
        (page, (Role.Window,)),
        (surface, (Role.Base, Role.Button, Role.ToolTipBase, Role.Light)),
        (text, (Role.Text, Role.WindowText, Role.ButtonText, Role.ToolTipText)),
        (text, (Role.Shadow, Role.Dark)),
        (muted, (Role.PlaceholderText,)),
        (hairline, (Role.Midlight,)),
        (border, (Role.Mid,)),
        (accent, (Role.Accent,)),
        (link, (Role.Link, Role.LinkVisited)),
    )
    for name, names in roles:
        for role in names:
            palette.setColor(role, QColor(name))
    palette.setColor(Role.Highlight, QColor(selected))
    palette.setColor(Role.HighlightedText, QColor(on_selected or text))
    made = theme.colours(palette)
    palette.setColor(Role.AlternateBase, made.raised)
    # Labels that carry a complaint are drawn in this role (see widgets/text.py).
    palette.setColor(Role.BrightText, made.bad.ink)
    for role in (Role.Text, Role.WindowText, Role.ButtonText, Role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, made.disabled)
    return palette
