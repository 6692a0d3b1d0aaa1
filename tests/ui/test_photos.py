"""Opening the photos of a venue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from ui import photos
from venues.errors import WrongInput


class Opener(QObject):
    """Stands in for the PC, and remembers what it was to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Remember it."""
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def opener(qtbot: QtBot) -> Iterator[Opener]:
    """What opens files while a test runs."""
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_a_picture_beside_the_database_is_opened(
    opener: Opener, tmp_path: Path
) -> None:
    picture = tmp_path / "Hall.JPG"
    picture.touch()

    photos.show(" Hall.JPG ", tmp_path)

    assert opener.opened == [picture]


def test_a_folder_anywhere_is_opened(opener: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "Hub photos"
    folder.mkdir()

    photos.show(str(folder), tmp_path / "elsewhere")

    assert opener.opened == [folder]


@pytest.mark.parametrize(
    ("name", "words"),
    [("gone.jpg", "There are no photos at “gone.jpg”"), ("run.exe", "not a picture")],
)
def test_what_is_not_there_or_no_picture_is_not_opened(
    opener: Opener, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "run.exe").touch()

    with pytest.raises(WrongInput, match=words):
        photos.show(name, tmp_path)

    assert opener.opened == []


def test_a_pc_without_a_program_for_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Hall.jpg").touch()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)

    with pytest.raises(WrongInput, match="no program that opens"):
        photos.show("Hall.jpg", tmp_path)
