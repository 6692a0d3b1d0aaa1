"""The venues that somebody has starred."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSettings

from ui import favourites
from ui.preferences import Preferences

ASPEN, BIRCH = UUID(int=1), UUID(int=2)


def test_a_star_is_put_on_and_taken_off_again() -> None:
    preferences = Preferences(QSettings())

    favourites.star(preferences, ASPEN, on=True)
    favourites.star(preferences, BIRCH, on=True)
    favourites.star(preferences, BIRCH, on=True)
    both = favourites.starred(preferences)
    favourites.star(preferences, ASPEN, on=False)

    assert both == {str(ASPEN), str(BIRCH)}
    assert favourites.starred(preferences) == {str(BIRCH)}


def test_favourites_are_each_persons_own() -> None:
    preferences = Preferences(QSettings())
    preferences.sign_in("coordinator.01")
    favourites.star(preferences, ASPEN, on=True)

    preferences.sign_in("practitioner.04")

    assert favourites.starred(preferences) == frozenset()
