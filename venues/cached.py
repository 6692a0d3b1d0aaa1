"""Files that can be made again, in the user's cache folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from uuid import uuid4


def keep(file: Path, content: bytes) -> None:
    """Put a file in place, whole or not at all; where none can be, do without."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{uuid4().hex}.new")
        try:
            draft.write_bytes(content)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)
