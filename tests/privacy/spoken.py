"""Everything that a window says: what is written, shown on hovering, and read aloud.

Widgets are asked for every text property that Qt knows of, so that a new kind of
widget needs nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QMetaObject,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

Role = Qt.ItemDataRole
ROLES = (
    Role.DisplayRole,
    Role.EditRole,
    Role.ToolTipRole,
    Role.StatusTipRole,
    Role.WhatsThisRole,
    Role.AccessibleTextRole,
    Role.AccessibleDescriptionRole,
)
SILENT = {"objectName", "styleSheet", "inputMask", "displayFormat", "html", "markdown"}
"""Properties that nobody is shown, or that say again what another one says."""

KNOWN: dict[str, tuple[str, ...]] = {}
"""Class → the names of its texts."""

SPOKEN = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def of(*roots: QWidget) -> list[str]:
    """All that these widgets and what is in them say, in their order."""
    return [line for root in roots for line in _tree(root) if line.strip()]


def of_menu(menu: QMenu) -> list[str]:
    """All that a menu offers, and where it leads."""
    said = []
    for action in menu.actions():
        said += _texts(action)
        if isinstance(inner := action.menu(), QMenu):
            said += of_menu(inner)
    return said


def picture(widget: QWidget) -> bytes:
    """A mark of its pixels: what is painted without being a text is there too."""
    image = widget.grab().toImage()
    return sha256(bytes(image.constBits())).digest()


def _tree(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        if _pops_up(widget):
            continue
        yield from _texts(widget)
        yield from _parts(widget)
    for action in root.findChildren(QAction):
        yield from _texts(action)


def _texts(one: QObject) -> list[str]:
    return [str(one.property(name) or "") for name in _names(one.metaObject())]


def _names(meta: QMetaObject) -> tuple[str, ...]:
    """The names of its texts; a class is asked once."""
    key = f"{meta.className()} {meta.propertyCount()}"
    if key not in KNOWN:  # by name: a kept meta-object would outlive its class
        found = (meta.property(number) for number in range(meta.propertyCount()))
        KNOWN[key] = tuple(
            each.name()
            for each in found
            if each.typeName() == "QString" and each.name() not in SILENT
        )
    return KNOWN[key]


def _pops_up(widget: QWidget) -> bool:
    """Whether it is the list of a combo box, which is made when first needed."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QComboBox):
        parent = parent.parentWidget()
    return parent is not None and not isinstance(widget, QLineEdit)


def _parts(widget: QWidget) -> Iterator[str]:
    """What is neither a widget nor a property of one."""
    if isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            yield from (widget.tabText(tab), widget.tabToolTip(tab))
    if isinstance(widget, QComboBox):
        yield from of_model(widget.model())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from of_model(widget.model())
    if (interface := QAccessible.queryAccessibleInterface(widget)) is not None:
        yield from (interface.text(which) for which in SPOKEN)


def of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[str]:
    """Every cell and heading of a model, by all that a view or reader asks for."""
    parent = parent or QModelIndex()
    # A list keeps to itself that it has one column.
    flat = isinstance(model, QAbstractListModel)
    rows, columns = model.rowCount(parent), 1 if flat else model.columnCount(parent)
    said = [
        _text(model.headerData(section, way, role))
        for way, many in (
            (Qt.Orientation.Horizontal, columns),
            (Qt.Orientation.Vertical, rows),
        )
        for section in range(many)
        for role in ROLES
    ]
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column, parent)
            said += [_text(index.data(role)) for role in ROLES]
            if column == 0 and not flat and model.rowCount(index):
                said += of_model(model, index)
    return [line for line in said if line]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
