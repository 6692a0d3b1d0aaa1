"""A fault of ours is admitted without telling anything about anybody."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.remembered import Remembered
from ui.dialogs.crash import CrashHook
from ui.undo import UndoStack
from venues.faults import neutral

CASE = "WA-20417"


def fault(work: Callable[[], object]) -> Exception:
    """What the work raised."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - that is what is wanted
        return error
    pytest.fail("nothing was raised")


def broken_step() -> Exception:
    """A fault inside our own files, with a case in its words."""

    def refuse() -> None:
        raise LookupError(f"no room for {CASE}")

    stack = UndoStack()
    stack.follow(Remembered().did("booking", refuse))
    return fault(stack.undo)


@pytest.fixture
def hook(qapp: QApplication) -> Iterator[CrashHook]:
    before = sys.excepthook, threading.excepthook
    made = CrashHook(qapp, window=lambda: None, version="0.1.0")
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before
    if made.dialog is not None:
        made.dialog.close()
    made.deleteLater()


def test_the_report_names_our_files_and_no_values() -> None:
    error = broken_step()

    report = neutral(type(error), error.__traceback__, "0.1.0")

    assert report.splitlines()[:2] == ["Venues 0.1.0", "LookupError"]
    assert "ui/undo.py:" in report
    assert CASE not in report
    assert "no room" not in report


def test_files_of_others_are_not_named() -> None:
    error = fault(lambda: __import__("json").loads(CASE))

    report = neutral(type(error), error.__traceback__)

    assert report == "Venues\nJSONDecodeError"


def test_the_dialog_admits_it_and_copies_neutral_lines(
    hook: CrashHook, qtbot: QtBot
) -> None:
    error = broken_step()

    sys.excepthook(type(error), error, error.__traceback__)

    dialog = hook.dialog
    assert dialog is not None
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Something went wrong in the program." in words
    assert "Your last saved change is safe." in words
    copying = next(
        b for b in dialog.findChildren(QPushButton) if b.text() == "Copy these lines"
    )
    copying.click()
    assert QGuiApplication.clipboard().text() == dialog.report
    assert CASE not in dialog.report


def test_one_dialog_is_enough(hook: CrashHook) -> None:
    error = broken_step()
    sys.excepthook(type(error), error, error.__traceback__)
    first = hook.dialog

    sys.excepthook(KeyError, KeyError("again"), None)

    assert hook.dialog is first


def test_after_closing_the_next_fault_is_shown(hook: CrashHook, qtbot: QtBot) -> None:
    sys.excepthook(KeyError, KeyError("one"), None)
    assert hook.dialog is not None
    hook.dialog.accept()
    assert hook.dialog is None

    sys.excepthook(ValueError, ValueError("two"), None)

    assert "ValueError" in hook.dialog.report


def test_a_fault_on_another_thread_is_shown_too(hook: CrashHook, qtbot: QtBot) -> None:
    def fail() -> None:
        raise LookupError(CASE)

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: hook.dialog is not None)

    assert "LookupError" in hook.dialog.report


def test_the_log_holds_the_same_lines_and_no_more(
    hook: CrashHook, caplog: pytest.LogCaptureFixture
) -> None:
    error = broken_step()

    sys.excepthook(type(error), error, error.__traceback__)

    assert "LookupError" in caplog.text
    assert CASE not in caplog.text


def test_stopping_from_the_keyboard_is_no_fault(
    hook: CrashHook, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert hook.dialog is None
    assert "KeyboardInterrupt" in capsys.readouterr().err
