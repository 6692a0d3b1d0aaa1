"""Icons exist, take their colour, and are drawn once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui import icons, palettes

UI = Path(icons.__file__).parent
DRAWS = {"draw": 2, "icon": 0, "pixmap": 0, "svg": 0}
WIDGETS = {"IconButton": 0, "EmptyState": 0, "Mark": 0, "PageEntry": 2}


def named(path: Path) -> Iterator[str]:
    """The icons that a file names where something draws them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        place = None
        if isinstance(node.func, ast.Attribute) and node.func.attr in DRAWS:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "icons":
                place = DRAWS[node.func.attr]
        elif isinstance(node.func, ast.Name):
            place = WIDGETS.get(node.func.id)
        given = [] if place is None else node.args[place : place + 1]
        given += [word.value for word in node.keywords if word.arg == "icon"]
        for value in given:
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.value


def test_every_icon_that_is_named_exists() -> None:
    missing = set()
    for path in UI.rglob("*.py"):
        for name in named(path):
            try:
                icons.svg(name) if name else None
            except KeyError:
                missing.add(f"{path.name}: {name}")

    assert missing == set()


def test_the_search_for_names_finds_some() -> None:
    assert "x" in set(named(UI / "widgets" / "messagebar.py"))


def test_older_names_still_lead_to_their_icon() -> None:
    assert "<svg" in icons.svg("circle-help")


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        icons.svg("no-such-icon")


def test_an_icon_takes_the_colour_it_is_given(qapp: QApplication) -> None:
    picture = icons.pixmap("check", QColor("#c01020"), 24).toImage()

    drawn = {
        picture.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if picture.pixelColor(x, y).alpha() == 255
    }

    assert drawn == {"#c01020"}


def test_the_same_icon_is_drawn_once(qapp: QApplication) -> None:
    one = icons.pixmap("check", QColor("#c01020"), 24)
    other = icons.pixmap("check", QColor("#c01020"), 24)

    assert one.cacheKey() == other.cacheKey()


def test_a_fine_screen_gets_a_finer_picture(qapp: QApplication) -> None:
    picture = icons.pixmap("check", QColor("black"), 16, 2.0)

    assert picture.width() == 32
    assert picture.devicePixelRatio() == 2.0


def test_an_icon_is_drawn_in_the_middle_of_its_box(qapp: QApplication) -> None:
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icons.draw(painter, QRect(0, 0, 40, 20), "x", QColor("black"))
    painter.end()

    columns = {
        x for x in range(40) for y in range(20) if image.pixelColor(x, y).alpha()
    }

    assert min(columns) >= 10
    assert max(columns) < 30


def test_an_icon_for_a_menu_has_a_quieter_self(qapp: QApplication) -> None:
    icon = icons.icon("copy", palettes.light())

    assert not icon.isNull()
    assert len(icon.availableSizes()) == 2
