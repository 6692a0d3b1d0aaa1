"""Icons in the colour of whatever they stand beside.

The drawings are Lucide's. They are read straight from that package's data, because
importing the package takes a third as long as opening the whole window.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import theme

PARTS = 24  # the side of Lucide's drawings, in their own measure
LINE = 1.5  # least thickness of an icon's lines, in device-independent pixels


@lru_cache(maxsize=256)
def svg(name: str) -> str:
    """The drawing, with ``currentColor`` for its lines; older names do as well.

    Raises:
        KeyError: there is no icon of that name.
    """
    with closing(sqlite3.connect(_drawings(), uri=True)) as drawings:
        row = drawings.execute(
            "SELECT svg FROM icons WHERE name = ? OR name ="
            " (SELECT name FROM icon_aliases WHERE alias = ?)",
            (name, name),
        ).fetchone()
    if row is None:
        raise KeyError(name)
    return str(row[0])


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` device-independent pixels.

    Raises:
        KeyError: there is no icon of that name.
    """
    return _pixmap(name, colour.rgba(), size, ratio)


def draw(painter: QPainter, box: QRect, name: str, colour: QColor) -> None:
    """Draw the icon as large as fits in the middle of the box."""
    size = min(box.width(), box.height())
    picture = pixmap(name, colour, size, painter.device().devicePixelRatioF())
    left = box.x() + (box.width() - size) // 2
    top = box.y() + (box.height() - size) // 2
    painter.drawPixmap(left, top, picture)


def icon(name: str, palette: QPalette, size: int = 16) -> QIcon:
    """The icon for a place where Qt wants a ``QIcon``, such as a menu."""
    c = theme.colours(palette)
    made = QIcon()
    for side in (size, size * 2):
        made.addPixmap(pixmap(name, c.muted, side))
        made.addPixmap(pixmap(name, c.disabled, side), QIcon.Mode.Disabled)
    return made


def symbol_size(height: int) -> int:
    """The side of an icon that stands beside text of that height, in pixels."""
    return max(16, round(height * 0.95))


@lru_cache(maxsize=1)
def _drawings() -> str:
    spec = find_spec("lucide")
    if spec is None or not spec.submodule_search_locations:
        msg = "the icons (python-lucide) are not installed"
        raise ModuleNotFoundError(msg)
    file = Path(spec.submodule_search_locations[0], "data", "lucide-icons.db")
    return f"{file.as_uri()}?mode=ro&immutable=1"


@lru_cache(maxsize=512)
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    # Lines of two parts in 24 grow thin in small icons.
    line = max(2.0, LINE * PARTS / size)
    drawing = svg(name).replace("currentColor", colour.name())
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{line:.2f}"')
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
