"""A database file belongs on a disk of the PC itself."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from venues import drives
from venues.database.session import Database
from venues.errors import CannotOpen

LINUX = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 0:41 / /srv/me/Team\\040drive rw - cifs //fs01/team rw,vers=3.0
41 27 0:42 / /net rw,relatime shared:7 - nfs4 nas:/export rw
42 41 254:1 / /net/local rw - ext4 /dev/vdb rw
43 27 0:43 / /media/stick rw - vfat /dev/sdb1 rw
nonsense
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//me@fs01/team on /Volumes/team (smbfs, nodev, nosuid, mounted by me)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/srv/me/Team drive/Venues.sqlite", "/srv/me/Team drive"),
        ("/srv/me/Venues.sqlite", ""),
        ("/net/a/Venues.sqlite", "/net"),
        ("/net/local/Venues.sqlite", ""),
        ("/network/Venues.sqlite", ""),
        ("/media/stick/Venues.sqlite", ""),
    ],
)
def test_what_is_mounted_from_elsewhere_is_known_on_linux(
    path: str, where: str
) -> None:
    mounts = drives.of_linux(LINUX)

    assert drives.remote(PurePosixPath(path), mounts) == where


def test_and_on_a_mac() -> None:
    mounts = drives.of_mac(MAC)

    assert drives.remote(PurePosixPath("/Volumes/team/a"), mounts) == "/Volumes/team"
    assert drives.remote(PurePosixPath("/srv/me/a"), mounts) == ""


@pytest.mark.parametrize("start", ["", "\\\\?\\UNC"])
def test_a_windows_network_path_is_refused_on_any_system(start: str) -> None:
    path = (start or "\\") + "\\fs01\\team\\Venues.sqlite"

    with pytest.raises(CannotOpen, match=r"is on a network drive \(\\\\fs01\\team\)"):
        drives.check(Path(path))


def test_a_long_path_of_this_pc_is_no_network_path() -> None:
    path = Path("\\\\?\\C:\\Data\\Venues.sqlite")

    assert not drives.is_elsewhere(path)


def test_what_cannot_be_known_is_not_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "MOUNTS", Path("/no/such/list"))

    assert not drives.is_elsewhere(Path("Venues.sqlite"))


@pytest.mark.parametrize("create", [True, False])
def test_a_database_there_is_neither_opened_nor_made(
    blank_file: Path, monkeypatch: pytest.MonkeyPatch, *, create: bool
) -> None:
    mounts = blank_file.with_name("mounts")
    mounts.write_text(
        f"50 1 0:50 / {blank_file.parent.resolve()} rw - nfs4 nas:/x rw\n"
    )
    monkeypatch.setattr(drives, "MOUNTS", mounts)
    path = blank_file.with_name("new.db") if create else blank_file

    with pytest.raises(CannotOpen) as refused:
        Database.open(path, create=create)

    assert str(refused.value) == (
        f"{path.name} is on a network drive ({blank_file.parent}), where two PCs "
        "would damage a database file. Copy it to a disk of this PC and open it there. "
        "To use one database from several PCs, put it on a server."
    )
    assert path.exists() is not create
