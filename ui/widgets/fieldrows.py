"""Fields in rows, as a form has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import XS, M, S
from ui.widgets.field import Field


class Entry(NamedTuple):
    """An input, its name, the key it is known by and its share of the row's width."""

    key: str
    name: str
    entry: QWidget
    share: int = 1


def lay_out(
    form: QWidget, rows: Iterable[Sequence[Entry]], *, first: QWidget | None = None
) -> dict[str, Field]:
    """Put fields into the form, row under row, and give them back by their keys.

    An input without a name has none shown, but stands level with its neighbours.
    ``first`` is a form of its own that comes above them.
    """
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    if first is not None:
        column.addWidget(first)
    fields = {}
    for row in rows:
        line = QHBoxLayout()
        line.setSpacing(S)
        for key, name, entry, share in row:
            field = Field(name or " ", entry)
            fields[key] = field
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        block = QVBoxLayout()
        block.setSpacing(XS)
        block.addLayout(line)
        if len(row) > 1:
            # Across the whole row, where a sentence finds room.
            for key, *_ in row:
                block.addWidget(fields[key].beneath)
        column.addLayout(block)
    column.addStretch(1)
    return fields
