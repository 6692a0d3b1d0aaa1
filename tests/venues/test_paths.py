"""Where the program keeps its files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from venues import paths


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", "XDG_DATA_HOME", "venues"),
        ("win32", "LOCALAPPDATA", "Venues"),
    ],
)
def test_each_system_has_its_own_place(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    platform: str,
    variable: str,
    folder: str,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))

    assert paths.database() == tmp_path / folder / "Venues.sqlite"


def test_a_mac_keeps_it_in_its_library(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert paths.data_folder() == tmp_path / "Library/Application Support/Venues"


@pytest.mark.parametrize("named", ["", "somewhere/else"])
def test_a_folder_that_is_not_absolute_is_not_heeded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", named)

    assert paths.data_folder() == tmp_path / ".local/share/venues"


@pytest.mark.parametrize("name", ["", "Venues.sqlite", "postgresql://db1/venues"])
def test_a_place_that_is_kept_in_mind_is_found_again(name: str) -> None:
    place = paths.place(name)

    kept = paths.unless_own(place)

    assert paths.place(kept) == (place.absolute() if name == "Venues.sqlite" else place)
    assert bool(kept) == bool(name)
