"""Words on lines: nothing is lost, nothing is too wide, nothing too small."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.paper.lettering import POINT, Lettering, Size, height

shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
words = st.text(st.sampled_from("abcdefg -éW"), max_size=80)


@pytest.fixture
def letters(qapp: QApplication) -> Lettering:
    return Lettering()


@shared
@given(words, st.integers(min_value=30, max_value=200))
def test_lines_hold_all_words_and_keep_to_their_width(
    letters: Lettering, text: str, points: int
) -> None:
    face = letters.face()

    lines = letters.lines(text, face, points * POINT)

    together = "".join(line.text for line in lines).replace(" ", "")
    assert together == "".join(text.split())
    assert all(face.width(line.text) <= points * POINT for line in lines)


def test_a_word_is_broken_only_when_it_fits_no_line(letters: Lettering) -> None:
    face = letters.face()
    wide = face.width("Supervision") + POINT

    lines = letters.lines("A Supervision Llanfairpwllgwyngyll", face, wide)

    assert [line.text for line in lines][:2] == ["A", "Supervision"]
    assert len(lines) > 3


def test_a_line_narrower_than_a_letter_still_ends(letters: Lettering) -> None:
    assert len(letters.lines("Hall", letters.face(), 1.0)) == 4


def test_no_letter_is_smaller_than_ten_points(letters: Lettering) -> None:
    for size in Size:
        assert letters.face(size).font.pixelSize() >= 10 * POINT


def test_paper_does_not_follow_the_text_size_of_the_screen(
    qapp: QApplication,
) -> None:
    before = Lettering().face().width("9:00am to 10:30am")
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 2)

    qapp.setFont(large)

    assert Lettering().face().width("9:00am to 10:30am") == before
    qapp.setFont(usual)


def test_bold_words_are_wider(letters: Lettering) -> None:
    plain, strong = letters.face(), letters.face(strong=True)

    assert strong.width("Willow Room") > plain.width("Willow Room")


def test_lines_are_as_tall_as_their_letters_and_some_air(letters: Lettering) -> None:
    face = letters.face()
    lines = letters.lines("one two", face, face.width("one") + 1)

    assert height(lines) == 2 * face.leading
    assert face.leading > face.font.pixelSize()
    assert 0 < face.ascent < face.leading
