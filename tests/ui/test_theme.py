"""Every colour and text size comes from the palette and the base font."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from ui import palettes, theme
from ui.contrast import READABLE, VISIBLE, contrast
from ui.theme import Colours, Size

PALETTES = [palettes.light, palettes.dark, palettes.high_contrast]


def text_pairs(c: Colours) -> Iterator[tuple[str, QColor, QColor]]:
    """Every ink that is written on every ground."""
    for ground in ("page", "surface", "raised", "hover"):
        for ink in ("text", "muted", "accent_ink"):
            yield f"{ink} on {ground}", getattr(c, ink), getattr(c, ground)
        for tone in ("bad",):
            yield f"{tone} ink on {ground}", getattr(c, tone).ink, getattr(c, ground)
    for ink in ("on_selected", "muted_on_selected"):
        yield f"{ink} on selected", getattr(c, ink), c.selected
    yield "on_accent on accent", c.on_accent, c.accent
    yield "on_accent on accent_hover", c.on_accent, c.accent_hover
    yield "on_alert on alert", c.on_alert, c.alert
    for name in ("good", "warn", "bad", "quiet", "own", "panel", "masked"):
        tone = getattr(c, name)
        yield f"{name} ink on its fill", tone.ink, tone.fill
        yield f"text on {name} fill", c.text, tone.fill
    for name in ("quiet", "own", "panel", "masked"):
        yield f"muted on {name} fill", c.muted, getattr(c, name).fill
    yield "text on hatch ground", c.text, c.hatch_ground
    yield "muted on free", c.muted, c.free


@pytest.mark.parametrize("palette", PALETTES)
def test_every_text_can_be_read_on_its_ground(palette: Callable[[], QPalette]) -> None:
    c = theme.colours(palette())

    poor = {
        name: round(contrast(ink, ground), 2)
        for name, ink, ground in text_pairs(c)
        if contrast(ink, ground) < READABLE
    }

    assert poor == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_edges_of_fields_and_the_focus_ring_stand_out(
    palette: Callable[[], QPalette],
) -> None:
    c = theme.colours(palette())

    edges = {
        "border": contrast(c.border, c.surface),
        "focus": contrast(c.focus, c.surface),
        "focus on page": contrast(c.focus, c.page),
        "own bar": contrast(c.own.bar, c.own.fill),
        "panel bar": contrast(c.panel.bar, c.panel.fill),
        "masked bar": contrast(c.masked.bar, c.masked.fill),
        "busy on free": contrast(c.busy, c.free),
        "now": contrast(c.now, c.surface),
    }

    assert {n: round(v, 2) for n, v in edges.items() if v < VISIBLE} == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_masked_blocks_are_neither_own_nor_panel(
    palette: Callable[[], QPalette],
) -> None:
    c = theme.colours(palette())

    if c.high_contrast:
        assert c.masked == c.own == c.panel
    else:
        assert len({t.fill.name() for t in (c.own, c.panel, c.masked)}) == 3


def test_the_same_palette_gives_the_same_colours() -> None:
    assert theme.colours(palettes.dark()) is theme.colours(palettes.dark())


def test_a_palette_of_somebody_elses_can_be_read_too() -> None:
    palette = QPalette(QColor("#7a3b2e"), QColor("#d8c7a0"))

    c = theme.colours(palette)

    assert contrast(c.muted, c.surface) >= READABLE
    assert contrast(c.good.ink, c.good.fill) >= READABLE


def test_text_has_three_sizes_that_follow_the_base() -> None:
    base = QFont()
    base.setPointSizeF(20)

    sizes = [theme.sized(base, size).pointSizeF() for size in Size]

    assert sizes == [18, 20, 30]
    assert theme.sized(base, Size.BODY, strong=True).weight() == QFont.Weight.DemiBold
