"""What is said of a fault of our own: its kind and where, never whose data it met.

The message of an exception, the values in it and the line of code may all hold a case
reference, so none of them goes to a log, a terminal or the clipboard.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

HEADING = "Something went wrong in the program"
SAFE = "Your last saved change is safe."
OURS = ("venues", "ui", "main.py")
ROOT = Path(__file__).parents[1]


def neutral(
    kind: type[BaseException], traceback: TracebackType | None, version: str = ""
) -> str:
    """The kind of exception and where in our own files, innermost last."""
    lines = [f"Venues {version}".strip(), kind.__name__]
    for name, place, line in _steps(traceback):
        lines.append(f"{place}:{line} {name}")
    return "\n".join(lines)


def install() -> None:
    """Say no more than that of whatever nobody catches, on the terminal as well.

    Python's development mode (``python -X dev``) leaves everything to be seen.
    """
    if not sys.flags.dev_mode:
        sys.excepthook = tell
        threading.excepthook = _in_thread
        sys.unraisablehook = _unraisable


def tell(
    kind: type[BaseException],
    error: BaseException,
    traceback: TracebackType | None,
) -> None:
    """Write it to standard error, if there is one."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, traceback)
    elif sys.stderr is not None:
        sys.stderr.write(f"{HEADING}. {SAFE}\n{neutral(kind, traceback)}\n")


def _in_thread(caught: threading.ExceptHookArgs) -> None:
    if caught.exc_value is not None:
        tell(caught.exc_type, caught.exc_value, caught.exc_traceback)


def _unraisable(caught: sys.UnraisableHookArgs) -> None:
    """As when something goes wrong while an object is thrown away."""
    if caught.exc_value is not None:
        tell(caught.exc_type, caught.exc_value, caught.exc_traceback)


def _steps(traceback: TracebackType | None) -> Iterator[tuple[str, str, int]]:
    """Function, file and line of each step in our own files."""
    while traceback is not None:
        code = traceback.tb_frame.f_code
        file = Path(code.co_filename)
        if file.is_relative_to(ROOT):
            place = file.relative_to(ROOT)
            if place.parts[0] in OURS:
                yield code.co_name, place.as_posix(), traceback.tb_lineno
        traceback = traceback.tb_next
