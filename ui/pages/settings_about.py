"""Settings: which Venues this is, and what everybody should know about it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.theme import L
from ui.widgets.card import Card
from ui.widgets.text import Words, muted
from venues import __version__
from venues.gazetteer import ATTRIBUTION

NOT_HIDDEN = (
    "A database file cannot hide anything from somebody who opens it with other "
    "programs. The roles hold in Venues only. Keep the file, and every backup of it, "
    "where nobody else may read it."
)
LICENCE = (
    "Free software under the MIT licence: you may use, change and share it, and there "
    "is no warranty. The file LICENSE that came with it has the whole text."
)
PARTS = (
    "Built with Qt and PySide6 (LGPL), SQLAlchemy and Alembic (MIT), dateutil "
    "(Apache and BSD), and the icons of Lucide (ISC)."
)


class AboutSection(QWidget):
    """The version, the licence, the sources, and what a file cannot do."""

    def __init__(self, _desk: Desk) -> None:
        super().__init__()
        version = Card(f"Venues {__version__}")
        version.add(
            Words(
                "Finds and books rooms that are safe, confidential and accessible.",
                wrap=True,
            )
        )
        version.add(muted(LICENCE, wrap=True))
        version.add(muted(PARTS, wrap=True))
        privacy = Card("What a file cannot do")
        privacy.add(Words(NOT_HIDDEN, wrap=True))
        sources = Card("Postcodes and bank holidays")
        sources.add(muted(ATTRIBUTION, wrap=True))
        sources.add(
            muted(
                "Bank holidays follow the Banking and Financial Dealings Act 1971 and "
                "the yearly proclamations.",
                wrap=True,
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        for card in (version, privacy, sources):
            column.addWidget(card)
        column.addStretch(1)
