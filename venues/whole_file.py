"""Files that appear whole or not at all, readable by whoever wrote them alone."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from venues.errors import VenuesError

CANNOT_WRITE = (
    "The file could not be saved as “{name}”. Close it if it is open in another "
    "program, or choose another folder."
)

NO_PLACE = (
    "The disk has no place left for “{name}”. Delete what is not needed there, or "
    "choose another folder."
)
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write(path: Path, content: bytes) -> None:
    """Put the content in that file, in the place of what was there.

    It is written beside its place first, and moved there when it is on the disk: if
    that fails, whatever was there before is untouched.

    Raises:
        VenuesError: it cannot be written there.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as trouble:
        draft.unlink(missing_ok=True)
        why = NO_PLACE if trouble.errno in FULL else CANNOT_WRITE
        raise VenuesError(why.format(name=path.name)) from trouble
