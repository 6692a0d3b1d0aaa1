"""The pages there are: where each is found in the rail, and who has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from ui.pagestack import PageEntry
from venues.domain.people import Role, may_use

if TYPE_CHECKING:
    from ui.desk import Desk


class Page(NamedTuple):
    """A page: its module and class, and how the rail shows it."""

    module: str
    made: str
    title: str
    icon: str
    number: int | None = None
    keys: str = ""
    foot: bool = False


PAGES: dict[str, Page] = {
    "today": Page("ui.pages.today", "TodayPage", "Today", "calendar-check", 1),
    "find": Page("ui.pages.find", "FindPage", "Find a room", "search", 2),
    "schedule": Page(
        "ui.pages.schedule", "SchedulePage", "Schedule", "calendar-days", 3
    ),
    "venues": Page("ui.pages.venues", "VenuesPage", "Venues", "building-2", 4),
    "keep_apart": Page(
        "ui.pages.keep_apart", "KeepApartPage", "Keep apart", "users", 5
    ),
    "evidence": Page(
        "ui.pages.evidence", "EvidencePage", "Evidence", "chart-column", 6
    ),
    "settings": Page(
        "ui.pages.settings",
        "SettingsPage",
        "Settings",
        "settings",
        keys="Ctrl+,",
        foot=True,
    ),
    "help": Page(
        "ui.pages.help", "HelpPage", "Help", "circle-help", keys="F1", foot=True
    ),
}
"""Their numbers never move: Ctrl+3 is the schedule for everybody who has it."""

INNER = ("ui.pages.booking",)
"""Pages within these, which are not needed for the first look at them."""


def first(role: Role, last: str = "") -> str:
    """Where somebody of that role begins: where they were last, if they may."""
    page = PAGES.get(last)
    if page is not None and not page.foot and may_use(role, last):
        return last
    return "today" if may_use(role, "today") else "evidence"


def entries(role: Role, desk: Desk | None = None) -> list[PageEntry]:
    """The pages of that role; without a desk they are shown, but not there yet."""
    return [
        PageEntry(
            key,
            page.title,
            page.icon,
            page.number,
            None if desk is None else _maker(page, desk),
            page.keys,
            page.foot,
        )
        for key, page in PAGES.items()
        if may_use(role, key)
    ]


def load(*keys: str) -> None:
    """Import those pages, or all, off the interface's thread before they are made."""
    for key in keys or PAGES:
        import_module(PAGES[key].module)
    for module in () if keys else INNER:
        import_module(module)


def _maker(page: Page, desk: Desk) -> Callable[[], QWidget]:
    return partial(_make, page, desk)


def _make(page: Page, desk: Desk) -> QWidget:
    made: QWidget = getattr(import_module(page.module), page.made)(desk)
    return made
