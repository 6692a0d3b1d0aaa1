"""The report on paper, tagged or plain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.pdf import pages
from tests.venues.services.report.test_content import REPORT
from ui.paper import board_report
from venues.services.report import typeset
from venues.services.report.content import Words


def test_the_page_to_look_at_has_real_headings_and_tables() -> None:
    html = board_report.html(REPORT)

    assert "<h2>Safe</h2>" in html
    assert "<p>All &lt;of&gt; it &amp; more.</p>" in html
    assert "<th align='left'>All</th>" in html
    assert "<td>225</td>" in html


def test_a_plain_pdf_has_all_of_it_with_page_numbers(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert qtbot
    long = replace(REPORT, blocks=(Words("word " * 3000), *REPORT.blocks))
    file = tmp_path / "plain.pdf"

    file.write_bytes(board_report.drawn(long))

    found = pages(file)
    assert len(found) > 1
    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page.text
        assert REPORT.as_of in page.text
        assert page.smallest >= 9.9
    assert "225" in found[-1].text


@pytest.mark.parametrize("there", [True, False])
def test_it_is_tagged_where_that_can_be_done(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    assert qtbot
    monkeypatch.setattr(typeset, "available", lambda: there)
    file = tmp_path / "report.pdf"

    board_report.write(REPORT, file)

    assert (b"/StructTreeRoot" in file.read_bytes()) is there
    assert "225" in pages(file)[0].text
    assert file.stat().st_mode & 0o777 == 0o600
