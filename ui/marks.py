"""Properties that a widget carries so that the style draws it as it should look."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

MANNER = "manner"  # of a button: how it looks, one of the next two
PRIMARY = "primary"  # the one thing to do here
LINK = "link"
SYMBOL = "symbol"  # of a button: the name of its icon
COMPLAINT = "complaint"  # of a field: why it will not do

Owner = QWidget | None


def manner(widget: Owner) -> str:
    """How a button looks; nothing for an ordinary one."""
    return str(widget.property(MANNER) or "") if widget is not None else ""


def has(widget: Owner, name: str) -> bool:
    """Whether the widget carries that property, and it is not empty."""
    return widget is not None and bool(widget.property(name))
