"""Help: topics at the left, one of them at the right, and a search over all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.theme import XL, L, M
from ui.widgets.card import FlushCard
from ui.widgets.header import PageHeader
from ui.widgets.reading import Reading
from ui.widgets.sections import Sections
from ui.widgets.text import muted
from venues.services import help_pages

EDGE = L + 4
WIDEST = 120  # characters: longer lines are hard to read


class HelpPage(QWidget):
    """What there is to read.

    Hints of ``show_page("help", …)``: ``topic``, the key of a page or of its help.
    """

    help_topic = "keys"

    def __init__(self, _desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = {page.topic: page for page in help_pages.pages()}
        self.header = PageHeader("Help")
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search the help")
        self.search.setAccessibleName("Search the help")
        self.search.setClearButtonEnabled(True)
        self.topics = Sections(
            "Topics", [(page.topic, page.title) for page in self._pages.values()]
        )
        self.nothing = muted("Nothing about that. Try another word.", wrap=True)
        self.nothing.hide()
        self.reading = Reading("Help")
        self._lay_out()
        self.topics.chosen.connect(self._show)
        self.search.textChanged.connect(self._filter)
        self.reading.wanted.connect(self.topics.choose)
        self.topics.choose(next(iter(self._pages)))

    def take(self, *, topic: str = "") -> None:
        """Show that topic; one that there is not leaves the page as it is."""
        if topic in self._pages:
            self.search.clear()
            self.topics.choose(topic)

    @Slot()
    def focus_first(self) -> None:
        """Put the keyboard on the list of topics."""
        self.topics.setFocus()

    @Slot()
    def find_focus(self) -> None:
        """Ctrl+F: search."""
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(M)
        left.addWidget(self.search)
        left.addWidget(self.nothing)
        left.addWidget(self.topics, 1)
        self._card = FlushCard()
        self._card.add(self.reading, 1)
        line = QHBoxLayout()
        line.setSpacing(XL)
        line.addLayout(left)
        line.addWidget(self._card, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, M, EDGE, EDGE)
        column.setSpacing(M)
        column.addWidget(self.header)
        column.addLayout(line, 1)
        # The list of topics says how wide the column is.
        policy = QSizePolicy.Policy
        self.search.setSizePolicy(policy.Ignored, policy.Fixed)
        self._fit()

    def _fit(self) -> None:
        self._card.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)

    @Slot(str)
    def _show(self, topic: str) -> None:
        self.header.say("Help", self._pages[topic].title)
        self.reading.show_text(self._pages[topic].text)
        self.reading.mark(self.search.text())

    @Slot(str)
    def _filter(self, words: str) -> None:
        """List the topics that have all the words, and mark them where they stand."""
        fitting = [page.topic for page in self._pages.values() if page.has(words)]
        self.nothing.setVisible(not fitting)
        if fitting:
            self.topics.keep(fitting)
        self.reading.mark(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down lead from the search to the topics it found."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
        if self.search.hasFocus() and event.key() in keys:
            self.topics.setFocus()
        elif self.search.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.search.clear()
        else:
            super().keyPressEvent(event)
