"""Files that can be made again."""

from __future__ import annotations

from pathlib import Path

from venues import cached


def test_a_file_is_put_in_place_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "kept.bin"

    cached.keep(file, b"first")
    cached.keep(file, b"second")

    assert file.read_bytes() == b"second"
    assert [each.name for each in file.parent.iterdir()] == ["kept.bin"]


def test_where_none_can_be_it_does_without(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")

    cached.keep(tmp_path / "taken" / "kept.bin", b"content")

    assert (tmp_path / "taken").read_text() == "a file, not a folder"


def test_nothing_is_left_behind_when_the_place_is_taken(tmp_path: Path) -> None:
    (tmp_path / "kept.bin").mkdir()

    cached.keep(tmp_path / "kept.bin", b"content")

    assert [each.name for each in tmp_path.iterdir()] == ["kept.bin"]
