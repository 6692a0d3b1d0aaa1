"""Settings: sections at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.settings_about import AboutSection
from ui.pages.settings_checklist import ChecklistSection
from ui.pages.settings_database import DatabaseSection
from ui.pages.settings_days import DaysSection
from ui.pages.settings_look import LookSection
from ui.pages.settings_me import MeSection
from ui.pages.settings_numbers import NumbersSection
from ui.pages.settings_people import PeopleSection
from ui.theme import XL, L, M
from ui.widgets.header import PageHeader
from ui.widgets.sections import Sections
from venues.domain.people import Role

EDGE = L + 4
WIDEST = 120  # characters: longer lines are hard to read

SECTIONS: dict[str, tuple[str, Callable[[Desk], QWidget]]] = {
    "me": ("My name and role", MeSection),
    "look": ("Look", LookSection),
    "people": ("People", PeopleSection),
    "database": ("Database and backups", DatabaseSection),
    "days": ("Closed days and terms", DaysSection),
    "checklist": ("Checklist of venues", ChecklistSection),
    "numbers": ("Numbers of the rules", NumbersSection),
    "about": ("About Venues", AboutSection),
}
OF_THE_BOARD = ("me", "look", "about")
OF_KEEPERS = ("people",)


class SettingsPage(QWidget):
    """What can be set, and by whom.

    Hints of ``show_page("settings", …)``: ``section``, a key of ``SECTIONS``.
    """

    help_topic = "settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made: dict[str, QWidget] = {}
        self.header = PageHeader("Settings")
        viewer = desk.viewer
        board = viewer.role is Role.BOARD
        self.sections = Sections(
            "Sections",
            [
                (key, title)
                for key, (title, _) in SECTIONS.items()
                if (not board or key in OF_THE_BOARD)
                and (viewer.edits_venues or key not in OF_KEEPERS)
            ],
        )
        self._inside = QWidget()
        self._place = QVBoxLayout()
        self._lay_out()
        self._fit()
        self.sections.chosen.connect(self._show)
        self.sections.choose("me")

    def take(self, *, section: str = "") -> None:
        """Show a section."""
        self.sections.choose(section)

    def focus_first(self) -> None:
        """Put the keyboard on the list of sections."""
        self.sections.setFocus()

    def section(self, key: str) -> QWidget | None:
        """The section of that key, if somebody has been there."""
        return self._made.get(key)

    def _lay_out(self) -> None:
        inside = self._inside
        inside.setLayout(self._place)
        self._place.setContentsMargins(0, 0, 0, 0)
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout()
        line.setSpacing(XL)
        line.addWidget(self.sections)
        line.addWidget(inside, 1, Qt.AlignmentFlag.AlignTop)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, M, EDGE, EDGE)
        column.setSpacing(M)
        column.addWidget(self.header)
        column.addLayout(line, 1)

    def _fit(self) -> None:
        self._inside.setMaximumWidth(self.fontMetrics().averageCharWidth() * WIDEST)

    @Slot(str)
    def _show(self, key: str) -> None:
        """Make the section on the first visit, and show it instead of the others."""
        if key not in self._made:
            section = SECTIONS[key][1](self._desk)
            self._made[key] = section
            self._place.addWidget(section)
        for name, section in self._made.items():
            section.setVisible(name == key)
        self.header.say("Settings", SECTIONS[key][0])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()
