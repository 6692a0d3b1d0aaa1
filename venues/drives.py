"""Whether a file would be on another machine's disk, where SQLite cannot keep it whole.

Locks of a network drive are not to be relied on (SQLite, "How To Corrupt An SQLite
Database File", 2.1), and its write-ahead log needs memory that all programs share.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

from venues.errors import CannotOpen

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux says what is mounted (proc(5))."""

MOUNT = "/sbin/mount"
"""The program that says it on macOS."""

KINDS = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs"),
        *("webdav", "davfs", "sshfs", "glusterfs", "ceph", "lustre", "beegfs", "coda"),
        *("fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfsd-fuse"),
        *("fuse.glusterfs", "fuse.ceph"),
    )
)
"""File systems whose disk is another machine's."""

REMOTE = 4
"""What Windows answers of a mapped drive (GetDriveTypeW, DRIVE_REMOTE)."""

SENTENCE = (
    "{name} is on a network drive ({where}), where two PCs would damage a database "
    "file. Copy it to a disk of this PC and open it there. To use one database from "
    "several PCs, put it on a server."
)

_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC = re.compile(r".+ on (.+) \((\w+)[,)]")


def check(path: Path) -> None:
    """Refuse a database file that is, or would be, on another machine's disk.

    Raises:
        CannotOpen: it is; the sentence says where, and the way out.
    """
    if where := is_elsewhere(path):
        raise CannotOpen(SENTENCE.format(name=path.name, where=where))


def is_elsewhere(path: Path) -> str:
    """The network drive that the path is on, or nothing if it is on this PC."""
    whole = path.expanduser().absolute()
    where = _unc(str(path)) or _mapped(whole)
    return where or _mounted(whole.resolve())


def _unc(text: str) -> str:
    """The share of a Windows network path, server and folder; else nothing."""
    drive = PureWindowsPath(text).drive if text.startswith("\\\\") else ""
    if drive.upper().startswith("\\\\?\\UNC\\"):
        return "\\\\" + drive[8:]
    return "" if drive[:3] in {"\\\\?", "\\\\."} else drive


def _mapped(path: Path) -> str:
    """The letter of a mapped drive."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there only

        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\")
        return _unc(str(path.resolve())) or (path.drive if kind == REMOTE else "")
    return ""


def _mounted(path: Path) -> str:
    """The mount that the path is in, if its disk is another machine's."""
    if sys.platform == "darwin":
        import subprocess  # noqa: PLC0415 - there only

        said = subprocess.run([MOUNT], capture_output=True, text=True, check=False)  # noqa: S603 - a constant
        mounts = of_mac(said.stdout)
    else:
        try:
            mounts = of_linux(MOUNTS.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            return ""  # no such list: another system
    return remote(PurePosixPath(path.as_posix()), mounts)


def remote(path: PurePosixPath, mounts: list[tuple[str, str]]) -> str:
    """The mount over the path, if it is one of a network.

    ``mounts`` are where and of which kind, in the order in which they were made.
    """
    over = [(where, kind) for where, kind in mounts if path.is_relative_to(where)]
    if not over:
        return ""
    longest = max(len(where) for where, _ in over)
    where, kind = [each for each in over if len(each[0]) == longest][-1]
    return where if kind.lower() in KINDS else ""


def of_linux(text: str) -> list[tuple[str, str]]:
    """Where and of which kind each mount is, from ``mountinfo``."""
    found = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        parts, kind = before.split(), after.split()
        if len(parts) > 4 and kind:  # noqa: PLR2004 - the fifth is where it is
            where = _OCTAL.sub(lambda code: chr(int(code[1], 8)), parts[4])
            found.append((where, kind[0]))
    return found


def of_mac(text: str) -> list[tuple[str, str]]:
    """The same from what ``mount`` says on macOS."""
    lines = (_MAC.match(line) for line in text.splitlines())
    return [(found[1], found[2]) for found in lines if found]
