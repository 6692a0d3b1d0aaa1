"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from venues import whole_file
from venues.errors import VenuesError


def test_the_file_is_there_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "Appointments.ics"

    whole_file.write(path, b"first")

    assert path.read_bytes() == b"first"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_was_there_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "Appointments.ics"
    path.write_bytes(b"a longer one than the next")

    whole_file.write(path, b"next")

    assert path.read_bytes() == b"next"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_said_and_left_as_it_was(
    tmp_path: Path,
) -> None:
    path = tmp_path / "Appointments.ics"
    path.mkdir()

    with pytest.raises(VenuesError, match="could not be saved as “Appointments"):
        whole_file.write(path, b"next")

    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(VenuesError, match="choose another folder"):
        whole_file.write(tmp_path / "gone" / "Appointments.ics", b"next")


def test_a_full_disk_is_said_and_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "Appointments.ics"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(VenuesError, match="The disk has no place left"):
        whole_file.write(path, b"next")

    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
