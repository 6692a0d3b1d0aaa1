"""Somebody at the Keep apart page or one of its dialogs, in the small world."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication

from tests.ui.sitting import Sitting
from ui.dialogs.editor import Editor


def saved(sitting: Sitting, editor: Editor) -> Any:
    """Save it; gives what ``store`` gave back."""
    with sitting.qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()
    return told.args[0]


def refused(sitting: Sitting, editor: Editor, field: str) -> str:
    """Try to save it; gives what is said beside the field."""
    editor.try_to_save()
    sitting.rest()
    return editor.fields[field].complaint


def front(sitting: Sitting, kind: type[Any]) -> Any:
    """The dialog of that kind that is open."""
    sitting.rest()
    (found,) = (
        each
        for each in QApplication.allWidgets()
        if isinstance(each, kind) and each.isVisible()
    )
    return found
