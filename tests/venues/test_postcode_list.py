"""The published list of postcodes, and how it is found."""

from __future__ import annotations

import sys
from pathlib import Path

import brotli
import msgpack
import pytest

from venues import postcode_list
from venues.domain.postcode import area


def test_the_list_is_found_without_importing_its_package() -> None:
    folder = postcode_list.folder()

    assert folder is not None
    assert (folder / "postcodes_W.msgpack.br").is_file()
    assert postcode_list.PACKAGE not in sys.modules


def test_a_package_that_is_not_installed_has_no_folder() -> None:
    assert postcode_list.folder("no_such_package_anywhere") is None


def test_a_folder_without_the_files_has_no_fingerprint(tmp_path: Path) -> None:
    assert postcode_list.fingerprint(tmp_path) is None
    assert postcode_list.fingerprint(None) is None


def test_a_file_that_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "postcodes_B.msgpack.br").mkdir()

    with pytest.raises(postcode_list.ListMissing, match="is not on this PC"):
        list(postcode_list.rows(tmp_path, lambda _done, _total: None))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not packed at all",
        brotli.compress(b""),
        brotli.compress(b"\xc1 nonsense"),
        brotli.compress(msgpack.packb({"data": {"pcd": ["BL1 1AA"], "laua": ["X"]}})),
        brotli.compress(msgpack.packb({"data": {"pcd": ["BL1 1AA"]}})[:-4]),
        brotli.compress(msgpack.packb([1, 2, 3])),
        brotli.compress(msgpack.packb({"data": 7})),
    ],
)
def test_a_file_that_is_damaged_is_said_in_words(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "postcodes_B.msgpack.br").write_bytes(content)

    with pytest.raises(postcode_list.ListMissing, match="is not on this PC"):
        list(postcode_list.rows(tmp_path, lambda _done, _total: None))


def test_every_file_that_is_read_holds_one_of_our_areas() -> None:
    assert {area(f"{name}1") for name in postcode_list.AREAS} == postcode_list.AREAS
    assert {name[0] for name in postcode_list.AREAS} == set(postcode_list.LETTERS)
