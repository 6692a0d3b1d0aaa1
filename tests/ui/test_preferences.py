"""What is remembered comes back as it went in, and only for its owner."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from ui.preferences import GEOMETRY, TEXT_SIZE, TWENTY_FOUR, Preferences, Setting
from venues.domain.words import clock

FAVOURITES: Setting[tuple[str, ...]] = Setting("favourites", ())
NAME = Setting("name", "")


def kept(folder: Path, login: str = "practitioner.04") -> Preferences:
    """The preferences as the next start of the program would read them."""
    file = str(folder / "settings.ini")
    preferences = Preferences(QSettings(file, QSettings.Format.IniFormat))
    preferences.sign_in(login)
    return preferences


def test_a_truth_is_a_truth_after_a_restart(tmp_path: Path) -> None:
    before = kept(tmp_path)
    before[TWENTY_FOUR] = True
    before.save()

    assert kept(tmp_path)[TWENTY_FOUR] is True


def test_bytes_come_back_whole(tmp_path: Path) -> None:
    before = kept(tmp_path)
    before[GEOMETRY] = QByteArray(b"\x00\x01\xff")
    before.save()

    assert kept(tmp_path)[GEOMETRY] == QByteArray(b"\x00\x01\xff")


@pytest.mark.parametrize(
    "value", [(), ("one",), ("",), ("a, b", "c"), ("", ""), ("é", "\\n", "@Invalid()")]
)
def test_lists_keep_their_length(tmp_path: Path, value: tuple[str, ...]) -> None:
    before = kept(tmp_path)
    before[FAVOURITES] = ("to be replaced",)
    before[FAVOURITES] = value
    before.save()

    assert kept(tmp_path)[FAVOURITES] == value


@given(st.integers(-(2**40), 2**40), st.text(st.characters(codec="utf-8")))
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=40,
)
def test_numbers_and_texts_survive(tmp_path: Path, number: int, text: str) -> None:
    before = kept(tmp_path)
    before[TEXT_SIZE] = number
    before[NAME] = text
    before.save()

    after = kept(tmp_path)
    assert (after[TEXT_SIZE], after[NAME]) == (number, text)


def test_each_person_has_their_own(tmp_path: Path) -> None:
    mine = kept(tmp_path, "practitioner.04")
    mine[TEXT_SIZE] = 150
    mine.save()

    assert kept(tmp_path, "practitioner.11")[TEXT_SIZE] == 100
    assert kept(tmp_path, "practitioner.04")[TEXT_SIZE] == 150


def test_a_login_with_a_slash_stays_apart(tmp_path: Path) -> None:
    odd = kept(tmp_path, "north/practitioner")
    odd[TEXT_SIZE] = 175
    odd.save()

    assert kept(tmp_path, "north")[TEXT_SIZE] == 100
    assert kept(tmp_path, "north/practitioner")[TEXT_SIZE] == 175


def test_sentences_say_the_time_as_whoever_is_signed_in_reads_it(
    tmp_path: Path,
) -> None:
    preferences = kept(tmp_path)
    said = [clock(time(15))]

    preferences[TWENTY_FOUR] = True
    said.append(clock(time(15)))
    preferences.sign_in("practitioner.05")
    said.append(clock(time(15)))
    kept(tmp_path)
    said.append(clock(time(15)))

    assert said == ["3pm", "15:00", "3pm", "15:00"]


def test_a_damaged_value_gives_the_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[people]\npractitioner.04\\text_size=lots\n")

    assert kept(tmp_path)[TEXT_SIZE] == 100


def test_a_change_is_announced_once(tmp_path: Path, qtbot: QtBot) -> None:
    preferences = kept(tmp_path)
    heard: list[str] = []
    preferences.changed.connect(heard.append)

    preferences[TEXT_SIZE] = 125
    preferences[TEXT_SIZE] = 125

    assert heard == ["text_size"]


def test_forgetting_lets_the_default_hold(tmp_path: Path) -> None:
    preferences = kept(tmp_path)
    preferences[TEXT_SIZE] = 125

    preferences.forget(TEXT_SIZE)

    assert preferences[TEXT_SIZE] == 100


@pytest.mark.parametrize("key", ["last_case", "find/audience", "near_Postcode"])
def test_nothing_about_a_case_can_be_remembered(key: str) -> None:
    with pytest.raises(ValueError, match="must not be remembered"):
        Setting(key, "")
