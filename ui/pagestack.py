"""The pages, each made when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.card import Scroller


class PageEntry(NamedTuple):
    """A page that may be opened: ``number`` n is reached with Ctrl+n and never moves.

    ``make`` builds the page on the first visit; without one, choosing the entry only
    emits the window's ``asked``. A page may offer any of these, and need not:

    - ``take(**hint)``: what ``show_page`` was told, before the page comes to the front
    - ``focus_first()``: put the keyboard where work begins
    - ``find_focus()``, ``print_page()``, ``go_to_date()``: Ctrl+F, Ctrl+P, Ctrl+G
    - ``earlier()``, ``later()``: PageUp, PageDown
    - ``help_topic``: what F1 shows
    """

    key: str
    title: str
    icon: str
    number: int | None = None
    make: Callable[[], QWidget] | None = None
    shortcut: str = ""
    foot: bool = False

    @property
    def keys(self) -> str:
        """The keys that lead there."""
        return self.shortcut or (f"Ctrl+{self.number}" if self.number else "")


class PageStack(QStackedWidget):
    """One page in front of the others; one too large for its place is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, QWidget] = {}
        self._frames: dict[str, Scroller] = {}
        self.front = ""

    def offer(self, entries: Sequence[PageEntry]) -> None:
        """Let these be opened; pages made before are thrown away."""
        for frame in self._frames.values():
            self.removeWidget(frame)
            frame.deleteLater()
        self._entries = {entry.key: entry for entry in entries}
        self._pages.clear()
        self._frames.clear()
        self.front = ""

    def entry(self, key: str) -> PageEntry | None:
        """The entry of that key, or None if this person has no such page."""
        return self._entries.get(key)

    def page(self, key: str) -> QWidget | None:
        """The page of that key, if it has been made."""
        return self._pages.get(key)

    def front_page(self) -> QWidget | None:
        """The page that is in front, if there is one yet."""
        return self._pages.get(self.front)

    def bring(self, key: str, hint: dict[str, Any]) -> QWidget | None:
        """Make the page if need be, hand it the hint and put it in front."""
        entry = self._entries.get(key)
        if entry is None or entry.make is None:
            return None
        page = self._pages.get(key)
        if page is None:
            page = entry.make()
            frame = Scroller(page)
            self._pages[key] = page
            self._frames[key] = frame
            self.addWidget(frame)
        if hint and (take := offered(page, "take")):
            take(**hint)
        self.front = key
        self.setCurrentWidget(self._frames[key])
        return page


def offered(page: QWidget | None, name: str) -> Callable[..., object] | None:
    """The page's method of that name, if it has one."""
    method = getattr(page, name, None)
    return method if callable(method) else None
