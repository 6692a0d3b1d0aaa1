"""A fault of ours says where it is and nothing about anybody, wherever it is told."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from venues import faults
from venues.domain import typed

ROOT = Path(__file__).parents[2]
CASE = "WA-20417"
START = """
import sys, threading
from venues import faults
faults.install()

class Left:
    def __del__(self):
        raise LookupError("WA-20417")

if sys.argv[1] == "left":
    Left()
elif sys.argv[1] == "thread":
    def work():
        raise LookupError("WA-20417")
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
elif sys.argv[1] == "chain":
    try:
        raise ValueError("WA-20417")
    except ValueError as cause:
        raise LookupError("WA-20417") from cause
"""


def fault() -> BaseException:
    try:
        typed.read_time(None)  # type: ignore[arg-type] # what a fault of ours would do
    except AttributeError as error:
        return error
    pytest.fail("nothing was raised")


def test_it_names_the_kind_and_our_own_files() -> None:
    error = fault()

    said = faults.neutral(type(error), error.__traceback__, "0.1.0").splitlines()

    assert said[:2] == ["Venues 0.1.0", "AttributeError"]
    assert said[-1].startswith("venues/domain/")
    assert not any("tests/" in line for line in said)


@pytest.mark.parametrize("how", ["left", "thread", "chain"])
def test_the_terminal_is_told_no_value_however_it_comes(how: str) -> None:
    """In a process of its own, since the hooks are the process's."""
    done = subprocess.run(
        [sys.executable, "-c", START, how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr.startswith(f"{faults.HEADING}. {faults.SAFE}\nVenues\nLookup")
    assert CASE not in done.stderr
    assert "ValueError" not in done.stderr


def test_who_stops_the_program_is_told_as_ever(
    capsys: pytest.CaptureFixture[str],
) -> None:
    faults.tell(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_without_a_terminal_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where Windows starts the program without a console."""
    monkeypatch.setattr(sys, "stderr", None)
    error = fault()

    faults.tell(type(error), error, error.__traceback__)

    assert sys.stderr is None


def test_what_has_no_error_is_nothing_to_tell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    faults.install()

    threading.excepthook(
        threading.ExceptHookArgs((SystemExit, None, None, None))  # type: ignore[arg-type] # a thread that simply ended
    )

    assert capsys.readouterr().err == ""
