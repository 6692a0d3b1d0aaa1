"""The application: its name, its style, its palette and its size of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui import clipboard, palettes, theme
from ui.collecting import Collector
from ui.palettes import Look
from ui.preferences import LOOK, TEXT_SIZE, Preferences

NAME = "Venues"
FAMILY = "Inter"  # if it is installed; else what the system uses
SMALLEST, LARGEST = 100, 200  # per cent of the ordinary size of text


def build(
    argv: Sequence[str], preferences: Preferences, *, late: bool = False
) -> QApplication:
    """The application, dressed as this person and their system want it.

    With ``late`` the style of the standard controls waits for ``dress``. The frame of
    the main window has no such control, so it is on the screen sooner and looks alike.
    """
    QApplication.setApplicationName(NAME)
    QApplication.setOrganizationName(NAME)
    QApplication.setApplicationDisplayName("")
    application = QApplication(list(argv))
    Collector(application)
    application.aboutToQuit.connect(clipboard.leave_text)
    appearance = Appearance(application, preferences)
    if not late:
        appearance.dress()
    return application


def dress(application: QApplication) -> None:
    """Load the style of the standard controls, once the window has been painted."""
    for appearance in application.findChildren(Appearance):
        appearance.dress()


class Appearance(QObject):
    """Keeps palette and fonts as the system and the preferences say."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(application)
        self._application = application
        self._preferences = preferences
        self._base = _base_font(application.font())
        self._size_text()
        self._colour()

        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._colour)
        hints.accessibility().contrastPreferenceChanged.connect(self._colour)
        preferences.changed.connect(self._follow)
        preferences.signed_in.connect(self._size_text)
        preferences.signed_in.connect(self._colour)

    @Slot()
    def dress(self) -> None:
        """Draw the standard controls flat."""
        # Imported here, since the window is on the screen sooner without it.
        from ui.look.style import VenuesStyle  # noqa: PLC0415

        self._application.setStyle(VenuesStyle())

    @Slot(str)
    def _follow(self, key: str) -> None:
        if key == TEXT_SIZE.key:
            self._size_text()
        elif key == LOOK.key:
            self._colour()

    @Slot()
    def _size_text(self) -> None:
        per_cent = min(max(self._preferences[TEXT_SIZE], SMALLEST), LARGEST)
        font = QFont(self._base)
        font.setPointSizeF(self._base.pointSizeF() * per_cent / 100)
        if font != self._application.font():
            self._application.setFont(font)
            QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        """Tell those with a size of text of their own, whom Qt does not tell."""
        for widget in self._application.allWidgets():
            fit = getattr(widget, "fit_text", None)
            if callable(fit):
                fit()

    @Slot()
    def _colour(self) -> None:
        self._application.setPalette(self._palette(self._preferences[LOOK]))

    def _palette(self, chosen: str) -> QPalette:
        hints = self._application.styleHints()
        if chosen == Look.SYSTEM:
            contrast = hints.accessibility().contrastPreference()
            if contrast == Qt.ContrastPreference.HighContrast:
                # The system's own contrast colours were chosen for these eyes.
                self._application.setPalette(QPalette())
                return palettes.strengthened(self._application.palette())
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
            return palettes.dark() if dark else palettes.light()
        if chosen == Look.CONTRAST:
            return palettes.high_contrast()
        return palettes.dark() if chosen == Look.DARK else palettes.light()


def _base_font(system: QFont) -> QFont:
    font = QFont(FAMILY) if QFontDatabase.hasFamily(FAMILY) else QFont(system)
    font.setPointSizeF(theme.body_points(system.pointSizeF()))
    return font
