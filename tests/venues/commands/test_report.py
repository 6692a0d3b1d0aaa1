"""``report``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]
SUMMER = ("--from", "2026-07-01", "--until", "2026-09-30")


def test_the_report_is_written_as_pdf_and_workbook(
    command: Command, tmp_path: Path
) -> None:
    pdf, book = tmp_path / "r.pdf", tmp_path / "r.xlsx"

    said = command(
        *("report", *SUMMER, "--pdf", str(pdf), "--xlsx", str(book), "--what-if"),
        login="manager.01",
    )

    assert said.code == 0
    assert book.read_bytes()[:2] == b"PK"
    assert said.out.startswith(f"Wrote {pdf}: Safe, confidential and accessible")


def test_it_may_be_of_one_authority(command: Command, tmp_path: Path) -> None:
    book = tmp_path / "r.xlsx"
    asked = ("report", *SUMMER, "--xlsx", str(book), "--authority")

    said = command(*asked, "halton", "--json", login="coordinator.01")
    wrong = command(*asked, "Rutland", login="coordinator.01")

    assert said.json["title"].endswith("Halton, July to September 2026")
    assert wrong.code == 2
    assert "Choose one of" in wrong.err


def test_what_cannot_be_is_said(command: Command, tmp_path: Path) -> None:
    book = ("--xlsx", str(tmp_path / "r.xlsx"))
    days = ("--from", "2026-09-30", "--until", "2026-07-01")

    nowhere = command("report", *SUMMER, login="manager.01")
    backwards = command("report", *days, *book, login="manager.01")
    practitioner = command("report", *SUMMER, *book)

    assert nowhere.err == "Say where to: --pdf FILE, or --xlsx FILE.\n"
    assert backwards.err == "The last day comes before the first.\n"
    assert practitioner.code == 1
    assert not (tmp_path / "r.xlsx").exists()
