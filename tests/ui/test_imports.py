"""Imports are as quick as Python's own, and nothing of what they read is kept."""

from __future__ import annotations

import builtins
import subprocess
import sys
from pathlib import Path

from ui import imports

ROOT = Path(__file__).parents[2]


def test_import_is_no_longer_that_of_qt() -> None:
    given = builtins.__import__

    imports.restore()

    assert builtins.__import__.__name__ != "__feature_import__"
    assert builtins.__import__ is given  # importing the package did it already


def test_no_source_is_kept_of_what_the_window_imports() -> None:
    """In a process of its own: here much is imported already."""
    code = (
        "import linecache; from ui import loading; "
        "print([name for name in linecache.cache if name.endswith('schema.py')])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "[]"
