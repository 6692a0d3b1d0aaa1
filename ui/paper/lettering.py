"""Letters on paper: their sizes, how wide words are, and where lines break.

Everything is measured in twentieths of a point, so that whole numbers are fine enough
and a page is laid out alike for every printer, file and screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont, QFontMetricsF

POINT = 20
"""Units of a page in one point."""

FAMILIES = ["Inter", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans"]
"""The first that is installed is used, whatever the screen's own font is."""

ROUNDING = 1
"""Units by which letters are larger, as paper is counted in whole points or dots."""

LEADING = 1.28
"""Height of a line as a multiple of its letters' size."""


class Size(Enum):
    """Sizes of letters in points; nothing is smaller than 10."""

    BODY = 10
    READING = 12
    TITLE = 16


@dataclass(frozen=True, slots=True)
class Face:
    """A font with what is asked of it most."""

    font: QFont
    metrics: QFontMetricsF
    leading: float

    @property
    def ascent(self) -> float:
        """From the top of a line to where its letters stand, in units."""
        spare = self.leading - self.metrics.ascent() - self.metrics.descent()
        return spare / 2 + self.metrics.ascent()

    def width(self, text: str) -> float:
        """How much of a line the words take, in units."""
        return self.metrics.horizontalAdvance(text)


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand on one line."""

    text: str
    face: Face


class Lettering:
    """Fonts, and words broken into lines, each worked out once."""

    def __init__(self) -> None:
        self._faces: dict[tuple[Size, bool], Face] = {}
        self._broken: dict[tuple[str, int, float], tuple[Line, ...]] = {}

    def face(self, size: Size = Size.BODY, *, strong: bool = False) -> Face:
        """The font of that size."""
        if (size, strong) not in self._faces:
            self._faces[size, strong] = _face(size, strong=strong)
        return self._faces[size, strong]

    def lines(self, text: str, face: Face, width: float) -> tuple[Line, ...]:
        """The words on as many lines of that width (in units) as they need."""
        key = (text, id(face), width)
        if key not in self._broken:
            broken = _break(text, face, width)
            self._broken[key] = tuple(Line(each, face) for each in broken)
        return self._broken[key]


def height(lines: tuple[Line, ...]) -> float:
    """How tall the lines are together, in units."""
    return sum(line.face.leading for line in lines)


def _face(size: Size, *, strong: bool) -> Face:
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(size.value * POINT + ROUNDING)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        font.setWeight(QFont.Weight.Bold)
    # Some fonts swap the colon of "9:00" and the hyphen of a reference for prettier
    # ones that stand for no character, and are missing when a PDF is searched or read
    # aloud.
    font.setFeature(QFont.Tag("calt"), 0)
    return Face(font, QFontMetricsF(font), size.value * POINT * LEADING)


def _break(text: str, face: Face, width: float) -> list[str]:
    """Lines broken at spaces, and inside a word only when it fits no line."""
    broken: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if face.width(longer) <= width:
            line = longer
            continue
        if line:
            broken.append(line)
        line = word
        while face.width(line) > width and len(line) > 1:
            fits = _fitting(line, face, width)
            broken.append(line[:fits])
            line = line[fits:]
    return [*broken, line] if line else broken


def _fitting(word: str, face: Face, width: float) -> int:
    """How many letters of the word fit; at least one, so that there is an end."""
    fits = len(word) - 1
    while fits > 1 and face.width(word[:fits]) > width:
        fits -= 1
    return fits
